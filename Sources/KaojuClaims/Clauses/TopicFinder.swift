package import KaojuVocabulary

/// Finds what a clause opens with: its topic, its time, its speaker.
///
/// In 截至2024年末,西安高新区企业达8万家 the first clause has the time and no topic, the second the topic
/// 西安高新区. A mention behind 占, 比, 与 or 由 opens nothing.
package struct TopicFinder {
  let document: Document
  let timeRoles: [TimeRole]
  let cues: CueTable
  let tokens: TokenIndex
  /// A time no further behind its topic than this is set for what follows.
  private static let topicReach: Int32 = 8

  /// Takes a document whose mentions and times are known.
  package init(_ document: Document, timeRoles: [TimeRole], cues: CueTable) {
    self.document = document
    self.timeRoles = timeRoles
    self.cues = cues
    tokens = TokenIndex(document)
  }

  /// Fills a clause's part, topic, pivot, speaker and time.
  package func read(_ clause: inout Clause) {
    let end = clause.range.end
    var at = afterDateline(of: clause)
    clause.isPart =
      end - at >= 2 && document.text.units[at] == 0x5176 && document.text.units[at + 1] == 0x4E2D
    var mention = clause.mentions.lowerBound
    var time = clause.times.lowerBound
    var sawTime = false
    var sawSource = false
    var sawCause = false
    var isBehindPreposition = false
    walk: while at < end {
      while time < clause.times.upperBound, document.times[time].range.start < at { time += 1 }
      if time < clause.times.upperBound, document.times[time].range.start == at {
        sawTime = true
        at = document.times[time].range.end
        continue
      }
      while mention < clause.mentions.upperBound, document.mentions[mention].range.start < at {
        mention += 1
      }
      if mention < clause.mentions.upperBound, document.mentions[mention].range.start == at {
        let last = chainEnd(of: mention, in: clause)
        if isNeverTopic(last) { break walk }
        if isMedium(last, in: clause) {
          clause.speaker = Int32(truncatingIfNeeded: last)
          at = document.mentions[last].range.end
          break walk
        }
        if isWorld(last) || isScope(last, in: clause) {
          at = document.mentions[last].range.end
          clause.content = Int32(truncatingIfNeeded: at)
          if !isScope(last, in: clause) { clause.world = Int32(truncatingIfNeeded: last) }
          mention = last + 1
          continue
        }
        if document.mentions[last].kind == .policy {
          if sawSource || isSpeaker(last, in: clause) {
            clause.speaker = Int32(truncatingIfNeeded: last)
          }
        } else if sawSource || isSpeaker(last, in: clause) {
          // 据日本媒体: a place does not say it itself.
          if !sawSource || document.mentions[last].kind != .place {
            clause.speaker = Int32(truncatingIfNeeded: last)
          }
        } else {
          clause.topic = Int32(truncatingIfNeeded: last)
        }
        if isBehindPreposition, !isAlone(last, in: clause) { clause.topic = -1 }
        at = document.mentions[last].range.end
        break walk
      }
      if isFiller(document.text.units[at]) {
        at += 1
        continue
      }
      if let word = cues.longest(
        at: at, limit: end, in: document.text.units,
        of: [.connective, .opener, .timePreposition, .source, .cataphora, .cause]),
        word.end - at > 1 || tokens.parts(at: at, and: word.end)
      {
        if word.classes.contains(.cataphora) {
          clause.cataphora = mentionBehind(word.end, in: clause)
          break
        }
        if word.classes.contains(.source) {
          sawSource = true
          at = word.end
          continue
        }
        if word.classes.contains(.cause) { sawCause = true }
        isBehindPreposition = word.classes.contains(.locative)
        if word.classes.isDisjoint(with: [.connective, .opener, .cause]),
          !timeFollows(word.end, in: clause, from: time)
        {
          break
        }
        at = word.end
        continue
      }
      break
    }
    clause.content = max(clause.content, Int32(truncatingIfNeeded: at))
    clause.topicTime = sawCause ? -1 : headTime(of: clause)
    if clause.topicTime >= 0, isAnnounced(document.times[Int(clause.topicTime)], in: clause) {
      clause.topicTime = -1
    }
    // 受临江等地降雨影响,铁路部门…: what the cause names does nothing in the clauses behind it.
    if sawCause, isInfluence(clause) { clause.topic = -1 }
    findPivot(in: &clause)
    findRelativeTopic(in: &clause)
    clause.kind = kind(
      of: clause, contentStart: at, sawTime: sawTime, sawSource: sawSource)
    if clause.kind == .speech, clause.speaker < 0, clause.topic >= 0,
      canSpeak(document.mentions[Int(clause.topic)].kind)
    {
      clause.speaker = clause.topic
    }
  }

  /// Whether a clause ends in 影响: it says what bore on others.
  private func isInfluence(_ clause: Clause) -> Bool {
    let units = document.text.units
    let end = clause.range.end
    return end - clause.range.start > 2 && units[end - 2] == 0x5F71 && units[end - 1] == 0x54CD
  }

  /// Whether a day is an announcement's and not the figures': 统计局今天公布, 公司昨晚发布半年报.
  private func isAnnounced(_ time: TimeExpression, in clause: Clause) -> Bool {
    guard let from = time.from, from.day > 0, time.timex.utf8.count >= 10,
      !time.timex.utf8.contains(UInt8(ascii: "/"))
    else { return false }
    if clause.speaker >= 0 { return true }
    guard clause.quantities.isEmpty else { return false }
    var at = time.range.end
    while at < clause.range.end {
      if cues.longest(at: at, limit: clause.range.end, in: document.text.units, of: .report) != nil
      {
        return true
      }
      at += 1
    }
    return false
  }

  /// Where a report begins behind 新华社北京4月2日电(记者某某), or where the clause does.
  private func afterDateline(of clause: Clause) -> Int {
    let units = document.text.units
    guard
      let dateline = clause.times.first(where: { timeRoles[$0] == .dateline })
    else { return clause.range.start }
    var at = document.times[dateline].range.end
    while at < clause.range.end, units[at] == 0x20 { at += 1 }
    if at < clause.range.end,
      let word = cues.longest(at: at, limit: clause.range.end, in: units, of: .dateline)
    {
      at = word.end
    }
    if at < clause.range.end, units[at] == 0x28,
      let close = units[at..<clause.range.end].firstIndex(of: 0x29)
    {
      at = close + 1
    }
    return at
  }

  /// Quotation marks and blanks stand before a topic and part nothing.
  func isFiller(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x20, 0x0A, 0x09, 0x201C, 0x201D, 0x300A, 0x2018, 0x25A0, 0x25CF, 0xB7, 0x3001: true
    default: false
    }
  }

  /// The last of the mentions that touch one another: 河北|唐山|某公司 is the company.
  private func chainEnd(of first: Int, in clause: Clause) -> Int {
    var last = first
    while last + 1 < clause.mentions.upperBound {
      let here = document.mentions[last]
      let next = document.mentions[last + 1]
      var gap = here.range.end
      var marks = 0
      while gap < next.range.start, marks < 2 {
        let unit = document.text.units[gap]
        guard unit == 0x7684 || unit == 0x201C || unit == 0x201D || unit == 0x300A else { break }
        gap += 1
        marks += 1
      }
      guard gap == next.range.start || isIntroduced(next, behind: here) else { break }
      let isOwned = here.kind == .place || here.kind == .zone || next.kind == .product
      guard isOwned, next.kind != .person || here.kind == .place else { break }
      last += 1
    }
    return last
  }

  private func timeFollows(_ position: Int, in clause: Clause, from first: Int) -> Bool {
    // A mark may open the time itself: 到|“十二五”末.
    var at = position
    while at < clause.range.end, isFiller(document.text.units[at]) { at += 1 }
    for index in first..<max(first, clause.times.upperBound) {
      let start = document.times[index].range.start
      if start >= position { return start <= at }
    }
    return false
  }

  private func mentionBehind(_ position: Int, in clause: Clause) -> Int32 {
    var at = position
    while at < clause.range.end, isFiller(document.text.units[at]) { at += 1 }
    for index in clause.mentions where document.mentions[index].range.start == at {
      return Int32(truncatingIfNeeded: chainEnd(of: index, in: clause))
    }
    return -1
  }

  /// The first time of its own at the head of the clause, or right behind its topic.
  private func headTime(of clause: Clause) -> Int32 {
    for index in clause.times where timeRoles[index].setsTopic {
      let time = document.times[index].range
      let isPredicate =
        time.start > clause.range.start && document.text.units[time.start - 1] == 0x662F
      if time.lowerBound <= clause.content || isPredicate {
        return Int32(truncatingIfNeeded: index)
      }
      guard clause.topic >= 0 else { return -1 }
      let topic = document.mentions[Int(clause.topic)].range
      return time.lowerBound - topic.upperBound <= Self.topicReach
        && time.lowerBound > topic.lowerBound
        ? Int32(truncatingIfNeeded: index) : -1
    }
    return -1
  }

  /// 支持|某公司|建设…: the company is the subject of what follows.
  private func findPivot(in clause: inout Clause) {
    for index in clause.mentions {
      let found = document.mentions[index].range
      guard found.start > clause.range.start, found.end < clause.range.end else { continue }
      guard
        cues.wordEnds(
          at: found.start, from: clause.range.start, in: document.text.units, of: .pivot,
          longest: 2) != nil
      else { continue }
      switch document.text.units[found.end] {
      case 0x7684: if !isCausative(found, in: clause) { continue }
      case 0x3001, 0x548C, 0x4E0E, 0x7B49, 0x53CA: continue
      default: break
      }
      clause.pivot = Int32(truncatingIfNeeded: index)
    }
  }

  /// 作为老工业基地之一的|重庆, or 研发这一技术的|某集团|收入…: what 的 leads to is the topic.
  private func findRelativeTopic(in clause: inout Clause) {
    guard clause.topic < 0, clause.speaker < 0, let first = clause.mentions.first else { return }
    let units = document.text.units
    let content = Int(clause.content)
    let isVerbal =
      content < clause.range.end
      && cues.longest(at: content, limit: clause.range.end, in: units, of: .verb) != nil
    let mention = isVerbal ? first : clause.mentions.upperBound - 1
    let range = document.mentions[mention].range
    guard range.start > content, units[range.start - 1] == 0x7684 else { return }
    if isVerbal {
      guard range.end < clause.range.end, units[range.end] != 0x7684, units[range.end] != 0x3001,
        clause.quantities.isEmpty
          || clause.quantities.contains(where: { document.quantities[$0].range.start > range.end })
      else { return }
      switch document.mentions[mention].kind {
      case .firm, .zone, .lab, .university, .product: break
      default: return
      }
    } else {
      guard range.upperBound == clause.range.upperBound, clause.mark == 0x2C else { return }
    }
    clause.topic = Int32(truncatingIfNeeded: mention)
  }

  private func kind(
    of clause: Clause, contentStart: Int, sawTime: Bool, sawSource: Bool
  ) -> Clause.Kind {
    if sawSource { return .frame }
    var at = contentStart
    while at < clause.range.end, isFiller(document.text.units[at]) { at += 1 }
    if at >= clause.range.end {
      if clause.topic >= 0 { return .topic }
      return sawTime ? .time : .empty
    }
    if endsInSpeech(clause) { return .speech }
    if clause.mentions.isEmpty, !clause.quantities.isEmpty,
      cues.longest(at: at, limit: clause.range.end, in: document.text.units, of: .basis) != nil
    {
      return .predicate
    }
    return .full
  }
}
