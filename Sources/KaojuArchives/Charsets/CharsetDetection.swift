/// A mark at the start of a text that says how it is encoded.
struct ByteOrderMark {
  /// The charset that it stands for.
  let charset: String
  /// Its length in bytes.
  let length: Int

  /// Reads the mark of a text that has one.
  init?(_ bytes: some Collection<UInt8>) {
    let head = Array(bytes.prefix(4))
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      (charset, length) = ("UTF-8", 3)
    } else if head == [0xFF, 0xFE, 0, 0] {
      (charset, length) = ("UTF-32LE", 4)
    } else if head == [0, 0, 0xFE, 0xFF] {
      (charset, length) = ("UTF-32BE", 4)
    } else if head.starts(with: [0xFF, 0xFE]) {
      (charset, length) = ("UTF-16LE", 2)
    } else if head.starts(with: [0xFE, 0xFF]) {
      (charset, length) = ("UTF-16BE", 2)
    } else if head == [0x84, 0x31, 0x95, 0x33] {
      (charset, length) = ("GB18030", 4)
    } else {
      return nil
    }
  }
}

/// Recognizes UTF-16 without a byte order mark.
enum UTF16Order {
  /// The charset, when nearly every unit is one that Chinese text is made of.
  static func guess(_ bytes: some RandomAccessCollection<UInt8>) -> String? {
    let sample = Array(bytes.prefix(4096))
    let units = sample.count / 2
    guard units > 0, bytes.count % 2 == 0 else { return nil }
    var little = 0
    var big = 0
    for index in 0..<units {
      let first = UInt16(sample[index * 2])
      let second = UInt16(sample[index * 2 + 1])
      if isUsual(second << 8 | first) { little += 1 }
      if isUsual(first << 8 | second) { big += 1 }
    }
    let best = max(little, big)
    guard best * 100 >= units * 95, little != big else { return nil }
    return little > big ? "UTF-16LE" : "UTF-16BE"
  }

  private static func isUsual(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xB7, 0x2010...0x2027, 0x3000...0x303F, 0x4E00...0x9FFF,
      0xFF00...0xFFEF:
      true
    default: false
    }
  }
}

/// Guesses the charset of bytes that are neither UTF-8 nor marked.
enum CharsetDetection {
  private static let sampleSize = 1 << 16

  /// The likeliest charset, or `nil` when the bytes are like no text.
  static func charset(of bytes: some RandomAccessCollection<UInt8>) -> String? {
    let sample = Array(bytes.prefix(sampleSize))
    if let order = UTF16Order.guess(sample) { return order }
    if isNearlyUTF8(sample) { return "UTF-8" }
    let pairs = DoubleByteCounts(sample)
    let guesses = CharsetGuess.all(of: sample.span)
    let own = guesses.first { $0.name == "GB18030" || $0.name == "Big5" }?.confidence ?? 0
    if let best = guesses.first, best.confidence >= 60, best.confidence > own,
      eastAsian.contains(best.name)
    {
      return best.name
    }
    if pairs.isText { return pairs.looksBig5 ? "Big5-HKSCS" : "GB18030" }
    if let best = guesses.first, best.confidence >= 30, best.name.hasPrefix("ISO-8859") {
      return "windows-1252"
    }
    return nil
  }

  private static let eastAsian: Set<String> = [
    "EUC-JP", "EUC-KR", "Shift_JIS", "ISO-2022-CN", "ISO-2022-JP", "ISO-2022-KR", "UTF-16LE",
    "UTF-16BE", "UTF-32LE", "UTF-32BE",
  ]

  /// Whether the bytes are UTF-8 but for a few that are damaged.
  static func isNearlyUTF8(_ sample: [UInt8]) -> Bool {
    var good = 0
    var bad = 0
    var index = 0
    while index < sample.count {
      let byte = sample[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 0
      let end = index + length
      if end > sample.count { break }
      if length > 0, sample[(index + 1)..<end].allSatisfy({ $0 & 0xC0 == 0x80 }) {
        good += length > 2 ? 2 : 1
        index = end
      } else {
        bad += 1
        index += 1
      }
    }
    return good > 0 && bad * 10 <= good
  }
}

/// How well bytes fit the two-byte charsets of Chinese.
///
/// The second byte tells them apart: news in GBK hardly ever has one below 0x80, as four in ten of
/// Big5's characters do.
struct DoubleByteCounts {
  private var pairs = 0
  private var broken = 0
  private var lowTrails = 0

  init(_ sample: [UInt8]) {
    var index = 0
    while index < sample.count {
      let lead = sample[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      guard index + 1 < sample.count else { break }
      let trail = sample[index + 1]
      if lead == 0x80 || lead == 0xFF || trail < 0x30 || trail == 0x7F || trail == 0xFF {
        broken += 1
        index += 1
      } else if trail < 0x40 {
        pairs += 1
        index += 4
      } else {
        pairs += 1
        if trail < 0x80 { lowTrails += 1 }
        index += 2
      }
    }
  }

  /// Whether nearly all of the bytes above 0x7F pair up.
  var isText: Bool { pairs > 0 && broken * 20 <= pairs }

  /// Whether the second bytes are spread as Big5's are.
  var looksBig5: Bool { lowTrails * 8 > pairs }
}
