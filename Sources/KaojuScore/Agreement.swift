import KaojuVocabulary

/// Says whether a predicted slot answers a gold one.
///
/// The definitions are those of the project's scoring script: texts agree when one of the gold
/// texts and one of the predicted texts are equal without blanks and quotation marks, or one holds
/// the other and is at least half as long.
package struct Agreement {
  private let goldNames: [String: [String]]
  private let predictedNames: [String: [String]]

  /// The slots that are compared, in order.
  package static let keys = [
    "subject", "attribute", "value", "whole", "before", "after", "baseline", "scope", "event",
    "relation", "object", "time", "place", "direction", "basis", "modality", "negated",
  ]

  private static let defaults: [String: JSONValue] = [
    "modality": .string("asserted"), "negated": .boolean(false), "direction": .string("up"),
  ]

  /// Makes the comparison of two documents.
  package init(gold: ScoredDocument, predicted: ScoredDocument) {
    goldNames = gold.names
    predictedNames = predicted.names
  }

  /// The gold slots of a pair of facts, and those that the prediction answers.
  package func slots(
    _ gold: ScoredDocument.Item, _ predicted: ScoredDocument.Item
  ) -> (all: [String], good: [String]) {
    let keys = Self.keys.filter { gold.value[$0] != nil }
    var good = keys.filter {
      agree($0, gold.value[$0], predicted.value[$0] ?? Self.defaults[$0])
    }
    // X成立: who was established may stand in either slot.
    if gold.value["kind"]?.text == "event", gold.value["object"] == nil, keys.contains("subject"),
      !good.contains("subject"), predicted.value["subject"] == nil,
      let object = predicted.value["object"], agree("subject", gold.value["subject"], object)
    {
      good.append("subject")
    }
    return (keys, good)
  }

  private func agree(_ key: String, _ gold: JSONValue?, _ predicted: JSONValue?) -> Bool {
    switch key {
    case "event", "relation", "direction", "basis", "modality", "negated":
      if gold == predicted { return true }
      guard case .array(let accepted) = gold, let predicted else { return false }
      return accepted.contains(predicted)
    case "value": return predicted.map { Self.sameQuantity(gold, $0) } ?? false
    case "time": return predicted.map { Self.sameTime(gold, $0) } ?? false
    case "before", "after", "baseline": return sameReference(gold, predicted)
    default: return sameText(gold, predicted)
    }
  }

  private func sameReference(_ gold: JSONValue?, _ predicted: JSONValue?) -> Bool {
    guard let gold, let predicted else { return false }
    if let value = gold["value"], !Self.sameQuantity(value, predicted["value"]) { return false }
    if let time = gold["time"], !Self.sameTime(time, predicted["time"]) { return false }
    if gold["value"] == nil, gold["time"] == nil, gold["text"] != nil {
      return sameText(gold, predicted)
    }
    return true
  }

  /// Whether two quantities have the same amount (or bounds) and unit.
  package static func sameQuantity(_ gold: JSONValue?, _ predicted: JSONValue?) -> Bool {
    guard case .object = gold, case .object = predicted, let gold, let predicted else {
      return false
    }
    if let numerator = gold["numerator"] {
      return sameQuantity(numerator, predicted["numerator"])
        && sameQuantity(gold["denominator"], predicted["denominator"])
    }
    let keys = gold["amount"] != nil ? ["amount"] : ["low", "high"]
    return keys.allSatisfy { sameNumber(gold[$0], predicted[$0]) }
      && (gold["unit"]?.text ?? "1") == (predicted["unit"]?.text ?? "1")
  }

  /// Whether two times have the same TIMEX3 value, or begin and end together.
  package static func sameTime(_ gold: JSONValue?, _ predicted: JSONValue?) -> Bool {
    guard let gold, let predicted else { return false }
    if let timex = gold["timex"]?.text, !timex.isEmpty, timex == predicted["timex"]?.text {
      return true
    }
    return gold["from"]?.text != nil && gold["from"] == predicted["from"]
      && gold["to"] == predicted["to"]
  }

  private static func sameNumber(_ gold: JSONValue?, _ predicted: JSONValue?) -> Bool {
    guard let gold, let predicted else { return gold == predicted }
    guard let a = gold.text.flatMap({ ExactDecimal($0) }),
      let b = predicted.text.flatMap({ ExactDecimal($0) })
    else { return gold == predicted }
    if a == b { return true }
    return abs(a.approximate - b.approximate) < abs(a.approximate) * 1e-9
  }

  private func sameText(_ gold: JSONValue?, _ predicted: JSONValue?) -> Bool {
    guard let gold, let predicted else { return false }
    let ours = texts(predicted, predictedNames).map(Self.cleaned)
    return texts(gold, goldNames).map(Self.cleaned).contains { x in
      !x.isEmpty
        && ours.contains { y in
          guard !y.isEmpty else { return false }
          if x == y { return true }
          let (short, long) = x.count <= y.count ? (x, y) : (y, x)
          return short.count * 2 >= long.count && long.firstRange(of: short) != nil
        }
    }
  }

  private func texts(_ slot: JSONValue, _ names: [String: [String]]) -> [String] {
    if let text = slot.text { return [text] }
    var result = [slot["text"]?.text].compactMap { $0 } + (slot["accept"]?.texts ?? [])
    if let entity = slot["entity"]?.text { result += names[entity] ?? [] }
    return result
  }

  /// The text without blanks, quotation marks, brackets, 的 and case.
  package static func cleaned(_ text: String) -> [Unicode.Scalar] {
    text.lowercased().unicodeScalars.filter {
      !$0.properties.isWhitespace && !"“”‘’\"'《》「」『』()()·的".unicodeScalars.contains($0)
    }
  }
}

extension Array where Element: Equatable {
  fileprivate func firstRange(of other: [Element]) -> Range<Int>? {
    guard other.count <= count else { return nil }
    return (0...(count - other.count)).lazy
      .map { $0..<($0 + other.count) }.first { self[$0].elementsEqual(other) }
  }
}
