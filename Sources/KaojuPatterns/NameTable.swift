import KaojuVocabulary

/// Numbers for the dimensions and kinds that rules name, so that a step compares numbers.
struct NameTable: Sendable {
  private var numbers: [String: Int16] = [:]
  /// The number of the dimension `time`.
  private(set) var time: Int16 = 0

  init() { time = intern(DimensionID.time.rawValue) }

  /// The number of a name, given when new.
  mutating func intern(_ name: String) -> Int16 {
    if let known = numbers[name] { return known }
    let number = Int16(truncatingIfNeeded: numbers.count)
    numbers[name] = number
    return number
  }

  /// The number of a name; -1 when no rule names it.
  subscript(name: String) -> Int16 { numbers[name] ?? -1 }
}
