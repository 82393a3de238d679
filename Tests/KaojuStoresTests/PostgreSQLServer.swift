import Foundation
import Synchronization

/// A PostgreSQL server of the tests' own, which goes when the tests end.
///
/// A new cluster in a temporary folder, on a free port of the loopback address, run by a user
/// without rights.
final class PostgreSQLServer: Sendable {
  /// Why there is none; `nil` when it runs.
  let absence: String?
  private let folder: String
  private let port: Int
  private let programs: String
  private let databases = Atomic<Int>(0)

  /// The one server of a test process.
  static let shared = PostgreSQLServer()

  /// A new, empty database.
  func newDatabase() throws -> String {
    let name = "store\(databases.add(1, ordering: .relaxed).newValue)"
    try Self.run(programs, ["createdb", "-h", folder, "-p", "\(port)", name])
    return "postgres://postgres@127.0.0.1:\(port)/\(name)"
  }

  private init() {
    folder = NSTemporaryDirectory() + "kaoju-postgres-\(UUID().uuidString)"
    port = Self.freePort()
    let base = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: base)) ?? []
    programs =
      versions.sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }.map { "\(base)/\($0)/bin" }
      .first { FileManager.default.isExecutableFile(atPath: $0 + "/initdb") } ?? ""
    guard !programs.isEmpty else {
      absence = "PostgreSQL's server programs are not installed (Debian: postgresql)"
      return
    }
    var trouble: String?
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      if getuid() == 0 { try Self.execute("/bin/chown", ["postgres", folder]) }
      try Self.run(
        programs, ["initdb", "-D", folder + "/data", "-U", "postgres", "-A", "trust", "--no-sync"])
      try Self.run(
        programs,
        [
          "pg_ctl", "-D", folder + "/data", "-w", "-l", folder + "/log", "-o",
          "-p \(port) -c listen_addresses=127.0.0.1 -c unix_socket_directories=\(folder)"
            + " -c fsync=off -c max_connections=50",
          "start",
        ])
      Self.stopAtExit(programs, folder)
    } catch {
      trouble = "the server does not start: \(error)"
    }
    absence = trouble
  }

  private static let running = Mutex<(programs: String, folder: String)?>(nil)

  private static func stopAtExit(_ programs: String, _ folder: String) {
    running.withLock { $0 = (programs, folder) }
    atexit {
      PostgreSQLServer.running.withLock { server in
        guard let (programs, folder) = server else { return }
        try? PostgreSQLServer.run(
          programs, ["pg_ctl", "-D", folder + "/data", "-m", "immediate", "stop"])
        try? FileManager.default.removeItem(atPath: folder)
        server = nil
      }
    }
  }

  /// Runs one of PostgreSQL's programs, as its own user when the tests run as root.
  private static func run(_ programs: String, _ words: [String]) throws {
    let command = [programs + "/" + words[0]] + words.dropFirst()
    if getuid() == 0 {
      try execute("/usr/sbin/runuser", ["-u", "postgres", "--"] + command)
    } else {
      try execute(command[0], Array(command.dropFirst()))
    }
  }

  /// Runs a program and waits for it; Foundation's `Process` would wait for the server too, which
  /// inherits what it watches.
  private static func execute(_ program: String, _ arguments: [String]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    var status: Int32 = -1
    if posix_spawn(&process, program, &actions, nil, &words, environ) == 0 {
      while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    }
    guard status == 0 else {
      throw CocoaError(
        .executableLoad,
        userInfo: [NSFilePathErrorKey: "\(program) \(arguments.joined(separator: " "))"])
    }
  }

  private static func freePort() -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        guard bind(descriptor, pointer, length) == 0, getsockname(descriptor, pointer, &length) == 0
        else { return 54329 }
        return Int(
          UInt16(
            bigEndian: UnsafeRawPointer(pointer).assumingMemoryBound(to: sockaddr_in.self).pointee
              .sin_port))
      }
    }
  }
}
