package import KaojuModels
package import KaojuVocabulary

/// Finds the quantities of a document: numbers with their units, comparators and bounds.
///
/// ```
/// 创造了超过2800亿元的经济总量   > 280000000000 CNY, money
/// 整合了63家公共实验室           63, count
/// 占全省的89.3%                  0.893, ratio
/// ```
/// It runs after `TimeReader`: what is a date or a time of day is no quantity, while a duration
/// is both.
package final class QuantityReader: Sendable {
  let numerals: NumeralReader
  let catalog: UnitCatalog
  let approximators: Approximators
  let guards: NumberGuards
  let scaleWords: ScaleWords
  /// The characters that an amount, or what bars one, can begin with.
  let entrances: CharacterSet16
  /// What characters around a number say.
  var cues: NumberCues { numerals.cues }
  /// What 元 means where no country is named.
  let currency: UnitID

  /// Reads the tables.
  ///
  /// - Parameter currency: The ISO 4217 code of bare 元.
  package init(models: ModelFolder, currency: UnitID = "CNY", faults: inout [ModelFault]) {
    self.numerals = NumeralReader(models: models, faults: &faults)
    self.catalog = UnitCatalog(models: models, faults: &faults)
    self.approximators = Approximators(models: models, faults: &faults)
    self.guards = NumberGuards(models: models, faults: &faults)
    self.scaleWords = ScaleWords(models: models, faults: &faults)
    self.currency = currency
    var entrances = CharacterSet16()
    for unit in UInt16.min...UInt16.max
    where numerals.classes.startsNumeral(unit) || catalog.signs.begins(with: unit)
      || guards.mayBegin(with: unit) || QuantityScanner.leads.contains(unit)
    {
      entrances.insert(unit)
    }
    self.entrances = entrances
  }

  /// Reads the tables, with 元 as the currency of China.
  package convenience init(models: ModelFolder, faults: inout [ModelFault]) {
    self.init(models: models, currency: "CNY", faults: &faults)
  }

  /// Fills the document's quantities.
  ///
  /// - Complexity: linear in the text.
  package func read(_ document: inout Document) {
    let squeezed = SpacedNumerals(document.text, classes: numerals.classes, cues: numerals.cues)
    var scanner = QuantityScanner(reader: self, document: document, squeezed: squeezed)
    scanner.scan()
    guard let squeezed else {
      document.quantities = scanner.quantities
      document.diagnostics += scanner.diagnostics
      return
    }
    document.quantities = scanner.quantities.map {
      var quantity = $0
      quantity.range = squeezed.original($0.range)
      quantity.core = squeezed.original($0.core)
      return quantity
    }
    document.diagnostics += scanner.diagnostics.map {
      var diagnostic = $0
      diagnostic.range = $0.range.map { squeezed.original($0) }
      return diagnostic
    }
  }
}
