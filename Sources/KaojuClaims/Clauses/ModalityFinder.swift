package import KaojuVocabulary

/// Finds how a clause means what it says: 有望, 计划, 可达.
///
/// A cue counts where a word begins: 将 in 将军 or 即将 alone is none.
package struct ModalityFinder {
  private let document: Document
  private let models: DiscourseModels
  private let timeRoles: [TimeRole]

  /// Takes a document whose words and times are known.
  package init(_ document: Document, models: DiscourseModels, timeRoles: [TimeRole]) {
    self.document = document
    self.models = models
    self.timeRoles = timeRoles
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
        let cue = models.modality.longest(at: at, limit: clause.range.end, in: units),
        cue.scope != .phrase
      {
        clause.modality = cue.modality
        clause.modalityCue = Int32(truncatingIfNeeded: cue.end)
        clause.carriesModality = cue.scope == .sentence
        at = cue.end
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
}
