import KaojuVocabulary

/// Reads a written pattern.
///
/// `"@attribute{noun}? 占 (@whole{entity|noun} 的? ^value{ratio}){、}"` becomes a sequence of an
/// optional slot, a literal and a repetition with the anchor inside.
struct PatternParser {
  private let characters: [Character]
  private var position = 0

  private let dimensions: Set<String>

  private init(_ text: String, dimensions: Set<String>) {
    characters = Array(text)
    self.dimensions = dimensions
  }

  /// Reads a pattern or says where it is wrong.
  static func parse(
    _ text: String, dimensions: Set<String>
  ) throws(PatternFault) -> PatternNode {
    var parser = PatternParser(text, dimensions: dimensions)
    let node = try parser.choice()
    guard parser.peek == nil else { throw parser.fault("the end") }
    return node
  }

  private var peek: Character? {
    position < characters.count ? characters[position] : nil
  }

  private func fault(_ expected: String) -> PatternFault {
    PatternFault(
      offset: position, .expected(expected, found: peek.map(String.init) ?? "the end"))
  }

  private mutating func skipBlanks() {
    while let next = peek, next.isWhitespace { position += 1 }
  }

  private mutating func take(_ character: Character) -> Bool {
    guard peek == character else { return false }
    position += 1
    return true
  }

  private mutating func require(_ character: Character) throws(PatternFault) {
    guard take(character) else { throw fault("\"\(character)\"") }
  }

  private mutating func choice() throws(PatternFault) -> PatternNode {
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    branches = Self.joiningWords(branches)
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  /// Joins words that are written as neighbouring choices (在|从|到) into one set, which a walk looks
  /// up at once.
  private static func joiningWords(_ branches: [PatternNode]) -> [PatternNode] {
    var joined: [PatternNode] = []
    for branch in branches {
      switch (joined.last, branch) {
      case (.literal(let words), .literal(let word)):
        joined[joined.count - 1] = .literal(words + "|" + word)
      case (.words(let classes), .words(let others)):
        joined[joined.count - 1] = .words(classes + others)
      default: joined.append(branch)
      }
    }
    return joined
  }

  private mutating func sequence() throws(PatternFault) -> PatternNode {
    var nodes: [PatternNode] = []
    skipBlanks()
    while let next = peek, next != "|", next != ")" {
      nodes.append(try term())
      skipBlanks()
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private mutating func term() throws(PatternFault) -> PatternNode {
    let isAnchor = take("^")
    var node = try atom(isAnchor: isAnchor)
    if take(":") { node = .bound(node, slot: try name()) }
    if isAnchor { node = .anchor(node) }
    if take("?") { return .repeated(node, minimum: 0, maximum: 1) }
    if take("{") {
      if let minimum = number() {
        if minimum == 2, take(" ") {
          return .rounds(node, separators: try texts(until: "}"), several: true)
        }
        var maximum = minimum
        if take(",") {
          guard let bound = number() else { throw fault("a number") }
          maximum = bound
        }
        try require("}")
        return .repeated(node, minimum: minimum, maximum: maximum)
      }
      return .rounds(node, separators: try texts(until: "}"), several: false)
    }
    return node
  }

  private mutating func atom(isAnchor: Bool) throws(PatternFault) -> PatternNode {
    guard let next = peek else { throw fault("a word, class, slot or group") }
    switch next {
    case "[":
      position += 1
      return .words(try texts(until: "]"))
    case "(":
      position += 1
      let inner = try choice()
      try require(")")
      return inner
    case "@":
      position += 1
      return .slot(try slot())
    case "/":
      position += 1
      return .tag(try tags())
    case ".":
      position += 1
      return .any
    case "#":
      position += 1
      let at = position
      switch try name() {
      case "start": return .edge(start: true)
      case "end": return .edge(start: false)
      case let other:
        throw PatternFault(
          offset: at, .undefined(what: "edge", name: other, known: ["start", "end"]))
      }
    case "!", "&":
      position += 1
      guard take("<") || peek == ">" else { throw fault("\"<\" or \">\"") }
      let ahead = take(">")
      try require("(")
      let inner = try choice()
      try require(")")
      return .look(inner, ahead: ahead, negated: next == "!")
    case "\"":
      position += 1
      return .literal(try texts(until: "\"").joined(separator: "|"))
    default:
      if isAnchor, next.isASCII, next.isLetter { return .slot(try slot()) }
      return .literal(try literal())
    }
  }

  private mutating func literal() throws(PatternFault) -> String {
    var text = ""
    while let next = peek, !next.isWhitespace, !"[]@^{}()|?!&#/:\"".contains(next) {
      text.append(next)
      position += 1
    }
    guard !text.isEmpty else { throw fault("a word, class, slot or group") }
    return text
  }

  private mutating func name() throws(PatternFault) -> String {
    var text = ""
    while let next = peek, next.isASCII, next.isLetter || next.isNumber || next == "_" {
      text.append(next)
      position += 1
    }
    guard !text.isEmpty else { throw fault("a name") }
    return text
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let next = peek, next.isASCII, let digit = next.wholeNumberValue {
      value = min((value ?? 0) * 10 + digit, 99)
      position += 1
    }
    return value
  }

  private mutating func texts(until end: Character) throws(PatternFault) -> [String] {
    var texts = [""]
    while let next = peek, next != end {
      if next == "|" { texts.append("") } else { texts[texts.count - 1].append(next) }
      position += 1
    }
    try require(end)
    guard !texts.contains("") else { throw fault("a text") }
    return texts
  }

  private mutating func tags() throws(PatternFault) -> [PartOfSpeech] {
    let start = position
    var tags: [PartOfSpeech] = []
    for text in try texts(until: "/") {
      guard let tag = PartOfSpeech(text) else {
        throw PatternFault(
          offset: start, .undefined(what: "tag", name: text, known: PartOfSpeech.names))
      }
      tags.append(tag)
    }
    return tags
  }
}

extension PatternParser {
  private mutating func slot() throws(PatternFault) -> PatternSlot {
    let name = try name()
    // `value{1,3}` repeats and `value{money}` types: a digit decides.
    guard peek == "{", position + 1 < characters.count, !characters[position + 1].isNumber
    else { return PatternSlot(name: name, fillings: Self.usual(for: name)) }
    position += 1
    var slot = PatternSlot(name: name, fillings: [])
    let start = position
    var parts = [""]
    while let next = peek, next != "}" {
      if next == ";" { parts.append("") } else { parts[parts.count - 1].append(next) }
      position += 1
    }
    try require("}")
    for part in parts {
      let part = part.filter { !$0.isWhitespace }
      if let colon = part.firstIndex(of: ":") {
        let values = part[part.index(after: colon)...].split(separator: "|").map(String.init)
        try test(String(part[..<colon]), values, of: &slot, at: start)
      } else {
        for type in part.split(separator: "|") {
          slot.fillings.append(try filling(String(type), at: start))
        }
      }
    }
    if slot.fillings.isEmpty { slot.fillings = Self.usual(for: name) }
    return slot
  }

  private func test(
    _ name: String, _ values: [String], of slot: inout PatternSlot, at offset: Int
  ) throws(PatternFault) {
    switch name {
    case "head": slot.heads = values
    case "nohead": slot.barredHeads = values
    case "start": slot.starts = values
    case "nostart": slot.barredStarts = values
    case "sign":
      for value in values {
        guard let comparator = Comparator(sign: value) else {
          throw PatternFault(
            offset: offset,
            .undefined(
              what: "comparator", name: value, known: Comparator.allCases.map(\.sign)))
        }
        slot.comparators.append(comparator)
      }
    default:
      throw PatternFault(
        offset: offset,
        .undefined(what: "test", name: name, known: ["head", "nohead", "start", "nostart", "sign"]))
    }
  }

  private func filling(
    _ type: String, at offset: Int
  ) throws(PatternFault) -> PatternSlot.Filling {
    switch type {
    case "noun": return .noun
    case "plain": return .plain
    case "figure": return .figure
    case "time": return .time
    case "duration": return .duration
    case "word": return .word
    case "entity": return .mention(nil)
    case "quantity": return .quantity(nil)
    case _ where Self.kinds.contains(type): return .mention(EntityKind(type))
    case _ where dimensions.contains(type): return .quantity(DimensionID(type))
    default:
      throw PatternFault(
        offset: offset,
        .undefined(
          what: "slot type", name: type,
          known: ["noun", "plain", "time", "duration", "word", "entity", "quantity", "figure"]
            + Self.kinds.sorted() + dimensions.sorted()))
    }
  }

  /// What fills a slot whose type is not written.
  private static func usual(for name: String) -> [PatternSlot.Filling] {
    switch name {
    case "value", "numerator", "denominator": [.quantity(nil)]
    case "time": [.time]
    case "attribute": [.noun]
    default: [.mention(nil), .noun]
    }
  }

  private static let kinds: Set<String> = [
    "zone", "firm", "lab", "university", "government", "organization", "place", "person",
    "product", "policy", "occasion",
  ]
}
