#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs another program and takes what it prints.
enum ExternalProgram {
  /// How long a program may take, in milliseconds.
  private static let patience: Int32 = 60_000

  /// What a program prints.
  ///
  /// - Throws: `missingProgram` when it is not installed; `damaged` when it fails or takes too long;
  ///   `memberTooLarge` when it prints more than `limit` bytes.
  static func output(
    of name: String, _ arguments: [String], limit: Int
  ) throws(ArchiveFault.Reason) -> [UInt8] {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .unreadable(String(cString: strerror(errno))) }
    // SAFETY: the actions are freed below; the argument strings outlive the call that copies them.
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words = ([name] + arguments).map { strdup($0) } + [nil]
    var process: pid_t = 0
    let status = posix_spawnp(&process, name, &actions, nil, &words, environ)
    for word in words { free(word) }
    posix_spawn_file_actions_destroy(&actions)
    close(ends[1])
    guard status == 0 else {
      close(ends[0])
      throw .missingProgram(name)
    }
    let printed = collect(ends[0], limit: limit)
    close(ends[0])
    if printed == nil { kill(process, SIGKILL) }
    var exit: Int32 = 0
    while waitpid(process, &exit, 0) < 0 && errno == EINTR {}
    guard let printed else { throw .damaged("\(name) printed too much or took too long") }
    if exit & 0xFF00 == 127 << 8 { throw .missingProgram(name) }
    if exit != 0 { throw .damaged("\(name) refuses it") }
    return printed
  }

  private static func collect(_ descriptor: Int32, limit: Int) -> [UInt8]? {
    var printed: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while printed.count <= limit {
      var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&watched, 1, patience)
      if ready < 0 && errno == EINTR { continue }
      guard ready > 0 else { return nil }
      let got = read(descriptor, &block, block.count)
      if got < 0 && errno == EINTR { continue }
      if got <= 0 { return printed }
      printed.append(contentsOf: block[..<got])
    }
    return nil
  }
}

/// A file that is there as long as this object is.
final class TemporaryFile {
  /// Its path.
  let path: String

  /// Writes bytes into a new file.
  init(_ bytes: [UInt8]) throws(ArchiveFault.Reason) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/kaoju-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .unreadable(String(cString: strerror(errno))) }
    // SAFETY: the template ends in a zero, as `mkstemp` leaves it.
    path = template.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count <= 0 { break }
      written += count
    }
    close(descriptor)
    guard written == bytes.count else {
      unlink(path)
      throw .unreadable("the temporary folder is full")
    }
  }

  deinit { unlink(path) }
}
