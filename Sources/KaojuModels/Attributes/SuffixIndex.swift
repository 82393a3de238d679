/// Finds the longest and the shortest of many names that ends at a place, without allocating.
///
/// Names are hashed from their last code unit to their first, so that a look-up walks leftwards
/// once; what the hash finds is compared before it counts.
struct SuffixIndex: Sendable {
  private var names: [[UInt16]] = []
  private var values: [Int32] = []
  private var places: [UInt64: Int32] = [:]
  /// For each code unit, whether a name ends with it.
  private var lasts = [Bool](repeating: false, count: 0x10000)
  private var longest = 0

  /// The value of a name that is already there.
  func value(of name: [UInt16]) -> Int32? {
    find(endingAt: name.count, from: 0, in: name, stopAtFirst: false).flatMap {
      $0.start == 0 ? $0.value : nil
    }
  }

  /// Adds a name that is not yet there.
  mutating func insert(_ name: [UInt16], value: Int32) {
    guard let last = name.last else { return }
    var hash = Self.seed
    for unit in name.reversed() { hash = Self.mixed(hash, unit) }
    places[hash] = Int32(truncatingIfNeeded: names.count)
    names.append(name)
    values.append(value)
    lasts[Int(last)] = true
    longest = max(longest, name.count)
  }

  /// The longest name that ends at `end`, or the shortest when `stopAtFirst`.
  func find(
    endingAt end: Int, from start: Int, in units: [UInt16], stopAtFirst: Bool
  ) -> (value: Int32, start: Int)? {
    guard end > start, lasts[Int(units[end - 1])] else { return nil }
    var hash = Self.seed
    var found: (value: Int32, start: Int)?
    var at = end
    let limit = max(start, end - longest)
    while at > limit {
      at -= 1
      hash = Self.mixed(hash, units[at])
      guard let place = places[hash], names[Int(place)].elementsEqual(units[at..<end]) else {
        continue
      }
      found = (values[Int(place)], at)
      if stopAtFirst { break }
    }
    return found
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func mixed(_ hash: UInt64, _ unit: UInt16) -> UInt64 {
    (hash ^ UInt64(unit)) &* 0x0000_0100_0000_01B3
  }
}
