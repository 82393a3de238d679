/// Says where the noun phrase of an `@slot{noun}` begins or ends, which no pattern can say.
///
/// Both edges are decided once, so a noun slot never makes the matcher branch.
package protocol NounPhraseChunker {
  /// The position where the noun phrase that ends at `end` begins; `nil` when no noun phrase ends
  /// there.
  ///
  /// In `西安高新区|实现|生产|总值|达` with `end` before 达 it is the position of 生产.
  func nounPhraseStart(endingAt end: Int, in input: PatternInput) -> Int?

  /// The position where the noun phrase that starts at `start` ends; `nil` when none starts there.
  ///
  /// In `集聚|了|50余家|上下游|企业|,` with `start` before 上下游 it is the position of the comma.
  func nounPhraseEnd(startingAt start: Int, in input: PatternInput) -> Int?
}
