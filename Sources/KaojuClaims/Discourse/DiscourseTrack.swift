import KaojuVocabulary

/// What is in force at each clause: topics, times, modality and speakers, computed in two walks.
///
/// An index of -1 means that there is none.
struct DiscourseTrack: Sendable {
  /// The last topic of the sentence up to and with the clause.
  var sentenceTopic: [Int32]
  /// The last topic of the paragraph up to and with the clause.
  var paragraphTopic: [Int32]
  /// The first topic of the paragraph behind the clause.
  var laterTopic: [Int32]
  /// The mention behind 这是 in a later clause of the sentence.
  var cataphora: [Int32]
  /// The last topic of an earlier paragraph.
  var earlierTopic: [Int32]
  /// The last topic time of the sentence up to and with the clause.
  var sentenceTime: [Int32]
  /// The last topic time of the paragraph up to and with the clause, vague ones left out.
  var paragraphTime: [Int32]
  /// The period that heads the last sentence of the paragraph.
  var closingTime: [Int32]
  /// The last topic time of an earlier paragraph.
  var earlierTime: [Int32]
  /// The modality that an earlier clause carries to this one.
  var modality: [Modality]
  /// Whether 其中 has opened the sentence or a clause of it before.
  var isPart: [Bool]
  /// Who says it.
  var speaker: [Int32]

  init(_ map: ClauseMap, in document: Document) {
    let clauses = map.clauses
    let none = [Int32](repeating: -1, count: clauses.count)
    sentenceTopic = none
    paragraphTopic = none
    laterTopic = none
    cataphora = none
    earlierTopic = none
    sentenceTime = none
    paragraphTime = none
    closingTime = none
    earlierTime = none
    speaker = none
    isPart = [Bool](repeating: false, count: clauses.count)
    modality = [Modality](repeating: .asserted, count: clauses.count)
    walkForward(map, in: document)
    walkBackward(map, in: document)
  }

  private mutating func walkForward(_ map: ClauseMap, in document: Document) {
    var inSentence = State()
    var inParagraph = State()
    var before = State()
    var sentence: Int32 = -1
    var paragraph: Int32 = -1
    var carried = Modality.asserted
    var carriedFrom: Int32 = -1
    var speaking: Int32 = -1
    var parts = false
    var markBefore: UInt16 = 0
    for (index, clause) in map.clauses.enumerated() {
      if clause.paragraph != paragraph {
        paragraph = clause.paragraph
        if inParagraph.topic >= 0 { before.topic = inParagraph.topic }
        if inParagraph.time >= 0 { before.time = inParagraph.time }
        // A heading opens another matter.
        if document.paragraphs[Int(paragraph)].role == .heading { before = State() }
        inParagraph = State()
        speaking = -1
        carried = .asserted
      }
      if clause.sentence != sentence {
        sentence = clause.sentence
        inSentence = State()
        // 其中汽油90吨;煤油50吨: a series goes on with the parts.
        parts = parts && markBefore == 0x3B && clause.topic < 0
        if clause.topic >= 0 || clause.topicTime >= 0 {
          speaking = -1
          carried = .asserted
        }
        carriedFrom = carried == .asserted ? sentence : carriedFrom
      }
      if clause.topic >= 0, clause.kind != .speech || clause.speaker < 0 {
        inSentence.topic = clause.topic
        // 其中,英国1例: a part is no topic of the sentences behind it.
        if !clause.isPart { inParagraph.topic = clause.topic }
      }
      if clause.topicTime >= 0 {
        let isPlain = map.timeRoles[Int(clause.topicTime)] == .plain
        if isPlain || inSentence.time < 0 { inSentence.time = clause.topicTime }
        if isPlain { inParagraph.time = clause.topicTime }
      }
      if clause.modality == .asserted,
        clause.hasTense || carriedFrom != sentence && clause.topicTime >= 0
      {
        carried = .asserted
      }
      if clause.isPart { parts = true }
      isPart[index] = parts
      modality[index] = carried
      if clause.modality != .asserted, clause.carriesModality {
        carried = clause.modality
        carriedFrom = sentence
      }
      markBefore = clause.mark
      if clause.speaker >= 0 { speaking = clause.speaker }
      speaker[index] = speaking
      sentenceTopic[index] = inSentence.topic
      paragraphTopic[index] = inParagraph.topic
      earlierTopic[index] = before.topic
      sentenceTime[index] = inSentence.time
      paragraphTime[index] = inParagraph.time
      earlierTime[index] = before.time
      if clause.pivot >= 0 {
        inSentence.topic = clause.pivot
        inParagraph.topic = clause.pivot
      }
    }
  }

  private mutating func walkBackward(_ map: ClauseMap, in document: Document) {
    var paragraph: Int32 = -1
    var sentence: Int32 = -1
    var later: Int32 = -1
    var pointed: Int32 = -1
    var closing: Int32 = -1
    for (index, clause) in map.clauses.enumerated().reversed() {
      if clause.paragraph != paragraph {
        paragraph = clause.paragraph
        later = -1
        closing = -1
      }
      if clause.sentence != sentence {
        sentence = clause.sentence
        pointed = -1
      }
      laterTopic[index] = later
      cataphora[index] = pointed
      closingTime[index] = closing
      if clause.topic >= 0 { later = clause.topic }
      if clause.cataphora >= 0 { pointed = clause.cataphora }
      if clause.topicTime >= 0, closing < 0, later < 0 || clause.topic >= 0 || clause.kind == .time,
        document.times[Int(clause.topicTime)].timex.utf8.contains(UInt8(ascii: "/"))
      {
        closing = clause.topicTime
      }
    }
  }

  private struct State {
    var topic: Int32 = -1
    var time: Int32 = -1
  }
}
