package import KaojuVocabulary

/// Text decoded from bytes, and how.
package struct DecodedText: Sendable {
  /// How the charset came to be known.
  @frozen
  package enum Origin: String, Sendable {
    /// The user named it.
    case chosen
    /// The text begins with a byte order mark.
    case byteOrderMark = "byte-order-mark"
    /// The bytes are UTF-8 and nothing said otherwise.
    case valid
    /// A header or the document itself names it.
    case declared
    /// The bytes look like it.
    case detected
  }

  /// The contract's text: decoded, with `\r\n` and `\r` turned into `\n`.
  package var text: String
  /// The charset (`UTF-8`, `GB18030`, `Big5-HKSCS`, `UTF-16LE`).
  package var charset: String
  /// How it came to be known.
  package var origin: Origin
  /// What could not be decoded, or looks decoded wrongly before it came here.
  package var diagnostics: [Diagnostic]
}

/// Turns bytes of any charset into the contract's text; one per worker.
///
/// UTF-8 is checked strictly. Anything else goes by its byte order mark, the charset that the
/// user or the document names, and last by what the bytes look like:
/// `C4 E3 BA C3` is `你好` in GB18030.
package final class TextDecoder {
  /// The charset that the user chose, which overrides all else.
  package let encoding: String?
  private var converters: [String: CharsetConverter] = [:]

  /// Makes a decoder, with the charset that the user chose.
  ///
  /// - Throws: `unknownCharset` when ICU does not know it.
  package init(encoding: String? = nil) throws(ArchiveFault.Reason) {
    self.encoding = encoding.map { Self.superset(of: $0) }
    if let name = self.encoding, name != "UTF-8", converter(name) == nil {
      throw .unknownCharset(encoding ?? name)
    }
  }

  /// Makes a decoder that goes by the bytes.
  package init() { self.encoding = nil }

  /// Decodes a whole text.
  ///
  /// - Parameters:
  ///   - bytes: The text's bytes.
  ///   - declared: The charset that a header or the document itself names.
  /// - Throws: `binary` when the bytes are no text.
  package func decode(
    _ bytes: [UInt8], declared: String? = nil
  ) throws(ArchiveFault.Reason) -> DecodedText {
    if let encoding { return decoded(bytes, from: encoding, skipping: 0, origin: .chosen) }
    if let mark = ByteOrderMark(bytes) {
      return decoded(bytes, from: mark.charset, skipping: mark.length, origin: .byteOrderMark)
    }
    if let kind = BinaryKind.name(of: bytes) { throw .binary(kind) }
    if bytes.contains(0), let order = UTF16Order.guess(bytes) {
      return decoded(bytes, from: order, skipping: 0, origin: .detected)
    }
    if BinaryKind.isControlHeavy(bytes) { throw .binary("binary data") }
    let named = declared.map { Self.superset(of: $0) }.flatMap { name in
      name == "UTF-8" || converter(name) != nil ? name : nil
    }
    if let text = String(validating: bytes, as: UTF8.self) {
      var result = finished(text, charset: "UTF-8", origin: .valid)
      if let named, named != "UTF-8", !Self.isASCII(bytes) {
        result.diagnostics.insert(Self.wrongDeclaration(named, "UTF-8"), at: 0)
      }
      return result
    }
    if let named, named != "UTF-8" {
      let result = decoded(bytes, from: named, skipping: 0, origin: .declared)
      if Self.replacements(result.text) * 50 <= result.text.utf8.count / 3 { return result }
    }
    guard let charset = CharsetDetection.charset(of: bytes) else { throw .binary("binary data") }
    var result = decoded(
      bytes, from: charset, skipping: 0, origin: charset == named ? .declared : .detected)
    if let named, named != charset {
      result.diagnostics.insert(Self.wrongDeclaration(named, charset), at: 0)
    }
    return result
  }

  /// A converter for a charset, opened once.
  func converter(_ name: String) -> CharsetConverter? {
    if let known = converters[name] { return known }
    let opened = CharsetConverter(name)
    converters[name] = opened
    return opened
  }

  private func decoded(
    _ bytes: [UInt8], from charset: String, skipping: Int, origin: DecodedText.Origin
  ) -> DecodedText {
    let text: String
    var printed = 0
    if charset == "UTF-8" {
      text = String(decoding: bytes[skipping...], as: UTF8.self)
      printed = Self.replacements(bytes)
    } else {
      var units: [UInt16] = []
      units.reserveCapacity(bytes.count / 2)
      converter(charset)?.decode(bytes.span.extracting(skipping...), into: &units)
      if units.first == 0xFEFF { units.removeFirst() }
      text = String(decoding: units, as: UTF16.self)
    }
    var result = finished(text, charset: charset, origin: origin)
    let lost = Self.replacements(result.text) - printed
    if lost > 0 {
      result.diagnostics.insert(
        Diagnostic(
          code: "charset/invalid-bytes",
          message: "\(lost) places are no \(charset) and were read as U+FFFD."), at: 0)
    }
    return result
  }

  private func finished(
    _ text: String, charset: String, origin: DecodedText.Origin
  ) -> DecodedText {
    var result = DecodedText(
      text: LineEnds.unified(text), charset: charset, origin: origin, diagnostics: [])
    if let wrong = mojibake(in: result.text) { result.diagnostics.append(wrong) }
    return result
  }

  private static func wrongDeclaration(_ declared: String, _ actual: String) -> Diagnostic {
    Diagnostic(
      code: "charset/wrong-declaration",
      message: "The document calls itself \(declared), but it is \(actual).")
  }

  /// The charset that contains a declared one, as browsers read it (GB2312 → GB18030).
  static func superset(of name: String) -> String {
    let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
    switch plain {
    case "utf8", "ascii", "usascii": return "UTF-8"
    case "gb2312", "gbk", "gb18030", "cp936", "windows936", "gb231280", "xgbk", "euccn":
      return "GB18030"
    case "big5", "big5hkscs", "cp950", "windows950", "xxbig5", "cnbig5": return "Big5-HKSCS"
    case "iso88591", "latin1", "windows1252", "cp1252": return "windows-1252"
    case "utf16", "unicode": return "UTF-16"
    default: return name
    }
  }

  /// How many times U+FFFD stands in a text.
  static func replacements(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { replacements($0) }
  }

  static func replacements(_ bytes: some Collection<UInt8>) -> Int {
    var count = 0
    var state = 0
    for byte in bytes {
      if byte == 0xEF {
        state = 1
      } else if state == 1, byte == 0xBF {
        state = 2
      } else {
        if state == 2, byte == 0xBD { count += 1 }
        state = 0
      }
    }
    return count
  }

  private static func isASCII(_ bytes: [UInt8]) -> Bool { bytes.allSatisfy { $0 < 0x80 } }
}

/// Line ends as the contract has them.
package enum LineEnds {
  /// Turns `\r\n` and `\r` into `\n`.
  package static func unified(_ text: String) -> String {
    guard holdsReturn(text.utf8.span) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var wasReturn = false
    for byte in text.utf8 {
      if byte == 0x0D {
        bytes.append(0x0A)
      } else if byte != 0x0A || !wasReturn {
        bytes.append(byte)
      }
      wasReturn = byte == 0x0D
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a `\r` stands in a text; most texts of our day hold none.
  private static func holdsReturn(_ bytes: Span<UInt8>) -> Bool {
    var found = false
    for index in bytes.indices where bytes[index] == 0x0D { found = true }
    return found
  }
}
