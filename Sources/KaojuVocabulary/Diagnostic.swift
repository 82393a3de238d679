/// What a room could not read or would not guess; article text never fails, it leaves these.
public struct Diagnostic: Hashable, Sendable {
  /// What it is about, stable and searchable (`number/ambiguous-scale`).
  public var code: RuleID
  /// One sentence for the user.
  public var message: String
  /// Where in the text; absent when it is about the whole document.
  public var range: TextRange?

  /// Makes a diagnostic.
  public init(code: RuleID, message: String, range: TextRange? = nil) {
    self.code = code
    self.message = message
    self.range = range
  }
}
