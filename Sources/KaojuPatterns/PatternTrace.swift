/// What became of the rules whose anchor stood in a sentence, for `explain` and `--why-not`.
package struct PatternTrace: Sendable {
  /// One rule tried at one anchor.
  package struct Attempt: Sendable, Hashable {
    /// The rule's index.
    package var rule: Int
    /// The anchor's position.
    package var anchor: Int
    /// Whether it held.
    package var holds: Bool
    /// Whether it stopped on the left of the anchor.
    package var stoppedLeft = false
    /// The position where it stopped that is farthest from the anchor.
    package var farthest: Int
    /// What would have matched there.
    package var expected: [String] = []
  }

  /// The attempts in order.
  package private(set) var attempts: [Attempt] = []

  /// Starts empty.
  package init() {}

  mutating func begin(rule: Int, anchor: Int) {
    attempts.append(Attempt(rule: rule, anchor: anchor, holds: false, farthest: anchor))
  }

  mutating func miss(_ written: String, at position: Int, forward: Bool) {
    guard var attempt = attempts.popLast() else { return }
    let distance = abs(position - attempt.anchor)
    let known = abs(attempt.farthest - attempt.anchor)
    if attempt.stoppedLeft == forward || distance > known {
      attempt.stoppedLeft = !forward
      attempt.farthest = position
      attempt.expected = Self.choices(written)
    } else if distance == known {
      for choice in Self.choices(written) where !attempt.expected.contains(choice) {
        attempt.expected.append(choice)
      }
    }
    attempts.append(attempt)
  }

  /// The words of a set that is written out (在|从); a class or slot is one.
  private static func choices(_ written: String) -> [String] {
    switch written.first {
    case "[", "@", "/": [written]
    default: written.split(separator: "|").map(String.init)
    }
  }

  mutating func succeed() {
    guard !attempts.isEmpty else { return }
    attempts[attempts.count - 1].holds = true
    attempts[attempts.count - 1].expected = []
  }
}
