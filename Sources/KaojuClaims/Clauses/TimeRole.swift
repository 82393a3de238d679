package import KaojuVocabulary

/// What a time does where it stands.
@frozen
package enum TimeRole: UInt8, Sendable, Hashable {
  /// Says when: may be the time of a fact.
  case plain
  /// Says when, but only for its own sentence (目前, 近日).
  case vague
  /// Is what a growth is measured against (比上年).
  case basis
  /// Belongs to one end of a change (由2020年的25万辆).
  case bound
  /// Is the day of a report (新华社北京4月2日电).
  case dateline
  /// Is a length or a recurrence (8个月, 每3天).
  case length
  /// Is a length that says over how long (连续3年, 成立12年间).
  case span
  /// Bounds a record (2012年以来的最高水平).
  case record
  /// Stands inside a name (2020年科技创新大会).
  case name

  /// Whether a fact may take it.
  package var isOwn: Bool { self == .plain || self == .vague || self == .span }

  /// Whether it holds for what follows.
  package var setsTopic: Bool { self == .plain || self == .vague || self == .span }
}

/// Tells what each time of a document does, by the words beside it.
package struct TimeRoles {
  private let document: Document
  private let cues: CueTable
  private var mention = 0

  /// Starts before the first time.
  package init(_ document: Document, cues: CueTable) {
    self.document = document
    self.cues = cues
  }

  /// The roles of all times, in order.
  package mutating func read(clauses: [Clause]) -> [TimeRole] {
    var roles = [TimeRole](repeating: .plain, count: document.times.count)
    for clause in clauses {
      for index in clause.times { roles[index] = role(of: index, in: clause) }
    }
    return roles
  }

  private mutating func role(of index: Int, in clause: Clause) -> TimeRole {
    let time = document.times[index]
    if isInsideName(time.range) || isContract(time.range, in: clause) { return .name }
    if isDateline(time.range, in: clause) { return .dateline }
    if isBasis(time.range, in: clause) { return .basis }
    switch time.kind {
    case .set: return .length
    case .duration: return isSpan(time.range, in: clause) ? .span : .length
    case .date, .time: break
    }
    if isBound(time.range, in: clause) { return .bound }
    if isRecord(time.range, in: clause) { return .record }
    return time.timex.hasSuffix("_REF") || time.timex.isEmpty ? .vague : .plain
  }

  /// 期货 or 合约 right behind it: 1月期货价格 is the price of today.
  private func isContract(_ range: TextRange, in clause: Clause) -> Bool {
    guard range.end + 1 < clause.range.end else { return false }
    switch (document.text.units[range.end], document.text.units[range.end + 1]) {
    case (0x671F, 0x8D27), (0x5408, 0x7EA6): return true
    default: return false
    }
  }

  /// 连续 in it or before it, or 间 behind it.
  private func isSpan(_ range: TextRange, in clause: Clause) -> Bool {
    let units = document.text.units
    if begins(range, with: [0x8FDE, 0x7EED]) || begins(range, with: [0x8FD1]) { return true }
    if range.start - clause.range.start >= 2, units[range.start - 2] == 0x8FDE,
      units[range.start - 1] == 0x7EED
    {
      return true
    }
    return units[range.end - 1] == 0x95F4
      || range.end < clause.range.end && (units[range.end] == 0x95F4 || units[range.end] == 0x6765)
  }

  /// 以来 in it or behind it, and then what the record is.
  private func isRecord(_ range: TextRange, in clause: Clause) -> Bool {
    let units = document.text.units
    var end = range.end
    if end + 1 < clause.range.end, units[end] == 0x4EE5, units[end + 1] == 0x6765 { end += 2 }
    guard end - range.start >= 2, units[end - 2] == 0x4EE5, units[end - 1] == 0x6765,
      end < clause.range.end
    else { return false }
    switch units[end] {
    case 0x7684, 0x6700, 0x65B0, 0x9996: return true
    default: return false
    }
  }

  private mutating func isInsideName(_ range: TextRange) -> Bool {
    while mention < document.mentions.count,
      document.mentions[mention].range.upperBound <= range.lowerBound
    { mention += 1 }
    guard mention < document.mentions.count else { return false }
    return document.mentions[mention].range.contains(range)
  }

  /// A day at the head of the first clause of a paragraph, with 电 or 讯 behind it.
  private func isDateline(_ range: TextRange, in clause: Clause) -> Bool {
    let units = document.text.units
    let paragraph = document.paragraphs[Int(clause.paragraph)].range
    guard range.start - paragraph.start <= 30, range.end < paragraph.end else { return false }
    var at = range.end
    while at < paragraph.end, units[at] == 0x20 { at += 1 }
    guard at < paragraph.end else { return false }
    return cues.longest(at: at, limit: paragraph.end, in: units, of: .dateline) != nil
  }

  /// 比 or 较 before it, or 相比 behind it.
  private func isBasis(_ range: TextRange, in clause: Clause) -> Bool {
    let units = document.text.units
    let from = clause.range.start
    // 在2018年的基础上
    let behind = range.end < clause.range.end && units[range.end] == 0x7684 ? 1 : 0
    if let word = cues.longest(
      at: range.end + behind, limit: clause.range.end, in: units, of: .basisEnd),
      units[word.end - 1] == 0x4E0A
    {
      return true
    }
    var end = range.start
    while end > from, units[end - 1] == 0x201C || units[end - 1] == 0x20 { end -= 1 }
    guard let start = cues.wordEnds(at: end, from: from, in: units, of: .basis, longest: 3) else {
      return false
    }
    switch units[start] {
    case 0x6BD4, 0x8F83, 0x76F8, 0x5BF9: return true
    case 0x8D85, 0x9AD8, 0x4F4E, 0x591A, 0x5C11, 0x6062: return true
    default:
      // 同, 与, 和, 自 compare only where 相比 closes the comparison.
      var at = range.end
      let limit = min(clause.range.end, range.end + 16)
      while at < limit {
        if cues.longest(at: at, limit: limit, in: units, of: .basisEnd).map({ $0.end - at >= 2 })
          ?? false
        {
          return true
        }
        at += 1
      }
      return false
    }
  }

  /// 由 or 从 before it and 的 behind it, or 到 or 至 before it and 的 behind it.
  private func isBound(_ range: TextRange, in clause: Clause) -> Bool {
    let units = document.text.units
    let from = clause.range.start
    // 从2009年启动的医改: the time is the reform's.
    let reach = min(clause.range.end, range.end + 5)
    guard range.end < reach, let part = units[range.end..<reach].firstIndex(of: 0x7684),
      part == range.end
        || range.start > from
          && (units[range.start - 1] == 0x4ECE || units[range.start - 1] == 0x81EA)
    else { return false }
    return cues.wordEnds(at: range.start, from: from, in: units, of: .bound, longest: 2) != nil
  }

  private func begins(_ range: TextRange, with units: [UInt16]) -> Bool {
    range.count >= units.count
      && document.text.units[range.start..<range.start + units.count].elementsEqual(units)
  }
}
