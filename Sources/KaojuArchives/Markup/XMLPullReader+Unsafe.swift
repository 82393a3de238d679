import CXML2

/// Walks XML from a source, one event at a time, holding nothing of what went by.
final class XMLPullReader {
  /// What the reader has come to.
  enum Event {
    /// An element begins.
    case start(String)
    /// The current element ends.
    case end
    /// A run of text.
    case text(String)
  }

  private let input: Input
  private let handle: xmlTextReaderPtr
  private var isEmptyElement = false

  private final class Input {
    let source: any ByteSource
    var pending: [UInt8] = []
    var taken = 0
    var failure: ArchiveFault.Reason?

    init(_ source: any ByteSource) { self.source = source }

    func fill(_ target: UnsafeMutableRawBufferPointer) -> Int32 {
      if taken == pending.count {
        pending.removeAll(keepingCapacity: true)
        taken = 0
        do {
          guard try source.read(into: &pending, count: 1 << 16) else { return 0 }
        } catch {
          failure = error
          return -1
        }
      }
      let count = min(target.count, pending.count - taken)
      target.copyBytes(from: pending[taken..<(taken + count)])
      taken += count
      return Int32(count)
    }
  }

  /// Opens XML that is UTF-8, whatever it says of itself: its declaration is left out.
  init(_ source: any ByteSource) throws(ArchiveFault.Reason) {
    let bytes = BufferedSource(source)
    let head = try bytes.peek(512).prefix { $0 != UInt8(ascii: ">") }
    if head.starts(with: "<?xml".utf8) { _ = try bytes.skip(head.count + 1) }
    let input = Input(bytes)
    self.input = input
    // SAFETY: `input` lives as long as this object, which frees the reader in `deinit`.
    let handle = kaoju_xml_reader(
      { context, target, length in
        guard let context, let target else { return -1 }
        return Unmanaged<Input>.fromOpaque(context).takeUnretainedValue()
          .fill(UnsafeMutableRawBufferPointer(start: target, count: Int(length)))
      }, Unmanaged.passUnretained(input).toOpaque())
    guard let handle else { throw .damaged("no XML parser") }
    self.handle = handle
  }

  deinit { xmlFreeTextReader(handle) }

  /// The next event, or `nil` at the end.
  ///
  /// - Throws: `damaged` where the XML is not well formed.
  func next() throws(ArchiveFault.Reason) -> Event? {
    if isEmptyElement {
      isEmptyElement = false
      return .end
    }
    while true {
      let status = xmlTextReaderRead(handle)
      if status == 0 { return nil }
      if status < 0 {
        throw input.failure
          ?? .damaged("XML, line \(xmlTextReaderGetParserLineNumber(handle))")
      }
      // SAFETY: names and values belong to the reader until its next step; they are copied.
      switch xmlTextReaderNodeType(handle) {
      case Int32(XML_READER_TYPE_ELEMENT.rawValue):
        isEmptyElement = xmlTextReaderIsEmptyElement(handle) == 1
        return .start(xmlTextReaderConstLocalName(handle).map { String(cString: $0) } ?? "")
      case Int32(XML_READER_TYPE_END_ELEMENT.rawValue): return .end
      case Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue),
        Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue):
        return .text(xmlTextReaderConstValue(handle).map { String(cString: $0) } ?? "")
      default: continue
      }
    }
  }
}
