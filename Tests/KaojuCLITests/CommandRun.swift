import Foundation
import Synchronization

/// One run of the `kaoju` command that was built beside the tests.
struct CommandRun {
  /// What it printed.
  let output: String
  /// What it said on standard error.
  let errors: String
  /// How it ended.
  let status: Int32

  /// Runs the command.
  ///
  /// - Parameters:
  ///   - arguments: Its arguments.
  ///   - input: What stands on its standard input.
  init(_ arguments: [String], input: Data = Data()) throws {
    let process = Process()
    process.executableURL = try Self.executable()
    process.arguments = arguments
    let files = try TemporaryFolder()
    let standardInput = try files.write(input, to: "input")
    let output = files.url("output")
    let errors = files.url("errors")
    for url in [output, errors] {
      _ = FileManager.default.createFile(atPath: url.path, contents: nil)
    }
    process.standardInput = try FileHandle(forReadingFrom: standardInput)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    self.output = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    self.errors = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
    self.status = process.terminationStatus
  }

  /// The documents it printed, one a line.
  func documents() throws -> [[String: Any]] {
    try output.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
  }

  /// The command beside the test bundle: `.build/CONFIGURATION/kaoju`.
  static func executable() throws -> URL {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    var folder = URL(filePath: tests).deletingLastPathComponent()
    for argument in CommandLine.arguments where argument.contains(".xctest") {
      folder = URL(filePath: argument).deletingLastPathComponent()
    }
    while folder.path.count > 1 {
      let candidate = folder.appending(path: "kaoju")
      if FileManager.default.isExecutableFile(atPath: candidate.path), !Self.isFolder(candidate) {
        return candidate
      }
      folder.deleteLastPathComponent()
    }
    throw CocoaError(.fileNoSuchFile)
  }

  private static func isFolder(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}

/// A folder of a test's own, gone when the test is.
final class TemporaryFolder {
  /// Where it is.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "kaoju-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A file in it.
  func url(_ name: String) -> URL { folder.appending(path: name) }

  /// Writes a file in it.
  func write(_ data: Data, to name: String) throws -> URL {
    try data.write(to: url(name))
    return url(name)
  }
}
