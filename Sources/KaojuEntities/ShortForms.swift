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
  private func firmForms(_ words: Range<Int>) -> [Form] {
    var coreStart = words.lowerBound
    while coreStart < words.upperBound - 1, chart.isPlace(coreStart) { coreStart += 1 }
    var legalStart = words.upperBound
    while legalStart > coreStart + 1,
      chart.words[legalStart - 1].classes.contains(.legal)
        || chart.isUnit(legalStart - 1, 0x29)
    {
      legalStart -= 1
    }
    var tradeStart = legalStart
    while tradeStart > coreStart + 1, chart.words[tradeStart - 1].classes.contains(.trade) {
      tradeStart -= 1
    }
    var forms: [Form] = []
    func add(_ units: [UInt16], guarded: Bool) {
      if units.count >= 2, units.count < chart.range(words).count {
        forms.append(Form(units: units, isGuarded: guarded))
      }
    }
    let place = words.lowerBound..<coreStart
    if legalStart < words.upperBound {
      add(units(words.lowerBound..<legalStart), guarded: true)
      add(units(coreStart..<legalStart), guarded: true)
    }
    if !place.isEmpty { add(units(coreStart..<words.upperBound), guarded: true) }
    let core = coreStart..<tradeStart
    guard core.contains(where: { chart.isProper($0) }) || chart.range(core).count >= 4 else {
      return forms
    }
    if chart.range(core).count <= 6 {
      if !place.isEmpty { add(units(words.lowerBound..<tradeStart), guarded: false) }
      add(units(core), guarded: true)
      let name = units(core)
      for tail in ["公司", "集团"] { add(name + Array(tail.utf16), guarded: false) }
    }
    let long = units(coreStart..<legalStart)
    if long.count > 4, chart.range(core).count == 2 {
      add(Array(long.prefix(4)), guarded: true)
    }
    return forms
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
    guard let latin = words.first(where: { chart.words[$0].shape == .latin }),
      latin > words.lowerBound, chart.words[words.lowerBound].shape == .han
    else { return [] }
    let brand = units(words.lowerBound..<latin)
    return (2...4).contains(brand.count) ? [Form(units: brand, isGuarded: true)] : []
  }

  /// The name without its year.
  private func occasionForms(_ words: Range<Int>) -> [Form] {
    guard words.count > 2, chart.words[words.lowerBound].shape == .number else { return [] }
    return [Form(units: units(words.lowerBound + 1..<words.upperBound), isGuarded: true)]
  }
}
