import ArgumentParser
import Kaoju
import KaojuArchives
import KaojuModels
import KaojuScore
import KaojuVocabulary

extension ModelsCommand {
  /// `kaoju models diff`: which facts a change of models gains, loses and changes.
  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows which facts a change of models gains, loses and changes.")

    @Argument(help: "The folder of models before the change.")
    var old: String

    @Argument(help: "The folder of models after the change.")
    var new: String

    @Argument(help: "Articles to read with both.")
    var articles: [String]

    @OptionGroup var input: InputOptions

    private static func kaoju(path: String) throws -> Kaoju {
      do throws(ModelError) {
        return try Kaoju(models: ModelFolder(path: path))
      } catch {
        throw Failure(error.description, .configuration)
      }
    }

    func run() throws {
      try reporting {
        let readers = try [old, new].map(Self.kaoju)
        let reader = try InputReader(options: input)
        var difference = FactDifference()
        for path in articles {
          try reader.read(path) { result in
            switch result {
            case .success(let source):
              difference.add(readers[0].read(source), readers[1].read(source))
            case .failure(let fault): throw Failure("\(fault)", ExitStatus(fault.reason))
            }
          }
        }
        try StandardStreams.write(Array(difference.description.utf8), to: 1)
      }
    }
  }
}

/// The facts that two readings of the same articles do not share.
struct FactDifference: CustomStringConvertible {
  private var changes: [(rule: RuleID, line: String)] = []
  private var counts = (gained: 0, lost: 0, changed: 0)

  /// Compares two readings of one article.
  ///
  /// Facts of the same kind whose values or triggers stand at the same place are one fact that
  /// changed.
  mutating func add(_ old: Document, _ new: Document) {
    func key(_ fact: Fact) -> String {
      let place =
        fact.claim.value?.range ?? fact.claim.numerator?.range
        ?? fact.claim.after?.value?.range ?? fact.claim.trigger ?? fact.claim.evidence
      return "\(fact.claim.kind.name) \(place.lowerBound) \(place.upperBound)"
    }
    let before = Dictionary(old.facts.map { (key($0), $0) }) { first, _ in first }
    let after = Dictionary(new.facts.map { (key($0), $0) }) { first, _ in first }
    for key in Set(before.keys).union(after.keys).sorted() {
      switch (before[key], after[key]) {
      case (nil, let fact?):
        counts.gained += 1
        changes.append((fact.claim.rule, "+ " + Self.line(fact, in: new)))
      case (let fact?, nil):
        counts.lost += 1
        changes.append((fact.claim.rule, "- " + Self.line(fact, in: old)))
      case (let first?, let second?):
        let (was, now) = (Self.line(first, in: old), Self.line(second, in: new))
        guard was != now else { continue }
        counts.changed += 1
        changes.append((second.claim.rule, "~ \(was)\n  \(now)"))
      case (nil, nil): continue
      }
    }
  }

  /// The changes by rule, the rules that changed most first, and a summary.
  var description: String {
    let byRule = Dictionary(grouping: changes, by: \.rule)
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    var text = ""
    for (rule, changes) in byRule {
      text += "\(rule) (\(changes.count))\n"
      for change in changes { text += "  " + change.line + "\n" }
    }
    return text
      + "\(counts.gained) gained, \(counts.lost) lost, \(counts.changed) changed\n"
  }

  private static func line(_ fact: Fact, in document: Document) -> String {
    let claim = fact.claim
    let slots = [
      claim.kind.name, claim.subject?.text, claim.attribute?.text,
      claim.value?.range.map(document.text.string), claim.object?.text, claim.whole?.text,
      claim.time.map { document.text.string($0.range) }, claim.basis?.name,
      claim.modality == .asserted ? nil : claim.modality.name,
    ].compactMap { $0 }
    return slots.joined(separator: " · ") + " 「\(document.text.string(claim.evidence))」"
  }
}
