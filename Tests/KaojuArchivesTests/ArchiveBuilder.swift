import CArchive
import Foundation

/// Writes archives for tests.
enum ArchiveBuilder {
  /// The formats and filters that tests need.
  enum Kind: String, CaseIterable {
    case zip
    case tar
    case tarGzip = "tar.gz"
    case tarBzip2 = "tar.bz2"
    case tarXz = "tar.xz"
    case tarZstd = "tar.zst"
    case sevenZip = "7z"
    case gzip = "gz"
    case zstd = "zst"
  }

  /// libarchive writes names in the process's charset.
  private static let locale: Void = { _ = setlocale(LC_CTYPE, "C.UTF-8") }()

  /// The bytes of an archive with these members.
  static func bytes(_ kind: Kind, _ members: [(name: String, content: [UInt8])]) throws -> [UInt8] {
    let path = NSTemporaryDirectory() + "kaoju-\(UUID().uuidString).\(kind.rawValue)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = locale
    let archive = archive_write_new()
    switch kind {
    case .zip: archive_write_set_format_zip(archive)
    case .sevenZip: archive_write_set_format_7zip(archive)
    case .gzip, .zstd: archive_write_set_format_raw(archive)
    default: archive_write_set_format_pax_restricted(archive)
    }
    switch kind {
    case .tarGzip, .gzip: archive_write_add_filter_gzip(archive)
    case .tarBzip2: archive_write_add_filter_bzip2(archive)
    case .tarXz: archive_write_add_filter_xz(archive)
    case .tarZstd, .zstd: archive_write_add_filter_zstd(archive)
    default: archive_write_add_filter_none(archive)
    }
    archive_write_open_filename(archive, path)
    for member in members {
      let entry = archive_entry_new()
      archive_entry_set_pathname(entry, member.name)
      archive_entry_set_size(entry, Int64(member.content.count))
      archive_entry_set_filetype(entry, 0o100000)
      archive_entry_set_perm(entry, 0o644)
      archive_write_header(archive, entry)
      archive_write_data(archive, member.content, member.content.count)
      archive_entry_free(entry)
    }
    archive_write_close(archive)
    archive_write_free(archive)
    return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }
}

/// A folder for a test's files, which goes when the test ends.
final class TestFolder {
  let path = NSTemporaryDirectory() + "kaoju-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }
}
