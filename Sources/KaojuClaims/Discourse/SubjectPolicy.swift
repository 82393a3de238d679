import KaojuVocabulary

/// How a claim came by its subject where no rule filled it; made once, since they are given often.
enum SubjectPolicy {
  /// The noun phrase before the attribute.
  static let noun: RuleID = "discourse/noun"
  /// The topic of an earlier clause of the sentence.
  static let sentenceTopic: RuleID = "discourse/sentence-topic"
  /// A body that more often speaks than is spoken of.
  static let unlikelyTopic: RuleID = "discourse/unlikely-topic"
  /// The name that a verb of the clause acts on and that acts next.
  static let pivot: RuleID = "discourse/pivot"
  /// The nation, of which a body of it tells.
  static let nation: RuleID = "discourse/nation"
  /// The firm that says it.
  static let speaker: RuleID = "discourse/speaker"
  /// The clause's own topic.
  static let clauseTopic: RuleID = "discourse/clause-topic"
  /// The place or time that the clause opens with.
  static let world: RuleID = "discourse/world"
  /// Whom 他, 该公司 or 其 points at.
  static let pronoun: RuleID = "discourse/pronoun"
  /// The nearest name before.
  static let nearest: RuleID = "discourse/nearest"
  /// The topic that a later clause names.
  static let cataphora: RuleID = "discourse/cataphora"
  /// The topic of an earlier sentence of the paragraph.
  static let paragraphTopic: RuleID = "discourse/paragraph-topic"
  /// The topic that the paragraph names at its end.
  static let laterTopic: RuleID = "discourse/later-topic"
  /// The topic of an earlier paragraph.
  static let earlierParagraph: RuleID = "discourse/earlier-paragraph"
  /// What the document is about.
  static let mainTopic: RuleID = "discourse/main-topic"
}
