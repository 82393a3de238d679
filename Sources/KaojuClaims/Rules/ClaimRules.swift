package import KaojuModels
package import KaojuPatterns
package import KaojuVocabulary

/// The rules of `models/claims`, compiled, with what each says beside its pattern.
package final class ClaimRules: Sendable {
  /// What a rule says beside its pattern.
  package struct Frame: Sendable, Hashable {
    /// What it finds.
    package var kind: FactKind
    /// How its lists belong together.
    package var pairing = ListPairing.zip
    /// Slots that hold without a word of their own (`direction` → `down`, `value` → `1`).
    package var implied: [String: String] = [:]
    /// Whether what it lacks stands in the frame of the claim before it.
    package var continues = false
    /// Whether its claims wait for an earlier list.
    package var awaitsList = false
    /// Whether a subject that its own words do not name is left out.
    package var standsAlone = false
    /// How likely every slot is right, in percent.
    package var confidence = 80
  }

  /// The compiled rules.
  package let set: RuleSet
  /// For each rule of ``set`` what it says.
  package let frames: [Frame]
  /// What is left of a phrase that could not be read: the word class `torn`.
  package let tornPhrases: TextSet
  /// Attributes that say little by themselves: the word classes `vague`, `bare` and `of_place`.
  let phrases: Discourse.WordSets
  /// The words that tell of events.
  package let triggers: TriggerTable
  /// The rule files as read, with their examples.
  package let files: [RuleFile]

  /// Reads `models/claims`, in the order that `models/claims/order.tsv` declares.
  package init(models: ModelFolder, faults: inout [ModelFault]) {
    var classes = WordClasses(models: models, faults: &faults)
    triggers = TriggerTable(models: models, faults: &faults)
    for (name, words) in triggers.classes {
      for word in words { classes.add(word, to: name) }
    }
    tornPhrases = TextSet(classes.words["torn"] ?? [])
    phrases = Discourse.WordSets(
      vague: TextSet(classes.words["vague"] ?? []), bare: TextSet(classes.words["bare"] ?? []),
      ofPlace: TextSet(classes.words["of_place"] ?? []))
    files = Self.readFiles(models: models, faults: &faults)
    var written: [WrittenRule] = []
    var frames: [Frame] = []
    var places: [(file: String, rule: RuleFile.Rule)] = []
    for file in files {
      guard let kind = FactKind(name: file.kind) else {
        faults.append(
          ModelFault(
            file: file.file, line: 1,
            .undefined(
              what: "kind of fact", name: file.kind,
              suggestion: Suggestion.nearest(
                to: file.kind, among: FactKind.allCases.map(\.name)))))
        continue
      }
      for rule in file.rules {
        written.append(
          WrittenRule(
            id: RuleID(rule.id.text), kind: file.kind, patterns: rule.patterns.map(\.text)))
        frames.append(Self.frame(of: rule, kind: kind, file: file.file, faults: &faults))
        places.append((file.file, rule))
      }
    }
    var ruleFaults: [RuleSet.Fault] = []
    set = RuleSet(
      written, classes: classes.words,
      dimensions: Self.dimensions(models: models, faults: &faults), faults: &ruleFaults)
    self.frames = frames
    for fault in ruleFaults {
      let (file, rule) = places[fault.rule]
      faults.append(ModelFault(fault.fault, in: file, at: rule.patterns[fault.pattern]))
    }
  }

  private static func readFiles(
    models: ModelFolder, faults: inout [ModelFault]
  ) -> [RuleFile] {
    let order = "claims/order.tsv"
    guard
      let table = models.table(order, required: ["file"], optional: ["note"], faults: &faults)
    else { return [] }
    return table.rows.compactMap { row in
      let file = "claims/\(row["file"])"
      return models.text(of: file, faults: &faults).map {
        RuleFile(text: $0, file: file, faults: &faults)
      }
    }
  }

  private static func dimensions(
    models: ModelFolder, faults: inout [ModelFault]
  ) -> Set<String> {
    let file = "units/dimensions.tsv"
    guard
      let table = models.table(
        file, required: ["dimension"], optional: ["unit", "base", "source"],
        faults: &faults)
    else { return [] }
    return Set(table.rows.map { String($0["dimension"]) })
  }

  private static func frame(
    of rule: RuleFile.Rule, kind: FactKind, file: String, faults: inout [ModelFault]
  ) -> Frame {
    var frame = Frame(kind: kind)
    for (name, value) in rule.settings {
      switch name {
      case "lists":
        if let pairing = ListPairing(rawValue: value.text) {
          frame.pairing = pairing
        } else {
          faults.append(
            ModelFault(
              file: file, line: value.line, column: value.column,
              .malformed(what: "lists", value: value.text, expected: "zip or product")))
        }
      case "continues": frame.continues = value.text == "true"
      case "alone": frame.standsAlone = value.text == "true"
      case "awaits": frame.awaitsList = value.text == "list"
      case "confidence": frame.confidence = Int(value.text) ?? frame.confidence
      case "direction", "basis", "value", "relation", "event", "scope":
        frame.implied[name] = value.text
      default:
        faults.append(
          ModelFault(
            file: file, line: value.line, column: value.column,
            .undefined(
              what: "setting", name: name,
              suggestion: Suggestion.nearest(to: name, among: Self.settings))))
      }
    }
    return frame
  }

  private static let settings = [
    "lists", "continues", "alone", "awaits", "confidence", "direction", "basis", "value",
    "relation",
    "event", "scope",
  ]
}

extension ModelFault {
  /// Says where in its file a pattern is wrong, and what would be right.
  init(_ fault: PatternFault, in file: String, at pattern: RuleFile.Text) {
    self.init(
      file: file, line: pattern.line, column: pattern.column, Self.problem(of: fault, in: pattern))
  }

  private static func problem(of fault: PatternFault, in pattern: RuleFile.Text) -> Problem {
    switch fault.problem {
    case .expected(let expected, let found):
      let before = String(pattern.text.prefix(fault.offset).suffix(12))
      return .other(
        "in the pattern behind \"\(before)\": expected \(expected), found \"\(found)\"")
    case .undefined(let what, let name, let known):
      return .undefined(
        what: what, name: name, suggestion: Suggestion.nearest(to: name, among: known))
    case .noAnchor: return .other("the pattern has no anchor; mark one with ^")
    case .severalAnchors: return .other("the pattern has more than one anchor")
    case .misplacedAnchor:
      return .other("the anchor stands where it could be skipped: in a choice, a guard or a ?")
    case .unusableAnchor: return .other("an anchor is a quantity, a word class or a literal")
    case .nestedRounds: return .other("a repetition stands inside a guard or a repetition")
    }
  }
}
