import KaojuVocabulary

extension HeadFinder {
  /// The left end of a name whose head is enough beside a proper element.
  func strongLeft(_ scan: Scan, in chart: Chart) -> Int? {
    let left = trimmed(widestLeft(scan, in: chart), scan, in: chart)
    // 全球首次人形机器人半程马拉松赛: what is held for the first time is one occasion.
    let isFirst =
      scan.head.kind == .occasion && left > 0 && chart.range(left..<scan.last + 1).count >= 7
      && (chart.words[left - 1].classes.contains(.strip)
        && chart.units(of: left - 1).first == 0x9996 || isEdition(left - 1, in: chart))
    if scan.head.kind == .organization, left > 0, !chart.words[left].hasGapBefore,
      chart.units(of: left - 1).elementsEqual([0x5168, 0x56FD]), scan.headFirst - left >= 2
    {
      return left - 1
    }
    if !isFirst, !hasProper(left, scan, in: chart) {
      return left < scan.headFirst
        && (isNamedByContext(left, scan, in: chart) || isNamedByForm(left, scan, in: chart))
        ? left : editionLeft(scan, in: chart)
    }
    guard !isClass(left, scan, in: chart), !isCounted(left, scan, in: chart) else {
      return nil
    }
    if scan.head.kind == .occasion, left > 0, !chart.words[left].hasGapBefore,
      chart.words[left - 1].shape == .number, isYear(left - 1, in: chart)
    {
      return left - 1
    }
    return left
  }

  /// Whether common words are a firm's name because its full legal form follows: 橄榄树家具有限公司.
  ///
  /// Something besides trades must be in it, and what stands before it must be no noun.
  private func isNamedByForm(_ left: Int, _ scan: Scan, in chart: Chart) -> Bool {
    // 有限
    guard scan.head.kind == .firm, scan.head.length >= 4,
      chart.units[chart.words[scan.last].range.end - 3] == 0x9650, scan.headFirst - left >= 2,
      chart.words[left].shape == .han, chart.range(left..<scan.headFirst).count >= 4
    else { return false }
    let first = chart.words[left]
    guard
      first.classes.isDisjoint(with: [
        .trade, .legal, .inner, .generic, .strip, .apposition, .stop, .cut,
      ]), first.tag.description.first == "n" || first.isUnknown
    else { return false }
    if chart.opensClause(left) { return true }
    let before = chart.words[left - 1]
    // 福州|超大|现代农业…: the verb is the brand.
    if left > 1, !before.hasGapBefore, chart.isPlace(left - 2) { return false }
    return !before.classes.isDisjoint(with: [.stop, .conjunction, .apposition, .legal])
      || before.tag == .verb || before.tag == .preposition
  }

  /// Whether a number of them is meant: 十所|音乐学院, 3家|美国公司, 4个|台湾农民创业园.
  func isCounted(_ left: Int, _ scan: Scan, in chart: Chart) -> Bool {
    guard left > 0, !chart.words[left].hasGapBefore,
      chart.words[left - 1].tag == .quantity || chart.units(of: left - 1).first == 0x4E00,
      scan.head.kind == .university || scan.head.kind == .firm || scan.head.kind == .zone
    else { return false }
    return chart.units(of: left - 1).last.map { rules.plays(.counter, $0) } ?? false
  }

  /// Whether common words are a name because of what they do: 从星河量子实验室获悉, 天璇航天成立于….
  ///
  /// What opens a clause or follows 从, 由, 据 and does what only someone named does is named; trades
  /// and class nouns alone are not.
  private func isNamedByContext(_ left: Int, _ scan: Scan, in chart: Chart) -> Bool {
    let next = scan.last + 1
    guard scan.head.kind == .firm || scan.head.kind == .lab,
      next < chart.words.count, !chart.words[next].hasGapBefore,
      chart.words[next].classes.contains(.acts), chart.words[left].count > 1,
      chart.words[left].shape == .han,
      chart.words[left].classes.isDisjoint(with: [
        .trade, .inner, .apposition, .generic, .strip, .stop, .legal,
      ]),
      chart.words[left].tag.description.first == "n" || chart.words[left].isUnknown
    else { return false }
    if chart.opensClause(left) { return true }
    // 从, 由, 据
    return chart.isUnit(left - 1, 0x4ECE) || chart.isUnit(left - 1, 0x7531)
      || chart.isUnit(left - 1, 0x636E)
  }

  /// Whether only places and common words make up the body, so that a class is meant:
  /// 江苏省重点科创实验室, 京津冀高新区, 中国开发区.
  private func isClass(_ left: Int, _ scan: Scan, in chart: Chart) -> Bool {
    var word = left
    var isLarge = true
    while word < scan.headFirst, chart.isPlace(word) {
      let level = chart.clearName(at: word)?.record.level
      if level != "country" && level != "region" && level != "world" { isLarge = false }
      word += 1
    }
    guard word > left else { return false }
    if word == scan.headFirst {
      // 中国公司 and 上海集团 are some firm there.
      let isTrade =
        scan.head.kind == .firm && chart.words[scan.last].classes.contains(.trade)
      return isLarge && (scan.head.kind == .zone || isTrade)
        || scan.head.kind == .firm && chart.words[scan.last].classes.contains(.legal)
          && scan.head.length == 2
    }
    // 陕西|投资|有限公司: the legal form says that it is one firm.
    if scan.head.kind == .firm, scan.head.length >= 4 { return false }
    guard chart.words[word].classes.contains(.strip) else { return false }
    return !(word..<scan.headFirst).contains { chart.isProper($0) && chart.words[$0].count > 1 }
  }

  /// The left end of a name whose head is an ordinary word: `place? brand trade* head`.
  func weakLeft(_ scan: Scan, in chart: Chart) -> Int? {
    if hasBodyInside(scan, in: chart) { return nil }
    if let left = editionLeft(scan, in: chart) { return left }
    var left = scan.headFirst
    if scan.head.kind == .firm {
      while left > 0, !chart.words[left].hasGapBefore,
        chart.words[left - 1].classes.contains(.trade)
      {
        left -= 1
      }
    }
    guard left > 0, !chart.words[left].hasGapBefore else { return nil }
    let brandEnd = left
    while left > 0, brandEnd - left < 4, !chart.words[left].hasGapBefore,
      chart.isBrandPiece(left - 1),
      scan.head.kind != .place || !endsDivision(left - 1, in: chart)
    {
      left -= 1
    }
    if brandEnd - left == 1 { left = brandEnd }
    if left == brandEnd {
      if scan.head.kind == .firm, chart.clearName(at: left - 1)?.kind != .place,
        isNamedByContext(left - 1, scan, in: chart)
      {
        return left - 1
      }
      let brand = chart.words[left - 1]
      guard brand.shape != .punctuation, brand.count > 1, chart.isProper(left - 1),
        brand.shape == .han || brand.count > 3,
        mayBeBrand(left - 1, scan, in: chart)
      else { return nil }
      left -= 1
    }
    let isKnownWord = brandEnd - left == 1 && !chart.words[left].isUnknown
    if scan.head.kind == .firm {
      guard standsAlone(left..<scan.last + 1, in: chart) else { return nil }
      // A brand that is a word of the dictionary opens its clause: 远洋船舶 after a verb is none.
      if isKnownWord, !chart.opensClause(left),
        chart.words[left - 1].classes.isDisjoint(with: [.conjunction, .apposition]),
        chart.words[left - 1].tag != .preposition
      {
        return nil
      }
    }
    if scan.head.kind == .firm || scan.head.kind == .zone || scan.head.kind == .organization,
      left > 0, !chart.words[left].hasGapBefore, chart.isPlace(left - 1)
    {
      left -= 1
    }
    if scan.head.kind == .zone || scan.head.kind == .organization {
      return chart.isPlace(left) || chart.clearName(at: left) != nil ? left : nil
    }
    return left
  }

  /// Whether a single character ends the name of a division before this one: 蒋巷镇|北望村.
  private func endsDivision(_ word: Int, in chart: Chart) -> Bool {
    guard chart.words[word].count == 1 else { return false }
    return rules.plays(.divisionEnd, chart.units[chart.words[word].range.start])
  }

  /// Whether a word that may be a known name can be a firm's brand: 金康新能源|汽车, but no place.
  private func mayBeBrand(_ word: Int, _ scan: Scan, in chart: Chart) -> Bool {
    guard let known = chart.clearName(at: word) else { return true }
    return known.kind == .firm && scan.head.kind == .firm
      && chart.words[scan.last].classes.contains(.trade)
  }

  /// The left end of a foreign name: three characters or more that transliterate.
  func foreignLeft(_ scan: Scan, in chart: Chart) -> Int? {
    if hasBodyInside(scan, in: chart) {
      return chart.words[scan.headFirst].tag == .placeName
        && chart.names(at: scan.headFirst).isEmpty ? scan.headFirst : nil
    }
    var left = scan.headFirst
    while left > 0, !chart.words[left].hasGapBefore, chart.words[left - 1].isTransliterated,
      chart.clearName(at: left - 1) == nil
    {
      left -= 1
    }
    guard left < scan.headFirst, chart.range(left..<scan.headFirst).count >= 3 else { return nil }
    return left
  }

  /// The left end of an organ of government: what leads it must be a division, zone, 国家, 省 or 市.
  func organLeft(_ scan: Scan, in chart: Chart) -> Int? {
    let widest = widestLeft(scan, in: chart)
    // 广州市公安局 may be one word of the dictionary.
    if hasBodyInside(scan, in: chart),
      chart.isPlace(scan.headFirst)
        || scan.headFirst == scan.last && chart.words[scan.last].tag == .organizationName
          && scan.head.length > 2 && chart.isProper(scan.last)
    {
      return scan.headFirst
    }
    guard widest < scan.headFirst else { return ledInside(scan, in: chart) }
    let isShort = scan.head.length == 1
    var leader: Int?
    for word in (max(widest, scan.headFirst - 8)..<scan.headFirst).reversed() {
      let leads =
        chart.isPlace(word) || chart.endsZone(word)
        || chart.names(at: word).contains { $0.kind == .zone && !$0.isAmbiguous }
      if leads {
        leader = word
        break
      }
      if chart.words[word].classes.contains(.leader), leader == nil,
        word == scan.headFirst - 1 || !isShort
      {
        leader = word
      }
    }
    guard var first = leader else { return ledInside(scan, in: chart) }
    // A zone's own words, and the larger places before the place.
    while first > widest,
      chart.isPlace(first - 1) || chart.endsZone(first) && chart.isProper(first - 1)
    {
      first -= 1
    }
    if isShort, scan.headFirst - first > 6 { return nil }
    return first
  }

  /// An organ that is one word of the dictionary with what leads it: 省|工商局, but any 市|政府.
  private func ledInside(_ scan: Scan, in chart: Chart) -> Int? {
    guard scan.head.length > 2, let body = bodyInside(scan, in: chart), body.count == 1,
      rules.classes(of: body).contains(.leader)
    else { return nil }
    return scan.headFirst
  }

  /// Whether no noun goes on behind the words and nothing but a boundary stands before them, so
  /// that they are a name and no modifier (规上工业|企业).
  private func standsAlone(_ words: Range<Int>, in chart: Chart) -> Bool {
    let first = words.lowerBound
    if !chart.opensClause(first) {
      let before = chart.words[first - 1]
      guard
        !before.classes.isDisjoint(with: [.stop, .conjunction, .apposition]) || before.tag == .verb
          || before.tag == .preposition || chart.isPlace(first - 1)
      else { return false }
    }
    let next = words.upperBound
    guard next < chart.words.count, !chart.words[next].hasGapBefore else { return true }
    let after = chart.words[next]
    if after.shape == .punctuation || after.shape == .number { return true }
    if after.classes.contains(.inner) {
      // 绿源电力|投资|5亿元: a verb before an amount.
      return chart.opensClause(first) && next + 1 < chart.words.count
        && chart.words[next + 1].shape == .number && !chart.words[next + 1].hasGapBefore
    }
    if !after.classes.isDisjoint(with: [.stop, .conjunction, .speech, .titleBefore, .firmCue]) {
      return true
    }
    switch after.tag {
    case .verb, .adverb, .preposition, .conjunction, .timeWord, .numeral: return true
    default: return after.tag.description == "b" || after.tag.description == "f"
    }
  }

  /// The left end of a policy that a division or 国家 leads: 国家区域协调发展战略, 中部崛起战略.
  func ledLeft(_ scan: Scan, in chart: Chart) -> Int? {
    let left = trimmed(widestLeft(scan, in: chart), scan, in: chart)
    guard left < scan.headFirst - 1,
      chart.isPlace(left)
        || chart.words[left].classes.contains(.leader) && chart.words[left].count > 1
    else { return nil }
    return left
  }

  /// The left end of a policy: a verb of issuing must stand before it, or another policy and 和.
  func issuedLeft(_ scan: Scan, in chart: Chart) -> Int? {
    let widest = widestLeft(scan, in: chart)
    guard widest > 0, widest < scan.headFirst, !chart.words[widest].hasGapBefore else { return nil }
    let before = chart.words[widest - 1]
    let isListed =
      widest > 1 && chart.nameEnds[widest - 2] == .policy
      && (before.classes.contains(.conjunction) || chart.isUnit(widest - 1, 0x3001))
    guard isListed || before.classes.contains(.issuing) else { return nil }
    let left = trimmed(widest, scan, in: chart)
    // “数字江城”战略 is named by what stands in the marks.
    guard standsAlone(widest..<scan.last + 1, in: chart), chart.words[widest].shape != .punctuation
    else { return nil }
    let size = chart.range(left..<scan.last + 1).count
    return size - scan.head.length >= 4 ? left : nil
  }

  func isYear(_ word: Int, in chart: Chart) -> Bool {
    let units = chart.units(of: word)
    guard units.count >= 2, units.last == 0x5E74 else {
      return units.count == 4 && units.allSatisfy { (0x30...0x39).contains($0) }
    }
    return units.dropLast().allSatisfy { (0x30...0x39).contains($0) }
  }
}
