import CICU

/// ICU's word boundaries with its dictionary, opened when first asked.
///
/// One per worker: ICU's iterators are not to be shared among threads.
final class WordBoundaries {
  private var iterator: OpaquePointer?

  deinit {
    if let iterator { kaoju_ubrk_close(iterator) }
  }

  /// Whether ICU puts a word boundary at an offset of a short text.
  func isBoundary(at offset: Int, in text: [UInt16]) -> Bool {
    var status: Int32 = 0
    if iterator == nil { iterator = kaoju_ubrk_open_words("zh", &status) }
    guard let iterator else { return true }
    return text.withUnsafeBufferPointer { buffer in
      // SAFETY: the iterator is used only inside this closure, where the buffer lives.
      var status: Int32 = 0
      kaoju_ubrk_setText(iterator, buffer.baseAddress, Int32(buffer.count), &status)
      guard kaoju_icu_failed(status) == 0 else { return true }
      var position = kaoju_ubrk_first(iterator)
      while position >= 0, position < offset { position = kaoju_ubrk_next(iterator) }
      return position == offset
    }
  }
}
