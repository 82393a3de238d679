package import KaojuModels

/// The tables that clauses and discourse read.
package final class DiscourseModels: Sendable {
  /// Words that give a clause its part.
  package let cues: CueTable
  /// Words that say how a clause means what it says.
  package let modality: ModalityTable
  /// Indicators and heads.
  package let attributes: AttributeCatalog

  /// Reads the tables.
  package init(models: ModelFolder, faults: inout [ModelFault]) {
    cues = CueTable(models: models, faults: &faults)
    modality = ModalityTable(models: models, faults: &faults)
    attributes = AttributeCatalog(models: models, faults: &faults)
  }
}
