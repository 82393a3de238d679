import KaojuVocabulary

/// What a page says of its article beside the text.
struct PageMetadata {
  /// The headline.
  private(set) var title: String?
  /// The date, and where it stands.
  private(set) var published: (moment: Moment, origin: String)?
  /// Who published it.
  private(set) var publisher: String?
  /// The address that it gives itself.
  private(set) var url: String?

  private let tree: MarkupTree
  private let paragraphs: [PageParagraph]
  private let main: MainText
  private let words: PageWords
  private var meta: [String: String] = [:]

  init(
    _ tree: MarkupTree, _ paragraphs: [PageParagraph], _ main: MainText, words: PageWords
  ) {
    self.tree = tree
    self.paragraphs = paragraphs
    self.main = main
    self.words = words
    for node in tree.nodes where node.name == "meta" {
      let key =
        node.attributes["property"] ?? node.attributes["name"] ?? node.attributes["itemprop"]
      if let key, let content = node.attributes["content"], !content.isEmpty {
        meta[key.lowercased()] = content
      }
    }
    title = findTitle()
    published = findDate()
    publisher = value("publisher") ?? labelled("publisher")
    url = value("url")
  }

  private func value(_ field: String) -> String? {
    for name in words.metaNames(field) {
      if let content = meta[name] { return content }
    }
    return nil
  }

  // MARK: Headline

  private func findTitle() -> String? {
    let page = tree.first("title").map { Self.clean(tree.text(of: $0)) } ?? ""
    let limit = main.firstProse.map { paragraphs[$0].element } ?? tree.nodes.count
    let headings = tree.nodes.indices.filter { tree.nodes[$0].name == "h1" }
      .map { (index: $0, text: Self.clean(tree.text(of: $0))) }
      .filter { $0.text.count >= 4 }
    if let named = headings.first(where: { !page.isEmpty && page.contains($0.text.prefix(8)) }) {
      return named.text
    }
    if let last = headings.last(where: { $0.index < limit }) { return last.text }
    if let content = value("title") { return Self.clean(content) }
    let lower = tree.nodes.indices.filter {
      $0 < limit && (tree.nodes[$0].name == "h2" || tree.nodes[$0].name == "h3")
    }
    .map { Self.clean(tree.text(of: $0)) }
    if let named = lower.last(where: { $0.count >= 6 && page.contains($0.prefix(8)) }) {
      return named
    }
    if let heading = paragraphs.first(where: { $0.part == .heading && $0.length >= 6 }) {
      return heading.text
    }
    return Self.withoutSite(page)
  }

  /// The first part of `标题_频道_网站`.
  private static func withoutSite(_ page: String) -> String? {
    let parts = page.split { "_|".contains($0) }
      .flatMap { $0.split(separator: " - ") }
      .flatMap { $0.split(separator: "--") }
      .map { clean(String($0)) }
      .filter { !$0.isEmpty }
    return parts.first { $0.count >= 4 } ?? parts.first
  }

  private static func clean(_ text: String) -> String {
    text.split { $0.isWhitespace || $0 == "\u{3000}" }.joined(separator: " ")
  }

  // MARK: Date

  private func findDate() -> (moment: Moment, origin: String)? {
    for name in words.metaNames("published") {
      if let content = meta[name], let moment = PrintedDate.moment(content) {
        return (moment, "metadata:\(name)")
      }
    }
    for node in tree.nodes where node.name == "time" {
      if let moment = node.attributes["datetime"].flatMap({ PrintedDate.moment($0) }) {
        return (moment, "metadata:time")
      }
    }
    if let moment = linkedData() { return (moment, "metadata:datePublished") }
    if let printed = labelled("published"), let moment = DateFinder.first(in: printed) {
      return (moment, "label")
    }
    let end = main.firstProse ?? 0
    for paragraph in paragraphs[..<end].reversed().prefix(12) where paragraph.length < 80 {
      if let moment = DateFinder.first(in: paragraph.text) { return (moment, "byline") }
    }
    return nil
  }

  private func linkedData() -> Moment? {
    for index in tree.nodes.indices where tree.nodes[index].name == "script" {
      guard tree.nodes[index].attributes["type"]?.lowercased() == "application/ld+json"
      else { continue }
      var scanner = JSONScanner(paths: [
        [Array("datePublished".utf8)], [Array("@graph".utf8), Array("datePublished".utf8)],
      ])
      guard (try? scanner.scan(Array(tree.text(of: index).utf8).span)) != nil else { continue }
      for value in scanner.values {
        if let value, let moment = PrintedDate.moment(String(decoding: value, as: UTF8.self)) {
          return moment
        }
      }
    }
    return nil
  }

  // MARK: Labels

  /// The value after a label that stands at the start of a short paragraph or after a blank in it.
  private func labelled(_ field: String) -> String? {
    for paragraph in paragraphs where paragraph.length < 120 {
      if let value = words.labelledValue(field, in: paragraph.text) { return value }
    }
    return nil
  }
}

extension PageWords {
  /// What follows a field's label in a line: `来源：滨河日报 发布人：张三` → `滨河日报`.
  package func labelledValue(_ field: String, in line: String) -> String? {
    for label in labels where label.field == field && label.use == .before {
      var rest = line[...]
      while let start = rest.firstRange(of: label.text) {
        let isWord =
          start.lowerBound == line.startIndex
          || line[line.index(before: start.lowerBound)].isLetter == false
        let after = rest[start.upperBound...]
        if isWord, let mark = after.first, ":：".contains(mark) {
          let value = after.dropFirst().drop { $0.isWhitespace || $0 == "\u{3000}" }
          let isDate = field == "published"
          let end = value.firstIndex {
            isDate ? $0.isNewline : $0.isWhitespace || "\u{3000}|｜".contains($0)
          }
          let found = value[..<(end ?? value.endIndex)]
          if !found.isEmpty { return String(found) }
        }
        rest = after
      }
    }
    return nil
  }
}
