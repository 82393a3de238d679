import KaojuVocabulary

/// Turns a pattern's tree into its two programs.
struct PatternCompiler {
  private var program: PatternProgram.Draft
  private var words: WordIndexBuilder
  private var slots: SlotTable
  private var names: NameTable
  private let classes: [String: [String]]
  private var groups: Int32 = 0

  /// Compiles a tree; new words and slots go into the shared tables.
  static func compile(
    _ node: PatternNode, classes: [String: [String]], words: inout WordIndexBuilder,
    slots: inout SlotTable, names: inout NameTable
  ) throws(PatternFault) -> PatternProgram {
    guard let anchor = try Self.anchor(of: node) else {
      throw PatternFault(offset: 0, .noAnchor)
    }
    let placeholder = PatternProgram.Element(test: .any, written: "")
    var compiler = PatternCompiler(
      program: PatternProgram.Draft(anchor: .words(-1), anchorElement: placeholder), words: words,
      slots: slots, names: names, classes: classes)
    try compiler.lay(node, anchor: anchor)
    words = compiler.words
    slots = compiler.slots
    names = compiler.names
    return PatternProgram(compiler.program)
  }

  /// The one anchor of a tree.
  private static func anchor(of node: PatternNode) throws(PatternFault) -> PatternNode? {
    switch node {
    case .anchor(let inner): return inner
    case .sequence(let nodes):
      var found: PatternNode?
      for node in nodes {
        guard let inner = try anchor(of: node) else { continue }
        guard found == nil else { throw PatternFault(offset: 0, .severalAnchors) }
        found = inner
      }
      return found
    case .rounds(let inner, _, _): return try anchor(of: inner)
    case .choice(let nodes):
      for node in nodes where try anchor(of: node) != nil {
        throw PatternFault(offset: 0, .misplacedAnchor)
      }
      return nil
    case .repeated(let inner, _, _), .bound(let inner, _), .look(let inner, _, _):
      guard try anchor(of: inner) == nil else {
        throw PatternFault(offset: 0, .misplacedAnchor)
      }
      return nil
    case .literal, .words, .slot, .tag, .any, .edge: return nil
    }
  }

  /// Splits the tree at its anchor and lays both halves down.
  private mutating func lay(_ node: PatternNode, anchor: PatternNode) throws(PatternFault) {
    try layAnchor(anchor)
    var right: [PatternProgram.Instruction] = []
    var left: [PatternProgram.Instruction] = []
    try split(node, right: &right, left: &left)
    right.append(.accept)
    left.append(.accept)
    program.right = right
    program.left = left
  }

  private mutating func layAnchor(_ anchor: PatternNode) throws(PatternFault) {
    var node = anchor
    var slot: SlotName?
    if case .bound(let inner, let name) = node {
      slot = slots.intern(name)
      node = inner
    }
    switch node {
    case .slot(let written):
      var dimensions: [DimensionID] = []
      var acceptsAny = false
      for filling in written.fillings {
        switch filling {
        case .quantity(nil): acceptsAny = true
        case .quantity(let dimension?): dimensions.append(dimension)
        case .duration: dimensions.append(.time)
        default: throw PatternFault(offset: 0, .unusableAnchor)
        }
      }
      program.anchor = .quantity(acceptsAny ? [] : dimensions)
      // The dimension has already led here.
      program.anchorElement = try element(written, .quantity(nil))
    case .words, .literal:
      let set = try wordSet(of: node)
      program.anchor = .words(set)
      program.anchorElement = PatternProgram.Element(
        test: .words(set), slot: slot, written: Self.text(of: node))
    default: throw PatternFault(offset: 0, .unusableAnchor)
    }
  }

  /// Puts what stands behind the anchor into `right`, what stands before it, reversed, into `left`.
  private mutating func split(
    _ node: PatternNode, right: inout [PatternProgram.Instruction],
    left: inout [PatternProgram.Instruction]
  ) throws(PatternFault) {
    switch node {
    case .anchor: return
    case .sequence(let nodes):
      var pivot = -1
      for (index, node) in nodes.enumerated() where try Self.anchor(of: node) != nil {
        pivot = index
      }
      try split(nodes[pivot], right: &right, left: &left)
      for node in nodes[(pivot + 1)...] { try emit(node, into: &right, forward: true) }
      for node in nodes[..<pivot].reversed() { try emit(node, into: &left, forward: false) }
      for (index, node) in nodes.enumerated() where index != pivot {
        try need(node)
        program.needs.add(node, isLeft: index < pivot, names: &names)
      }
    case .rounds(let inner, let separators, let several):
      guard program.anchorGroup < 0 else { throw PatternFault(offset: 0, .nestedRounds) }
      let group = groups
      groups += 1
      program.anchorGroup = group
      try split(inner, right: &right, left: &left)
      let next = Self.withoutAnchor(inner)
      if several {
        try need(Self.separator(separators))
        right.append(.nextRound(group))
        try emit(Self.separator(separators), into: &right, forward: true)
        try emit(next, into: &right, forward: true)
      }
      let loop = right.count
      right.append(.accept)
      right.append(.nextRound(group))
      try emit(Self.separator(separators), into: &right, forward: true)
      try emit(next, into: &right, forward: true)
      right.append(.jump(Int32(loop)))
      right[loop] = .split(Int32(loop + 1), Int32(right.count))
      right.append(.leaveRounds(group))
      left.append(.leaveRounds(group))
    default: throw PatternFault(offset: 0, .misplacedAnchor)
    }
  }

  /// Notes the word sets without which the pattern can't hold.
  private mutating func need(_ node: PatternNode) throws(PatternFault) {
    switch node {
    case .literal, .words: program.needed.append(try wordSet(of: node))
    case .bound(let inner, _): try need(inner)
    case .rounds(let inner, let separators, let several):
      try need(inner)
      if several { try need(Self.separator(separators)) }
    case .sequence(let nodes): for node in nodes { try need(node) }
    case .choice(let nodes):
      var texts: [String] = []
      for node in nodes {
        guard let alternatives = try Self.onlyWords(node, classes) else { return }
        texts += alternatives
      }
      program.needed.append(words.set(named: "(\(texts.joined(separator: "|")))", words: texts))
    default: return
    }
  }

  /// The words of which a node is one, if it is nothing else.
  private static func onlyWords(
    _ node: PatternNode, _ classes: [String: [String]]
  ) throws(PatternFault) -> [String]? {
    switch node {
    case .literal(let text): text.split(separator: "|").map(String.init)
    case .words(let names): names.flatMap { classes[$0] ?? [] }
    case .bound(let inner, _): try onlyWords(inner, classes)
    default: nil
    }
  }

  private static func separator(_ texts: [String]) -> PatternNode {
    texts.count == 1 ? .literal(texts[0]) : .choice(texts.map { .literal($0) })
  }

  private static func withoutAnchor(_ node: PatternNode) -> PatternNode {
    switch node {
    case .anchor(let inner): inner
    case .sequence(let nodes): .sequence(nodes.map(withoutAnchor))
    default: node
    }
  }
}

extension PatternCompiler {
  private mutating func emit(
    _ node: PatternNode, into code: inout [PatternProgram.Instruction], forward: Bool,
    inGuard: Bool = false
  ) throws(PatternFault) {
    switch node {
    case .literal, .words:
      let set = try wordSet(of: node)
      take(
        PatternProgram.Element(test: .words(set), written: Self.text(of: node)), into: &code)
    case .bound(let inner, let name):
      let slot = slots.intern(name)
      switch inner {
      case .literal, .words:
        let set = try wordSet(of: inner)
        take(
          PatternProgram.Element(
            test: .words(set), slot: slot, written: Self.text(of: inner)), into: &code)
      default:
        code.append(.open(slot))
        try emit(inner, into: &code, forward: forward, inGuard: inGuard)
        code.append(.close(slot))
      }
    case .slot(let slot):
      if slot.fillings.count == 1 {
        take(try element(slot, slot.fillings[0]), into: &code)
      } else {
        let branches = slot.fillings.map { filling in
          var branch = slot
          branch.fillings = [filling]
          return PatternNode.slot(branch)
        }
        try emit(.choice(branches), into: &code, forward: forward, inGuard: inGuard)
      }
    case .tag(let tags):
      let written = "/" + tags.map(\.description).joined(separator: "|") + "/"
      take(PatternProgram.Element(test: .tag(tags), written: written), into: &code)
    case .any: take(PatternProgram.Element(test: .any, written: "."), into: &code)
    case .sequence(let nodes):
      for node in forward ? nodes : nodes.reversed() {
        try emit(node, into: &code, forward: forward, inGuard: inGuard)
      }
    case .choice(let nodes):
      var jumps: [Int] = []
      for (index, node) in nodes.enumerated() {
        let split = code.count
        let isLast = index + 1 == nodes.count
        if !isLast { code.append(.accept) }
        try emit(node, into: &code, forward: forward, inGuard: inGuard)
        guard !isLast else { continue }
        jumps.append(code.count)
        code.append(.accept)
        code[split] = .split(Int32(split + 1), Int32(code.count))
      }
      for jump in jumps { code[jump] = .jump(Int32(code.count)) }
    case .repeated(let inner, let minimum, let maximum):
      for _ in 0..<minimum {
        try emit(inner, into: &code, forward: forward, inGuard: inGuard)
      }
      var splits: [Int] = []
      for _ in minimum..<max(minimum, maximum) {
        splits.append(code.count)
        code.append(.accept)
        try emit(inner, into: &code, forward: forward, inGuard: inGuard)
      }
      for split in splits { code[split] = .split(Int32(split + 1), Int32(code.count)) }
    case .rounds(let inner, let separators, let several):
      guard !inGuard else { throw PatternFault(offset: 0, .nestedRounds) }
      let group = groups
      groups += 1
      code.append(.enterRounds(group))
      if several {
        try emit(inner, into: &code, forward: forward, inGuard: true)
        code.append(.nextRound(group))
        try emit(Self.separator(separators), into: &code, forward: forward)
      }
      let loop = code.count
      try emit(inner, into: &code, forward: forward, inGuard: true)
      let split = code.count
      code.append(.accept)
      code.append(.nextRound(group))
      try emit(Self.separator(separators), into: &code, forward: forward)
      code.append(.jump(Int32(loop)))
      code[split] = .split(Int32(split + 1), Int32(code.count))
      code.append(.leaveRounds(group))
    case .look(let inner, let ahead, let negated):
      let at = code.count
      code.append(.accept)
      try emit(inner, into: &code, forward: ahead, inGuard: true)
      code.append(.accept)
      code[at] = .look(end: Int32(code.count), ahead: ahead, negated: negated)
    case .edge(let start): code.append(.edge(start: start))
    case .anchor(let inner):
      try emit(inner, into: &code, forward: forward, inGuard: inGuard)
    }
  }

  private mutating func take(
    _ element: PatternProgram.Element, into code: inout [PatternProgram.Instruction]
  ) {
    code.append(.take(Int32(program.elements.count)))
    program.elements.append(element)
  }

  private mutating func element(
    _ slot: PatternSlot, _ filling: PatternSlot.Filling
  ) throws(PatternFault) -> PatternProgram.Element {
    PatternProgram.Element(
      test: .filling(filling), name: number(of: filling), slot: slots.intern(slot.name),
      heads: try texts(slot.heads), barredHeads: try texts(slot.barredHeads),
      starts: try texts(slot.starts), barredStarts: try texts(slot.barredStarts),
      comparators: slot.comparators,
      written: "@\(slot.name)")
  }

  private mutating func number(of filling: PatternSlot.Filling) -> Int16 {
    switch filling {
    case .quantity(let dimension?): names.intern(dimension.rawValue)
    case .mention(let kind?): names.intern(kind.rawValue)
    default: -1
    }
  }

  /// The texts of a test; `[class]` stands for its words.
  private func texts(_ written: [String]) throws(PatternFault) -> [[UInt16]] {
    var texts: [[UInt16]] = []
    for text in written {
      if text.first == "[", text.last == "]" {
        for word in try words(ofClass: String(text.dropFirst().dropLast())) {
          texts.append(Array(word.utf16))
        }
      } else {
        texts.append(Array(text.utf16))
      }
    }
    return texts
  }

  private func words(ofClass name: String) throws(PatternFault) -> [String] {
    guard let members = classes[name] else {
      throw PatternFault(
        offset: 0, .undefined(what: "word class", name: name, known: classes.keys.sorted()))
    }
    return members
  }

  private mutating func wordSet(of node: PatternNode) throws(PatternFault) -> Int32 {
    switch node {
    case .literal(let text):
      if let known = words.set(named: text) { return known }
      return words.set(named: text, words: text.split(separator: "|").map(String.init))
    case .words(let names):
      let key = Self.text(of: node)
      if let known = words.set(named: key) { return known }
      var all: [String] = []
      for name in names { all += try words(ofClass: name) }
      return words.set(named: key, words: all)
    default: return -1
    }
  }

  private static func text(of node: PatternNode) -> String {
    switch node {
    case .literal(let text): text
    case .words(let names): "[\(names.joined(separator: "|"))]"
    default: ""
    }
  }
}
