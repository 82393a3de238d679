/// The few words that mark a line of a news page as something other than running text.
enum LayoutCues {
  private static let openers = words(
    "新华社 新华网 中新社 中新网 央视网 本报 本刊 记者 图为 责任编辑 责编 编辑 作者 来源 校对 审核 摄影 附 注")
  private static let closers = words("摄 编辑 报道 供图 整理 撰稿 记者 署名")
  private static let bylines = words(
    "记者 通讯员 编辑 责编 作者: 来源: 摄影 撰稿 校对 审核 文/ 图/ 消息( 消息: 讯( 电(")

  private static func words(_ list: String) -> [[UInt16]] {
    list.split(separator: " ").map { Array($0.utf16) }
  }

  /// Whether a line begins as a dateline, caption, list item or byline does.
  static func opensParagraph(_ line: ArraySlice<UInt16>) -> Bool {
    if openers.contains(where: line.starts(with:)) { return true }
    // 1、, 2. and 一、 begin list items.
    var rest = line
    var count = 0
    while let unit = rest.first, (0x30...0x39).contains(unit) || numerals.contains(unit), count < 4
    {
      rest = rest.dropFirst()
      count += 1
    }
    guard count > 0, let mark = rest.first else { return false }
    let next = rest.dropFirst().first ?? 0
    // A date opens an entry of a chronicle: 2012年…, 12月15日….
    if mark == 0x5E74 || mark == 0x6708 || mark == 0x2D || mark == 0x2014 { return true }
    return mark == 0x3001 || mark == 0x29 || (mark == 0x2E && !(0x30...0x39).contains(next))
  }

  private static let numerals = Array("一二三四五六七八九十".utf16)

  /// Whether a line ends as a credit does (记者张三摄), so that no sentence is broken.
  static func closesLine(_ tail: ArraySlice<UInt16>) -> Bool {
    closers.contains { tail.suffix($0.count).elementsEqual($0) }
  }

  /// Whether a short line says who wrote, took or edited something.
  static func isByline(_ line: ArraySlice<UInt16>) -> Bool {
    bylines.contains { word in
      line.indices.contains { line[$0] == word[0] && line[$0...].starts(with: word) }
    }
  }
}
