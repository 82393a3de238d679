/// The hash that ids of documents, facts and inputs are derived from (FIPS 180-4).
///
/// `SHA256.hexadecimal(of: "abc".utf8)` begins `ba7816bf`.
/// - Complexity: linear; about thirty instructions a byte.
public struct SHA256: Sendable {
  private var state: InlineArray<8, UInt32> = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  /// Bytes that do not fill a block yet.
  private var rest: [UInt8] = []
  private var length: UInt64 = 0

  /// Begins a hash.
  public init() {}

  /// Adds bytes.
  public mutating func update(_ bytes: Span<UInt8>) {
    length &+= UInt64(bytes.count)
    var index = 0
    while !rest.isEmpty, index < bytes.count {
      rest.append(bytes[index])
      index += 1
      if rest.count == 64 {
        let full = rest
        rest.removeAll(keepingCapacity: true)
        // SAFETY: `full` has the 64 bytes that one block is read from.
        full.withUnsafeBytes { compress($0, from: 0) }
      }
    }
    // SAFETY: a block is read only where 64 bytes are left.
    bytes.withUnsafeBytes { buffer in
      while buffer.count - index >= 64 {
        compress(buffer, from: index)
        index += 64
      }
    }
    if rest.isEmpty, index < bytes.count { rest.reserveCapacity(64) }
    while index < bytes.count {
      rest.append(bytes[index])
      index += 1
    }
  }

  /// Ends the hash: its 32 bytes in 64 hexadecimal digits.
  public consuming func finish() -> String {
    var end = [UInt8](repeating: 0, count: rest.count < 56 ? 64 : 128)
    for index in rest.indices { end[index] = rest[index] }
    end[rest.count] = 0x80
    let bits = length &* 8
    for byte in 0..<8 {
      end[end.count - 1 - byte] = UInt8(truncatingIfNeeded: bits >> UInt64(byte * 8))
    }
    // SAFETY: `end` is one block or two.
    end.withUnsafeBytes { buffer in
      for start in stride(from: 0, to: buffer.count, by: 64) { compress(buffer, from: start) }
    }
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for word in 0..<8 {
      for shift in stride(from: UInt32(28), through: 0, by: -4) {
        let digit = UInt8(truncatingIfNeeded: state[word] >> shift & 15)
        text.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The hash of some bytes in hexadecimal digits.
  public static func hexadecimal(of bytes: some Sequence<UInt8>) -> String {
    var hash = SHA256()
    if bytes.withContiguousStorageIfAvailable({ hash.update(Span(_unsafeElements: $0)) }) == nil {
      hash.update(Array(bytes).span)
    }
    return hash.finish()
  }

  /// The id of a document with this text: `sha256:` and the hash of its UTF-8.
  public static func documentID(of text: String) -> String {
    "sha256:" + hexadecimal(of: text.utf8)
  }

  // SAFETY: the caller has 64 bytes at `start`; the schedule has 64 places and lives in this call.
  private mutating func compress(_ bytes: UnsafeRawBufferPointer, from start: Int) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      for index in 0..<16 {
        schedule[index] = UInt32(
          bigEndian: bytes.loadUnaligned(fromByteOffset: start &+ index &* 4, as: UInt32.self))
      }
      for index in 16..<64 {
        let early = schedule[index &- 15]
        let late = schedule[index &- 2]
        let small = Self.rotate(early, 7) ^ Self.rotate(early, 18) ^ early >> 3
        let large = Self.rotate(late, 17) ^ Self.rotate(late, 19) ^ late >> 10
        schedule[index] = schedule[index &- 16] &+ small &+ schedule[index &- 7] &+ large
      }
      Self.constants.withUnsafeBufferPointer { constants in
        for index in 0..<64 { schedule[index] &+= constants[index] }
      }
      mix(UnsafeBufferPointer(schedule))
    }
  }

  private mutating func mix(_ schedule: UnsafeBufferPointer<UInt32>) {
    var a = state[0]
    var b = state[1]
    var c = state[2]
    var d = state[3]
    var e = state[4]
    var f = state[5]
    var g = state[6]
    var h = state[7]
    // Eight rounds bring every variable back to its own name, so that nothing has to be moved.
    for round in stride(from: 0, to: 64, by: 8) {
      Self.turn(a, b, c, &d, e, f, g, &h, schedule[round])
      Self.turn(h, a, b, &c, d, e, f, &g, schedule[round &+ 1])
      Self.turn(g, h, a, &b, c, d, e, &f, schedule[round &+ 2])
      Self.turn(f, g, h, &a, b, c, d, &e, schedule[round &+ 3])
      Self.turn(e, f, g, &h, a, b, c, &d, schedule[round &+ 4])
      Self.turn(d, e, f, &g, h, a, b, &c, schedule[round &+ 5])
      Self.turn(c, d, e, &f, g, h, a, &b, schedule[round &+ 6])
      Self.turn(b, c, d, &e, f, g, h, &a, schedule[round &+ 7])
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  @inline(__always)
  private static func turn(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
    _ g: UInt32, _ h: inout UInt32, _ word: UInt32
  ) {
    let choice = g ^ (e & (f ^ g))
    let majority = (a & b) | (c & (a | b))
    let sumE = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    let sumA = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    let first = h &+ sumE &+ choice &+ word
    d = d &+ first
    h = first &+ sumA &+ majority
  }

  @inline(__always)
  private static func rotate(_ value: UInt32, _ count: UInt32) -> UInt32 {
    value &>> count | value &<< (32 &- count)
  }

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
