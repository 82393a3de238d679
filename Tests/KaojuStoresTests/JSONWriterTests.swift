import Foundation
import KaojuStores
import KaojuVocabulary
import Testing

@Suite struct JSONWriterTests {
  @Test func writesWhatJSONReadersReadBack() throws {
    var json = JSONWriter()
    json.object { json in
      json.key("text")
      json.string("引号\"斜线\\换行\n制表\t控制\u{1}𠮷")
      json.key("units")
      json.string(Array("宽𠮷窄".utf16)[...])
      json.key("list")
      json.array { json in
        json.integer(-3)
        json.boolean(false)
        json.object { _ in }
      }
    }
    let value = try #require(
      try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any])
    #expect(value["text"] as? String == "引号\"斜线\\换行\n制表\t控制\u{1}𠮷")
    #expect(value["units"] as? String == "宽𠮷窄")
    #expect((value["list"] as? [Any])?.count == 3)
  }

  @Test func replacesHalvesOfCharacters() {
    var json = JSONWriter()
    json.string(([0x4E00, 0xD83D, 0x4E01, 0xDC00] as [UInt16])[...])
    #expect(String(decoding: json.bytes, as: UTF8.self) == "\"一\u{FFFD}丁\u{FFFD}\"")
  }

  @Test(arguments: [(0, "0"), (5, "0.05"), (50, "0.5"), (93, "0.93"), (100, "1"), (250, "1")])
  func writesPercentAsAFraction(percent: Int, text: String) {
    var json = JSONWriter()
    json.hundredths(percent)
    #expect(String(decoding: json.bytes, as: UTF8.self) == text)
  }
}
