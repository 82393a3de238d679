/// Writes a whole number in the spellings that Chinese news uses; knows nothing of the reader.
enum NumeralSpeller: String, CaseIterable, Sendable {
  case lower, upper, digits, grouped, serial, wideDigits, mixedMyriad, mixedThousand, decimalScale
  case liang

  /// The number in this spelling; `nil` where news would not write it so.
  func spell(_ value: UInt64) -> String? {
    switch self {
    case .lower: return Self.words(value, digits: "零一二三四五六七八九", scales: "十百千")
    case .upper: return Self.words(value, digits: "零壹贰叁肆伍陆柒捌玖", scales: "拾佰仟")
    case .liang: return Self.words(value, digits: "零一二三四五六七八九", scales: "十百千", liang: true)
    case .digits: return String(value)
    case .grouped:
      var text = ""
      for (index, digit) in String(value).reversed().enumerated() {
        if index > 0, index % 3 == 0 { text.insert(",", at: text.startIndex) }
        text.insert(digit, at: text.startIndex)
      }
      return text
    case .serial:
      guard value >= 100 else { return nil }
      return String(String(value).map { Array("〇一二三四五六七八九")[$0.wholeNumberValue ?? 0] })
    case .wideDigits:
      return String(value)
    case .mixedMyriad:
      // 3亿4000万5000: every group has four digits or is left out.
      let groups = Self.groups(value)
      guard groups.count > 1, groups.dropFirst().allSatisfy({ $0 == 0 || $0 >= 1000 }),
        groups.count <= 3, groups.drop(while: { $0 > 0 }).allSatisfy({ $0 == 0 })
      else { return nil }
      let names = ["", "万", "亿"]
      return groups.enumerated().map { index, group in
        group == 0 ? "" : String(group) + names[groups.count - 1 - index]
      }.joined()
    case .mixedThousand:
      guard value >= 10_000, value < 100_000_000, value % 1000 == 0, value / 1000 % 10 > 0 else {
        return nil
      }
      return "\(value / 10_000)万\(value / 1000 % 10)千"
    case .decimalScale:
      guard value >= 10_000 else { return nil }
      let (scale, name): (UInt64, String) =
        value >= 1_000_000_000_000
        ? (1_000_000_000_000, "万亿") : value >= 100_000_000 ? (100_000_000, "亿") : (10_000, "万")
      var fraction = String(value % scale)
      fraction = String(repeating: "0", count: String(scale).count - 1 - fraction.count) + fraction
      while fraction.hasSuffix("0") { fraction.removeLast() }
      return "\(value / scale)" + (fraction.isEmpty ? "" : "." + fraction) + name
    }
  }

  private static func groups(_ value: UInt64) -> [UInt64] {
    var rest = value
    var groups: [UInt64] = []
    repeat {
      groups.insert(rest % 10_000, at: 0)
      rest /= 10_000
    } while rest > 0
    return groups
  }

  private static func words(
    _ value: UInt64, digits: String, scales: String, liang: Bool = false
  ) -> String {
    let digits = Array(digits)
    let scales = Array(scales)
    guard value > 0 else { return String(digits[0]) }
    func group(_ value: UInt64) -> String {
      var text = ""
      var needsZero = false
      for place in [3, 2, 1, 0] {
        let digit = Int(value / [1, 10, 100, 1000][place] % 10)
        if digit == 0 {
          needsZero = !text.isEmpty
          continue
        }
        if needsZero { text.append(digits[0]) }
        needsZero = false
        text.append(liang && digit == 2 && place >= 2 ? "两" : digits[digit])
        if place > 0 { text.append(scales[place - 1]) }
      }
      return text
    }
    // Above 10^16 亿 is said of what stands before it: 一亿亿.
    if value >= 10_000_000_000_000_000 {
      let head = value / 100_000_000
      let tail = value % 100_000_000
      var text = words(head, digits: String(digits), scales: String(scales), liang: liang) + "亿"
      if tail > 0 {
        if tail < 10_000_000 { text.append(digits[0]) }
        text += words(tail, digits: String(digits), scales: String(scales), liang: liang)
      }
      return text
    }
    let groups = groups(value)
    var text = ""
    var needsZero = false
    for (index, part) in groups.enumerated() {
      let rank = groups.count - 1 - index
      if part == 0 {
        // 一万亿: the 亿 is said even when its own group is empty.
        if rank == 2, groups.count == 4 { text.append("亿") }
        needsZero = !text.isEmpty
        continue
      }
      if !text.isEmpty, needsZero || part < 1000 { text.append(digits[0]) }
      needsZero = false
      text += group(part) + ["", "万", "亿", "万"][rank]
    }
    return text
  }
}
