import KaojuVocabulary

/// Makes the short forms under which a text speaks of a name: 湖北新日电动车有限公司 → 湖北新日, 新日.
struct ShortForms {
  /// A short form, and whether it is the bare brand, which needs more care.
  struct Form {
    var units: [UInt16]
    /// Whether it may not be an ordinary word of the dictionary.
    var isGuarded: Bool
  }

  let chart: Chart
  let rules: NameRules

  /// The short forms of a name that stands at some words.
  func forms(of words: Range<Int>, kind: EntityKind) -> [Form] {
    switch kind {
    case .firm: return firmForms(words)
    case .lab, .zone, .organization, .university: return tailForms(words)
    case .person: return personForms(words)
    case .product: return productForms(words)
    case .occasion: return occasionForms(words)
    default: return []
    }
  }

  private func units(_ words: Range<Int>) -> [UInt16] {
    Array(chart.units[chart.range(words).indices])
  }

  /// `place? core trade* legal*`: without the legal form, without the place, place and core, core.
  ///
  /// The place ends with a word; trade and legal form are cut on the characters, since a register's
  /// name may hold them in one word (新日电动车).
  private func firmForms(_ words: Range<Int>) -> [Form] {
    var coreStart = words.lowerBound
    while coreStart < words.upperBound - 1, chart.isPlace(coreStart) { coreStart += 1 }
    let place = chart.words[words.lowerBound].range.start..<chart.words[coreStart].range.start
    let full = chart.range(words)
    let legalStart = cut(.legal, from: full.end, to: place.upperBound)
    let coreEnd = cut(.trade, from: legalStart, to: place.upperBound)
    var forms: [Form] = []
    func add(_ first: Int, _ end: Int, tail: [UInt16] = [], guarded: Bool) {
      var first = first
      var end = end
      // “五粮液”集团 is spoken of without the marks.
      if end - first > 2, chart.units[first] == 0x201C, chart.units[end - 1] == 0x201D {
        first += 1
        end -= 1
      }
      let size = end - first + tail.count
      if end - first >= 2, size < full.count {
        forms.append(Form(units: Array(chart.units[first..<end]) + tail, isGuarded: guarded))
      }
    }
    if legalStart < full.end {
      add(place.lowerBound, legalStart, guarded: true)
      add(place.upperBound, legalStart, guarded: true)
    }
    if !place.isEmpty { add(place.upperBound, full.end, guarded: true) }
    let size = coreEnd - place.upperBound
    let isBrand = (coreStart..<words.upperBound).contains {
      chart.words[$0].range.start < coreEnd && chart.isProper($0)
    }
    guard size >= 2, isBrand || size >= 4 else { return forms }
    if size <= 6 {
      if !place.isEmpty { add(place.lowerBound, coreEnd, guarded: false) }
      add(place.upperBound, coreEnd, guarded: true)
      for tail in ["公司", "集团"] {
        add(place.upperBound, coreEnd, tail: Array(tail.utf16), guarded: false)
      }
    }
    if legalStart - place.upperBound > 4, size == 2 {
      add(place.upperBound, place.upperBound + 4, guarded: true)
    }
    return forms
  }

  /// Where the words of a class that end at an offset begin, one after another.
  private func cut(_ kind: WordClass, from end: Int, to start: Int) -> Int {
    var end = end
    if kind == .legal, end > start, chart.units[end - 1] == 0x29 {
      // (香港), (集团) behind the name.
      if let open = chart.units[start..<end].lastIndex(of: 0x28) { end = open }
    }
    cutting: while end - start > 2 {
      var node = PhraseTrie.root
      var offset = end - 1
      var found: Int?
      while offset >= start + 2, let next = rules.tails.step(from: node, by: chart.units[offset]) {
        node = next
        let value = rules.tails.value(at: node)
        if value >= 0, rules.classSets[Int(value)].contains(kind) { found = offset }
        offset -= 1
      }
      guard let found else { break cutting }
      end = found
    }
    return end
  }

  /// What is left when place, zone or modifier before the proper core go: 材料科学姑苏实验室 → 姑苏实验室.
  private func tailForms(_ words: Range<Int>) -> [Form] {
    var forms: [Form] = []
    var first = words.lowerBound + 1
    while first < words.upperBound - 1 {
      if chart.isProper(first), !chart.isPlace(first) || chart.words[first].isUnknown,
        chart.words[first - 1].count > 1 || chart.words[first].count > 1,
        chart.words[first].shape == .han
      {
        let form = units(first..<words.upperBound)
        if form.count >= 4 { forms.append(Form(units: form, isGuarded: true)) }
      }
      first += 1
    }
    return forms
  }

  /// The last part of a foreign name: 弗拉基米尔·普京 → 普京.
  private func personForms(_ words: Range<Int>) -> [Form] {
    guard let dot = words.last(where: { chart.isUnit($0, 0xB7) }), dot + 1 < words.upperBound
    else { return [] }
    let last = units(dot + 1..<words.upperBound)
    return last.count >= 2 ? [Form(units: last, isGuarded: true)] : []
  }

  /// The Chinese brand before letters and digits: 帝豪EC7 → 帝豪.
  private func productForms(_ words: Range<Int>) -> [Form] {
    let range = chart.range(words)
    let brand = chart.units[range.indices].prefix { $0 >= 0x3400 }
    guard (2...4).contains(brand.count), brand.endIndex < range.end,
      Chart.Word.isAlphanumeric(chart.units[brand.endIndex])
    else { return [] }
    return [Form(units: Array(brand), isGuarded: true)]
  }

  /// The name without its year.
  private func occasionForms(_ words: Range<Int>) -> [Form] {
    guard words.count > 2, chart.words[words.lowerBound].shape == .number else { return [] }
    return [Form(units: units(words.lowerBound + 1..<words.upperBound), isGuarded: true)]
  }
}
