/// Recognizes files that are no text, by how they begin.
enum BinaryKind {
  /// What the file is, when its first bytes say that it is no text.
  static func name(of bytes: some Collection<UInt8>) -> String? {
    let head = Array(bytes.prefix(16))
    return signatures.first { head.starts(with: $0.bytes) }?.kind
  }

  /// Whether the text holds more control characters than text ever does.
  static func isControlHeavy(_ bytes: some Collection<UInt8>) -> Bool {
    var controls = 0
    var count = 0
    for byte in bytes.prefix(8192) {
      count += 1
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D, byte != 0x0C, byte != 0x1B {
        controls += 1
      }
    }
    return controls * 20 > count
  }

  private static let signatures: [(bytes: [UInt8], kind: String)] = [
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "a PNG picture"),
    ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
    (Array("GIF8".utf8), "a GIF picture"),
    (Array("RIFF".utf8), "a RIFF file"),
    (Array("%PDF-".utf8), "a PDF file"),
    ([0x50, 0x4B, 0x03, 0x04], "a zip archive"),
    ([0x1F, 0x8B], "a gzip file"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz file"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a zstd file"),
    (Array("BZh".utf8), "a bzip2 file"),
    ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    (Array("SQLite format 3".utf8), "an SQLite database"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document"),
    (Array("Rar!".utf8), "a RAR archive"),
    (Array("ID3".utf8), "a sound file"),
    (Array("OggS".utf8), "a sound file"),
  ]
}
