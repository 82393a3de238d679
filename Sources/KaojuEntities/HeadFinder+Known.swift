import KaojuVocabulary

extension HeadFinder {
  /// The left end of a name whose head is a class by itself: 稀土资源利用|国家重点实验室, but neither
  /// 企业国家重点实验室 nor 建设国家重点实验室.
  ///
  /// A place or other proper element makes it a name; of a laboratory so does its field.
  func titledLeft(_ scan: Scan, in chart: Chart) -> Int? {
    let left = trimmed(widestLeft(scan, in: chart), scan, in: chart)
    guard left < scan.headFirst else { return nil }
    for word in left..<scan.headFirst
    where !chart.words[word].classes.isDisjoint(with: [.apposition, .strip, .issuing, .generic]) {
      return nil
    }
    if isCounted(left, scan, in: chart) { return nil }
    if scan.head.kind == .lab {
      return chart.range(left..<scan.headFirst).count >= 4 ? left : nil
    }
    return (left..<scan.headFirst).contains { chart.isProper($0) } ? left : nil
  }

  /// The left end when a known name of the kind ends the candidate and only common words stand
  /// before it, which are no part of it: 全景记录|雄安新区, 母校|圣彼得堡国立大学.
  ///
  /// An occasion keeps the year and places before its known name; of others the register speaks, so
  /// that `nil` is given.
  func narrowed(_ first: Int, _ scan: Scan, in chart: Chart) -> Int? {
    guard let known = knownEnd(after: first, scan, in: chart) else { return first }
    guard isCommon(first..<known, scan, in: chart) else { return first }
    guard scan.head.kind == .occasion else { return nil }
    guard chart.range(known..<scan.last + 1).count > 3 else { return first }
    var left = known
    while left > first, chart.isPlace(left - 1) || isYear(left - 1, in: chart) { left -= 1 }
    return left < known ? left : nil
  }

  /// Whether only words that belong to no name stand before a known one.
  ///
  /// A name may be longer than one that is known by what makes it another: 金|正大集团,
  /// 自治区|国资委, 古巴公共|卫生部, 国际攀岩|世界杯.
  private func isCommon(_ words: Range<Int>, _ scan: Scan, in chart: Chart) -> Bool {
    var isCommon = false
    for word in words {
      let item = chart.words[word]
      if item.shape == .punctuation { return false }
      if item.classes.contains(.leader), scan.head.kind == .government { return false }
      if chart.isPlace(word) {
        if scan.head.kind == .government { return false }
        continue
      }
      if item.shape == .number { continue }
      let isPerson = chart.clearName(at: word)?.kind == .person
      if chart.isProper(word), !isPerson { return false }
      switch scan.head.kind {
      case .firm:
        if chart.names(at: word).contains(where: { $0.kind == .firm }) { return false }
        if word + 1 == words.upperBound, chart.isBrandPiece(word) { return false }
        isCommon = true
      case .occasion:
        if item.tag == .adjective { return false }
        isCommon = true
      default: isCommon = true
      }
    }
    return isCommon
  }

  /// Where the longest known name of the kind begins that ends with the head and is not the whole.
  private func knownEnd(after first: Int, _ scan: Scan, in chart: Chart) -> Int? {
    guard first < scan.last else { return nil }
    for word in first + 1...scan.last where chart.words[word].name >= 0 {
      let isKnown = chart.names(at: word).contains {
        !$0.isAmbiguous && $0.kind == scan.head.kind && $0.words.upperBound == scan.last + 1
      }
      if isKnown { return word }
    }
    return nil
  }

  /// Whether the organ's name goes on to a title or a class: 俄罗斯国防部|长, 国防部|门; or a division
  /// stands alone before 厅 or 局 (人民大会堂|湖南厅, 杭州市局).
  func isOfficeOrClass(_ scan: Scan, in chart: Chart) -> Bool {
    if scan.head.kind == .university, scan.last + 1 < chart.words.count {
      // 大湾区大学|生 are students.
      return chart.isUnit(scan.last + 1, 0x751F) && !chart.words[scan.last + 1].hasGapBefore
    }
    guard scan.head.kind == .government else { return false }
    // 中国|会 holds no 国会.
    if scan.headFirst < scan.last, chart.isPlace(scan.headFirst),
      chart.units(of: scan.headFirst).last == 0x56FD, hasBodyInside(scan, in: chart)
    {
      return true
    }
    let next = scan.last + 1
    if next < chart.words.count, !chart.words[next].hasGapBefore {
      if chart.isUnit(next, 0x957F) { return true }
      let endsInMinistry = chart.units(of: scan.last).last == 0x90E8
      if endsInMinistry, chart.units(of: next).first == 0x95E8 { return true }
    }
    return scan.head.length == 1 && scan.headFirst > 0 && chart.isPlace(scan.headFirst - 1)
      && !hasBodyInside(scan, in: chart)
  }
}
