import KaojuPatterns

/// What reading claims needs for itself, kept from one document to the next; one per worker.
package final class ClaimWorkspace {
  var matcher: PatternMatcher

  /// Makes the workspace of a reader.
  package init(_ reader: ClaimReader) { matcher = PatternMatcher(reader.rules.set) }
}
