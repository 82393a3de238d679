import KaojuVocabulary

extension HeadFinder {
  /// The left end of an occasion that its edition or reach names, though no word of it is proper:
  /// 第二届|全国技能大赛, 2020世界计算机大会.
  ///
  /// The year belongs to the name, the number of the edition does not.
  func editionLeft(_ scan: Scan, in chart: Chart) -> Int? {
    guard scan.head.kind == .occasion else { return nil }
    let widest = widestLeft(scan, in: chart)
    var left = scan.headFirst
    while left > 0, !chart.words[left].hasGapBefore {
      if isPlainNoun(left - 1, in: chart), left > widest {
        left -= 1
      } else if left > 1, left < scan.headFirst, isPlainNoun(left - 2, in: chart),
        chart.words[left - 1].count == 1, chart.words[left - 1].classes.contains(.conjunction)
      {
        // 中国品牌|与|传播大会
        left -= 2
      } else {
        break
      }
    }
    let body = chart.range(left..<scan.last + 1).count - scan.head.length
    let hasReach = left > 0 && !chart.words[left].hasGapBefore && reaches(left - 1, in: chart)
    if hasReach { left -= 1 }
    let hasEdition = left > 0 && isEdition(left - 1, in: chart)
    let isYearly = hasEdition && isYear(left - 1, in: chart)
    switch scan.head.strength {
    // 全国|大赛 and 首届|大赛 are some competition.
    case .strong: guard body >= 2, hasReach || hasEdition && body >= 4 else { return nil }
    default:
      guard hasReach || hasEdition && !isYearly, body >= (hasReach ? hasEdition ? 2 : 3 : 4) else {
        return nil
      }
    }
    return isYearly ? left - 1 : left
  }

  /// Whether a word says how far an occasion reaches: 全国, 世界, 中国.
  private func reaches(_ word: Int, in chart: Chart) -> Bool {
    chart.words[word].classes.contains(.reach)
      || chart.clearName(at: word).map { $0.words.count == 1 && $0.record.level == "country" }
        ?? false
  }

  /// Whether a word of an occasion's name says what it is about.
  private func isPlainNoun(_ word: Int, in chart: Chart) -> Bool {
    let item = chart.words[word]
    guard item.shape == .han, item.count > 1, chart.nameEnds[word] == nil,
      item.classes.isDisjoint(with: [.stop, .strip, .cut, .reach, .titleBefore])
    else { return false }
    return item.tag.description.first == "n" || item.tag == .verbalNoun || item.isUnknown
      || item.classes.contains(.inner)
  }

  /// Whether a word counts editions: 第三届|国际智慧交通产业博览会, 2021|乡村发展高层论坛.
  func isEdition(_ word: Int, in chart: Chart) -> Bool {
    guard !chart.words[word + 1].hasGapBefore else { return false }
    let units = chart.units(of: word)
    if chart.words[word].shape == .number, isYear(word, in: chart) { return true }
    // 届, 首
    return units.last == 0x5C4A && (chart.words[word].classes.isEmpty || units.first == 0x9996)
  }
}
