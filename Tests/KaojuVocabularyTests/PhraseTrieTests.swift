import KaojuVocabulary
import Testing

@Suite struct PhraseTrieTests {
  private let phrases = ["今", "今年", "今年以来", "年", "以来", "来年", "GDP"]

  private var forwards: PhraseTrie {
    var trie = PhraseTrie()
    for (index, phrase) in phrases.enumerated() { trie.insert(phrase, value: index) }
    return trie
  }

  private var backwards: PhraseTrie {
    var trie = PhraseTrie()
    for (index, phrase) in phrases.enumerated() {
      trie.insert(phrase.utf16.reversed(), value: Int32(index))
    }
    return trie
  }

  @Test func findsEveryPhraseAtAPlaceShortestFirst() {
    var found: [String] = []
    forwards.walk(Array("今年以来全市".utf16), from: 0) { value, _ in found.append(phrases[value]) }
    #expect(found == ["今", "今年", "今年以来"])
    #expect(forwards.longest(in: Array("全市今年".utf16), at: 2)?.end == 4)
    #expect(forwards.longest(in: Array("全市".utf16), at: 0) == nil)
  }

  @Test func goesNoFurtherThanItsLimit() {
    var ends: [Int] = []
    forwards.walk(Array("今年以来".utf16), from: 0, to: 3) { _, end in ends.append(end) }
    #expect(ends == [1, 2])
    var starts: [Int] = []
    backwards.walkBack(Array("今年以来".utf16), from: 4, to: 1) { _, start in starts.append(start) }
    #expect(starts == [2])
  }

  @Test func findsEveryPhraseBeforeAPlace() {
    var found: [String] = []
    backwards.walkBack(Array("自今年以来".utf16), from: 5, to: 0) { value, _ in
      found.append(phrases[value])
    }
    #expect(found == ["以来", "今年以来"])
  }

  @Test func keepsTheFirstNumberOfAPhrase() {
    var trie = forwards
    #expect(trie.insert("今年", value: 99) == 1)
    #expect(trie.value(of: "今年".utf16) == 1)
    #expect(trie.value(of: Array("今年以".utf16)[...]) == -1)
    #expect(trie.value(of: Array("GDP".utf16)[...]) == 6)
  }

  /// Against a search of the whole list, with few different characters so that phrases share
  /// beginnings, and enough phrases that the tables and filters grow.
  @Test(arguments: 1...12)
  func agreesWithALinearSearch(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func random(below bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(truncatingIfNeeded: state % UInt64(bound))
    }
    func word(upTo length: Int) -> [UInt16] {
      (0...random(below: length)).map { _ in 0x4E00 + UInt16(random(below: 24)) }
    }
    var list: [[UInt16]] = []
    var trie = PhraseTrie()
    for _ in 0..<600 {
      let phrase = word(upTo: 4)
      guard !list.contains(phrase) else { continue }
      trie.insert(phrase, value: Int32(list.count))
      list.append(phrase)
    }
    let text = word(upTo: 400)
    for start in text.indices {
      var found: [Int] = []
      trie.walk(text, from: start) { value, _ in found.append(value) }
      let expected = list.indices.filter { text[start...].starts(with: list[$0]) }
        .sorted { list[$0].count < list[$1].count }
      #expect(found == expected)
    }
  }
}
