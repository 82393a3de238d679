/// What a word does to the clause that it stands in; the classes of `models/claims/cues.tsv`.
package struct CueClass: OptionSet, Sendable, Hashable {
  package let rawValue: UInt64
  package init(rawValue: UInt64) { self.rawValue = rawValue }

  /// 同时, 其中: may stand before the topic.
  package static let connective = CueClass(rawValue: 1 << 0)
  /// 在, 使: a topic may follow.
  package static let opener = CueClass(rawValue: 1 << 1)
  /// 使, 支持: the object is the subject of the next verb.
  package static let pivot = CueClass(rawValue: 1 << 2)
  /// 截至, 到: stands before a time at the head of a clause.
  package static let timePreposition = CueClass(rawValue: 1 << 3)
  /// 表示, 公布: what a speaker or source does.
  package static let report = CueClass(rawValue: 1 << 4)
  /// 表示, 指出: opens what is said when it ends a clause.
  package static let speech = CueClass(rawValue: 1 << 5)
  /// 据, 根据: opens a frame that names a source.
  package static let source = CueClass(rawValue: 1 << 6)
  /// 全球, 世界: a scope, never a topic.
  package static let world = CueClass(rawValue: 1 << 7)
  /// 这是: the subject of what was said before follows.
  package static let cataphora = CueClass(rawValue: 1 << 8)
  /// 比, 较: what follows is compared with.
  package static let basis = CueClass(rawValue: 1 << 9)
  /// 相比: closes what is compared with.
  package static let basisEnd = CueClass(rawValue: 1 << 10)
  /// 由, 至: the time behind it belongs to one end of a change.
  package static let bound = CueClass(rawValue: 1 << 11)
  /// 电, 讯: ends the dateline of a report.
  package static let dateline = CueClass(rawValue: 1 << 12)
  /// 已, 累计: it is so already.
  package static let tense = CueClass(rawValue: 1 << 13)
  /// 未, 并非: denies the verb behind it.
  package static let negation = CueClass(rawValue: 1 << 14)
  /// 行业, 企业: the head of a generic subject.
  package static let sector = CueClass(rawValue: 1 << 15)
  /// 在: a place behind it is where an event happens.
  package static let locative = CueClass(rawValue: 1 << 16)
  /// 达, 为: between an attribute and its value.
  package static let link = CueClass(rawValue: 1 << 17)
  /// 实现, 完成: cuts a noun phrase wherever it stands.
  package static let verb = CueClass(rawValue: 1 << 18)
  /// 其中, 全省: stripped from the head of a noun phrase.
  package static let front = CueClass(rawValue: 1 << 19)
  /// 支持, 发展: a verb that may modify the noun behind it.
  package static let nominal = CueClass(rawValue: 1 << 20)
  /// 由于, 受: opens a clause that says why.
  package static let cause = CueClass(rawValue: 1 << 21)
  /// 同比, 比上年.
  package static let yoy = CueClass(rawValue: 1 << 22)
  /// 环比.
  package static let mom = CueClass(rawValue: 1 << 23)
  /// 年均.
  package static let annual = CueClass(rawValue: 1 << 24)
  /// 累计增长.
  package static let cumulative = CueClass(rawValue: 1 << 25)
  /// 中国, 全国: a topic whose sectors are subjects of their own.
  package static let country = CueClass(rawValue: 1 << 26)
  /// 分别, 均: ends a list whose items its predicate takes one by one.
  package static let distributor = CueClass(rawValue: 1 << 27)
  /// 他, 她: stands for the person named last.
  package static let personPronoun = CueClass(rawValue: 1 << 28)
  /// 新增, 累计: stays before a noun and is cut before a verb.
  package static let prefix = CueClass(rawValue: 1 << 29)
  /// 肺炎, 疫情: the end of a name that is no topic.
  package static let neverTopic = CueClass(rawValue: 1 << 30)
  /// 大关, 左右: is no counted noun behind a value.
  package static let closer = CueClass(rawValue: 1 << 31)

  /// 机场, 医院: the last word of what a place before it only locates.
  package static let facility = CueClass(rawValue: 1 << 32)
  /// 势头, 态势: says of the noun before it how it fares.
  package static let bearing = CueClass(rawValue: 1 << 33)
  /// 证券, 咨询: in the name of a firm that speaks of others.
  package static let analyst = CueClass(rawValue: 1 << 34)
  /// CPI, 国内生产总值: what places have and no body or firm has.
  package static let macro = CueClass(rawValue: 1 << 35)
  /// 国家统计局: a body that tells of the nation.
  package static let national = CueClass(rawValue: 1 << 36)

  /// 现有, 迄今: it is so now, whatever time was named before.
  package static let present = CueClass(rawValue: 1 << 37)

  /// The classes by their names in the table.
  package static let names: [String: CueClass] = [
    "connective": .connective, "opener": .opener, "pivot": .pivot,
    "time-preposition": .timePreposition, "report": .report, "speech": .speech,
    "source": .source, "world": .world, "cataphora": .cataphora, "basis": .basis,
    "basis-end": .basisEnd, "bound": .bound, "dateline": .dateline, "tense": .tense,
    "negation": .negation, "sector": .sector, "locative": .locative, "link": .link,
    "verb": .verb, "front": .front, "nominal": .nominal,
    "distributor": .distributor, "closer": .closer, "country": .country, "prefix": .prefix,
    "never-topic": .neverTopic, "person-pronoun": .personPronoun,
    "cause": .cause, "yoy": .yoy, "mom": .mom,
    "annual": .annual,
    "cumulative": .cumulative, "facility": .facility, "bearing": .bearing, "analyst": .analyst,
    "macro": .macro, "national": .national, "present": .present,
  ]
}
