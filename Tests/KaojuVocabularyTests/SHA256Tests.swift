import KaojuVocabulary
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "agrees with the published vectors",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func vectors(text: String, digest: String) {
    #expect(SHA256.hexadecimal(of: text.utf8) == digest)
  }

  @Test("does not depend on how the bytes are cut", arguments: [1, 3, 55, 56, 63, 64, 65, 200])
  func pieces(size: Int) {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var hash = SHA256()
    var start = 0
    while start < bytes.count {
      let end = min(start + size, bytes.count)
      hash.update(Array(bytes[start..<end]).span)
      start = end
    }
    #expect(hash.finish() == SHA256.hexadecimal(of: bytes))
  }

  @Test("ends short in the first eight bytes of the whole", arguments: ["", "abc", "高新区"])
  func short(text: String) {
    var hash = SHA256()
    hash.update(text.utf8.span)
    let whole = SHA256.hexadecimal(of: text.utf8)
    #expect(hash.finishShort() == UInt64(whole.prefix(16), radix: 16))
  }
}
