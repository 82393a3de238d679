import KaojuLexicon
import Testing

@Suite struct LexiconTests {}
