/// A place where a rule holds, with what its slots are bound to.
package struct PatternMatch: Hashable, Sendable {
  /// What a slot is bound to.
  package struct Binding: Hashable, Sendable {
    /// The slot's name in the rule.
    package var slot: SlotName
    /// The positions of its items, half open.
    package var positions: Range<Int>
    /// The round of a repetition that it belongs to, from 0; -1 when shared by all rounds.
    package var round: Int32
    /// The word of a class that stands there, or -1.
    package var word: Int32
  }

  /// The rule's index in its set.
  package var rule: Int
  /// All items that the rule touched, half open.
  package var positions: Range<Int>
  /// The bindings in text order.
  package var bindings: [Binding]
  /// How many rounds the repetition made; 1 without one.
  package var rounds: Int

  /// The bindings of a slot in text order.
  package func all(_ slot: SlotName) -> [Binding] { bindings.filter { $0.slot == slot } }

  /// The first binding of a slot.
  package func first(_ slot: SlotName) -> Binding? { bindings.first { $0.slot == slot } }
}

/// The name of a slot, interned in one byte: a slot of the contract or one that a rule declares.
package struct SlotName: Hashable, Sendable {
  /// The name's place in its rule set's list of slots.
  package let rawValue: UInt8
  /// Makes a name from its place.
  package init(rawValue: UInt8) { self.rawValue = rawValue }
}
