import Foundation
import Testing

/// The rules of the house that the compiler does not check: which room may import which, how long
/// a file may be, and that no force is used.
@Suite struct HouseTests {
  /// The import table: what each module may import besides Foundation and the standard library.
  static let allowed: [String: Set<String>] = [
    "KaojuVocabulary": ["COpenSSL"],
    "KaojuModels": ["KaojuVocabulary", "CPrefetch", "Yams"],
    "KaojuPatterns": ["KaojuVocabulary"],
    "KaojuArchives": ["KaojuVocabulary", "KaojuModels", "CICU", "CArchive", "CXML2"],
    "KaojuText": ["KaojuVocabulary", "CICU"],
    "KaojuLexicon": ["KaojuVocabulary", "KaojuModels"],
    "KaojuQuantities": ["KaojuVocabulary", "KaojuModels", "CICU"],
    "KaojuWords": ["KaojuVocabulary", "KaojuModels", "CICU"],
    "KaojuEntities": ["KaojuVocabulary", "KaojuModels", "KaojuPatterns"],
    "KaojuClaims": ["KaojuVocabulary", "KaojuModels", "KaojuPatterns"],
    "KaojuFacts": ["KaojuVocabulary", "KaojuModels"],
    "KaojuStores": ["KaojuVocabulary", "GRDB", "GRDBSQLite", "CPQ"],
    "KaojuBatch": [
      "Kaoju", "KaojuArchives", "KaojuModels", "KaojuStores", "KaojuVocabulary", "CICU",
    ],
    "KaojuScore": ["KaojuVocabulary"],
  ]

  /// Modules of the system that any room may import.
  static let system: Set<String> = [
    "Foundation", "FoundationEssentials", "Glibc", "Musl", "Darwin", "Dispatch", "Synchronization",
    "Swift",
  ]

  static let sources: [SourceFile] = SourceFile.all(under: "Sources")
  static let everything: [SourceFile] = sources + SourceFile.all(under: "Tests")

  @Test(arguments: sources)
  func importsOnlyWhatItsRoomMay(file: SourceFile) {
    guard let allowed = Self.allowed[file.module] else { return }
    let foreign = file.imports.subtracting(allowed).subtracting(Self.system)
    #expect(foreign.isEmpty, "\(file) imports \(foreign.sorted().joined(separator: ", "))")
  }

  @Test(arguments: everything)
  func hasOneIdea(file: SourceFile) {
    #expect(file.lines.count <= 500, "\(file) has \(file.lines.count) lines")
  }

  @Test(arguments: sources)
  func keepsPointersInTheirFence(file: SourceFile) {
    let words = [
      "UnsafePointer", "UnsafeMutablePointer", "UnsafeRawPointer", "UnsafeBufferPointer",
    ]
    let uses = file.lines.contains { line in
      !line.contains("//") && words.contains { line.contains($0) }
    }
    #expect(!uses || file.path.contains("+Unsafe"), "\(file) uses pointers outside a +Unsafe file")
  }

  @Test(arguments: sources)
  func givesAReasonForEachUnsafeFile(file: SourceFile) {
    guard file.path.contains("+Unsafe") else { return }
    #expect(file.lines.contains { $0.contains("// SAFETY:") }, "\(file) gives no reason")
  }
}

/// A Swift file of the project.
struct SourceFile: CustomStringConvertible, Sendable {
  let path: String
  let lines: [Substring]

  var description: String { path }

  /// The folder under `Sources` or `Tests`.
  var module: String {
    let parts = path.split(separator: "/")
    return parts.count > 1 ? String(parts[1]) : ""
  }

  /// The modules that it imports.
  var imports: Set<String> {
    var result: Set<String> = []
    for line in lines {
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "import"), index + 1 < words.count,
        words[..<index].allSatisfy({
          ["public", "package", "internal", "@_exported"].contains(String($0))
        })
      else { continue }
      let name = words[index + 1] == "struct" ? words[index + 2] : words[index + 1]
      result.insert(String(name.split(separator: ".")[0]))
    }
    return result
  }

  /// All Swift files under a folder of the checkout.
  static func all(under folder: String) -> [SourceFile] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let walker = FileManager.default.enumerator(atPath: root + "/" + folder)
    var files: [SourceFile] = []
    while let name = walker?.nextObject() as? String {
      guard name.hasSuffix(".swift"),
        let data = FileManager.default.contents(atPath: "\(root)/\(folder)/\(name)")
      else { continue }
      files.append(
        SourceFile(
          path: "\(folder)/\(name)",
          lines: String(decoding: data, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)))
    }
    return files.sorted { $0.path < $1.path }
  }
}
