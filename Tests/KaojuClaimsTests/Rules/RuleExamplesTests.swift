import Kaoju
import KaojuClaims
import KaojuModels
import KaojuTestSupport
import KaojuVocabulary
import Testing

/// An example or counter-example of a rule, with its place for the test's name.
struct RuleExample: Sendable, CustomStringConvertible {
  let rule: String
  let text: String
  let description: String

  static func all(_ sentences: any KeyPath<RuleFile.Rule, [RuleFile.Text]> & Sendable) throws
    -> [RuleExample]
  {
    var faults: [ModelFault] = []
    let rules = ClaimRules(models: try ModelFolder.locate(), faults: &faults)
    guard faults.isEmpty else { throw ModelError(faults) }
    return rules.files.flatMap { file in
      file.rules.flatMap { rule in
        rule[keyPath: sentences].map {
          RuleExample(
            rule: rule.id.text, text: $0.text,
            description: "\(file.file):\($0.line) \(rule.id.text)")
        }
      }
    }
  }
}

@Suite struct RuleExamplesTests {
  static let kaoju = Result { try Kaoju() }

  @Test(arguments: try RuleExample.all(\.examples))
  func findsWhatAnExampleMarks(example: RuleExample) throws {
    let marked = MarkedText(example.text)
    let document = try Self.kaoju.get().read(marked.text)
    let claims = document.claims.filter { $0.rule.rawValue == example.rule }
    #expect(!claims.isEmpty, "no claim by \(example.rule); others: \(document.claims.map(\.rule))")
    for mark in marked.marks {
      let wanted = document.text.string(mark.range)
      let found = claims.flatMap { $0.texts(of: mark.label, in: document) }
      if !found.isEmpty || RuleExample.shown.contains(mark.label) {
        #expect(found.contains(wanted), "\(mark.label): \(found)")
      }
    }
  }

  @Test(arguments: try RuleExample.all(\.counterExamples))
  func leavesACounterExampleAlone(example: RuleExample) throws {
    let document = try Self.kaoju.get().read(MarkedText(example.text).text)
    #expect(!document.claims.contains { $0.rule.rawValue == example.rule })
  }
}

extension RuleExample {
  /// The labels that must show up in a claim; others (`yoy`, `first`) only mark the cue.
  fileprivate static let shown: Set<String> = [
    "subject", "attribute", "value", "whole", "scope", "object", "before", "after", "numerator",
    "denominator", "counted",
  ]
}

extension Claim {
  /// The texts in a slot.
  fileprivate func texts(of label: String, in document: Document) -> [String] {
    func text(_ value: ClaimValue?) -> [String] {
      value?.range.map { [document.text.string($0)] } ?? []
    }
    switch label {
    case "subject": return [subject?.text].compactMap { $0 }
    case "attribute", "counted": return [attribute?.text].compactMap { $0 }
    case "value": return text(value)
    case "whole": return [whole?.text].compactMap { $0 }
    case "scope": return [scope?.text].compactMap { $0 }
    case "object": return [object?.text].compactMap { $0 }
    case "place": return [place?.text].compactMap { $0 }
    case "before": return text(before?.value)
    case "after": return text(after?.value)
    case "numerator": return text(numerator)
    case "denominator": return text(denominator)
    default: return []
    }
  }
}
