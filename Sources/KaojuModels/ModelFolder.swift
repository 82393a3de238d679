#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The folder of models: where the files are, and how to read one.
public struct ModelFolder: Sendable, Hashable {
  /// The folder's path.
  public let path: String

  /// Names a folder.
  public init(path: String) { self.path = path }

  /// Finds the models: `KAOJU_MODELS`, beside the running command, `../share/kaoju/models` from it,
  /// a folder `models` further up, as in a checkout, or that of the package this was built from, as
  /// for a program that depends on it.
  ///
  /// - Throws: ``ModelError`` that says where it looked.
  public static func locate() throws(ModelError) -> ModelFolder {
    var candidates: [String] = []
    if let path = ProcessInfo.processInfo.environment["KAOJU_MODELS"], !path.isEmpty {
      candidates.append(path)
    }
    var folder = executableFolder
    candidates += [folder + "/models", folder + "/../share/kaoju/models"]
    while folder.count > 1, let slash = folder.lastIndex(of: "/") {
      folder = String(folder[..<slash])
      candidates.append(folder + "/models")
    }
    let package = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    candidates.append("/" + package + "/models")
    for candidate in candidates where isModelFolder(candidate) {
      return ModelFolder(path: candidate)
    }
    throw ModelError([
      ModelFault(
        file: "models",
        .unreadable(
          reason: "there is no folder of models at \(candidates.prefix(3).joined(separator: ", "))"
            + "; name one with --models or KAOJU_MODELS"))
    ])
  }

  /// The text of a file, or `nil` and a fault.
  public func text(of file: String, faults: inout [ModelFault]) -> String? {
    guard let data = FileManager.default.contents(atPath: path + "/" + file) else {
      faults.append(ModelFault(file: file, .unreadable(reason: "no such file in \(path)")))
      return nil
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      faults.append(ModelFault(file: file, .unreadable(reason: "it is not UTF-8")))
      return nil
    }
    return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }

  /// Reads a table; `nil` and a fault when the file cannot be read.
  public func table(
    _ file: String, required: [String], optional: [String] = [], faults: inout [ModelFault]
  ) -> Table? {
    guard let text = text(of: file, faults: &faults) else { return nil }
    return Table(
      text: text, file: file, required: required, optional: optional, faults: &faults)
  }

  /// The files under `folder` whose names end in `suffix`, sorted, relative to the folder of models.
  public func files(in folder: String, suffix: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)) ?? []
    return names.filter { $0.hasSuffix(suffix) }.sorted().map { folder + "/" + $0 }
  }

  private static func isModelFolder(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/README.md")
  }

  private static var executableFolder: String {
    let path =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments.first ?? "."
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }
}
