#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import KaojuVocabulary

/// A file that a batch reads.
package struct InputFile: Hashable, Sendable {
  /// Its path as it was named, or as it was found in a folder that was.
  package var path: String
  /// Its size in bytes.
  package var size: Int
}

/// Finds the files that folders, patterns and paths name, in an order that is always the same.
package struct InputWalk {
  /// The files in order, each once.
  package private(set) var files: [InputFile] = []
  /// What could not be followed.
  package private(set) var faults: [ArchiveFault] = []
  private var seen: Set<String> = []
  private static let depthLimit = 64

  /// Follows what the user named: files, folders with all that is in them, patterns (`2021/*.gz`),
  /// and `-` for standard input.
  package init(_ names: [String]) {
    for name in names {
      if name == "-" {
        files.append(InputFile(path: "-", size: 0))
      } else if FileManager.default.fileExists(atPath: name) {
        follow(name, parents: [])
      } else if name.contains(where: { "*?[".contains($0) }) {
        let found = FilePattern.paths(matching: name)
        if found.isEmpty { fault(name, .unreadable("nothing matches the pattern")) }
        for path in found { follow(path, parents: []) }
      } else {
        fault(name, .unreadable("No such file or directory"))
      }
    }
  }

  private mutating func follow(_ path: String, parents: [String]) {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return fault(path, .unreadable("the link leads nowhere"))
    }
    guard isFolder else {
      guard seen.insert(path).inserted else { return }
      return files.append(InputFile(path: path, size: FileSource.size(of: path)))
    }
    let real = FileSource.realPath(of: path)
    guard !parents.contains(real), parents.count < Self.depthLimit else {
      return fault(path, .linkCycle)
    }
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: path)
      for name in names.sorted() where !name.hasPrefix(".") {
        follow(path.hasSuffix("/") ? path + name : path + "/" + name, parents: parents + [real])
      }
    } catch {
      fault(path, .unreadable("the folder cannot be listed"))
    }
  }

  private mutating func fault(_ path: String, _ reason: ArchiveFault.Reason) {
    faults.append(ArchiveFault(location: ArchiveLocation(path: path), reason: reason))
  }
}

extension FileSource {
  /// SHA-256 of a file in hexadecimal digits; the same empty hash for standard input.
  ///
  /// - Throws: `unreadable` with the system's reason.
  package static func hash(of path: String) throws(ArchiveFault.Reason) -> String {
    guard path != "-" else { return "" }
    let source = try FileSource(path: path)
    var hash = SHA256()
    var block: [UInt8] = []
    while try source.read(into: &block, count: 1 << 20) {
      hash.update(block.span)
      block.removeAll(keepingCapacity: true)
    }
    return hash.finish()
  }
}
