/// The names of slots, each interned in one byte.
package struct SlotTable: Sendable, Hashable {
  private var names: [String] = []

  /// The slot under a name, added when new.
  package mutating func intern(_ name: String) -> SlotName {
    if let known = self[name] { return known }
    names.append(name)
    return SlotName(rawValue: UInt8(truncatingIfNeeded: min(names.count, 255) - 1))
  }

  /// The slot under a name, if any rule has it.
  package subscript(name: String) -> SlotName? {
    names.firstIndex(of: name).map { SlotName(rawValue: UInt8(truncatingIfNeeded: $0)) }
  }

  /// A slot's name.
  package subscript(slot: SlotName) -> String {
    Int(slot.rawValue) < names.count ? names[Int(slot.rawValue)] : ""
  }
}
