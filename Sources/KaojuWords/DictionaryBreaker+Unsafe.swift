import CICU
import KaojuVocabulary

/// ICU's word breaking with its dictionary, opened when first asked.
final class DictionaryBreaker {
  private var iterator: OpaquePointer?

  /// ICU's time grows with the run it looks at, so it is shown no more than this at once.
  private static let longestPiece = 1_024

  deinit {
    if let iterator { kaoju_ubrk_close(iterator) }
  }

  /// Calls `body` with each word of a range of the text, in order.
  func forEachWord(in range: TextRange, of units: [UInt16], _ body: (TextRange) -> Void) {
    var status: Int32 = 0
    if iterator == nil { iterator = kaoju_ubrk_open_words("zh", &status) }
    guard let iterator else {
      body(range)
      return
    }
    // SAFETY: the iterator reads the buffer only inside this closure, where the array lives.
    units.withUnsafeBufferPointer { buffer in
      var start = range.start
      while start < range.end {
        var end = min(range.end, start + Self.longestPiece)
        if end < range.end, end > start + 1, buffer[end] & 0xFC00 == 0xDC00 { end -= 1 }
        var status: Int32 = 0
        kaoju_ubrk_setText(
          iterator, buffer.baseAddress.map { $0 + start }, Int32(end - start), &status)
        var last = kaoju_ubrk_first(iterator)
        while true {
          let next = kaoju_ubrk_next(iterator)
          guard next > last else { break }
          body(TextRange(start + Int(last), start + Int(next)))
          last = next
        }
        start = end
      }
    }
  }
}
