extension ArchiveReader {
  /// Hands everything in an archive or compressed file to `each`.
  func readContainer(
    _ source: any ByteSource, name: String, at location: ArchiveLocation, depth: Int,
    file: String?, each: (ArchiveItem) throws -> Void
  ) throws {
    guard depth < options.depthLimit else {
      throw ArchiveFault.Reason.nestedTooDeep(limit: options.depthLimit)
    }
    let container =
      try file.map { path throws(ArchiveFault.Reason) in
        try Container(path: path)
      } ?? Container(source)
    while true {
      let next: Container.Member?
      do {
        next = try container.next()
      } catch {
        return try each(.fault(ArchiveFault(location: location, reason: error)))
      }
      guard let member = next else { return }
      if member.isSingle {
        let watched = WatchedSource(MemberSource(container, options: options))
        try read(
          watched, name: Self.withoutPacking(name), at: location, depth: depth + 1, each: each)
        // A format that stops early leaves bytes behind, and with them what is wrong with them.
        if let reason = watched.drain(limit: options.bombFloor) {
          try each(.fault(ArchiveFault(location: location, reason: reason)))
        }
        continue
      }
      guard member.isFile else { continue }
      let memberName = self.name(of: member)
      let place = location.member(memberName)
      if Self.isUnsafe(memberName) {
        try each(.fault(ArchiveFault(location: place, reason: .unsafePath)))
      } else if memberName.hasPrefix("__MACOSX/") || memberName.hasSuffix("/.DS_Store") {
        try each(.passedOver(place, "no article"))
      } else {
        let watched = WatchedSource(MemberSource(container, options: options))
        try read(watched, name: memberName, at: place, depth: depth + 1, each: each)
        if case .bomb = watched.failure, !Self.canSkip(location.path) {
          return try each(
            .fault(
              ArchiveFault(location: location, reason: .bomb(ratio: options.bombRatio))))
        }
      }
    }
  }

  /// Opens a container; zip and 7-Zip have a directory at their end, which only a file can show.
  private func container(
    _ source: any ByteSource, name: String, file: String?
  ) throws(ArchiveFault.Reason) -> Container {
    let plain = name.lowercased()
    if let file, plain.hasSuffix(".zip") || plain.hasSuffix(".7z") {
      return try Container(path: file)
    }
    return try Container(source)
  }

  /// A member's path in Unicode; old zip files have it in GBK.
  private func name(of member: Container.Member) -> String {
    if let name = String(validating: member.path, as: UTF8.self) { return name }
    let decoded = try? TextDecoder().decode(member.path)
    return decoded?.text ?? String(decoding: member.path, as: UTF8.self)
  }

  /// Whether unpacking the member by its path would write outside the folder it is unpacked to.
  static func isUnsafe(_ path: String) -> Bool {
    path.hasPrefix("/") || path.hasPrefix("\\") || path.dropFirst().hasPrefix(":")
      || path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).contains("..")
  }

  /// The name of what a compressed file holds: `news.jsonl.gz` → `news.jsonl`.
  private static func withoutPacking(_ name: String) -> String {
    for ending in [".gz", ".bz2", ".xz", ".zst", ".lzma"] where name.lowercased().hasSuffix(ending)
    {
      return String(name.dropLast(ending.count))
    }
    return name
  }

  /// Whether members can be passed over without unpacking them.
  private static func canSkip(_ path: String) -> Bool { path.lowercased().hasSuffix(".zip") }
}

/// A source that remembers why it ended.
final class WatchedSource: ByteSource {
  private let source: any ByteSource
  private(set) var failure: ArchiveFault.Reason?
  private var isAtEnd = false

  init(_ source: any ByteSource) { self.source = source }

  func read(into buffer: inout [UInt8], count: Int) throws(ArchiveFault.Reason) -> Bool {
    if isAtEnd { return false }
    do {
      isAtEnd = try !source.read(into: &buffer, count: count)
      return !isAtEnd
    } catch {
      failure = error
      isAtEnd = true
      throw error
    }
  }

  /// Reads what is left, up to a limit, and gives what was wrong with it.
  func drain(limit: Int) -> ArchiveFault.Reason? {
    var left = limit
    var buffer: [UInt8] = []
    while !isAtEnd, left > 0 {
      buffer.removeAll(keepingCapacity: true)
      do throws(ArchiveFault.Reason) {
        _ = try read(into: &buffer, count: 1 << 16)
      } catch {
        return error
      }
      left -= buffer.count
    }
    return nil
  }
}
