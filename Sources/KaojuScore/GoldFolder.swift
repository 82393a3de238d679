#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Texts annotated by hand: `NAME.txt`, and its annotation `NAME.json` in the form of the contract.
package struct GoldFolder: Sendable {
  /// A text and its annotation.
  package struct Document: Sendable {
    /// The name that both files share.
    package var name: String
    /// The text, byte for byte.
    package var text: String
    /// When it was published, as ISO 8601.
    package var published: String?
    /// The annotation.
    package var annotation: ScoredDocument
  }

  /// Why gold could not be read.
  package struct Unreadable: Error, CustomStringConvertible {
    /// The file and the reason.
    package var description: String
  }

  private let path: String

  /// Names a folder, or a single annotation.
  package init(path: String) { self.path = path }

  /// The documents in the order of their names.
  ///
  /// - Throws: ``Unreadable`` for the first file that cannot be read.
  package func documents() throws(Unreadable) -> [Document] {
    var result: [Document] = []
    for file in try files() {
      guard let data = FileManager.default.contents(atPath: file) else {
        throw Unreadable(description: "\(file) cannot be read")
      }
      let base = String(file.dropLast(5))
      guard let text = FileManager.default.contents(atPath: base + ".txt"),
        let string = String(validating: text, as: UTF8.self)
      else { throw Unreadable(description: "\(base).txt cannot be read as UTF-8") }
      do {
        let value = try JSONDecoder().decode(JSONValue.self, from: data)
        result.append(
          Document(
            name: String(
              base[(base.lastIndex(of: "/").map { base.index(after: $0) } ?? base.startIndex)...]),
            text: string, published: value["document"]?["published"]?.text,
            annotation: ScoredDocument(value)))
      } catch {
        throw Unreadable(description: "\(file) is no annotation: \(error)")
      }
    }
    return result
  }

  private func files() throws(Unreadable) -> [String] {
    if path.hasSuffix(".json") { return [path] }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw Unreadable(description: "\(path) is no folder of gold documents")
    }
    return names.filter { $0.hasSuffix(".json") }.sorted().map { path + "/" + $0 }
  }
}
