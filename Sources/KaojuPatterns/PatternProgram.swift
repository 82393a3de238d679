import KaojuVocabulary

/// A compiled pattern: two straight programs, one that walks right from the anchor and one that
/// walks left.
struct PatternProgram: Sendable {
  /// What enters a pattern.
  enum Anchor: Hashable, Sendable {
    /// A quantity, with the dimensions that it may have; empty for any.
    case quantity([DimensionID])
    /// A word of a set.
    case words(Int32)
  }

  /// One step.
  enum Instruction: Hashable, Sendable {
    /// Walks over what the element accepts.
    case take(Int32)
    /// Goes on at the first, and at the second when that fails.
    case split(Int32, Int32)
    /// Goes on elsewhere.
    case jump(Int32)
    /// A bound group begins, in the direction of walking.
    case open(SlotName)
    /// It ends.
    case close(SlotName)
    /// A repetition begins.
    case enterRounds(Int32)
    /// Another round begins.
    case nextRound(Int32)
    /// A repetition ends.
    case leaveRounds(Int32)
    /// A guard: the program from the next step to `end` must hold, or must not.
    case look(end: Int32, ahead: Bool, negated: Bool)
    /// A clause must begin here (`true`) or end here.
    case edge(start: Bool)
    /// All holds.
    case accept
  }

  /// What an item, or several, must be.
  struct Element: Hashable, Sendable {
    /// What is accepted.
    enum Test: Hashable, Sendable {
      case words(Int32)
      case filling(PatternSlot.Filling)
      case tag([PartOfSpeech])
      case any
    }
    var test: Test
    /// The slot that it binds.
    var slot: SlotName?
    /// As in ``PatternSlot``.
    var heads: [[UInt16]] = []
    /// As in ``PatternSlot``.
    var barredHeads: [[UInt16]] = []
    /// As in ``PatternSlot``.
    var starts: [[UInt16]] = []
    /// As in ``PatternSlot``.
    var barredStarts: [[UInt16]] = []
    /// As in ``PatternSlot``.
    var comparators: [Comparator] = []
    /// As written, for the trace.
    var written: String
  }

  var anchor: Anchor
  var anchorElement: Element
  /// The repetition that the anchor stands in, or -1.
  var anchorGroup: Int32 = -1
  var right: [Instruction] = []
  var left: [Instruction] = []
  var elements: [Element] = []
  /// Word sets without which the pattern can't hold.
  var needed: [Int32] = []
}
