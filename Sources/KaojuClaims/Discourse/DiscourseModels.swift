package import KaojuModels

/// The tables that clauses and discourse read.
package struct DiscourseModels: Sendable {
  /// Words that give a clause its part.
  package var cues: CueTable
  /// Words that say how a clause means what it says.
  package var modality: ModalityTable
  /// Indicators and heads.
  package var attributes: AttributeCatalog

  /// Reads the tables.
  package init(models: ModelFolder, faults: inout [ModelFault]) {
    cues = CueTable(models: models, faults: &faults)
    modality = ModalityTable(models: models, faults: &faults)
    attributes = AttributeCatalog(models: models, faults: &faults)
  }
}
