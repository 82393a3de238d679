import Foundation
import Kaoju
import KaojuModels
import KaojuVocabulary
import KaojuWords

/// Word F1 of the lattice and of ICU alone, on sentences whose words a person cut.
struct WordScore: CustomStringConvertible {
  private var lattice = SegmentationScore()
  private var icu = SegmentationScore()
  private var sentences = 0

  /// Reads a table of sentences with their words between blanks; `nil` when there is none.
  init?(path: String, models: ModelFolder) throws {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    let readers = [
      try Pipeline(models: models, options: Kaoju.Options(segmenter: .lattice)),
      try Pipeline(models: models, options: Kaoju.Options(segmenter: .icu)),
    ]
    for line in text.split(separator: "\n").drop(while: { $0.hasPrefix("#") }).dropFirst() {
      var sentence = ""
      var gold: [TextRange] = []
      for word in line.split(separator: " ") {
        let start = sentence.utf16.count
        sentence += word
        gold.append(TextRange(start, sentence.utf16.count))
      }
      sentences += 1
      lattice.add(gold: gold, found: readers[0].read(sentence).tokens.map(\.range))
      icu.add(gold: gold, found: readers[1].read(sentence).tokens.map(\.range))
    }
  }

  var description: String {
    func percent(_ value: Double) -> String { String(format: "%.3f", value) }
    return "word F1 on \(sentences) sentences: lattice \(percent(lattice.f1)), ICU alone "
      + percent(icu.f1)
  }
}
