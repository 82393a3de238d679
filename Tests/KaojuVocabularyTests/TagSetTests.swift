import KaojuVocabulary
import Testing

@Suite struct TagSetTests {
  @Test func holdsTheTagsOfItsNames() {
    let set = TagSet("v", "vn", "time")
    #expect(set.contains(.verb) && set.contains(.verbalNoun) && set.contains(.time))
    #expect(!set.contains(.noun) && !set.contains(.unknown))
    #expect(set == TagSet([.time, .verb, .verbalNoun]))
  }

  @Test func hasRoomForEveryTag() {
    for name in PartOfSpeech.names {
      #expect(TagSet(name).bits.nonzeroBitCount == 1)
    }
  }
}
