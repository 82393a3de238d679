package import KaojuModels
import KaojuVocabulary

/// What each UTF-16 code unit is in a numeral, from `models/numbers/digits.tsv`.
///
/// One table of 65,536 entries, so that scanning an article costs one load a character.
package struct NumeralClasses: Sendable {
  /// The part that a character plays.
  package enum Kind: UInt16, Sendable, CaseIterable {
    /// Nothing.
    case none
    /// An ASCII digit.
    case ascii
    /// 一, 壹, 〇.
    case digit
    /// 廿, 卅: a digit and its ten.
    case tens
    /// 十, 百, 千.
    case small
    /// 万, 亿.
    case large
    /// 几, 数.
    case vague
    /// 多, 余.
    case surplus
    /// 来.
    case roughly
    /// 点.
    case point

    init?(name: some StringProtocol) {
      guard let kind = Self.allCases.first(where: { String(describing: $0) == name }),
        kind != .none, kind != .ascii
      else { return nil }
      self = kind
    }
  }

  private let table: [UInt16]

  /// Reads the table.
  package init(models: ModelFolder, faults: inout [ModelFault]) {
    var table = [UInt16](repeating: 0, count: 0x10000)
    for digit in UInt16(0)...9 { table[Int(0x30 + digit)] = Kind.ascii.rawValue | digit << 4 }
    let file = "numbers/digits.tsv"
    let rows = models.table(
      file, required: ["surface", "kind", "value", "form"], optional: ["source"], faults: &faults)
    for row in rows?.rows ?? [] {
      guard let unit = row["surface"].utf16.first, row["surface"].utf16.count == 1 else {
        faults.append(
          ModelFault(
            file: file, line: row.line,
            .malformed(
              what: "surface", value: String(row["surface"]), expected: "a single character")))
        continue
      }
      guard let kind = Kind(name: row["kind"]) else {
        let names = Kind.allCases.map { String(describing: $0) }
        faults.append(
          ModelFault(
            file: file, line: row.line, column: row.position(of: "kind"),
            .undefined(
              what: "kind", name: String(row["kind"]),
              suggestion: Suggestion.nearest(to: String(row["kind"]), among: names))))
        continue
      }
      guard let value = UInt16(row["value"]), value < 32 else {
        faults.append(
          ModelFault(
            file: file, line: row.line, column: row.position(of: "value"),
            .malformed(
              what: "value", value: String(row["value"]), expected: "a whole number below 32")))
        continue
      }
      let upper: UInt16 = row["form"] == "upper" ? 1 << 12 : 0
      table[Int(unit)] = kind.rawValue | value << 4 | upper
    }
    self.table = table
  }

  /// The part that a character plays.
  @inline(__always)
  package func kind(_ unit: UInt16) -> Kind {
    Kind(rawValue: table[Int(unit)] & 0xF) ?? .none
  }

  /// The digit, or the power of ten of a scale.
  @inline(__always)
  package func value(_ unit: UInt16) -> Int { Int(table[Int(unit)] >> 4 & 0x1F) }

  /// Whether the character is one of cheques (壹, 拾).
  @inline(__always)
  package func isUpper(_ unit: UInt16) -> Bool { table[Int(unit)] & 1 << 12 != 0 }

  /// Whether a numeral can begin with the character; with 京 and 兆 none does (北京673亿元).
  @inline(__always)
  package func startsNumeral(_ unit: UInt16) -> Bool {
    let entry = table[Int(unit)]
    let kind = entry & 0xF
    guard kind != 0, kind <= Kind.vague.rawValue else { return false }
    return kind != Kind.large.rawValue || entry >> 4 & 0x1F <= 8
  }
}
