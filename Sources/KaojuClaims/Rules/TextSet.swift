import KaojuVocabulary

/// A set of words that whole texts are looked up in, code unit by code unit: hashing Chinese text as
/// a string takes long, since it may have to be brought into a normal form.
package struct TextSet: Sendable {
  private var words = PhraseTrie()

  /// Takes the words.
  package init(_ words: [String]) {
    for word in words { self.words.insert(word, value: 0) }
  }

  /// Whether a text is one of the words.
  package func contains(_ text: String) -> Bool { words.value(of: text.utf16) >= 0 }
}
