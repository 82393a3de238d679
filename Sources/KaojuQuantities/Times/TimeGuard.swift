/// A list of words beside a time that decide what it is, from `models/times/guards.tsv`.
enum TimeGuard: Int, Sendable, CaseIterable {
  /// 早市, 晚报: behind a part of the day of one character.
  case shortDayPart
  /// 春节, 夏装: behind a season of one character.
  case season
  /// 每周一场: classifiers, so that 一 counts.
  case count
  /// 五一假期: what makes 五一 a day.
  case holiday
  /// “十四五”规划: what makes a period a document.
  case plan
  /// 21:15获胜: behind a score.
  case score
  /// 以21:15: before a score or ratio.
  case scoreFrame
  /// 在10点: before a clock time.
  case clockLeader
  /// 10点左右: behind a clock time.
  case clockFollower
  /// 每三天, 第三年: before what is no length.
  case length
  /// 户数年年增加: before 数 that is no number.
  case countNoun
  /// 有一天: before 一 that counts nothing.
  case article
  /// 提前一天: before 前 or 上 that is part of a word.
  case counter
  /// 目前三季度: before 前 that makes a word of time with it.
  case frontWord
  /// 三年半决赛: behind 半 that is part of a word.
  case half
  /// 大将: before 将 or 拟 that is part of a word.
  case futureBefore
  /// 将近: behind 将 or 拟 that is part of a word.
  case futureBehind
  /// 大雪节气: behind a solar term that is also weather.
  case solarTerm
  /// 比同期, 而同期: before 同期 that is a time and no adverb.
  case samePeriodLead
  /// 五日内: behind days that are counted.
  case dayAsLength
  /// 20年来: behind years that are counted.
  case yearAsLength
  /// 2500年历史: behind a round number of years that have passed.
  case yearsPassed
  /// 距今2000年: before such a number.
  case yearsPassedLead
  /// 近三月: before months that are counted.
  case monthAsLength
  /// 一年零三个月: between the parts of a length.
  case lengthJoint
  /// 八点许: behind an hour.
  case clockTail
  /// 三月和九月之间: between the ends of a range that is closed behind.
  case rangeJoin
  /// 三月和九月之间: behind such a range.
  case rangeClose
  /// 每隔三天: between 每 and what recurs.
  case setJoint
  /// 到年初三: before a day of the new year.
  case dayLeader
  /// 年初三起: behind a day of the new year.
  case dayFollower
  /// 十四五岁: what a plan’s name counts as two neighbouring numbers.
  case pairBehind
  /// 120公里每小时: before 每 that belongs to a unit.
  case perUnit

  /// Reads the name that the table has.
  init?(name: some StringProtocol) {
    guard let match = Self.allCases.first(where: { String(describing: $0) == name }) else {
      return nil
    }
    self = match
  }
}
