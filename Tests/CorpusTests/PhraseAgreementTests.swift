import Foundation
import Kaoju
import KaojuVocabulary
import Testing

/// A phrase is read the same alone, inside a sentence and between paragraphs, by whatever command:
/// `parse` = `extract` = `batch`.
@Suite struct PhraseAgreementTests {
  /// A phrase and whether it says when it is.
  struct Phrase: Sendable, CustomStringConvertible {
    var text: String
    var isAsked: Bool
    var description: String { text }
  }

  /// What was found in a phrase, with places counted from its start.
  struct Finding: Hashable {
    var start: Int
    var end: Int
    var what: String
    var value: String
  }

  static let published = Moment(iso8601: "2025-06-18T10:30:20")

  static let carriers: [(before: String, behind: String)] = [
    ("据介绍，", "。"), ("记者了解到，", "，各项工作正常推进。"), ("第一段。\n", "\n第三段。"),
  ]

  static let phrases: [Phrase] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "corpus/phrases.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().compactMap {
      let cells = $0.split(separator: "\t")
      return cells.count == 2 ? Phrase(text: String(cells[0]), isAsked: cells[1] == "asked") : nil
    }
  }()

  private func findings(
    _ document: Document, from start: Int, count: Int, isAsked: Bool
  ) -> Set<Finding> {
    var found: Set<Finding> = []
    for quantity in document.quantities
    where quantity.range.start >= start && quantity.range.end <= start + count {
      let value = quantity.value
      found.insert(
        Finding(
          start: quantity.range.start - start, end: quantity.range.end - start,
          what: "quantity \(value.dimension) \(value.unit)",
          value:
            "\(value.comparator) \(value.amount as Any) \(value.low as Any) \(value.high as Any)"))
    }
    for time in document.times
    where time.range.start >= start && time.range.end <= start + count {
      found.insert(
        Finding(
          start: time.range.start - start, end: time.range.end - start, what: "\(time.kind)",
          value: isAsked
            ? "" : "\(time.timex) \(time.from as Any) \(time.to as Any) \(time.modifier as Any)"))
    }
    return found
  }

  @Test func phrasesAreReadAlikeEverywhere() throws {
    #expect(Self.phrases.count > 250)
    let kaoju = try Kaoju()
    for phrase in Self.phrases {
      let count = phrase.text.utf16.count
      let alone = findings(
        kaoju.read(phrase.text, published: Self.published), from: 0, count: count,
        isAsked: phrase.isAsked)
      #expect(!alone.isEmpty, "\(phrase)")
      for (before, behind) in Self.carriers {
        let carried = findings(
          kaoju.read(before + phrase.text + behind, published: Self.published),
          from: before.utf16.count, count: count, isAsked: phrase.isAsked)
        #expect(carried == alone, "\(phrase) in \(before)…\(behind)")
      }
    }
  }
}
