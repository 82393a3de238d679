import KaojuEntities
import KaojuLexicon
import KaojuModels
import KaojuText
import KaojuVocabulary
import KaojuWords

/// Reads text as far as entities, with models that are loaded once.
enum ReadDocument {
  private struct Rooms: Sendable {
    let lexicon: Lexicon
    let reader: EntityReader
  }

  private static let rooms = Result<Rooms, ModelError> {
    () throws(ModelError) in try open(user: nil)
  }

  private static func open(user: UserLexicon?) throws(ModelError) -> Rooms {
    var faults: [ModelFault] = []
    let models = try ModelFolder.locate()
    guard let lexicon = Lexicon(models: models, user: user, faults: &faults) else {
      throw ModelError(faults)
    }
    let reader = EntityReader(
      models: models, bundle: lexicon.bundle, user: user, faults: &faults)
    guard faults.isEmpty else { throw ModelError(faults) }
    return Rooms(lexicon: lexicon, reader: reader)
  }

  /// The document of a text with its entities.
  static func entities(
    of text: String, user: UserLexicon? = nil, published: Moment? = nil
  ) throws -> Document {
    let rooms = try user.map { user throws(ModelError) in try open(user: user) } ?? rooms.get()
    var document = TextReader().read(text, published: published)
    rooms.lexicon.scan(&document)
    WordReader().read(&document)
    rooms.reader.read(&document)
    return document
  }
}
