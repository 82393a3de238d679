public import KaojuVocabulary

/// What a dictionary says of one surface, as it lies in the compiled bundle.
@frozen
public struct WordEntry: Sendable, Hashable {
  /// The cost in the lattice: the negative natural logarithm of the word's probability.
  public var cost: Float
  /// The row of the register for a name, the row of the user's lexicon for a user's word, else -1.
  public var reference: Int32
  /// What it means to other rooms, with the bundle's own bits above.
  public var flags: UInt16
  /// Its part of speech.
  public var tag: UInt8
  /// Which dictionary knows it.
  public var origin: UInt8
  /// The place of the surface's next entry, or 0 when this is the last.
  public var next: UInt32

  /// Makes an entry.
  public init(
    cost: Float, reference: Int32 = -1, flags: KnownWord.Flags = [], tag: PartOfSpeech,
    origin: KnownWord.Origin
  ) {
    self.cost = cost
    self.reference = reference
    self.flags = flags.rawValue
    self.tag = tag.rawValue
    self.origin = origin.rawValue
    self.next = 0
  }

  /// A bit of ``flags``: the letters must stand in capitals (IBM), since the trie ignores case.
  static let capitals: UInt16 = 1 << 15
}
