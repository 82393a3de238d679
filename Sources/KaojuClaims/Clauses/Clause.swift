package import KaojuVocabulary

/// A stretch of a sentence between two marks of `,` `;` `:` 。 `!` `?` …, with the part it plays.
///
/// 2019年,西安高新区产值达90亿元(人民币,下同),同比增长6%。 has three clauses: a time, a full clause
/// (a bracket parts nothing), and a bare predicate.
package struct Clause: Hashable, Sendable {
  /// The parts that a clause can play.
  @frozen
  package enum Kind: UInt8, Sendable, Hashable {
    /// Says something of its own.
    case full
    /// Only a time (2019年,).
    case time
    /// Only a topic, with a preposition at most (在西安高新区,).
    case topic
    /// Names a source or a standpoint (据统计,).
    case frame
    /// Ends in a verb of saying: what follows is said by its topic (该负责人表示,).
    case speech
    /// Compares or grows without a noun of its own (比上年增长6%).
    case predicate
    /// Has no letter or figure in it.
    case empty
  }

  /// Where it stands, without the mark that closes it.
  package var range: TextRange
  /// The mark that closes it, or 0.
  package var mark: UInt16
  /// The index of its sentence in the document.
  package var sentence: Int32
  /// The index of its paragraph in the document.
  package var paragraph: Int32
  /// The document's mentions that stand in it.
  package var mentions: Range<Int> = 0..<0
  /// The document's times that stand in it.
  package var times: Range<Int> = 0..<0
  /// The document's quantities that stand in it.
  package var quantities: Range<Int> = 0..<0
  /// Where its own words begin, after times and connectives.
  package var content: Int32 = 0
  /// The part it plays.
  package var kind: Kind = .full
  /// The mention that opens it.
  package var topic: Int32 = -1
  /// The 全球 that opens it: its topic, but no one else's.
  package var world: Int32 = -1
  /// The mention that a verb like 使 makes the subject of the rest of it.
  package var pivot: Int32 = -1
  /// The mention that 这是 makes the subject of what was said before.
  package var cataphora: Int32 = -1
  /// The mention of who says what follows.
  package var speaker: Int32 = -1
  /// The time that it sets for itself and what follows.
  package var topicTime: Int32 = -1
  /// How it means what it says, and where the cue stands.
  package var modality: Modality = .asserted
  /// Where the cue of ``modality`` ends.
  package var modalityCue: Int32 = -1
  /// Whether its modality goes on over the clauses behind it.
  package var carriesModality = false
  /// Whether it begins with 其中: what it names is a part of what went before.
  package var isPart = false
  /// Whether it says that something is so already.
  package var hasTense = false

  /// Makes a clause that nothing is known of.
  package init(range: TextRange, mark: UInt16, sentence: Int32, paragraph: Int32) {
    self.range = range
    self.mark = mark
    self.sentence = sentence
    self.paragraph = paragraph
    self.content = range.lowerBound
  }
}
