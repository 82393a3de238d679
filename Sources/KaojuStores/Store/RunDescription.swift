/// What decides how texts are read; a store begins a new run when any of it changes.
package struct RunDescription: Hashable, Sendable {
  /// SHA-256 over the models.
  package var models: String
  /// The version of Kaoju.
  package var kaoju: String
  /// The version of ICU.
  package var icu: String
  /// The options that change what is read, as JSON.
  package var options: String

  /// Makes a description.
  package init(models: String, kaoju: String, icu: String, options: String) {
    self.models = models
    self.kaoju = kaoju
    self.icu = icu
    self.options = options
  }

  var cells: [SQLValue] { [.text(models), .text(kaoju), .text(icu), .text(options)] }
}

/// A file that a batch reads, as the manifest has it.
package struct ManifestEntry: Hashable, Sendable {
  /// The input's number.
  package var input: Int
  /// The run that read it.
  package var run: Int
  /// SHA-256 of the file.
  package var hash: String
  /// Whether it was read to its end.
  package var isDone: Bool
  /// How many of its items are in the store.
  package var items: Int
}

/// What a batch hands to the store, in order.
package enum StoreItem: Sendable {
  /// A file begins.
  case begin(path: String, hash: String, size: Int)
  /// A document that the pipeline has read.
  case document(DocumentRows)
  /// A part that could not be read.
  case fault(location: String, code: String, message: String)
  /// A part that holds no article.
  case passedOver
  /// The file ends.
  case end

  /// Whether it counts as an item of its file.
  package var isCounted: Bool {
    switch self {
    case .begin, .end: false
    case .document, .fault, .passedOver: true
    }
  }
}

/// What became of what a batch handed to the store.
package struct StoreCounts: Hashable, Sendable {
  /// Documents that were new.
  package var documents = 0
  /// Documents that the store had already.
  package var duplicates = 0
  /// Documents that are reprints of earlier ones.
  package var reprints = 0
  /// Documents that were read again by another run.
  package var replaced = 0
  /// Facts that were added.
  package var facts = 0
  /// Facts that reading again found for the first time.
  package var gained = 0
  /// Facts that reading again no longer found.
  package var lost = 0
  /// Facts that reading again found with other slots.
  package var changed = 0
  /// Parts that hold no article.
  package var passedOver = 0
  /// Parts that could not be read.
  package var faults = 0

  /// Nothing yet.
  package init() {}
}
