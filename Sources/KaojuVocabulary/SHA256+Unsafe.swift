import COpenSSL

/// The hash that ids of documents, facts and inputs are derived from (FIPS 180-4), by OpenSSL.
///
/// `SHA256.hexadecimal(of: "abc".utf8)` begins `ba7816bf`. A copy goes on from where it was taken.
public struct SHA256 {
  private var context = SHA256_CTX()

  /// Begins a hash.
  public init() { SHA256_Init(&context) }

  /// Adds bytes.
  public mutating func update(_ bytes: Span<UInt8>) {
    // SAFETY: OpenSSL reads `count` bytes from the address and keeps neither.
    bytes.withUnsafeBytes { _ = SHA256_Update(&context, $0.baseAddress, $0.count) }
  }

  /// Ends the hash: its 32 bytes in 64 hexadecimal digits.
  public consuming func finish() -> String {
    // SAFETY: OpenSSL writes 32 bytes, and the string takes the 64 that are written after them.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digest in
      SHA256_Final(digest.baseAddress, &context)
      return String(unsafeUninitializedCapacity: 64) { text in
        for index in 0..<32 {
          text[2 * index] = Self.digit(digest[index] >> 4)
          text[2 * index + 1] = Self.digit(digest[index] & 15)
        }
        return 64
      }
    }
  }

  /// Ends the hash: its first 8 bytes as a number, whose 16 hexadecimal digits are its first ones.
  public consuming func finishShort() -> UInt64 {
    // SAFETY: OpenSSL writes 32 bytes.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digest in
      SHA256_Final(digest.baseAddress, &context)
      return digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  /// The hash of some bytes in hexadecimal digits.
  public static func hexadecimal(of bytes: some Sequence<UInt8>) -> String {
    var hash = SHA256()
    let isDone: Void? = bytes.withContiguousStorageIfAvailable {
      // SAFETY: the span lives no longer than the storage that is lent here.
      hash.update(Span(_unsafeElements: $0))
    }
    if isDone == nil { hash.update(Array(bytes).span) }
    return hash.finish()
  }

  /// The id of a document with this text: `sha256:` and the hash of its UTF-8.
  public static func documentID(of text: String) -> String {
    "sha256:" + hexadecimal(of: text.utf8)
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}
