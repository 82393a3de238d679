import CICU

/// Bare ICU word breaking: the yardstick that the pipeline's speed is a ratio of.
///
/// One iterator is opened once and given text after text, as ICU's users do it at its best.
final class WordBreakYardstick {
  private let iterator: OpaquePointer

  init?() {
    var status: Int32 = 0
    guard let iterator = kaoju_ubrk_open_words("zh", &status),
      kaoju_icu_failed(status) == 0
    else { return nil }
    self.iterator = iterator
  }

  deinit { kaoju_ubrk_close(iterator) }

  /// Decodes a text to UTF-16, breaks all of it, and counts the boundaries.
  func boundaries(in text: String) -> Int {
    let units = Array(text.utf16)
    var count = 0
    units.withUnsafeBufferPointer { buffer in
      var status: Int32 = 0
      // SAFETY: the buffer outlives the loop, and the iterator is given another text before it is
      // asked again.
      kaoju_ubrk_setText(iterator, buffer.baseAddress, Int32(buffer.count), &status)
      var boundary = kaoju_ubrk_first(iterator)
      while boundary != -1 {
        count += 1
        boundary = kaoju_ubrk_next(iterator)
      }
    }
    return count
  }
}
