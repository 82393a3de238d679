/// A paragraph of the article, with the part it plays on the page.
@frozen
public struct Paragraph: Hashable, Sendable {
  /// What a paragraph is on the page.
  @frozen
  public enum Role: UInt8, Sendable, Hashable {
    /// The headline, where the text or the archive gives one.
    case title
    /// A short line without a full stop that heads what follows (培育新动能:).
    case heading
    /// Who wrote it and where (本报记者 张伟; 编辑:…).
    case byline
    /// Running text.
    case body
  }

  /// Where it stands.
  public var range: TextRange
  /// The part it plays.
  public var role: Role

  /// Makes a paragraph.
  public init(range: TextRange, role: Role) {
    self.range = range
    self.role = role
  }
}

/// A sentence: ends at 。！？… or at the end of its paragraph.
@frozen
public struct Sentence: Hashable, Sendable {
  /// Where it stands, its closing mark included.
  public var range: TextRange
  /// The index of its paragraph in the document.
  public var paragraph: Int32

  /// Makes a sentence.
  public init(range: TextRange, paragraph: Int32) {
    self.range = range
    self.paragraph = paragraph
  }
}

/// A stretch of characters that ICU's rules keep together, without any dictionary.
@frozen
public struct TextRun: Hashable, Sendable {
  /// What the characters of a run are.
  @frozen
  public enum Kind: UInt8, Sendable, Hashable {
    /// Chinese characters: the lattice cuts these.
    case han
    /// Letters of an alphabet, with digits that belong to them (G100, DeepSeek-V3).
    case latin
    /// Digits with their separators (1,100.9).
    case number
    /// Kana.
    case kana
    /// Punctuation and symbols.
    case punctuation
    /// Blanks and line breaks.
    case space
    /// What is none of these, emoji among them.
    case other
  }

  /// Where it stands.
  public var range: TextRange
  /// What it is made of.
  public var kind: Kind

  /// Makes a run.
  public init(range: TextRange, kind: Kind) {
    self.range = range
    self.kind = kind
  }
}
