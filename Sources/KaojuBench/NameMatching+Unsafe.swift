import Foundation
import KaojuArchives
import KaojuModels
import KaojuVocabulary

/// What the registers cost alone: opening the compiled models, and finding every name in a text.
struct NameMatching: CustomStringConvertible {
  private let surfaces: Int
  private let opening: Double
  private let megabytesPerSecond: Double
  private let found: Int

  /// Measures on an input, three times, the best of each; `nil` when there are no names.
  init?(models: ModelFolder, input: BenchInput) {
    var faults: [ModelFault] = []
    guard let trie = ModelCompiler.names(of: models, faults: &faults) else { return nil }
    let clock = ContinuousClock()
    let texts = input.articles.map { Array($0.text.utf16) }
    var opening = Double.infinity
    var matching = Double.infinity
    var found = 0
    for _ in 0..<3 {
      let opened = clock.measure { _ = ModelBundle.open(models, faults: &faults) }
      opening = min(opening, opened.seconds)
      found = 0
      var words: [KnownWord] = []
      let matched = clock.measure {
        for text in texts {
          words.removeAll(keepingCapacity: true)
          Self.match(trie, in: text, to: &words)
          found += words.count
        }
      }
      matching = min(matching, matched.seconds)
    }
    self.surfaces = trie.surfaceCount
    self.opening = opening
    self.megabytesPerSecond = Double(input.bytes) / 1e6 / matching
    self.found = found
  }

  private static func match(_ trie: WordTrie, in text: [UInt16], to words: inout [KnownWord]) {
    // SAFETY: the buffer is used only inside this closure, where the array lives.
    text.withUnsafeBufferPointer { units in
      for start in units.indices {
        trie.prefetch(at: start + WordTrie.lookahead, in: units)
        trie.appendMatches(at: start, in: units, to: &words)
      }
    }
  }

  var description: String {
    let speed = String(format: "%.0f", megabytesPerSecond)
    let milliseconds = String(format: "%.1f", opening * 1000)
    return "names of registers alone  \(speed) MB/s (\(surfaces) names, \(found) found), "
      + "opened in \(milliseconds) ms"
  }
}
