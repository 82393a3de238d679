import KaojuVocabulary

extension TextDecoder {
  /// Says so when a text was decoded from the wrong charset before it came here.
  ///
  /// `ä½ å¥½` is 你好 in UTF-8 that was read as Latin-1; `浣犲ソ` the same read as GBK; `锟斤拷` is what
  /// GBK makes of replacement characters.
  func mojibake(in text: String) -> Diagnostic? {
    let sample = Self.sample(of: text)
    guard sample.count >= 4 else { return nil }
    if Self.lostCharacters(in: sample) >= 2 {
      return Diagnostic(
        code: "charset/lost-characters",
        message: "The text holds 锟斤拷: its characters were lost before it came here.")
    }
    if Self.isMostlyLatin(sample), let latin = converter("windows-1252") {
      // Latin-1 proper has controls where windows-1252 has letters.
      let isProper = sample.allSatisfy { $0 < 0x100 }
      let bytes = isProper ? sample.map { UInt8(truncatingIfNeeded: $0) } : latin.encode(sample)
      if Self.readsAsUTF8(bytes) {
        return Self.doubleEncoding("UTF-8", "Latin-1")
      }
      if DoubleByteCounts(bytes).isText, bytes.count(where: { $0 >= 0x80 }) * 2 > bytes.count {
        return Self.doubleEncoding("GBK", "Latin-1")
      }
    } else if let chinese = converter("GB18030") {
      if Self.readsAsUTF8(chinese.encode(sample)) { return Self.doubleEncoding("UTF-8", "GBK") }
    }
    return nil
  }

  private static func doubleEncoding(_ actual: String, _ wrong: String) -> Diagnostic {
    Diagnostic(
      code: "charset/double-encoding",
      message: "The text was \(actual) and was read as \(wrong) before it came here.")
  }

  /// The first characters beyond ASCII, in UTF-16.
  private static func sample(of text: String) -> [UInt16] {
    var sample: [UInt16] = []
    var seen = 0
    for scalar in text.unicodeScalars {
      seen += 1
      if seen > 4096 || sample.count >= 96 { break }
      if scalar.value >= 0x80, scalar.value < 0x10000, scalar.value != 0xFFFD {
        sample.append(UInt16(scalar.value))
      }
    }
    return sample
  }

  private static func lostCharacters(in units: [UInt16]) -> Int {
    // 锟斤拷.
    (0..<max(0, units.count - 2)).count { start in
      units[start] == 0x951F && units[start + 1] == 0x65A4 && units[start + 2] == 0x62F7
    }
  }

  private static func isMostlyLatin(_ units: [UInt16]) -> Bool {
    let latin = units.count { $0 < 0x180 || ($0 >= 0x2010 && $0 <= 0x2122) }
    return latin * 10 > units.count * 9 && units.contains { $0 >= 0xA0 && $0 < 0x100 }
  }

  /// Whether nine in ten of the bytes beyond ASCII make Chinese characters of UTF-8.
  private static func readsAsUTF8(_ bytes: [UInt8]) -> Bool {
    var good = 0
    var high = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] >= 0x80 { high += 1 }
      if bytes[index] >= 0xE3, bytes[index] <= 0xEF, index + 2 < bytes.count,
        bytes[index + 1] & 0xC0 == 0x80, bytes[index + 2] & 0xC0 == 0x80
      {
        good += 3
        high += 2
        index += 3
      } else {
        index += 1
      }
    }
    return good >= 9 && good * 10 >= high * 8
  }
}
