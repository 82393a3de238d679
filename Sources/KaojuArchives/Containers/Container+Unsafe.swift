import CArchive

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An archive or compressed file, read member by member as its bytes arrive.
///
/// zip, tar and 7-Zip, and gzip, bzip2, xz and zstd around any of them or around a single file.
final class Container {
  /// A member of an archive.
  struct Member {
    /// Its path as the archive has it, in bytes of whatever charset.
    var path: [UInt8]
    /// Whether it is a file, and no folder, link or device.
    var isFile: Bool
    /// Whether the container is a single compressed file rather than an archive.
    var isSingle: Bool
  }

  /// How many bytes were unpacked so far.
  private(set) var unpacked: Int64 = 0
  private let handle: OpaquePointer
  private let input: Input
  private var entry: OpaquePointer?

  /// Where the packed bytes come from, and what libarchive is reading at the moment.
  private final class Input {
    let source: any ByteSource
    var block: [UInt8] = []
    var held: UnsafeMutableRawBufferPointer?
    var failure: ArchiveFault.Reason?

    init(_ source: any ByteSource) { self.source = source }

    deinit { held?.deallocate() }

    /// The next block, at an address that stays valid until the next call.
    func next() -> UnsafeRawBufferPointer? {
      block.removeAll(keepingCapacity: true)
      do {
        guard try source.read(into: &block, count: 1 << 17) else {
          return UnsafeRawBufferPointer(start: nil, count: 0)
        }
      } catch {
        failure = error
        return nil
      }
      held?.deallocate()
      // SAFETY: the copy is owned by this object and freed on the next call or in `deinit`.
      let copy = UnsafeMutableRawBufferPointer.allocate(
        byteCount: max(block.count, 1), alignment: 16)
      copy.copyBytes(from: block)
      held = copy
      return UnsafeRawBufferPointer(start: copy.baseAddress, count: block.count)
    }
  }

  /// Opens a container that lies in a file, so that its directory can be used.
  init(path: String) throws(ArchiveFault.Reason) {
    self.input = Input(MemorySource([]))
    self.handle = try Self.open { handle in
      archive_read_open_filename(handle, path, 1 << 17)
    }
  }

  /// Opens a container whose bytes arrive from a source.
  init(_ source: any ByteSource) throws(ArchiveFault.Reason) {
    let input = Input(source)
    self.input = input
    do {
      self.handle = try Self.open { handle in
        // SAFETY: `input` outlives the handle, which this object closes in `deinit`.
        archive_read_open(
          handle, Unmanaged.passUnretained(input).toOpaque(), nil,
          { _, context, block in
            guard let context else { return -1 }
            let input = Unmanaged<Input>.fromOpaque(context).takeUnretainedValue()
            guard let bytes = input.next() else { return -1 }
            block?.pointee = bytes.baseAddress
            return bytes.count
          }, nil)
      }
    } catch {
      throw input.failure ?? error
    }
  }

  deinit { archive_read_free(handle) }

  /// libarchive gives names in the process's charset; set once, since setting it is not safe
  /// while another thread reads it.
  private static let locale: Void = { _ = setlocale(LC_CTYPE, "C.UTF-8") }()

  private static func open(
    _ body: (OpaquePointer) -> Int32
  ) throws(ArchiveFault.Reason) -> OpaquePointer {
    _ = locale
    guard let handle = archive_read_new() else { throw .damaged("out of memory") }
    archive_read_support_filter_gzip(handle)
    archive_read_support_filter_bzip2(handle)
    archive_read_support_filter_xz(handle)
    archive_read_support_filter_lzma(handle)
    archive_read_support_filter_zstd(handle)
    archive_read_support_format_zip(handle)
    archive_read_support_format_tar(handle)
    archive_read_support_format_7zip(handle)
    archive_read_support_format_empty(handle)
    archive_read_support_format_raw(handle)
    guard body(handle) == ARCHIVE_OK else {
      let reason = reason(of: handle)
      archive_read_free(handle)
      throw reason
    }
    return handle
  }

  /// The next member, or `nil` at the end.
  ///
  /// - Throws: `truncated` or `damaged`, after which nothing follows.
  func next() throws(ArchiveFault.Reason) -> Member? {
    let status = archive_read_next_header(handle, &entry)
    if status == ARCHIVE_EOF { return nil }
    guard status >= ARCHIVE_WARN, let entry else { throw failure }
    // SAFETY: libarchive owns the path until the next header; it is copied here.
    let path = archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry)
    let bytes = path.map { Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))) } ?? []
    let isSingle = archive_format(handle) == ARCHIVE_FORMAT_RAW
    return Member(
      path: bytes, isFile: isSingle || archive_entry_filetype(entry) == S_IFREG,
      isSingle: isSingle)
  }

  /// Appends the next bytes of the current member; gives `false` at its end.
  ///
  /// - Throws: `truncated` or `damaged`.
  func read(into buffer: inout [UInt8], count: Int) throws(ArchiveFault.Reason) -> Bool {
    var got = 0
    // SAFETY: libarchive writes at most the capacity, and `initialized` is what it wrote.
    let piece = [UInt8](unsafeUninitializedCapacity: max(count, 1)) { target, initialized in
      got = archive_read_data(handle, target.baseAddress, target.count)
      initialized = max(got, 0)
    }
    if got < 0 { throw failure }
    unpacked += Int64(got)
    buffer.append(contentsOf: piece)
    return got > 0
  }

  /// How many packed bytes were read so far.
  var packed: Int64 { archive_filter_bytes(handle, -1) }

  private var failure: ArchiveFault.Reason { input.failure ?? Self.reason(of: handle) }

  private static func reason(of handle: OpaquePointer) -> ArchiveFault.Reason {
    let text = archive_error_string(handle).map { String(cString: $0) } ?? "unknown"
    let plain = text.lowercased()
    if plain.contains("truncated") || plain.contains("unexpected end")
      || plain.contains("premature end")
    {
      return .truncated
    }
    if plain.contains("encrypt") || plain.contains("passphrase") {
      return .unsupported("an encrypted member")
    }
    return .damaged(text)
  }
}

/// The bytes of one member, with a watch on how far they grow.
final class MemberSource: ByteSource {
  private let container: Container
  private let options: ArchiveOptions
  private let packedBefore: Int64
  private let unpackedBefore: Int64

  init(_ container: Container, options: ArchiveOptions) {
    self.container = container
    self.options = options
    self.packedBefore = container.packed
    self.unpackedBefore = container.unpacked
  }

  /// Appends the next bytes.
  ///
  /// - Throws: `bomb` when the member has grown beyond what its packed bytes can mean.
  func read(into buffer: inout [UInt8], count: Int) throws(ArchiveFault.Reason) -> Bool {
    let hasMore = try container.read(into: &buffer, count: count)
    let grown = container.unpacked - unpackedBefore
    let packed = max(container.packed - packedBefore, 1 << 12)
    if grown > Int64(options.bombFloor), grown / packed > Int64(options.bombRatio) {
      throw .bomb(ratio: options.bombRatio)
    }
    return hasMore
  }
}
