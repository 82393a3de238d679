import KaojuVocabulary

/// The words that mark a line of a news page as something other than running text, as
/// `models/lexicon/layout.tsv` lists them.
package struct LayoutCues: Sendable {
  private let openers: [[UInt16]]
  private let closers: [[UInt16]]
  private let bylines: [[UInt16]]

  /// Takes the words.
  ///
  /// - Parameters:
  ///   - openers: What a dateline, caption or note begins with (新华社, 图为).
  ///   - closers: What a credit ends in (摄, 供图).
  ///   - bylines: What a line about its authors holds (记者, 责编).
  package init(openers: [String] = [], closers: [String] = [], bylines: [String] = []) {
    self.openers = openers.map { CharacterWidth.folded($0) }
    self.closers = closers.map { CharacterWidth.folded($0) }
    self.bylines = bylines.map { CharacterWidth.folded($0) }.filter { !$0.isEmpty }
  }

  private static let numerals = Array("一二三四五六七八九十".utf16)

  /// Whether a line begins as a dateline, caption, list item, chronicle or byline does.
  func opensParagraph(_ line: ArraySlice<UInt16>) -> Bool {
    if openers.contains(where: line.starts(with:)) { return true }
    // 1、, 2. and 一、 begin list items.
    var rest = line
    var count = 0
    while let unit = rest.first, (0x30...0x39).contains(unit) || Self.numerals.contains(unit),
      count < 4
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

  /// Whether a line ends as a credit does (记者张三摄), so that no sentence is broken.
  func closesLine(_ tail: ArraySlice<UInt16>) -> Bool {
    closers.contains { tail.suffix($0.count).elementsEqual($0) }
  }

  /// Whether a short line says who wrote, took or edited something.
  func isByline(_ line: ArraySlice<UInt16>) -> Bool {
    bylines.contains { word in
      line.indices.contains { line[$0] == word[0] && line[$0...].starts(with: word) }
    }
  }
}
