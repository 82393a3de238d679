package import KaojuVocabulary

/// Turns the text of an article into a document that the other rooms can read.
///
/// It normalizes line endings (that is the contract's text, which offsets count), repairs what
/// layout broke, folds width and script, and cuts paragraphs, sentences and runs:
/// `在中关村，不到5分钟，就诞⏎⏎生一家企业。` is one paragraph 在中关村,不到5分钟,就诞生一家企业。
/// with one sentence. One reader per worker, since it holds an iterator of ICU.
package final class TextReader {
  private let boundaries = WordBoundaries()
  private let cues: LayoutCues

  /// Makes a reader; it costs nothing until it reads.
  ///
  /// - Parameter cues: The words that mark lines of a page; without them every short line is
  ///   judged by its form alone.
  package init(cues: LayoutCues = LayoutCues()) {
    self.cues = cues
  }

  /// Reads an article given in UTF-16.
  ///
  /// - Parameters:
  ///   - units: The decoded text as it came.
  ///   - source: Where it came from.
  ///   - title: Its headline, where the archive gives one.
  ///   - published: When it was published.
  /// - Complexity: linear in the text.
  package func read(
    _ units: [UInt16], source: String = "", title: String? = nil, published: Moment? = nil
  ) -> Document {
    let contract = SourceText(units)
    let folded = contract.folded()
    let cuts = LayoutRepair(units: folded, boundaries: boundaries, cues: cues).cuts()
    let text = CanonicalText(source: contract, folded: folded, cuts: cuts)
    var document = Document(
      source: source, title: title, published: published, text: text,
      length: contract.codePointCount)
    document.script = contract.isTraditional ? .traditional : .simplified
    let foldedTitle = title.map { SourceText(Array($0.utf16)).folded() }
    document.paragraphs = ParagraphScanner(units: text.units, cues: cues).paragraphs(
      title: foldedTitle)
    let span = text.units.span
    for (index, paragraph) in document.paragraphs.enumerated() {
      SentenceScanner.scan(
        span, paragraph: paragraph.range.indices, index: Int32(truncatingIfNeeded: index),
        into: &document.sentences)
    }
    RunScanner.scan(span, into: &document.runs)
    return document
  }

  /// Reads an article given as a string.
  package func read(
    _ string: String, source: String = "", title: String? = nil, published: Moment? = nil
  ) -> Document {
    read(Self.units(of: string), source: source, title: title, published: published)
  }

  /// The UTF-16 of a string, from its UTF-8 in one walk.
  private static func units(of string: String) -> [UInt16] {
    let bytes = string.utf8.span
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = 0
    while index < bytes.count {
      let byte = UInt32(bytes[index])
      switch byte {
      case ..<0x80:
        units.append(UInt16(truncatingIfNeeded: byte))
        index += 1
      case ..<0xE0:
        let second = UInt32(bytes[index + 1] & 0x3F)
        units.append(UInt16(truncatingIfNeeded: (byte & 0x1F) << 6 | second))
        index += 2
      case ..<0xF0:
        let second = UInt32(bytes[index + 1] & 0x3F)
        let third = UInt32(bytes[index + 2] & 0x3F)
        units.append(UInt16(truncatingIfNeeded: (byte & 0xF) << 12 | second << 6 | third))
        index += 3
      default:
        let second = UInt32(bytes[index + 1] & 0x3F)
        let third = UInt32(bytes[index + 2] & 0x3F)
        let fourth = UInt32(bytes[index + 3] & 0x3F)
        let scalar = (byte & 7) << 18 | second << 12 | third << 6 | fourth
        units.append(UInt16(truncatingIfNeeded: 0xD7C0 + scalar >> 10))
        units.append(UInt16(truncatingIfNeeded: 0xDC00 | scalar & 0x3FF))
        index += 4
      }
    }
    return units
  }
}
