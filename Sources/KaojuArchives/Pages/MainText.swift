/// Finds the article among a page's paragraphs.
///
/// The prose of an article stands together in one element; from the root the way goes down as long
/// as one child holds most of it. Navigation is links, furniture carries the classes of
/// `models/archives/page-parts.tsv`, and neither is prose.
struct MainText {
  /// The article's paragraphs, as indices of the page's.
  private(set) var chosen: [Int] = []
  /// The page's first paragraph of prose, before which headline and byline stand.
  private(set) var firstProse: Int?

  private let tree: MarkupTree
  private let paragraphs: [PageParagraph]
  private let words: PageWords

  init(_ tree: MarkupTree, _ paragraphs: [PageParagraph], words: PageWords) {
    self.tree = tree
    self.paragraphs = paragraphs
    self.words = words
    let parts = trustedParts()
    var weights = paragraphs.indices.map { index in
      parts[index] == nil && paragraphs[index].isProse && !isLabelled(index)
        && !isHeading(paragraphs[index]) ? paragraphs[index].length : 0
    }
    if weights.allSatisfy({ $0 == 0 }) {
      weights = paragraphs.indices.map { index in
        let paragraph = paragraphs[index]
        return parts[index] == nil && paragraph.linkLength * 2 < paragraph.length
          && paragraph.length >= 10 && !isLabelled(index) ? paragraph.length : 0
      }
    }
    guard let container = container(of: weights) else { return }
    firstProse = weights.firstIndex { $0 > 0 }
    let range = container..<tree.nodes[container].end
    chosen = paragraphs.indices.filter { index in
      let paragraph = paragraphs[index]
      return range.contains(paragraph.element) && parts[index] == nil
        && paragraph.linkLength * 2 < max(paragraph.length, 1) && !isLabelled(index)
        && !isCaption(paragraph) && !isHeading(paragraph)
    }
    trimEnd(weights)
  }

  /// What the classes say, unless they say it of most of the page's prose.
  private func trustedParts() -> [PageWords.Part?] {
    var total = 0
    var prose: [PageWords.Part: Int] = [:]
    for paragraph in paragraphs where paragraph.isProse {
      total += paragraph.length
      if let part = paragraph.part { prose[part, default: 0] += paragraph.length }
    }
    return paragraphs.map { paragraph in
      guard let part = paragraph.part else { return nil }
      return prose[part, default: 0] * 5 > total * 2 ? nil : part
    }
  }

  private func container(of weights: [Int]) -> Int? {
    var held: [Int: Int] = [:]
    var total = 0
    for (paragraph, weight) in zip(paragraphs, weights) where weight > 0 {
      total += weight
      var node = paragraph.element
      while node >= 0 {
        held[node, default: 0] += weight
        node = tree.nodes[node].parent
      }
    }
    guard total > 0 else { return nil }
    var current = 0
    while true {
      var best: (index: Int, weight: Int)?
      var child = current + 1
      while child < tree.nodes[current].end {
        if let weight = held[child], weight > best?.weight ?? 0 { best = (child, weight) }
        child = max(tree.nodes[child].end, child + 1)
      }
      guard let best, best.weight * 10 >= held[current, default: 0] * 7,
        tree.nodes[best.index].name != "p"
      else { return current }
      current = best.index
    }
  }

  private func isLabelled(_ index: Int) -> Bool {
    words.label(of: paragraphs[index].text) != nil
  }

  private func isCaption(_ paragraph: PageParagraph) -> Bool {
    paragraph.isUnderPicture && paragraph.length < 60 && !paragraph.text.hasSuffix("。")
  }

  private func isHeading(_ paragraph: PageParagraph) -> Bool {
    guard tree.nodes.indices.contains(paragraph.element) else { return false }
    return tree.nodes[paragraph.element].name == "h1"
  }

  /// Drops what follows the last prose and is no sentence: tools, lists of links.
  private mutating func trimEnd(_ weights: [Int]) {
    while let last = chosen.last, weights[last] == 0, chosen.count > 1,
      paragraphs[last].linkLength > 0
    {
      chosen.removeLast()
    }
  }
}
