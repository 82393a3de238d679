/// A place where a rule holds, with what its slots are bound to.
package struct PatternMatch: Hashable, Sendable {
  /// What a slot is bound to.
  package struct Binding: Hashable, Sendable {
    /// The slot's name.
    package var slot: SlotName
    /// The positions of its items, half open.
    package var positions: Range<Int>
    /// The repetition that it stands in, or -1 when all rounds share it.
    package var group: Int
    /// The round of that repetition, from 0 in text order.
    package var round: Int
    /// The word of a class or literal that stands there (see ``WordIndex``), or -1.
    package var word: Int
  }

  /// The rule's index in its set.
  package var rule: Int
  /// All items that the rule touched, half open.
  package var positions: Range<Int>
  /// The position of the anchor.
  package var anchor: Int
  /// The bindings in text order.
  package var bindings: [Binding]

  /// The bindings of a slot in text order.
  package func all(_ slot: SlotName) -> [Binding] { bindings.filter { $0.slot == slot } }

  /// The first binding of a slot.
  package func first(_ slot: SlotName) -> Binding? { bindings.first { $0.slot == slot } }
}

/// The name of a slot, interned in one byte.
package struct SlotName: Hashable, Sendable {
  /// The name's place in its rule set's list of slots.
  package let rawValue: UInt8
  /// Makes a name from its place.
  package init(rawValue: UInt8) { self.rawValue = rawValue }
}
