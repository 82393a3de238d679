import CICU

/// Folds Traditional characters to Simplified, one code unit for one.
///
/// A text is Traditional when one in fifty of its Chinese characters is one that Big5 has and
/// GB 2312 has not. Only then is the table made, since ICU needs 80 ms for it; Simplified text
/// never pays. Characters that both scripts write (乾, 著) are left to the reader of words.
package enum TraditionalScript {
  /// Simplified characters by code unit; only characters of U+4E00–U+9FFF differ.
  package static let simplified: [UInt16] = makeTable()

  private static let first: UInt16 = 0x4E00
  private static let last: UInt16 = 0x9FFF

  /// Whether so many characters that only Traditional text writes make a text Traditional.
  package static func holds(traditional: Int, among han: Int) -> Bool {
    traditional > 0 && traditional * 50 >= han
  }

  /// The characters that Big5 has and GB 2312 has not.
  static func letters() -> [UInt16] {
    var status: Int32 = 0
    let big5 = kaoju_ucnv_open("Big5", &status)
    let gb2312 = kaoju_ucnv_open("GB2312", &status)
    defer {
      if let big5 { kaoju_ucnv_close(big5) }
      if let gb2312 { kaoju_ucnv_close(gb2312) }
    }
    guard let big5, let gb2312 else { return [] }
    return (first...last).filter {
      encodes($0, big5, leads: 0xA4...0xF9) && !encodes($0, gb2312, leads: 0xB0...0xF7)
    }
  }

  /// Whether a charset has a character among those whose first byte lies in `leads`; what it
  /// lacks becomes a substitute outside of them.
  private static func encodes(
    _ unit: UInt16, _ converter: OpaquePointer, leads: ClosedRange<UInt8>
  ) -> Bool {
    var status: Int32 = 0
    var source = unit
    var bytes = [CChar](repeating: 0, count: 8)
    let length = kaoju_ucnv_fromUChars(converter, &bytes, 8, &source, 1, &status)
    return length == 2 && kaoju_icu_failed(status) == 0
      && leads.contains(UInt8(bitPattern: bytes[0]))
  }

  private static func makeTable() -> [UInt16] {
    var table = (0...UInt16.max).map { $0 }
    var status: Int32 = 0
    let name = Array("Hant-Hans".utf16)
    // A line break between two characters keeps the transliterator from reading them as a word.
    var text: [UInt16] = []
    for unit in first...last { text += [unit, 0x0A] }
    var length = Int32(text.count)
    kaoju_transliterate(name, Int32(name.count), &text, &length, length, &status)
    guard kaoju_icu_failed(status) == 0, Int(length) == text.count else { return table }
    for (index, unit) in (first...last).enumerated() { table[Int(unit)] = text[index * 2] }
    for unit in "乾著瞭藉".utf16 { table[Int(unit)] = unit }
    return table
  }
}
