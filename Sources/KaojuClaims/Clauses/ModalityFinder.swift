package import KaojuVocabulary

/// Finds how a clause means what it says: 有望, 计划, 可达.
///
/// A cue counts where a word begins: 将 in 将军 or 即将 alone is none.
package struct ModalityFinder {
  private let document: Document
  private let models: DiscourseModels
  private let timeRoles: [TimeRole]
  private let tokens: TokenIndex

  /// Takes a document whose words and times are known.
  package init(_ document: Document, models: DiscourseModels, timeRoles: [TimeRole]) {
    self.document = document
    self.models = models
    self.timeRoles = timeRoles
    tokens = TokenIndex(document)
  }

  /// Fills a clause's modality, its scope, and whether it says that something is so already.
  package func read(_ clause: inout Clause) {
    let units = document.text.units
    var at = clause.range.start
    var mention = clause.mentions.lowerBound
    while at < clause.range.end {
      while mention < clause.mentions.upperBound,
        document.mentions[mention].range.end <= at
      { mention += 1 }
      if mention < clause.mentions.upperBound, document.mentions[mention].range.start <= at {
        at = document.mentions[mention].range.end
        continue
      }
      if clause.modality == .asserted,
        let found = models.modality.longest(at: at, limit: clause.range.end, in: units),
        found.cue.scope != .phrase, isCue(found.cue, from: at, to: found.end, in: clause)
      {
        clause.modality = found.cue.modality
        clause.modalityCue = Int32(truncatingIfNeeded: found.end)
        clause.carriesModality = found.cue.scope == .sentence
        at = found.end
        continue
      }
      if let word = models.cues.longest(at: at, limit: clause.range.end, in: units, of: .tense) {
        clause.hasTense = true
        at = word.end
        continue
      }
      at += 1
    }
    if !clause.hasTense, let published = document.published {
      for index in clause.times where timeRoles[index].isOwn {
        if let to = document.times[index].to, to <= published { clause.hasTense = true }
      }
    }
  }

  /// Whether the characters of a cue are words of their own and what follows is what they govern.
  private func isCue(
    _ cue: ModalityTable.Cue, from start: Int, to end: Int, in clause: Clause
  ) -> Bool {
    guard tokens.parts(at: start, and: end) else { return false }
    guard cue.needsVerb, !tokens.isEmpty else { return true }
    if clause.times.contains(where: { document.times[$0].range.start == end }) { return true }
    // 将超过100万台 has the verb in the quantity; 将3万台 has none.
    if let index = clause.quantities.first(where: {
      document.quantities[$0].range.start == end
    }) {
      return document.quantities[index].value.comparator != .equal
        && !(0x30...0x39).contains(document.text.units[end])
    }
    if clause.mentions.contains(where: { document.mentions[$0].range.start == end }) {
      return false
    }
    guard let tag = tokens.tag(at: end) else { return false }
    return tag.isVerbal || tag == .adverb || tag == .preposition || tag == .verbalNoun
  }
}
