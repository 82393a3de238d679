package import KaojuVocabulary

/// The clauses of a document with all that later steps ask of them.
package struct ClauseMap: Sendable {
  /// The clauses in order.
  package var clauses: [Clause]
  /// What each of the document's times does.
  package var timeRoles: [TimeRole]

  /// The index of the clause that holds `offset`, or of the last that begins before it.
  package func clause(at offset: Int32) -> Int? {
    var low = 0
    var high = clauses.count
    while low < high {
      let middle = (low + high) / 2
      if clauses[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : (clauses.isEmpty ? nil : 0)
  }
}

/// Reads a document's clauses: cuts, parts, topics, times, modality and speakers.
package struct ClauseReader: Sendable {
  private let models: DiscourseModels

  /// Takes the tables.
  package init(models: DiscourseModels) { self.models = models }

  /// The clauses of a document whose mentions, times and quantities are known.
  ///
  /// - Parameter paragraphs: Those whose clauses are asked for their modality, which no other
  ///   paragraph's bears on; `nil` for all.
  package func read(_ document: Document, paragraphs: Set<Int32>? = nil) -> ClauseMap {
    var splitter = ClauseSplitter(document)
    var clauses = splitter.split()
    var roles = TimeRoles(document, cues: models.cues)
    let timeRoles = roles.read(clauses: clauses)
    let topics = TopicFinder(document, timeRoles: timeRoles, cues: models.cues)
    let modality = ModalityFinder(document, models: models, timeRoles: timeRoles)
    for index in clauses.indices {
      topics.read(&clauses[index])
      if index > 0, clauses[index - 1].mark == 0x2014,
        clauses[index - 1].sentence == clauses[index].sentence, clauses[index].topic >= 0,
        document.mentions[Int(clauses[index].topic)].range.upperBound + 1
          >= clauses[index].range.upperBound
      {
        // A name behind a dash only explains, unless something is said of it.
        clauses[index].topic = -1
      }
      if paragraphs?.contains(clauses[index].paragraph) ?? true { modality.read(&clauses[index]) }
    }
    return ClauseMap(clauses: clauses, timeRoles: timeRoles)
  }
}
