import KaojuVocabulary

/// Reads one numeral: groups of four digits (一千二百三十四) under large scales (万, 亿).
///
/// The parts read so far stand on a stack with falling scales. A large scale multiplies its own
/// group and every part below it, so 一万五千亿 is 15000 × 亿, not 一万 and 五千亿.
struct NumeralParser {
  /// The value of a part, or the two ends of it where a pair or an unnamed digit stands in it.
  struct Ends {
    var low: ExactDecimal
    var high: ExactDecimal

    static let zero = Ends(low: .zero, high: .zero)

    func adding(_ other: Ends) -> Ends? {
      guard let low = low.adding(other.low), let high = high.adding(other.high) else { return nil }
      return Ends(low: low, high: high)
    }

    func scaled(_ power: Int) -> Ends {
      Ends(low: low.scaled(byPowerOfTen: power), high: high.scaled(byPowerOfTen: power))
    }
  }

  /// A part under a large scale.
  struct Part {
    var ends: Ends
    var power: Int
  }

  /// What the characters of the numeral were.
  struct Seen {
    var ascii = false
    var lower = false
    var upper = false
    var serial = false
    var vague = false
    var pair = false
  }

  /// All that reading changes, to go back to; the rest of a parser is much more to copy.
  private struct Checkpoint {
    let position: Int
    let parts: [Part]
    let seen: Seen
    let surplus: Numeral.Surplus?
    let refusal: RuleID?
    let scaleStart: Int?
    let scaleEnd: Int?

    init(_ parser: NumeralParser) {
      position = parser.position
      parts = parser.parts
      seen = parser.seen
      surplus = parser.surplus
      refusal = parser.refusal
      scaleStart = parser.scaleStart
      scaleEnd = parser.scaleEnd
    }

    func restore(_ parser: inout NumeralParser) {
      parser.position = position
      parser.parts = parts
      parser.seen = seen
      parser.surplus = surplus
      parser.refusal = refusal
      parser.scaleStart = scaleStart
      parser.scaleEnd = scaleEnd
    }
  }

  let units: [UInt16]
  let printed: [UInt16]
  let classes: NumeralClasses
  let cues: NumberCues
  let start: Int
  let options: NumeralReader.Options
  var position: Int
  var parts: [Part] = []
  var seen = Seen()
  var surplus: Numeral.Surplus?
  var refusal: RuleID?
  var scaleStart: Int?
  var scaleEnd: Int?

  init(
    text: CanonicalText, classes: NumeralClasses, cues: NumberCues, start: Int,
    options: NumeralReader.Options
  ) {
    self.units = text.units
    self.printed = text.printed
    self.classes = classes
    self.cues = cues
    self.start = start
    self.options = options
    self.position = start
  }

  func kind(at index: Int) -> NumeralClasses.Kind {
    index < units.count ? classes.kind(units[index]) : .none
  }

  func value(at index: Int) -> Int { classes.value(units[index]) }

  /// Reads the numeral; `nil` when the characters here make none.
  mutating func parse() -> Numeral? {
    var rest: Ends = .zero
    while true {
      let checkpoint = Checkpoint(self)
      guard let group = readGroup() else { break }
      readSurplus(after: group)
      guard let (first, power) = readLargeScale() else {
        rest = group.ends
        break
      }
      switch push(group, first: first, power: power) {
      case .stacked: break
      case .refused(let reason): refusal = refusal ?? reason
      case .separate:
        checkpoint.restore(&self)
        return finish(rest: .zero)
      }
      if surplus != nil || refusal != nil { break }
      readSurplus(after: nil)
      if surplus != nil {
        liftSurplus()
        break
      }
    }
    return finish(rest: rest)
  }

  /// Reads a scale behind 多: 四百六十万多亿 is 四百六十万亿 and some more.
  private mutating func liftSurplus() {
    guard let last = parts.last, parts.count == 1, kind(at: position) == .large,
      value(at: position) <= 8
    else { return }
    let power = value(at: position)
    parts = [Part(ends: last.ends.scaled(power), power: last.power + power)]
    scaleStart = nil
    mark(position)
    position += 1
  }

  private enum Push { case stacked, separate, refused(RuleID) }

  /// Puts a group under its scale, together with the parts that the scale multiplies too.
  ///
  /// - Parameters:
  ///   - first: The power of the scale right behind the group (4 in 五万亿).
  ///   - power: The power of all scales behind it (12 in 五万亿).
  private mutating func push(_ group: Group, first: Int, power: Int) -> Push {
    var ends = group.ends
    if let last = parts.last, last.power <= first, !group.hasPoint {
      if last.power == first { return .separate }
      guard group.isThousand || group.beginsWithGap else {
        return .refused("number/ambiguous-scale")
      }
    }
    while let last = parts.last, last.power < first || (group.hasPoint && last.power == first) {
      guard let sum = ends.adding(last.ends) else { return .refused("number/too-big") }
      ends = sum
      parts.removeLast()
    }
    if group.isBareVague {
      // 数万 reaches to just below ten of its scale.
      let top = ExactDecimal.one.scaled(byPowerOfTen: power + 1).subtracting(.one)
      ends = Ends(low: ends.low.scaled(byPowerOfTen: power), high: top ?? ends.high)
    } else {
      ends = ends.scaled(power)
    }
    if let last = parts.last, last.power <= power { return .refused("number/ambiguous-scale") }
    parts.append(Part(ends: ends, power: power))
    return .stacked
  }

  /// Reads 万, 亿, 万亿 after a group, or at the start of a numeral (万亿元);
  /// gives the power of the first and of all.
  private mutating func readLargeScale() -> (first: Int, all: Int)? {
    var index = position
    if seen.ascii, index < units.count, units[index] == 0x20, kind(at: index + 1) == .large {
      index += 1
    }
    guard kind(at: index) == .large else { return nil }
    var power = 0
    let begin = index
    while kind(at: index) == .large, power < 64 {
      guard isScale(at: index) else { break }
      power += value(at: index)
      mark(index)
      index += 1
    }
    guard power > 0 else { return nil }
    if parts.isEmpty {
      scaleStart = begin
      scaleEnd = index
    } else {
      scaleStart = nil
      scaleEnd = nil
    }
    position = index
    return (value(at: begin), power)
  }

  /// Whether 兆 or 京 stands for a power of ten here and not for a prefix or a name.
  ///
  /// Only where the numeral goes on or money follows; elsewhere the caller sees it behind the number.
  private func isScale(at index: Int) -> Bool {
    let power = value(at: index)
    guard power > 8 else { return true }
    let next = kind(at: index + 1)
    if power == 16 { return goesOnBelow(index) }
    let continues =
      next == .digit || next == .ascii || next == .large || next == .vague
      || next == .tens || (next == .small && value(at: index + 1) == 1)
    if continues { return true }
    let isMoney =
      index + 1 < units.count
      && cues.plays(.moneyBehind, units[index + 1])
    return power == 12 && isMoney
  }

  /// Whether 万, 亿 or 兆 follows in the numeral, as below 京: 二京十三省 are provinces.
  private func goesOnBelow(_ index: Int) -> Bool {
    var end = index + 1
    while kind(at: end) != .none, kind(at: end) != .large { end += 1 }
    return end > index + 1 && kind(at: end) == .large
  }

  private func finish(rest: Ends) -> Numeral? {
    guard position > start else { return nil }
    var numeral = Numeral(
      range: TextRange(start, position), low: .zero, high: .zero, surplus: surplus,
      digits: TextRange(start, position), scale: TextRange(position, position), form: form,
      isVague: seen.vague, isPair: seen.pair, refusal: refusal)
    if let scaleStart, let scaleEnd, scaleEnd == position || isSurplusMark(scaleEnd) {
      numeral.digits = TextRange(start, digitsEnd(before: scaleStart))
      numeral.scale = TextRange(scaleStart, scaleEnd)
    }
    let whole = parts.reduce(rest as Ends?) { $0?.adding($1.ends) }
    guard refusal == nil, let sum = whole else {
      numeral.refusal = refusal ?? "number/too-big"
      return numeral
    }
    numeral.low = sum.low
    numeral.high = sum.high
    if numeral.isVague, surplus != nil { numeral.surplus = nil }
    return numeral
  }

  private func digitsEnd(before scale: Int) -> Int {
    var end = scale
    while end > start, units[end - 1] == 0x20 || isSurplusMark(end - 1) { end -= 1 }
    return end
  }

  private func isSurplusMark(_ index: Int) -> Bool {
    let kind = kind(at: index)
    return kind == .surplus || kind == .roughly
  }

  private var form: Numeral.Form {
    if seen.serial, !seen.ascii { return .serial }
    switch (seen.ascii, seen.lower, seen.upper) {
    case (true, false, false): return .digits
    case (false, true, false): return .lower
    case (false, false, true): return .upper
    default: return .mixed
    }
  }

  /// Notes what kind of character stands at `index`.
  mutating func mark(_ index: Int) {
    if units[index] < 0x80 {
      seen.ascii = true
    } else if classes.isUpper(units[index]) {
      seen.upper = true
    } else {
      seen.lower = true
    }
  }
}
