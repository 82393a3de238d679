/// A document on its way through the rooms: each room reads the layers before it and adds its own.
public struct Document: Sendable {
  /// The script that a text is mostly written in.
  @frozen
  public enum Script: UInt8, Sendable, Hashable {
    /// Simplified characters.
    case simplified
    /// Traditional characters.
    case traditional

    /// The ISO 15924 code.
    public var code: String { self == .simplified ? "Hans" : "Hant" }
  }

  // MARK: What the archive knows

  /// SHA-256 of the text in UTF-8, as `sha256:…`.
  public var id: String
  /// Where it came from: a path, or the id that the archive gives.
  public var source: String
  /// Its headline.
  public var title: String?
  /// When it was published.
  public var published: Moment?
  /// The length of the contract's text in code points.
  public var length: Int
  /// The contract's text itself, kept only when it is to be printed or stored.
  public var original: String?

  // MARK: What the rooms add

  /// The canonical text (`KaojuText`).
  public var text: CanonicalText
  /// The script (`KaojuText`).
  public var script: Script
  /// Paragraphs in order (`KaojuText`).
  public var paragraphs: [Paragraph]
  /// Sentences in order (`KaojuText`).
  public var sentences: [Sentence]
  /// ICU's runs in order, covering the text (`KaojuText`).
  public var runs: [TextRun]
  /// Known words, ordered by start; several may start at one place (`KaojuLexicon`).
  public var knownWords: [KnownWord]
  /// Quantities in order, none overlapping (`KaojuQuantities`).
  public var quantities: [Quantity]
  /// Times in order, none overlapping (`KaojuQuantities`).
  public var times: [TimeExpression]
  /// Tokens in order, covering the text but for blanks (`KaojuWords`).
  public var tokens: [Token]
  /// Entities in order of their first mention (`KaojuEntities`).
  public var entities: [Entity]
  /// Mentions in order, none overlapping (`KaojuEntities`).
  public var mentions: [Mention]
  /// What is said (`KaojuClaims`).
  public var claims: [Claim]
  /// What holds (`KaojuFacts`).
  public var facts: [Fact]
  /// What could not be read.
  public var diagnostics: [Diagnostic]

  /// Makes a document that no room has read.
  public init(
    id: String = "", source: String = "", title: String? = nil, published: Moment? = nil,
    text: CanonicalText, length: Int = 0
  ) {
    self.id = id
    self.source = source
    self.title = title
    self.published = published
    self.length = length
    self.text = text
    self.script = .simplified
    self.paragraphs = []
    self.sentences = []
    self.runs = []
    self.knownWords = []
    self.quantities = []
    self.times = []
    self.tokens = []
    self.entities = []
    self.mentions = []
    self.claims = []
    self.facts = []
    self.diagnostics = []
  }
}
