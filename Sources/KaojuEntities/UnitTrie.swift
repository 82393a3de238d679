import KaojuVocabulary

/// The trie of this room's tables and of a document's own names.
typealias UnitTrie = PhraseTrie
