import FoundationEssentials
import Kaoju
import KaojuScore
import KaojuStores
import KaojuVocabulary

extension Kaoju {
  /// Reads a gold document's text and gives it the form that is scored.
  func scored(_ gold: GoldFolder.Document) throws -> ScoredDocument {
    let document = read(
      gold.text, source: gold.name + ".txt",
      published: gold.published.flatMap { Moment(iso8601: $0) })
    var json = JSONWriter()
    DocumentWriter().write(document, to: &json)
    return try ScoredDocument(data: Data(json.bytes))
  }

  /// Compares what is read now with gold.
  func score(_ documents: [GoldFolder.Document]) throws -> Scorecard {
    var scorer = Scorer()
    for document in documents {
      scorer.add(try scored(document), gold: document.annotation, name: document.name)
    }
    return scorer.card
  }
}

extension GoldFolder {
  /// The gold documents that a user named.
  ///
  /// - Throws: ``Failure`` with `noInput` when one cannot be read.
  static func documents(at path: String) throws -> [Document] {
    do throws(Unreadable) {
      return try GoldFolder(path: path).documents()
    } catch {
      throw Failure(error.description, .noInput)
    }
  }
}
