/// A file of rules: YAML with a kind, shared pieces of patterns, and rules with their examples.
///
/// ```yaml
/// kind: share
/// define:
///   skip: "[adverb]{0,3}"
/// rules:
///   - id: share/zhan
///     match: "@attribute? <skip> 占 @whole 的? ^value{ratio}"
///     examples:
///       - "〔高新技术产品出口:attribute〕占〔全市出口:whole〕的〔三成:value〕"
///     not:
///       - "园区占地500亩"
/// ```
public struct RuleFile: Sendable, Hashable {
  /// A text of the file with its place.
  public struct Text: Sendable, Hashable {
    /// The text.
    public var text: String
    /// Its line, from 1.
    public var line: Int
    /// Its column in characters, from 1.
    public var column: Int

    /// Makes a text with its place.
    public init(_ text: String, line: Int = 0, column: Int = 0) {
      self.text = text
      self.line = line
      self.column = column
    }
  }

  /// A rule as written.
  public struct Rule: Sendable, Hashable {
    /// Its id.
    public var id: Text
    /// Its patterns with shared pieces put in; the first that holds is taken.
    public var patterns: [Text]
    /// Its other settings (`direction` → `down`).
    public var settings: [String: Text]
    /// Sentences that prove it, with their answers marked.
    public var examples: [Text]
    /// Sentences that it must leave alone.
    public var counterExamples: [Text]
  }

  /// The file, relative to the folder of models.
  public var file: String
  /// The kind of thing that its rules find.
  public var kind: String
  /// The rules in order.
  public var rules: [Rule]

  /// Names the parts.
  public init(file: String, kind: String, rules: [Rule]) {
    self.file = file
    self.kind = kind
    self.rules = rules
  }
}
