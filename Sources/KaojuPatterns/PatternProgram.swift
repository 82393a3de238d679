import KaojuVocabulary

/// A compiled pattern: two straight programs, one that walks right from the anchor and one that
/// walks left.
final class PatternProgram: Sendable {
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
  ///
  /// An object, so that a step passes one reference.
  final class Element: Sendable {
    /// What is accepted.
    enum Test: Hashable, Sendable {
      case words(Int32)
      case filling(PatternSlot.Filling)
      case tag([PartOfSpeech])
      case any
    }
    let test: Test
    /// The number of the dimension or kind that it wants, or -1.
    let name: Int16
    /// The slot that it binds.
    let slot: SlotName?
    /// As in ``PatternSlot``.
    let heads: [[UInt16]]
    /// As in ``PatternSlot``.
    let barredHeads: [[UInt16]]
    /// As in ``PatternSlot``.
    let starts: [[UInt16]]
    /// As in ``PatternSlot``.
    let barredStarts: [[UInt16]]
    /// As in ``PatternSlot``.
    let comparators: [Comparator]
    /// Whether it asks anything of the text.
    let testsText: Bool
    /// As written, for the trace.
    let written: String

    init(
      test: Test, name: Int16 = -1, slot: SlotName? = nil, heads: [[UInt16]] = [],
      barredHeads: [[UInt16]] = [],
      starts: [[UInt16]] = [], barredStarts: [[UInt16]] = [], comparators: [Comparator] = [],
      written: String
    ) {
      self.test = test
      self.name = name
      self.slot = slot
      self.heads = heads
      self.barredHeads = barredHeads
      self.starts = starts
      self.barredStarts = barredStarts
      self.comparators = comparators
      self.testsText =
        !(heads.isEmpty && barredHeads.isEmpty && starts.isEmpty && barredStarts.isEmpty)
      self.written = written
    }
  }

  /// What a walk asks of an ``Element``, in plain bits, so that a step counts no references.
  struct Step: Sendable {
    /// As in ``Element/Test``.
    enum Test: Hashable, Sendable {
      case words(Int32)
      case filling(PatternSlot.Filling)
      case tags(TagSet)
      case any
    }
    let test: Test
    let name: Int16
    let slot: SlotName?
    /// A bit for each comparator by its raw value; all of them where any will do.
    let comparators: UInt64
    let testsText: Bool
    let isQuantity: Bool
    /// The element's index.
    let index: Int32

    init(_ element: Element, index: Int) {
      test =
        switch element.test {
        case .words(let set): .words(set)
        case .filling(let filling): .filling(filling)
        case .tag(let tags): .tags(TagSet(tags))
        case .any: .any
        }
      name = element.name
      slot = element.slot
      comparators =
        element.comparators.isEmpty
        ? .max : element.comparators.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
      testsText = element.testsText
      isQuantity = element.test.isQuantity
      self.index = Int32(truncatingIfNeeded: index)
    }
  }

  /// A program while it is laid down.
  struct Draft {
    var anchor: Anchor
    var anchorElement: Element
    var anchorGroup: Int32 = -1
    var right: [Instruction] = []
    var left: [Instruction] = []
    var elements: [Element] = []
    var needed: [Int32] = []
    var needs = PatternNeeds()
  }

  let anchor: Anchor
  let anchorElement: Element
  /// The repetition that the anchor stands in, or -1.
  let anchorGroup: Int32
  let right: [Instruction]
  let left: [Instruction]
  let elements: [Element]
  /// The elements as a walk sees them.
  let steps: [Step]
  /// The anchor's element as a walk sees it; its texts are the anchor element's own.
  let anchorStep: Step
  /// Word sets without which the pattern can't hold.
  let needed: [Int32]
  /// What the pattern can't hold without besides.
  let needs: PatternNeeds

  /// Whether no step walks over the mark between two clauses.
  func staysInClause(_ words: WordIndex) -> Bool {
    elements.allSatisfy { element in
      switch element.test {
      case .words(let set): !words.crossesClauses(set)
      case .tag(let tags): !tags.contains(.punctuation)
      case .filling, .any: true
      }
    }
  }

  /// A step with what it takes, by which two programs are found to be the same.
  struct StepKey: Hashable {
    var instruction: Instruction
    var test: Element.Test?
    var name: Int16 = -1
    var slot: SlotName?
    var texts: [[[UInt16]]] = []
    var comparators: [Comparator] = []
  }

  /// All steps right of the anchor.
  var rightKey: [StepKey] {
    right.map { instruction in
      guard case .take(let index) = instruction else { return StepKey(instruction: instruction) }
      let element = elements[Int(index)]
      return StepKey(
        instruction: .take(0), test: element.test, name: element.name, slot: element.slot,
        texts: [element.heads, element.barredHeads, element.starts, element.barredStarts],
        comparators: element.comparators)
    }
  }

  /// The element of a step.
  func element(of step: Step) -> Element {
    step.index < 0 ? anchorElement : elements[Int(step.index)]
  }

  init(_ draft: Draft) {
    anchor = draft.anchor
    anchorElement = draft.anchorElement
    anchorGroup = draft.anchorGroup
    right = draft.right
    left = draft.left
    elements = draft.elements
    steps = draft.elements.enumerated().map { Step($1, index: $0) }
    anchorStep = Step(draft.anchorElement, index: -1)
    needed = draft.needed
    needs = draft.needs
  }
}
