import KaojuVocabulary

/// Numbers for the dimensions and kinds that rules name, so that a step compares numbers.
struct NameTable: Sendable {
  private var numbers: [String: Int16] = [:]
  /// The numbers by ``Name/index``; -1 where a name has none.
  private var byName: [Int16] = []
  /// The number of the dimension `time`.
  private(set) var time: Int16 = 0

  init() { time = intern(DimensionID.time.rawValue) }

  /// The number of a name, given when new.
  mutating func intern(_ name: String) -> Int16 {
    if let known = numbers[name] { return known }
    let number = Int16(truncatingIfNeeded: numbers.count)
    numbers[name] = number
    let index = Int(Name(name).index)
    while byName.count <= index { byName.append(-1) }
    byName[index] = number
    return number
  }

  /// The number of a name; -1 when no rule names it.
  subscript(name: Name) -> Int16 {
    Int(name.index) < byName.count ? byName[Int(name.index)] : -1
  }
}
