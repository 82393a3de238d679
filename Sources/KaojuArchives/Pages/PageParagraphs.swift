/// A paragraph of a page as a reader would see it.
struct PageParagraph {
  /// Its text, blanks collapsed.
  var text: String
  /// How many of its characters stand inside links.
  var linkLength: Int
  /// Its number of characters.
  var length: Int
  /// The innermost element around its first text.
  var element: Int
  /// What it is by the classes around it.
  var part: PageWords.Part?
  /// Whether it is centred under a picture.
  var isUnderPicture: Bool

  /// Whether it looks like a paragraph of an article: sentences, and hardly any links.
  var isProse: Bool {
    length >= 15 && linkLength * 2 < length
      && text.contains { "。！？；，!?;".contains($0) }
  }
}

/// Cuts a page into paragraphs, leaving out what no reader sees.
struct PageParagraphs {
  private let tree: MarkupTree
  private let words: PageWords
  private(set) var paragraphs: [PageParagraph] = []

  private var text = ""
  private var linkLength = 0
  private var element = -1
  private var sawPicture = false
  private var isCentred = false
  private var parts: [(end: Int, part: PageWords.Part)] = []
  private var links: [Int] = []

  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt",
    "fieldset", "figure", "figcaption", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "tr", "ul",
  ]
  private static let invisible: Set<String> = [
    "script", "style", "noscript", "iframe", "template", "head", "object", "embed", "svg",
    "select", "textarea", "button", "input", "map", "audio", "video", "canvas",
  ]
  private static let partsByName: [String: PageWords.Part] = [
    "nav": .furniture, "footer": .furniture, "aside": .furniture, "form": .furniture,
    "figcaption": .caption,
  ]

  init(_ tree: MarkupTree, words: PageWords) {
    self.tree = tree
    self.words = words
    walk()
    flush()
  }

  private mutating func walk() {
    var closings: [Int] = []
    var index = 0
    while index < tree.nodes.count {
      while let end = closings.last, end <= index {
        closings.removeLast()
        flush()
      }
      while let last = parts.last, last.end <= index { parts.removeLast() }
      while let last = links.last, last <= index { links.removeLast() }
      let node = tree.nodes[index]
      if node.isText {
        take(node.text, of: node.parent)
        index += 1
        continue
      }
      if Self.invisible.contains(node.name) || isHidden(node) {
        index = node.end
        continue
      }
      if node.name == "img" { sawPicture = true }
      if node.name == "a" { links.append(node.end) }
      let isCell = node.name == "td" || node.name == "th"
      if Self.blocks.contains(node.name) || (isCell && holdsBlocks(index)) {
        flush()
        closings.append(node.end)
      } else if isCell, !text.isEmpty {
        text += "\t"
      }
      let classes = (node.attributes["class"] ?? "") + " " + (node.attributes["id"] ?? "")
      if let part = Self.partsByName[node.name] ?? words.part(classes: classes) {
        parts.append((node.end, part))
      }
      if node.name == "center"
        || node.attributes["style"]?.contains("center") == true
      {
        isCentred = true
      }
      index += 1
    }
    while closings.popLast() != nil { flush() }
  }

  private func isHidden(_ node: MarkupTree.Node) -> Bool {
    if node.attributes["hidden"] != nil { return true }
    guard let style = node.attributes["style"] else { return false }
    return style.filter { !$0.isWhitespace }.lowercased().contains("display:none")
  }

  private func holdsBlocks(_ index: Int) -> Bool {
    let end = min(tree.nodes[index].end, index + 200)
    return tree.nodes[(index + 1)..<max(end, index + 1)].contains {
      Self.blocks.contains($0.name)
    }
  }

  private mutating func take(_ run: String, of parent: Int) {
    if text.isEmpty, run.allSatisfy(\.isWhitespace) { return }
    if element < 0 { element = parent }
    let before = text.unicodeScalars.count
    var space = false
    var brokeLine = false
    for scalar in run.unicodeScalars {
      if scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
        || scalar == "\u{A0}"
      {
        space = true
        if scalar == "\n" { brokeLine = true }
        continue
      }
      if space { blank(before: scalar, brokeLine: brokeLine) }
      (space, brokeLine) = (false, false)
      text.unicodeScalars.append(scalar)
    }
    if space, !brokeLine, text.last?.isWhitespace == false { text += " " }
    if !links.isEmpty { linkLength += text.unicodeScalars.count - before }
  }

  /// A blank between two words; a line break of the source between Chinese characters is none.
  private mutating func blank(before scalar: Unicode.Scalar, brokeLine: Bool) {
    guard let last = text.unicodeScalars.last, last != " " else { return }
    if brokeLine, last.value >= 0x2E80 || scalar.value >= 0x2E80 { return }
    text += " "
  }

  private mutating func flush() {
    defer {
      text = ""
      linkLength = 0
      element = -1
    }
    let trimmed = Self.trimmed(text)
    guard !trimmed.isEmpty else { return }
    paragraphs.append(
      PageParagraph(
        text: trimmed, linkLength: linkLength, length: trimmed.unicodeScalars.count,
        element: element, part: parts.last?.part, isUnderPicture: sawPicture && isCentred))
    sawPicture = false
    isCentred = false
  }

  private static func trimmed(_ text: String) -> String {
    let isBlank = { (character: Character) in
      character.isWhitespace || character == "\u{3000}" || character == "\u{FEFF}"
    }
    var rest = text[...]
    while let first = rest.first, isBlank(first) { rest.removeFirst() }
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return String(rest)
  }
}
