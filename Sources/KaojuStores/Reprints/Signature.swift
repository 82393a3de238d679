package import KaojuVocabulary

/// A MinHash signature of a text, by which reprints of one story are told.
///
/// The text's letters and digits are cut into overlapping runs of four. One hash of each run falls
/// into one of 64 bins, and each bin keeps its smallest: the share of bins in which two signatures
/// agree estimates the share of runs that two texts have in common.
/// - Source: Li, Owen, Zhang, “One Permutation Hashing”, NIPS 2012; empty bins are filled as in
///   Shrivastava, Li, “Densifying One Permutation Hashing”, ICML 2014.
/// - Complexity: linear in the text.
package struct Signature: Hashable, Sendable {
  /// How many bins there are.
  static let size = 64
  /// How many bins make a band; texts are compared when they agree in all bins of a band.
  static let bandSize = 5
  private static let runLength = 4
  /// Texts with fewer letters than this are too short to be told from others.
  private static let shortest = 40

  /// What each bin keeps of its smallest hash.
  let bins: [UInt16]

  /// The signature of a text; `nil` when it is too short to be told from others.
  package init?(_ text: CanonicalText) {
    var smallest = [UInt32](repeating: .max, count: Self.size)
    var window: UInt64 = 0
    var length = 0
    for unit in text.units where Self.isLetter(unit) {
      window = window << 16 | UInt64(unit)
      length += 1
      guard length >= Self.runLength else { continue }
      let hash = Self.mixed(window)
      let bin = Int(hash >> 58)
      let value = UInt32(truncatingIfNeeded: hash >> 16)
      if value < smallest[bin] { smallest[bin] = value }
    }
    guard length >= Self.shortest else { return nil }
    bins = Self.filled(smallest)
  }

  /// Reads a signature from hexadecimal digits.
  package init?(hexadecimal: String) {
    let digits = Array(hexadecimal.utf8)
    guard digits.count == Self.size * 4 else { return nil }
    var bins: [UInt16] = []
    for index in 0..<Self.size {
      let word = String(decoding: digits[(index * 4)..<(index * 4 + 4)], as: UTF8.self)
      guard let bin = UInt16(word, radix: 16) else { return nil }
      bins.append(bin)
    }
    self.bins = bins
  }

  /// The signature in hexadecimal digits.
  package var hexadecimal: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(Self.size * 4)
    for bin in bins {
      for shift in [12, 8, 4, 0] {
        let digit = UInt8(truncatingIfNeeded: bin >> UInt16(shift) & 15)
        digits.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// A hash of each band and its number; two texts that are alike share one.
  package var bands: [Int64] {
    (0..<(Self.size / Self.bandSize)).map { band in
      var hash = UInt64(band) &+ 1
      for bin in bins[(band * Self.bandSize)..<((band + 1) * Self.bandSize)] {
        hash = Self.mixed(hash << 16 ^ UInt64(bin))
      }
      return Int64(bitPattern: hash)
    }
  }

  /// The estimated share of runs that two texts have in common, in percent.
  package func likeness(to other: Signature) -> Int {
    zip(bins, other.bins).count { $0 == $1 } * 100 / Self.size
  }

  /// Gives each empty bin what the next full one has, told apart by the distance.
  private static func filled(_ smallest: [UInt32]) -> [UInt16] {
    smallest.indices.map { index in
      var distance = 0
      while distance < size, smallest[(index + distance) % size] == .max { distance += 1 }
      let value = UInt64(smallest[(index + distance) % size])
      return UInt16(truncatingIfNeeded: distance == 0 ? value : mixed(value &+ UInt64(distance)))
    }
  }

  private static func isLetter(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x1FFF, 0x3041...0xFDFF: true
    default: false
    }
  }

  /// Stafford's mix of all bits.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value &+ 0x9E37_79B9_7F4A_7C15
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
