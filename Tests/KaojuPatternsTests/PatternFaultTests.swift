import KaojuPatterns
import KaojuVocabulary
import Testing

@Suite struct PatternFaultTests {
  @Test(arguments: [
    ("占 @whole", PatternFault.Problem.noAnchor),
    ("^value ^value", .severalAnchors),
    ("(^value)?", .misplacedAnchor),
    ("^whole{place}", .unusableAnchor),
    ("((占){、}){、} ^value", .nestedRounds),
    ("占 [link ^value", .expected("\"]\"", found: "the end")),
    ("占 ) ^value", .expected("the end", found: ")")),
  ])
  func refusesWhatCannotBeMatched(pattern: String, problem: PatternFault.Problem) throws {
    var trace: PatternTrace?
    #expect {
      try WrittenSentence("占").matches([pattern], trace: &trace)
    } throws: { error in
      (error as? PatternFault)?.problem == problem
    }
  }

  @Test func namesWhatIsUndefined() throws {
    var trace: PatternTrace?
    #expect {
      try WrittenSentence("占").matches(["[lnk] ^value"], classes: ["link": ["达"]], trace: &trace)
    } throws: { error in
      guard
        case .undefined(what: "word class", name: "lnk", let known)? =
          (error as? PatternFault)?.problem
      else { return false }
      return known == ["link"]
    }
  }
}
