import KaojuVocabulary

extension HeadFinder {
  /// How far a name may reach left of its head, whatever it then is.
  ///
  /// The first word of the widest body; `scan.headFirst` when there is none.
  func widestLeft(_ scan: Scan, in chart: Chart) -> Int {
    var left = scan.headFirst
    let limit = max(0, scan.last - Self.longest)
    while left > limit {
      if chart.words[left].hasGapBefore { break }
      let word = left - 1
      if chart.words[word].shape == .punctuation {
        if chart.isUnit(word, 0xB7), word > limit, chart.words[left].isTransliterated,
          chart.words[word - 1].isTransliterated
        {
          left = word - 1
          continue
        }
        // 中国-海湾阿拉伯国家合作委员会|自由贸易区 is between the two.
        if chart.isUnit(word, 0x2D) || chart.isUnit(word, 0x2014), scan.head.kind == .zone,
          word > limit, chart.isPlace(word - 1), left < scan.headFirst, chart.isProper(left)
        {
          left = word - 1
          continue
        }
        guard let opening = opening(of: word, in: chart) else { break }
        left = opening
        if chart.isUnit(opening, 0x201C) { break }
        continue
      }
      guard mayStand(word, before: left, in: scan, chart: chart) else {
        // 中国|驻|纽约|总领事馆
        guard scan.head.kind == .government, chart.isUnit(word, 0x9A7B), word > limit,
          chart.isPlace(left), chart.isPlace(word - 1)
        else { break }
        left = word - 1
        continue
      }
      left = word
    }
    return left
  }

  /// The word that opens the bracket or quotation which a word closes, when it holds four words or less.
  private func opening(of word: Int, in chart: Chart) -> Int? {
    let close = chart.isUnit(word, 0x29) ? UInt16(0x28) : chart.isUnit(word, 0x201D) ? 0x201C : 0
    guard close != 0 else { return nil }
    var index = word - 1
    while index >= 0, index >= word - 5 {
      if chart.isUnit(index, close) {
        // A bracket inside a name holds a place or a name: (三亚), (中国), (ProMOS).
        return index == word - 2
          && (close == 0x201C || chart.isPlace(index + 1)
            || chart.words[index + 1].classes.contains(.legal))
          || index < word - 2 && close == 0x201C ? index : nil
      }
      if chart.words[index].shape == .punctuation
        || !chart.words[index].classes.isDisjoint(with: [.stop, .byline])
      {
        return nil
      }
      index -= 1
    }
    return nil
  }

  /// Whether a word may stand inside the name, left of the body found so far.
  private func mayStand(_ word: Int, before left: Int, in scan: Scan, chart: Chart) -> Bool {
    let item = chart.words[word]
    if let name = chart.clearName(at: word), name.words.count == 1, name.kind != .person {
      if scan.head.kind == .zone, name.kind == .university || name.kind == .government {
        return false
      }
      return mayFollowFirm(name.kind == .firm, left, scan, in: chart)
    }
    if isBrandOfFunctionCharacter(word, before: left, in: scan, chart: chart) { return true }
    if item.classes.contains(.conjunction) {
      return conjunctionMayStand(word, in: scan, chart: chart)
    }
    if item.classes.contains(.stop) { return false }
    if item.classes.contains(.titleBefore) { return left == scan.headFirst && item.count > 1 }
    if scan.head.kind == .zone, let end = chart.nameEnds[word],
      end == .university || end == .government
    {
      return false
    }
    // 埃及|一|癌症研究所 counts one of them; 3月31日|电|中国国务院 is a dateline.
    if chart.isUnit(word, 0x4E00) { return false }
    if chart.isUnit(word, 0x7535), word > 0, chart.words[word - 1].tag == .time { return false }
    if mayNotLead(word, before: left, in: scan, chart: chart) { return false }
    guard mayFollowFirm(chart.nameEnds[word] == .firm, left, scan, in: chart) else { return false }
    // 货物|送|上海保税区, 方|雅戈尔: a single character does not lead a name that is known.
    if item.count == 1, left < scan.headFirst, chart.words[left].count > 1,
      item.classes.isDisjoint(with: [.leader]), word == 0 || !chart.isPlace(word - 1),
      chart.clearName(at: left) != nil || chart.isPlace(left) && item.tag == .verb
    {
      return false
    }
    // 去|亚洲|建|工业园, 到|欧洲|买|银行: who does it there is not named.
    if item.count == 1, item.tag == .verb, left == scan.headFirst, word > 0,
      chart.isPlace(word - 1),
      scan.head.kind == .zone || scan.head.kind == .firm && scan.head.length < 4
    {
      return false
    }
    let isAction =
      item.tag == .verb || item.tag == .verbalNoun || item.classes.contains(.inner)
    if isAction, left < scan.headFirst, item.count > 1,
      chart.isPlace(left) || chart.clearName(at: left) != nil
    {
      return false
    }
    if item.classes.contains(.legal), left < scan.headFirst || scan.head.kind != .firm {
      return false
    }
    if item.tag == .verb || item.tag == .verbalNoun, word > 0, let end = chart.nameEnds[word - 1],
      end != .zone, chart.clearName(at: left) != nil || !isInsideUniversity(end, item, scan)
    {
      return false
    }
    if item.classes.contains(.inner) { return true }
    if item.shape == .latin { return true }
    // Idioms and set phrases of four characters say something of a name: 充分发挥|….
    if item.count >= 4, item.tag.description == "l" || item.tag.description == "i" { return false }
    if item.shape == .number || isOrdinal(word, in: chart) {
      return numberMayStand(word, before: left, in: scan, chart: chart)
    }
    if item.classes.contains(.apposition), chart.isProper(left) { return false }
    if item.count == 1 {
      return chart.isBrandPiece(word) || item.classes.contains(.leader)
    }
    switch item.tag {
    case .verb, .preposition, .conjunction, .pronoun, .adverb, .numeral, .classifier, .timeWord,
      .particle:
      return item.isUnknown
    default:
      return true
    }
  }

  /// Whether the body so far may follow a firm's name: 百川智能|机器股份有限公司, but not 宝钢集团|八钢公司.
  private func mayFollowFirm(
    _ isFirm: Bool, _ left: Int, _ scan: Scan, in chart: Chart
  ) -> Bool {
    guard isFirm, scan.head.kind == .firm, left < scan.headFirst else { return true }
    // 中国联通|天津|分公司 is one.
    if chart.units[chart.words[scan.headFirst].range.start] == 0x5206, scan.head.length > 2 {
      return true
    }
    return !(left..<scan.headFirst).contains { word in
      chart.isProper(word) && !(word > left && chart.isUnit(word - 1, 0x28))
    }
  }

  /// Whether a verb stands in a place's name (保护|青藏高原) or 建设 before a zone's
  /// (海南全岛|建设|自贸试验区, 蒙方|建设|工业园区): there the name begins behind it.
  private func mayNotLead(_ word: Int, before left: Int, in scan: Scan, chart: Chart) -> Bool {
    let item = chart.words[word]
    guard item.count > 1, !item.isUnknown else { return false }
    if scan.head.kind == .place {
      switch item.tag {
      case .verb, .verbalNoun, .adverb, .adjective: return true
      default: return false
      }
    }
    return scan.head.kind == .zone && chart.units(of: word).elementsEqual([0x5EFA, 0x8BBE])
  }

  /// Whether a word is what a university's school or a firm works at: 复旦大学|管理|学院,
  /// 奥瑞金|包装|有限公司.
  private func isInsideUniversity(
    _ end: EntityKind, _ item: Chart.Word, _ scan: Scan
  ) -> Bool {
    guard item.classes.contains(.inner) else { return false }
    if end == .firm || end == .place {
      return scan.head.kind == .firm && scan.head.length >= 4
    }
    return (end == .university || end == .lab)
      && (scan.head.kind == .university || scan.head.kind == .lab)
  }

  /// Whether a function character is part of a brand: it stands behind a place, or behind a place
  /// and a character or two, before the rest of a registered firm (宁夏|正|丰|建筑有限公司,
  /// 海宁|宏|锦|来|贸易有限公司).
  private func isBrandOfFunctionCharacter(
    _ word: Int, before left: Int, in scan: Scan, chart: Chart
  ) -> Bool {
    let item = chart.words[word]
    guard scan.head.kind == .firm, scan.head.length >= 4, item.count == 1, item.shape == .han,
      left < scan.headFirst, !item.hasGapBefore,
      rules.plays(.brandFunction, chart.units[item.range.start])
    else { return false }
    var place = word - 1
    while place > 0, word - place < 3, !chart.isPlace(place), chart.isBrandPiece(place),
      !chart.words[place].hasGapBefore
    {
      place -= 1
    }
    guard place >= 0, chart.isPlace(place) else { return false }
    return chart.words[left].count == 1
      || place < word - 1 && !chart.words[left].classes.isDisjoint(with: [.trade, .inner])
  }

  /// Whether a word is 第 and a number: 第八.
  private func isOrdinal(_ word: Int, in chart: Chart) -> Bool {
    chart.words[word].count > 1 && chart.units[chart.words[word].range.start] == 0x7B2C
      && chart.words[word].count <= 4
  }

  /// A ministry or institute may hold 和, 与, 及: what follows it then is common, and what stands
  /// before it is no name that has ended (中科院长春光学精密机械与物理研究所).
  private func conjunctionMayStand(_ word: Int, in scan: Scan, chart: Chart) -> Bool {
    let kind = scan.head.kind
    guard
      kind == .lab || kind == .government || kind == .organization || kind == .university
        || kind == .occasion,
      word > 0,
      word + 1 < scan.headFirst || kind == .government && word + 1 <= scan.headFirst
    else { return false }
    // 文化和旅游厅 is one; 中宣部和|外交部, 法国和|众议院 are two.
    if kind == .government {
      guard scan.head.strength == .organ,
        rules.plays(.officeEnd, chart.units[chart.words[scan.last].range.end - 1])
      else { return false }
    }
    for right in word + 1..<max(scan.headFirst, word + 1) where chart.isProper(right) {
      return false
    }
    let before = chart.words[word - 1]
    guard before.shape == .han, before.count > 1, !chart.words[word].hasGapBefore,
      !chart.isPlace(word - 1), !chart.endsZone(word - 1)
    else { return false }
    // The part before must reach a proper element without ending in a head of its own.
    var node = PhraseTrie.root
    var offset = before.range.end - 1
    while offset >= before.range.start,
      let next = rules.headTrie.step(from: node, by: chart.units[offset])
    {
      node = next
      let value = rules.headTrie.value(at: node)
      if value >= 0, rules.heads[Int(value)].strength != .barred,
        rules.heads[Int(value)].strength != .weak
      {
        return false
      }
      offset -= 1
    }
    var left = word - 1
    while left > 0, left > word - 7, !chart.words[left].hasGapBefore,
      chart.words[left].shape == .han, !chart.words[left].classes.contains(.stop)
    {
      // 冬奥会|会徽和|冬残奥会 are two.
      if kind == .occasion, chart.nameEnds[left] == .occasion { return false }
      if chart.isPlace(left) || chart.endsZone(left) || chart.clearName(at: left) != nil {
        return true
      }
      left -= 1
    }
    return chart.isPlace(left) || chart.clearName(at: left) != nil
  }

  /// A bare number of up to four digits may open the name of a hospital or institute (301医院).
  private func numberMayStand(_ word: Int, before left: Int, in scan: Scan, chart: Chart) -> Bool {
    let item = chart.words[word]
    // 上海市|第二|中级|人民法院
    if scan.head.kind == .government, scan.head.length == 4, isOrdinal(word, in: chart) {
      return chart.units[chart.words[scan.last].range.end - 1] == 0x9662
    }
    guard scan.head.kind == .organization || scan.head.kind == .lab, item.count <= 4,
      chart.words[left].shape == .han
    else { return false }
    // 广州市|第八|人民医院, 浙江大学医学院|附属|第一医院
    if isOrdinal(word, in: chart) { return left == scan.headFirst && scan.head.kind != .lab }
    return chart.units(of: word).allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Cuts off what only stands before the name: a zone, adverbs, verbal nouns, class nouns.
  func trimmed(_ widest: Int, _ scan: Scan, in chart: Chart) -> Int {
    var left = widest
    if scan.head.kind != .government, scan.headFirst > left {
      for word in (left..<scan.headFirst).reversed() where chart.endsZone(word) {
        left = word + 1
        break
      }
    }
    if scan.headFirst > left {
      for word in (left..<scan.headFirst).reversed()
      where chart.words[word].classes.contains(.cut) {
        left = word + 1
        break
      }
    }
    // 会同|长三角…: an ambiguous county before a larger place is another word.
    while left + 1 < scan.headFirst, chart.clearName(at: left) == nil, chart.isPlace(left),
      let next = chart.clearName(at: left + 1), next.kind == .place,
      next.record.level != "county", next.record.level != "prefecture"
    {
      left += 1
    }
    while left < scan.headFirst {
      let item = chart.words[left]
      let isName =
        chart.clearName(at: left).map { $0.kind != .place || $0.record.level != "" } ?? false
      if isName, item.classes.isDisjoint(with: [.strip]) { break }
      let mayGo =
        item.classes.contains(.strip) || item.classes.contains(.apposition)
        || isClassNoun(left, scan, in: chart)
        || (item.tag == .verbalNoun && !chart.isProper(left))
        || (item.tag.description.first == "d" || item.tag.description == "i"
          || item.tag.description == "ad"
          || item.tag.description == "l"
            && !chart.isProper(left))
      guard mayGo || isLooseCharacter(left, in: chart) else { break }
      left += 1
    }
    return left
  }

  /// Whether a word calls what follows by its class: 中资企业|华嘉木业公司, 医院|希法医院.
  private func isClassNoun(_ word: Int, _ scan: Scan, in chart: Chart) -> Bool {
    let units = chart.units(of: word)
    if units.count > 2, units.suffix(2).elementsEqual([0x4F01, 0x4E1A]) { return true }
    let end = chart.words[scan.last].range.end
    // 定点医院|哈尔滨医科大学附属第四医院
    return scan.head.length > 1 && units.count >= scan.head.length
      && (units.count == scan.head.length || !chart.isProper(word))
      && units.suffix(scan.head.length).elementsEqual(chart.units[end - scan.head.length..<end])
  }

  /// Whether a single character only stands before the name: 受|海马|公司, but not 新|日|电动车.
  private func isLooseCharacter(_ word: Int, in chart: Chart) -> Bool {
    let item = chart.words[word]
    guard item.count == 1, word + 1 < chart.words.count, chart.words[word + 1].count > 1 else {
      return false
    }
    switch item.tag {
    case .verb, .preposition, .conjunction, .adverb, .pronoun, .numeral, .classifier, .particle,
      .adjective:
      return true
    default: return false
    }
  }

  /// Whether what is quoted at the head of the body names: “丝路电商”合作先行区, but not “走出”实验室.
  private func quoteIsProper(_ open: Int, _ scan: Scan, in chart: Chart) -> Bool {
    guard scan.head.kind == .zone || scan.head.kind == .lab || scan.head.kind == .firm,
      chart.isUnit(open, 0x201C),
      let close = (open..<scan.headFirst).first(where: { chart.isUnit($0, 0x201D) })
    else { return true }
    // “种子”公司: an ordinary word in quotation marks is a figure of speech.
    if scan.head.kind == .firm { return close > open + 2 || chart.words[open + 1].isUnknown }
    return chart.words[close].range.start - chart.words[open].range.end >= 4
  }

  /// Whether a proper element stands in the body.
  func hasProper(_ left: Int, _ scan: Scan, in chart: Chart) -> Bool {
    if left < scan.headFirst {
      // 国家 names an institute, but no zone: 国家新能源综合示范区 is what one is called.
      if scan.head.kind != .firm, scan.head.kind != .zone,
        chart.units(of: left).elementsEqual([0x56FD, 0x5BB6]),
        scan.headFirst - left >= 2
      {
        return true
      }
      for word in left..<scan.headFirst where chart.isProper(word) { return true }
      if chart.words[left].shape == .punctuation { return quoteIsProper(left, scan, in: chart) }
    }
    return hasBodyInside(scan, in: chart) && chart.isProper(scan.headFirst)
  }

}
