import KaojuStores
import KaojuVocabulary
import Testing

@Suite("Signatures of texts")
struct SignatureTests {
  static let text = (1...60).map { "第\($0)批\($0 * 37)家企业签约,总额\($0 * 91)万元。" }.joined()

  @Test("estimate the share that two texts have in common")
  func likeness() throws {
    let whole = try #require(Signature(CanonicalText(Self.text)))
    let reprint = try #require(Signature(CanonicalText("滨河日报讯,记者王五。" + Self.text)))
    let half = try #require(Signature(CanonicalText(String(Self.text.prefix(Self.text.count / 2)))))
    let other = try #require(
      Signature(CanonicalText((1...60).map { "夜里下了\($0 * 53)毫米的雨" }.joined())))
    #expect(whole.likeness(to: whole) == 100)
    #expect(whole.likeness(to: reprint) > 85)
    #expect((25...75).contains(whole.likeness(to: half)))
    #expect(whole.likeness(to: other) < 15)
    #expect(!Set(whole.bands).isDisjoint(with: reprint.bands))
  }

  @Test("do not see punctuation, blanks and layout")
  func layout() {
    let spaced = Self.text.map { "\($0) " }.joined()
    #expect(Signature(CanonicalText(spaced)) == Signature(CanonicalText(Self.text)))
  }

  @Test("are read back from their digits, and a short text has none")
  func digits() throws {
    let signature = try #require(Signature(CanonicalText(Self.text)))
    #expect(Signature(hexadecimal: signature.hexadecimal) == signature)
    #expect(Signature(hexadecimal: "00") == nil)
    #expect(Signature(CanonicalText("今天没有消息。")) == nil)
  }
}
