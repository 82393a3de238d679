import KaojuVocabulary

/// What opens a clause and is no topic of it, or speaks instead.
extension TopicFinder {
  /// 公司|新一代产品|“凌岳X2”: nouns alone lead from an owner to what it makes.
  func isIntroduced(_ next: Mention, behind owner: Mention) -> Bool {
    guard next.kind == .product, !tokens.isEmpty,
      owner.kind == .firm || owner.kind == .place || owner.kind == .zone,
      next.range.lowerBound - owner.range.upperBound <= 8
    else { return false }
    let gap = TextRange(owner.range.upperBound, next.range.lowerBound)
    let words = tokens.tokens(in: gap)
    guard !words.isEmpty else { return false }
    return words.allSatisfy { word in
      word.tag.description == "n" || word.tag.description == "b"
        || isFiller(document.text.units[word.range.start]) && word.range.count == 1
    }
  }

  /// 新冠肺炎 is talked about, but figures are of places.
  func isNeverTopic(_ mention: Int) -> Bool {
    let range = document.mentions[mention].range
    return cues.wordEnds(
      at: range.end, from: range.start, in: document.text.units, of: .neverTopic, longest: 2)
      != nil
  }

  /// 央视网消息: names a medium with what it brings, and is no topic.
  func isMedium(_ mention: Int, in clause: Clause) -> Bool {
    let found = document.mentions[mention]
    if cues.wordEnds(
      at: found.range.end, from: found.range.start, in: document.text.units, of: .report,
      longest: 2) != nil
    {
      return found.kind != .product && found.kind != .policy
    }
    return found.kind == .organization && clause.mark == 0x3A && isAlone(mention, in: clause)
  }

  /// 全国 in 全国首个 says among what, and is no topic.
  func isScope(_ mention: Int, in clause: Clause) -> Bool {
    let found = document.mentions[mention]
    guard found.kind == .place, found.range.upperBound < clause.range.upperBound else {
      return false
    }
    switch document.text.units[found.range.end] {
    case 0x9996, 0x6700, 0x552F, 0x7B2C: return true
    default: return false
    }
  }

  /// Whether nothing but the end of the clause is behind a mention: 在西安高新区,….
  func isAlone(_ mention: Int, in clause: Clause) -> Bool {
    let end = document.mentions[mention].range.end
    guard end < clause.range.end else { return true }
    switch document.text.units[end] {
    case 0x5185, 0x91CC, 0x4E2D, 0x65B9, 0x201D: return end + 1 >= clause.range.end
    default: return false
    }
  }

  func isWorld(_ mention: Int) -> Bool {
    cues.classes(of: document.mentions[mention].range, in: document.text.units).contains(.world)
  }

  /// Places, zones and products say nothing themselves.
  func canSpeak(_ kind: EntityKind) -> Bool {
    kind != .place && kind != .zone && kind != .product
  }

  /// A ministry, person or medium with 表示, 公布 or 数据 behind it speaks and is no topic.
  func isSpeaker(_ mention: Int, in clause: Clause) -> Bool {
    let found = document.mentions[mention]
    switch found.kind {
    case .firm, .zone, .place, .product, .lab, .university:
      return endsInSpeech(clause) && found.kind != .place && found.kind != .zone
        && found.kind != .product
    default: break
    }
    var at = found.range.end
    let limit = min(clause.range.end, at + 24)
    var quantity = clause.quantities.lowerBound
    while quantity < clause.quantities.upperBound,
      document.quantities[quantity].range.start < at
    { quantity += 1 }
    while at < limit {
      if quantity < clause.quantities.upperBound,
        document.quantities[quantity].range.start <= at
      {
        return false
      }
      if cues.longest(at: at, limit: clause.range.end, in: document.text.units, of: .report) != nil
      {
        return true
      }
      at += 1
    }
    return false
  }

  func endsInSpeech(_ clause: Clause) -> Bool {
    guard clause.mark == 0x2C || clause.mark == 0x3A else { return false }
    return cues.wordEnds(
      at: clause.range.end, from: clause.range.start, in: document.text.units, of: .speech,
      longest: 5) != nil
  }

  /// 使 and 让 make even the owner of a subject their object: 让|某公司|的估值翻番.
  func isCausative(_ range: TextRange, in clause: Clause) -> Bool {
    switch document.text.units[range.start - 1] {
    case 0x4F7F, 0x8BA9, 0x4EE4, 0x5F97: true
    default: false
    }
  }
}
