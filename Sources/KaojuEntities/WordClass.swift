/// What a word does in or beside a name: the classes of `models/entities/words.tsv`.
struct WordClass: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  /// A verb or conjunction-like word that may stand inside a name (创新, 控股, 服务).
  static let inner = WordClass(rawValue: 1 << 0)
  /// A word that never belongs to a name and ends the scan (的, 从, 位于).
  static let stop = WordClass(rawValue: 1 << 1)
  /// A noun that stands in apposition before a name (企业, 供应商, 子公司).
  static let apposition = WordClass(rawValue: 1 << 2)
  /// A word that is cut off the left end of a name (全球, 首次).
  static let strip = WordClass(rawValue: 1 << 3)
  /// A word that a dictionary calls a proper noun though it is none.
  static let generic = WordClass(rawValue: 1 << 4)
  /// A verb of saying (表示, 宣布).
  static let speech = WordClass(rawValue: 1 << 5)
  /// A word before a verb of saying that is nobody (数据, 报告).
  static let nobody = WordClass(rawValue: 1 << 6)
  /// A title before a person's name (厅长, 总经理).
  static let titleBefore = WordClass(rawValue: 1 << 7)
  /// A title behind a person's name (总书记, 团队).
  static let titleAfter = WordClass(rawValue: 1 << 8)
  /// A word of a byline (记者, 编辑).
  static let byline = WordClass(rawValue: 1 << 9)
  /// A surname.
  static let surname = WordClass(rawValue: 1 << 10)
  /// A verb that issues or carries out a policy (实施, 出台).
  static let issuing = WordClass(rawValue: 1 << 11)
  /// A conjunction that a ministry's or institute's name may hold (和, 与, 及).
  static let conjunction = WordClass(rawValue: 1 << 12)
  /// A word of a trade that a firm's short name leaves out (科技, 资产管理).
  static let trade = WordClass(rawValue: 1 << 13)
  /// A legal form (有限公司, 集团).
  static let legal = WordClass(rawValue: 1 << 14)
  /// A word that leads the name of a government organ (国家, 省, 市).
  static let leader = WordClass(rawValue: 1 << 15)
  /// A verb of motion or being before a place in one character (来渝, 驻沪).
  static let toward = WordClass(rawValue: 1 << 16)
  /// A word that shows its neighbour to be a firm (旗下, 车型, 股价).
  static let firmCue = WordClass(rawValue: 1 << 17)
  /// A character that is no part of a given name (说, 称).
  static let notGiven = WordClass(rawValue: 1 << 18)

  /// A word that cuts off what stands before it inside a name (重要, 著名).
  static let cut = WordClass(rawValue: 1 << 19)
  /// A title whose holder's firm stands right before it (副总经理).
  static let corporate = WordClass(rawValue: 1 << 20)

  /// A verb that only someone named does, right behind the name (成立, 位于, 领投).
  static let acts = WordClass(rawValue: 1 << 21)

  /// A function word that a given name may end with or hold (姚敬之).
  static let given = WordClass(rawValue: 1 << 22)

  /// What a product is, behind the code of its model: 昇腾910|芯片.
  static let model = WordClass(rawValue: 1 << 23)

  /// What makes a code behind a firm's name a journey and no product: CA1501|航班.
  static let voyage = WordClass(rawValue: 1 << 24)

  /// What makes a zone's name before it the name of a part of town: 东湖新城|社区, 光谷|院区.
  static let quarter = WordClass(rawValue: 1 << 25)

  /// How far an occasion reaches, which names it when no word of it is proper: 全国|技能大赛.
  static let reach = WordClass(rawValue: 1 << 26)

  /// The classes by the names that the table gives them.
  static let names: [String: WordClass] = [
    "inner": .inner, "stop": .stop, "apposition": .apposition, "strip": .strip,
    "generic": .generic, "speech": .speech, "nobody": .nobody, "title-before": .titleBefore,
    "title-after": .titleAfter, "byline": .byline, "surname": .surname, "issuing": .issuing,
    "conjunction": .conjunction, "trade": .trade, "legal": .legal, "leader": .leader,
    "toward": .toward, "firm-cue": .firmCue, "not-given": .notGiven, "cut": .cut, "acts": .acts,
    "given": .given, "model": .model, "voyage": .voyage, "quarter": .quarter,
    "reach": .reach,
  ]
}
