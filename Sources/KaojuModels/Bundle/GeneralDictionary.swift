import KaojuVocabulary

/// Reads a general dictionary in jieba's format (`西安 2931 ns`, a line a word) into a trie.
struct GeneralDictionary {
  private struct Word {
    var surface: [UInt16]
    var frequency: Double
    var tag: PartOfSpeech
  }

  private var words: [Word] = []
  private var total = 0.0
  private var tags: [[UInt8]: PartOfSpeech] = [:]

  /// Reads the bytes of the file; lines without a frequency are passed over.
  init(_ storage: BundleStorage) {
    for (index, name) in PartOfSpeech.names.enumerated() {
      tags[Array(name.utf8)] = PartOfSpeech(rawValue: UInt8(index))
    }
    words.reserveCapacity(400_000)
    let bytes = storage.bytes
    var start = 0
    while start < bytes.count {
      var end = start
      var blanks = (first: -1, last: -1)
      while end < bytes.count, bytes[end] != 0x0A {
        if bytes[end] == 0x20 {
          if blanks.first < 0 { blanks.first = end }
          blanks.last = end
        }
        end += 1
      }
      if blanks.first > start, blanks.last > blanks.first {
        var frequency = 0.0
        for index in blanks.first + 1..<blanks.last where bytes[index] & 0xF0 == 0x30 {
          frequency = frequency * 10 + Double(bytes[index] & 0x0F)
        }
        let tag = tags[Array(bytes[blanks.last + 1..<end])] ?? .unknown
        let surface = Self.units(of: bytes, in: start..<blanks.first)
        words.append(Word(surface: surface, frequency: frequency, tag: tag))
        total += frequency
      }
      start = end + 1
    }
  }

  private static func units(of bytes: UnsafeRawBufferPointer, in range: Range<Int>) -> [UInt16] {
    var units: [UInt16] = []
    units.reserveCapacity(range.count / 3)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = UInt32(bytes[index])
      if byte < 0x80 {
        units.append(CharacterWidth.folded(UInt16(byte)))
        index += 1
      } else if byte & 0xF0 == 0xE0, index + 2 < range.upperBound {
        let scalar =
          (byte & 0x0F) << 12 | (UInt32(bytes[index + 1]) & 0x3F) << 6
          | UInt32(bytes[index + 2]) & 0x3F
        units.append(CharacterWidth.folded(UInt16(scalar)))
        index += 3
      } else {
        return String(decoding: bytes[range], as: UTF8.self).utf16.map {
          CharacterWidth.folded($0)
        }
      }
    }
    return units
  }

  /// Adds the words but for those that the lists drop, with the idioms' flags.
  func add(to builder: inout WordTrieBuilder, lists: WordLists) {
    let names = Set(
      words.lazy.filter { Self.isName($0.tag) && $0.surface.count >= 3 }.map(\.surface))
    let idioms = IdiomNumerals(lists: lists)
    let filter = DropFilter(lists: lists, names: names)
    for word in words where !filter.drops(word.surface) {
      var flags: KnownWord.Flags = []
      let tag = lists.tags[word.surface] ?? word.tag
      if idioms.barsNumbers(word.surface, tag: tag) { flags.insert(.barsNumbers) }
      builder.add(
        word.surface,
        WordEntry(
          cost: WordCost.cost(frequency: word.frequency, total: total), flags: flags,
          tag: tag, origin: .dictionary))
    }
  }

  /// Whether a word can be a name to go on with after a country's (普林斯顿大学 in
  /// 美国普林斯顿大学; 公安部 is filed as a common noun).
  private static func isName(_ tag: PartOfSpeech) -> Bool {
    tag == .organizationName || tag == .properNoun || tag == .placeName || tag == .noun
  }
}
