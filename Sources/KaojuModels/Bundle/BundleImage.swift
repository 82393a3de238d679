/// Named sections in one run of bytes, as they lie in `kaoju.bundle`.
///
/// A header of 64 bytes (magic, version, number of sections), a directory of 64 bytes a section
/// (name, offset, length), then the sections, each at a multiple of 64.
enum BundleImage {
  private static let magic: [UInt8] = Array("KAOJUBDL".utf8)
  private static let version: UInt64 = 2
  private static let block = 64
  private static let nameLength = 48

  /// The bytes of a bundle.
  static func bytes(of sections: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var image = magic
    append(version, to: &image)
    append(UInt64(sections.count), to: &image)
    pad(&image)
    var offset = block * (1 + sections.count)
    for section in sections {
      var name = Array(section.name.utf8.prefix(nameLength))
      name += [UInt8](repeating: 0, count: nameLength - name.count)
      image += name
      append(UInt64(offset), to: &image)
      append(UInt64(section.bytes.count), to: &image)
      offset += (section.bytes.count + block - 1) / block * block
    }
    image.reserveCapacity(offset)
    for section in sections {
      image += section.bytes
      pad(&image)
    }
    return image
  }

  /// The sections of a bundle; `nil` when it is none, or of another version.
  static func directory(of storage: BundleStorage) -> [String: Range<Int>]? {
    guard storage.bytes.count >= block, storage.copy(0..<8) == magic,
      storage.number(at: 8) == version
    else { return nil }
    let count = storage.number(at: 16)
    guard count < 10_000, storage.bytes.count >= block * (1 + Int(count)) else { return nil }
    var sections: [String: Range<Int>] = [:]
    for index in 0..<Int(count) {
      let entry = block * (1 + index)
      let name = storage.copy(entry..<entry + nameLength).prefix { $0 != 0 }
      let offset = storage.number(at: entry + nameLength)
      let length = storage.number(at: entry + nameLength + 8)
      guard offset <= UInt64(storage.bytes.count),
        length <= UInt64(storage.bytes.count) - offset
      else { return nil }
      sections[String(decoding: name, as: UTF8.self)] = Int(offset)..<Int(offset + length)
    }
    return sections
  }

  private static func append(_ number: UInt64, to image: inout [UInt8]) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      image.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  private static func pad(_ image: inout [UInt8]) {
    image += [UInt8](repeating: 0, count: (block - image.count % block) % block)
  }
}
