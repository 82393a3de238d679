import KaojuWords
import Testing

@Suite struct WordsTests {}
