import CICU

/// One of ICU's converters between a charset and UTF-16; not to be shared between workers.
package final class CharsetConverter {
  /// ICU's own name for the charset.
  package let name: String
  private let handle: OpaquePointer

  /// Opens a converter; `nil` when ICU does not know the name.
  package init?(_ charset: String) {
    var status: Int32 = 0
    // SAFETY: ICU copies the name; the handle is owned by this object until `deinit`.
    guard let handle = kaoju_ucnv_open(charset, &status), kaoju_icu_failed(status) == 0 else {
      return nil
    }
    self.handle = handle
    self.name = kaoju_ucnv_getName(handle, &status).map { String(cString: $0) } ?? charset
  }

  deinit { kaoju_ucnv_close(handle) }

  /// Appends what the bytes say in UTF-16; what is no character becomes U+FFFD.
  ///
  /// A character that is cut at the end waits for the next call unless `flush` is set.
  package func decode(_ bytes: Span<UInt8>, flush: Bool = true, into units: inout [UInt16]) {
    var output = [UInt16](repeating: 0, count: Swift.min(Swift.max(bytes.count, 16), 1 << 16))
    // SAFETY: both cursors stay between the bounds that ICU is given, and live in this scope.
    bytes.withUnsafeBufferPointer { input in
      input.withMemoryRebound(to: CChar.self) { input in
        var empty: CChar = 0
        withUnsafePointer(to: &empty) { nothing in
          var cursor: UnsafePointer<CChar>? = input.baseAddress ?? nothing
          let end = cursor.map { $0 + input.count }
          var status = kaoju_ucnv_target_is_full
          while status == kaoju_ucnv_target_is_full {
            status = 0
            output.withUnsafeMutableBufferPointer { target in
              guard let start = target.baseAddress else { return }
              var position: UnsafeMutablePointer<UInt16>? = start
              kaoju_ucnv_toUnicode(
                handle, &position, start + target.count, &cursor, end, flush ? 1 : 0, &status)
              units.append(
                contentsOf: UnsafeBufferPointer(
                  start: start, count: (position ?? start) - start))
            }
          }
        }
      }
    }
  }

  /// The bytes that spell these units in the charset; what it lacks becomes its substitute.
  package func encode(_ units: [UInt16]) -> [UInt8] {
    var status: Int32 = 0
    var output = [CChar](repeating: 0, count: units.count * 4 + 16)
    // SAFETY: ICU writes at most the capacity that it is given.
    let length = kaoju_ucnv_fromUChars(
      handle, &output, Int32(clamping: output.count), units, Int32(clamping: units.count), &status)
    guard kaoju_icu_failed(status) == 0 else { return [] }
    return output.prefix(Int(length)).map { UInt8(bitPattern: $0) }
  }
}

/// A guess of ICU's charset detector.
struct CharsetGuess: Hashable {
  /// ICU's name of the charset.
  var name: String
  /// ICU's confidence, 0 to 100.
  var confidence: Int

  /// What ICU makes of a sample, most likely first.
  static func all(of sample: Span<UInt8>) -> [CharsetGuess] {
    var status: Int32 = 0
    guard let detector = kaoju_ucsdet_open(&status), kaoju_icu_failed(status) == 0 else {
      return []
    }
    defer { kaoju_ucsdet_close(detector) }
    // SAFETY: the detector reads the sample only inside this closure; matches belong to it.
    return sample.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        var found: Int32 = 0
        kaoju_ucsdet_setText(
          detector, bytes.baseAddress, Int32(clamping: bytes.count), &status)
        guard let matches = kaoju_ucsdet_detectAll(detector, &found, &status),
          kaoju_icu_failed(status) == 0
        else { return [] }
        return (0..<Int(found)).compactMap { index in
          guard let match = matches[index], let name = kaoju_ucsdet_getName(match, &status)
          else { return nil }
          return CharsetGuess(
            name: String(cString: name),
            confidence: Int(kaoju_ucsdet_getConfidence(match, &status)))
        }
      }
    }
  }
}
