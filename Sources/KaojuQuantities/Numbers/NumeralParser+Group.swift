import KaojuVocabulary

extension NumeralParser {
  /// The digits between two large scales.
  struct Group {
    /// What they amount to.
    var ends: Ends = .zero
    /// The power of the last small scale (百 is 2).
    var lastPower: Int?
    /// Whether 零 has just opened a gap.
    var hasGap = false
    /// Whether the group begins with a gap.
    var beginsWithGap = false
    /// Whether the group is an unnamed digit alone (数万).
    var isBareVague = false
    /// Whether the digits were a plain digit behind a large scale: 一万五 is 15000.
    var spokenDigit: Ends?
    /// Whether the group has all its four places, as 五千 and 5000 do.
    var isThousand = false
    /// Whether a decimal point stands in it.
    var hasPoint = false
    /// Whether the last digit had a scale behind it, so that the group may go on.
    var lastWasScaled = false
  }

  /// Reads a group of digits: 一千二百三十四, 1234, 三四十, 两千四百五, 二〇二五, 二点五.
  mutating func readGroup() -> Group? {
    var group = Group()
    let begin = position
    loop: while position < units.count {
      switch kind(at: position) {
      case .ascii:
        guard readDigits(into: &group) else { break loop }
      case .digit where value(at: position) == 0 && (position > start || isGapAtStart):
        guard opensGap(group) else { break loop }
        mark(position)
        position += 1
        group.hasGap = true
        if group.lastPower == nil { group.beginsWithGap = true }
        continue loop
      case .digit:
        guard readHanDigits(into: &group) else { break loop }
      case .tens:
        guard (group.lastPower ?? 9) > 1, group.spokenDigit == nil else { break loop }
        add(value(at: position), power: 1, to: &group)
        mark(position)
        position += 1
        continue loop
      case .vague:
        guard readVagueDigit(into: &group) else { break loop }
      case .small:
        guard readBareScale(into: &group) else { break loop }
        continue loop
      case .point where position > start && !parts.isEmpty:
        // 两千万点五: the point stands right behind the scale.
        readPoint(into: &group)
        break loop
      case .large where position == start:
        // 万亿元, 亿万: a scale without a digit is one of it.
        group.ends = Ends(low: .one, high: .one)
        return group
      default: break loop
      }
      if group.lastWasScaled {
        group.lastWasScaled = false
        continue loop
      }
      break loop
    }
    guard position > begin else { return nil }
    if let spoken = group.spokenDigit, kind(at: position) != .large, let last = parts.last,
      group.lastPower == nil, !group.hasGap
    {
      group.ends = spoken.scaled(last.power - 1)
    }
    readPoint(into: &group)
    return group
  }

  /// Whether 零 begins a numeral that goes on (零五百 does not stand alone).
  private var isGapAtStart: Bool { kind(at: position + 1) == .small }

  /// Whether 零 here fills a gap: something stands before it, and digits follow.
  private func opensGap(_ group: Group) -> Bool {
    guard group.lastPower != nil || !parts.isEmpty || position == start, !group.hasGap else {
      return false
    }
    switch kind(at: position + 1) {
    case .digit: return value(at: position + 1) != 0
    case .ascii, .tens, .vague: return true
    case .small: return value(at: position + 1) == 1
    default: return false
    }
  }

  func add(_ digit: Int, power: Int, to group: inout Group) {
    let value = ExactDecimal(digit).scaled(byPowerOfTen: power)
    group.ends = group.ends.adding(Ends(low: value, high: value)) ?? group.ends
    group.lastPower = power
    group.hasGap = false
    if power == 3 { group.isThousand = true }
  }

  /// Reads a decimal point and its digits: 二点五, 一百点123.
  private mutating func readPoint(into group: inout Group) {
    guard !options.contains(.noHanPoint), kind(at: position) == .point, !group.hasPoint else {
      return
    }
    var index = position + 1
    var mantissa: Int128 = 0
    var exponent: Int32 = 0
    while index < units.count, exponent > -36 {
      let kind = kind(at: index)
      guard kind == .ascii || kind == .digit, !isLiang(units[index]) else { break }
      let digit = kind == .ascii ? Int(units[index]) - 0x30 : value(at: index)
      mantissa = mantissa * 10 + Int128(digit)
      exponent -= 1
      index += 1
    }
    let next = kind(at: index)
    guard exponent < 0, next != .small, next != .tens, exponent > -36 else { return }
    let fraction = ExactDecimal(mantissa: mantissa, exponent: exponent)
    guard let ends = group.ends.adding(Ends(low: fraction, high: fraction)) else {
      refusal = "number/too-big"
      position = index
      return
    }
    for digit in position..<index { mark(digit) }
    group.ends = ends
    group.hasPoint = true
    position = index
  }

  /// Whether the character is 两, which stands in no series of digits.
  func isLiang(_ unit: UInt16) -> Bool { unit == Han.pair || unit == Han.pairTraditional }

  /// Reads 多, 余, 来 behind a round number (一千多万, 50余, 十来).
  mutating func readSurplus(after group: Group?) {
    guard !options.contains(.noSurplus), surplus == nil, refusal == nil,
      group?.hasPoint != true || kind(at: position + 1) == .large
    else { return }
    var index = position
    if seen.ascii, index < units.count, units[index] == 0x20 { index += 1 }
    let kind = kind(at: index)
    guard kind == .surplus || kind == .roughly else { return }
    if let group {
      let isRound = group.ends.low.exponent > 0 || self.kind(at: index + 1) == .large
      guard isRound, group.ends.low.mantissa != 0, !seen.serial else { return }
    }
    surplus = kind == .surplus ? .more : .roughly
    position = index + 1
  }
}
