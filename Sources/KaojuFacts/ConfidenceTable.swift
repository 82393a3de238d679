import KaojuModels
import KaojuVocabulary

/// How often facts of a rule hold, by what they inherited; `models/claims/confidence.tsv`.
///
/// Of the facts at 90 nine in ten hold; the table is counted on annotated articles.
struct ConfidenceTable: Sendable {
  /// What a fact takes from outside its clause.
  enum Inheritance: String, Hashable, Sendable, CaseIterable {
    /// Nothing.
    case none
    /// Its time only.
    case time
    /// Its subject, from an earlier clause of the sentence.
    case sentence
    /// Its subject, from an earlier sentence of the paragraph.
    case paragraph
    /// Its subject, from another paragraph or from behind.
    case far
    /// Its subject, a common noun at the head of the clause.
    case noun
    /// Its attribute: it continues a frame.
    case frame
  }

  private struct Key: Hashable {
    var rule: Name
    var inheritance: Inheritance
  }

  /// A measurement of something that is no known indicator is trusted only so far, in percent.
  private static let trustOfUnknown = 85
  /// A figure of nothing is trusted only so far, in percent.
  private static let trustOfIncomplete = 60

  private var percents: [Key: Int] = [:]
  /// What is left of the confidence for each doubt, in percent; `models/claims/doubts.tsv`.
  private var doubts: [(doubt: Doubts, percent: Int)] = []

  init(models: ModelFolder, faults: inout [ModelFault]) {
    readDoubts(models: models, faults: &faults)
    let file = "claims/confidence.tsv"
    let columns = ["rule", "inherited", "percent"]
    guard
      let table = models.table(file, required: columns, optional: ["seen"], faults: &faults)
    else { return }
    table.requireCells(columns, faults: &faults)
    for row in table.rows {
      guard let inheritance = Inheritance(rawValue: String(row["inherited"])) else {
        let names = Inheritance.allCases.map(\.rawValue)
        faults.append(
          ModelFault(
            file: file, line: row.line, column: row.position(of: "inherited"),
            .undefined(
              what: "inheritance", name: String(row["inherited"]),
              suggestion: Suggestion.nearest(to: String(row["inherited"]), among: names))))
        continue
      }
      guard let percent = Self.percent(row, file: file, faults: &faults) else { continue }
      percents[Key(rule: Name(String(row["rule"])), inheritance: inheritance)] = percent
    }
  }

  /// The percent of a row; `nil` and a fault where it is none.
  private static func percent(
    _ row: Table.Row, file: String, faults: inout [ModelFault]
  ) -> Int? {
    if let percent = Int(row["percent"]), (0...100).contains(percent) { return percent }
    faults.append(
      ModelFault(
        file: file, line: row.line, column: row.position(of: "percent"),
        .malformed(
          what: "percent", value: String(row["percent"]), expected: "a number from 0 to 100")))
    return nil
  }

  private mutating func readDoubts(models: ModelFolder, faults: inout [ModelFault]) {
    let file = "claims/doubts.tsv"
    let columns = ["doubt", "percent"]
    guard
      let table = models.table(file, required: columns, optional: ["note"], faults: &faults)
    else { return }
    table.requireCells(columns, faults: &faults)
    for row in table.rows {
      guard let doubt = Doubts.names.first(where: { $0.key == row["doubt"] })?.value else {
        faults.append(
          ModelFault(
            file: file, line: row.line, column: row.position(of: "doubt"),
            .undefined(
              what: "doubt", name: String(row["doubt"]),
              suggestion: Suggestion.nearest(
                to: String(row["doubt"]), among: Doubts.names.map(\.key)))))
        continue
      }
      guard let percent = Self.percent(row, file: file, faults: &faults) else { continue }
      doubts.append((doubt, percent))
    }
  }

  /// The calibrated confidence of a claim: by its rule, else by its kind, else its rule's own,
  /// lowered by each doubt.
  func confidence(of claim: Claim) -> Int {
    var confidence = counted(claim)
    for (doubt, percent) in doubts where claim.doubts.contains(doubt) {
      confidence = confidence * percent / 100
    }
    return confidence
  }

  private func counted(_ claim: Claim) -> Int {
    let inheritance = Self.inheritance(of: claim)
    let counted =
      percents[Key(rule: claim.rule.name, inheritance: inheritance)]
      ?? percents[Key(rule: Name(claim.kind.name), inheritance: inheritance)]
    guard let counted else { return claim.confidence }
    if isWithoutAttribute(claim) { return counted * Self.trustOfIncomplete / 100 }
    return isUnknown(claim) ? counted * Self.trustOfUnknown / 100 : counted
  }

  private func isUnknown(_ claim: Claim) -> Bool {
    switch claim.kind {
    case .measurement, .growth, .change: claim.attribute?.attribute == nil
    default: false
    }
  }

  private func isWithoutAttribute(_ claim: Claim) -> Bool {
    switch claim.kind {
    case .measurement, .growth, .change, .share: claim.attribute == nil
    default: false
    }
  }

  private static let far: Set<RuleID> = [
    "discourse/earlier-paragraph", "discourse/later-topic", "discourse/main-topic",
    "discourse/unlikely-topic",
  ]
  private static let noun: RuleID = "discourse/noun"
  private static let paragraph: RuleID = "discourse/paragraph-topic"

  static func inheritance(of claim: Claim) -> Inheritance {
    if let policy = claim.subjectPolicy {
      if policy == noun { return .noun }
      if far.contains(policy) { return .far }
    }
    if claim.inherited.contains(.attribute) { return .frame }
    if claim.inherited.contains(.subject) {
      return claim.subjectPolicy == paragraph ? .paragraph : .sentence
    }
    return claim.inherited.contains(.time) ? .time : .none
  }
}
