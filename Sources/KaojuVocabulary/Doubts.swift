/// What about a claim's place in its sentence makes it less likely to hold.
///
/// In 临江市港口集团吞吐量达90万吨 the noun between 临江市 and 吞吐量 is a doubt, ``between``: the figure may be
/// the group's. `models/claims/doubts.tsv` says how much each takes from the confidence.
public struct Doubts: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt32
  /// Makes doubts from bits.
  @inlinable
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// A noun or name stands between the subject and what is said of it (临江市|港口集团|吞吐量).
  public static let between = Doubts(rawValue: 1 << 0)
  /// The subject is one of several that are listed (临江、新城等地发生9起).
  public static let listed = Doubts(rawValue: 1 << 1)
  /// The attribute's left edge touches a noun (对日|出口量).
  public static let torn = Doubts(rawValue: 1 << 2)
  /// A counted noun goes on behind its end (24个国家|和地区).
  public static let open = Doubts(rawValue: 1 << 3)
  /// The figure modifies a noun behind it (4%以内的|目标).
  public static let modifies = Doubts(rawValue: 1 << 4)
  /// The subject is one that acts and is seldom measured (卫生部, 某协会).
  public static let actor = Doubts(rawValue: 1 << 5)
  /// The attribute is a word that says nothing without another (价格, 总额).
  public static let vague = Doubts(rawValue: 1 << 6)
  /// The attribute has a verb in it (远高于国家).
  public static let clausal = Doubts(rawValue: 1 << 7)
  /// Another figure or 每 belongs to the value too (千人|汽车保有量, 每吨亏损).
  public static let per = Doubts(rawValue: 1 << 8)
  /// A percentage of what is no rate (种植面积达60%).
  public static let percent = Doubts(rawValue: 1 << 9)
  /// A measured value without a time that it needs, or with a vague one (此前).
  public static let undated = Doubts(rawValue: 1 << 10)
  /// The time stands in an earlier sentence.
  public static let earlier = Doubts(rawValue: 1 << 11)
  /// The time stands in another paragraph.
  public static let distant = Doubts(rawValue: 1 << 12)
  /// How it is meant was carried from an earlier clause.
  public static let carried = Doubts(rawValue: 1 << 13)
  /// There is no subject.
  public static let orphan = Doubts(rawValue: 1 << 14)
  /// The subject is a place that locates something else (兰州|中川国际机场).
  public static let locates = Doubts(rawValue: 1 << 15)
  /// The count closes a list (甲、乙等|27家企业).
  public static let tally = Doubts(rawValue: 1 << 16)
  /// A verb that may modify touches the attribute's left edge (寄递|服务业务量).
  public static let verbal = Doubts(rawValue: 1 << 17)
  /// The subject is a common noun.
  public static let generic = Doubts(rawValue: 1 << 18)
  /// 全国 or a carried place stands where another place or its office is spoken of.
  public static let foreign = Doubts(rawValue: 1 << 19)
  /// A place has an indicator that something in it has (临江的市场占有率).
  public static let bare = Doubts(rawValue: 1 << 20)
  /// The subject was carried here from where no figure was given of it.
  public static let unsaid = Doubts(rawValue: 1 << 21)

  /// The doubts by their names in the table.
  public static let names: KeyValuePairs<String, Doubts> = [
    "between": .between, "listed": .listed, "torn": .torn, "open": .open, "modifies": .modifies,
    "actor": .actor, "vague": .vague, "clausal": .clausal, "per": .per, "percent": .percent,
    "undated": .undated, "earlier": .earlier, "distant": .distant, "carried": .carried,
    "orphan": .orphan, "locates": .locates, "tally": .tally,
    "verbal": .verbal, "generic": .generic, "foreign": .foreign, "bare": .bare,
    "unsaid": .unsaid,
  ]
}
