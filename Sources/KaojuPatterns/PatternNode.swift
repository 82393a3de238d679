package import KaojuVocabulary

/// A written pattern as a tree.
package indirect enum PatternNode: Hashable, Sendable {
  /// Text that stands there as one or several whole items.
  case literal(String)
  /// A word of any of these classes: `[link|change]`.
  case words([String])
  /// A typed slot: `@whole{place|noun}`.
  case slot(PatternSlot)
  /// One token with one of these tags: `/v|vn/`.
  case tag([PartOfSpeech])
  /// One item that ends no clause: `.`.
  case any
  /// One after another.
  case sequence([PatternNode])
  /// The first that holds: `( a | b )`; of words alone the longest.
  case choice([PatternNode])
  /// Between `minimum` and `maximum` times, as often as it can: `?`, `{0,3}`.
  case repeated(PatternNode, minimum: Int, maximum: Int)
  /// One or more rounds parted by one of the texts, `( … ){、|和}`, or two or more, `( … ){2 、|和}`.
  case rounds(PatternNode, separators: [String], several: Bool)
  /// What stands there is bound to a slot: `[verb]:how`, `( … ):attribute`.
  case bound(PatternNode, slot: String)
  /// The anchor: `^value{ratio}`, `^[trigger]`.
  case anchor(PatternNode)
  /// What stands to one side must or must not match: `!<( 按照 )`, `&>( 的 )`.
  case look(PatternNode, ahead: Bool, negated: Bool)
  /// The edge of a clause: `#start`, `#end`.
  case edge(start: Bool)
}

/// A slot with what may stand in it.
package struct PatternSlot: Hashable, Sendable {
  /// What may fill a slot.
  package enum Filling: Hashable, Sendable {
    /// A quantity of a dimension, or of any.
    case quantity(DimensionID?)
    /// A mention of a kind, or of any.
    case mention(EntityKind?)
    /// A time expression that is no mere length of time.
    case time
    /// A length of time: a quantity or a time expression.
    case duration
    /// A quantity that stays open to later rules, as one inside a noun phrase does.
    case figure
    /// A noun phrase; the chunker knows its open edge.
    case noun
    /// A noun phrase that ends before the first name or quotation mark in it.
    case plain
    /// One token that is neither punctuation nor anything kept whole.
    case word
  }

  /// Its name.
  package var name: String
  /// What may fill it, the likelier first.
  package var fillings: [Filling]
  /// What its text must end in; empty for anything.
  package var heads: [String] = []
  /// What its text must not end in.
  package var barredHeads: [String] = []
  /// What its text must begin with; empty for anything.
  package var starts: [String] = []
  /// What its text must not begin with.
  package var barredStarts: [String] = []
  /// The comparators that a quantity may have; empty for any.
  package var comparators: [Comparator] = []
}
