/// Characters that the grammar of numbers and quantities names one by one.
enum Han {
  /// 一.
  static let one: UInt16 = 0x4E00
  /// 十.
  static let ten: UInt16 = 0x5341
  /// 拾.
  static let bankersTen: UInt16 = 0x62FE
  /// 百.
  static let hundred: UInt16 = 0x767E
  /// 千.
  static let thousand: UInt16 = 0x5343
  /// 万.
  static let myriad: UInt16 = 0x4E07
  /// 亿.
  static let hundredMillion: UInt16 = 0x4EBF
  /// 兆.
  static let zhao: UInt16 = 0x5146
  /// 零.
  static let zero: UInt16 = 0x96F6
  /// 下, of 零下.
  static let below: UInt16 = 0x4E0B
  /// 半.
  static let half: UInt16 = 0x534A
  /// 个.
  static let piece: UInt16 = 0x4E2A
  /// 多.
  static let many: UInt16 = 0x591A
  /// 人.
  static let person: UInt16 = 0x4EBA
  /// 大.
  static let big: UInt16 = 0x5927
  /// 第.
  static let ordinal: UInt16 = 0x7B2C
  /// 前.
  static let front: UInt16 = 0x524D
  /// 每.
  static let each: UInt16 = 0x6BCF
  /// 翻.
  static let doubles: UInt16 = 0x7FFB
  /// 了.
  static let done: UInt16 = 0x4E86
  /// 数.
  static let several: UInt16 = 0x6570
  /// 数 in traditional characters.
  static let severalTraditional: UInt16 = 0x6578
  /// 几.
  static let few: UInt16 = 0x51E0
  /// 负.
  static let minus: UInt16 = 0x8D1F
  /// 分.
  static let part: UInt16 = 0x5206
  /// 之.
  static let of: UInt16 = 0x4E4B
  /// 又.
  static let and: UInt16 = 0x53C8
  /// 间.
  static let between: UInt16 = 0x95F4
  /// 比.
  static let than: UInt16 = 0x6BD4
  /// 上.
  static let up: UInt16 = 0x4E0A
  /// 过.
  static let past: UInt16 = 0x8FC7
  /// 的.
  static let possessive: UInt16 = 0x7684
  /// 是.
  static let `is`: UInt16 = 0x662F
  /// 有.
  static let has: UInt16 = 0x6709
  /// 仅.
  static let merely: UInt16 = 0x4EC5
  /// 只.
  static let only: UInt16 = 0x53EA
  /// 高.
  static let tall: UInt16 = 0x9AD8
  /// 米.
  static let metre: UInt16 = 0x7C73
  /// 周.
  static let week: UInt16 = 0x5468
  /// 月.
  static let month: UInt16 = 0x6708
  /// 号.
  static let number: UInt16 = 0x53F7
  /// 级.
  static let grade: UInt16 = 0x7EA7
  /// 成.
  static let tenth: UInt16 = 0x6210
  /// 折.
  static let discount: UInt16 = 0x6298
  /// 隔.
  static let apart: UInt16 = 0x9694
  /// 元.
  static let yuan: UInt16 = 0x5143
  /// 度.
  static let degree: UInt16 = 0x5EA6
  /// 块.
  static let block: UInt16 = 0x5757
  /// 两.
  static let pair: UInt16 = 0x4E24
  /// 两 in traditional characters.
  static let pairTraditional: UInt16 = 0x5169
  /// The full stop 。 of a sentence.
  static let fullStop: UInt16 = 0x3002
  /// The comma 、 of a list.
  static let comma: UInt16 = 0x3001
  /// The opening quotation mark “.
  static let openQuote: UInt16 = 0x201C
  /// The closing quotation mark ”.
  static let closeQuote: UInt16 = 0x201D
  /// The opening title mark 《.
  static let openTitle: UInt16 = 0x300A
  /// The closing title mark 》.
  static let closeTitle: UInt16 = 0x300B
  /// − as a minus sign.
  static let minusSign: UInt16 = 0x2212

  /// Whether the code unit is a Chinese character of the basic block.
  static func contains(_ unit: UInt16) -> Bool { unit >= 0x4E00 && unit <= 0x9FFF }
}
