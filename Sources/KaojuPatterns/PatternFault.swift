/// What is wrong with a written pattern, and where in it.
package struct PatternFault: Error, Hashable, Sendable {
  /// What can be wrong.
  package enum Problem: Hashable, Sendable {
    /// The text breaks off or goes on where it should not.
    case expected(String, found: String)
    /// A class, slot type, tag or test that nothing defines.
    case undefined(what: String, name: String, known: [String])
    /// A pattern without an anchor can be entered from nowhere.
    case noAnchor
    /// A pattern has one anchor.
    case severalAnchors
    /// An anchor stands where it could be skipped or come twice.
    case misplacedAnchor
    /// An anchor that is neither a quantity nor a word.
    case unusableAnchor
    /// A repetition inside a guard or another repetition, which would not be linear.
    case nestedRounds
  }

  /// The character of the pattern, from 0.
  package var offset: Int
  /// What is wrong.
  package var problem: Problem

  /// Makes a fault.
  package init(offset: Int, _ problem: Problem) {
    self.offset = offset
    self.problem = problem
  }
}
