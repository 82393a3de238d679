package import KaojuModels
import KaojuVocabulary

/// What looks like a number and is none, and words that are amounts without a numeral.
package struct NumberGuards: Sendable {
  /// A word that is an amount (一半, 过半, 翻番).
  struct AmountWord: Sendable {
    var value: QuantityValue
    var notAfter: [[UInt16]]
    var bars: [[UInt16]]
    var rule: RuleID
  }

  private var phrases = PhraseTrie()
  private var unless: [[[UInt16]]] = []
  private var amountTrie = PhraseTrie()
  private var amounts: [AmountWord] = []
  private var money = PhraseTrie()
  /// Words that a code follows, spelt backwards.
  private var codes = PhraseTrie()

  /// Reads the tables.
  package init(models: ModelFolder, faults: inout [ModelFault]) {
    let list = models.table(
      "numbers/not-numbers.tsv", required: ["phrase", "unless"], optional: ["source"],
      faults: &faults)
    var named: [Substring: Int] = [:]
    for row in list?.rows ?? [] {
      let cell = row["unless"]
      guard cell.hasPrefix("=") else {
        named[row["phrase"]] = unless.count
        _ = phrases.insert(row["phrase"], value: unless.count)
        unless.append(row.list("unless").map { Array($0.utf16) })
        continue
      }
      guard let same = named[cell.dropFirst()] else {
        faults.append(
          ModelFault(
            file: "numbers/not-numbers.tsv", line: row.line, column: row.position(of: "unless"),
            .undefined(
              what: "phrase", name: String(cell.dropFirst()),
              suggestion: Suggestion.nearest(
                to: String(cell.dropFirst()), among: named.keys.map(String.init)))))
        continue
      }
      _ = phrases.insert(row["phrase"], value: same)
    }
    let contexts = models.table(
      "numbers/money-contexts.tsv", required: ["word"], optional: ["source"], faults: &faults)
    for row in contexts?.rows ?? [] { _ = money.insert(row["word"], value: 0) }
    let codeWords = models.table(
      "numbers/code-contexts.tsv", required: ["word"], optional: ["source"], faults: &faults)
    for row in codeWords?.rows ?? [] { _ = codes.insert(String(row["word"].reversed()), value: 0) }
    loadAmounts(models, faults: &faults)
  }

  private mutating func loadAmounts(_ models: ModelFolder, faults: inout [ModelFault]) {
    let file = "numbers/amount-words.tsv"
    let table = models.table(
      file,
      required: [
        "surface", "amount", "low", "high", "comparator", "dimension", "not_after", "bars",
      ],
      optional: ["source"], faults: &faults)
    for row in table?.rows ?? [] {
      guard let amount = ExactDecimal(row["amount"]) else {
        faults.append(
          ModelFault(
            file: file, line: row.line, column: row.position(of: "amount"),
            .malformed(
              what: "amount", value: String(row["amount"]), expected: "a plain decimal")))
        continue
      }
      _ = amountTrie.insert(row["surface"], value: amounts.count)
      amounts.append(
        AmountWord(
          value: QuantityValue(
            amount: amount, low: ExactDecimal(row["low"]), high: ExactDecimal(row["high"]),
            comparator: Comparator(sign: row["comparator"]) ?? .equal,
            dimension: DimensionID(String(row["dimension"])),
            written: .init(amount: String(row["surface"]))),
          notAfter: row.list("not_after").map { Array($0.utf16) },
          bars: row.list("bars").map { Array($0.utf16) },
          rule: RuleID("numbers/amount-words:\(row.line)")))
    }
  }

  /// Whether a set phrase or an amount word begins with a character.
  func mayBegin(with unit: UInt16) -> Bool {
    phrases.begins(with: unit) || amountTrie.begins(with: unit)
  }

  /// The end of the longest set phrase at `start`.
  func phraseEnd(_ units: [UInt16], at start: Int) -> Int? {
    guard let (value, end) = phrases.longest(in: units, at: start),
      !unless[value].contains(where: { UnitCatalog.stands($0, in: units, at: end) })
    else { return nil }
    return end
  }

  /// The longest amount word at `start`.
  func amountWord(_ units: [UInt16], at start: Int) -> (word: AmountWord, end: Int)? {
    guard let (value, end) = amountTrie.longest(in: units, at: start) else { return nil }
    let word = amounts[value]
    guard
      !word.notAfter.contains(where: { UnitCatalog.stands($0, in: units, at: start - $0.count) }),
      !word.bars.contains(where: { UnitCatalog.stands($0, in: units, at: end) })
    else { return nil }
    return (word, end)
  }

  /// Whether digits at `start` are a code because of the word before them: 编号为6209L.
  func isCode(_ units: [UInt16], at start: Int, cues: NumberCues) -> Bool {
    guard start > 1 else { return false }
    let end = cues.plays(.codeLink, units[start - 1]) ? start - 1 : start
    var isCode = false
    codes.walkBack(units, from: end, to: 0) { _, _ in isCode = true }
    return isCode
  }

  /// Whether a word of money stands in the clause within twelve characters before `position`.
  func isMoneyContext(_ units: [UInt16], before position: Int) -> Bool {
    var index = position - 1
    while index >= max(0, position - 12) {
      let unit = units[index]
      if unit == 0x2C || unit == 0x3B || unit == Han.fullStop || unit == 0x0A { return false }
      if let (_, end) = money.longest(in: units, at: index), end <= position { return true }
      index -= 1
    }
    return false
  }
}
