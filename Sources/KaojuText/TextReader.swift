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
    read(Array(string.utf16), source: source, title: title, published: published)
  }
}
