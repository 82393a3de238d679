import Yams

extension RuleFile {
  /// Reads a rule file; faults are added, and what is sound is kept.
  public init(text: String, file: String, faults: inout [ModelFault]) {
    self.init(file: file, kind: "", rules: [])
    let root: Node
    do {
      guard let node = try Yams.compose(yaml: text) else {
        faults.append(ModelFault(file: file, .unreadable(reason: "it is empty")))
        return
      }
      root = node
    } catch {
      faults.append(Self.fault(of: error, in: file))
      return
    }
    var reader = RuleFileReader(file: file)
    self = reader.read(root)
    faults += reader.faults
  }

  private static func fault(of error: any Error, in file: String) -> ModelFault {
    guard let error = error as? YamlError else {
      return ModelFault(file: file, .unreadable(reason: String(describing: error)))
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return ModelFault(file: file, line: mark.line, column: mark.column, .other(problem))
    default: return ModelFault(file: file, .unreadable(reason: String(describing: error)))
    }
  }
}

/// Walks over the nodes of a rule file and collects what is wrong.
private struct RuleFileReader {
  let file: String
  var faults: [ModelFault] = []
  private var pieces: [String: String] = [:]
  private var lineOfID: [String: Int] = [:]

  init(file: String) { self.file = file }

  mutating func read(_ root: Node) -> RuleFile {
    var result = RuleFile(file: file, kind: "", rules: [])
    guard let mapping = root.mapping else {
      fault(root, .malformed(what: "file", value: "", expected: "a mapping with kind and rules"))
      return result
    }
    check(mapping, known: ["kind", "define", "rules"], what: "entry")
    result.kind = mapping["kind"]?.string ?? ""
    if result.kind.isEmpty { fault(root, .emptyCell(column: "kind")) }
    for (key, value) in mapping["define"]?.mapping ?? [:] {
      pieces[key.string ?? ""] = expand(text(value)).text
    }
    for node in mapping["rules"]?.sequence ?? [] {
      if let rule = rule(node) { result.rules.append(rule) }
    }
    return result
  }

  private mutating func rule(_ node: Node) -> RuleFile.Rule? {
    guard let mapping = node.mapping, let id = mapping["id"] else {
      fault(node, .other("a rule is a mapping with id and match"))
      return nil
    }
    var rule = RuleFile.Rule(
      id: text(id), patterns: [], settings: [:], examples: texts(mapping["examples"]),
      counterExamples: texts(mapping["not"]))
    rule.patterns = texts(mapping["match"]).map { expand($0) }
    if let first = lineOfID[rule.id.text] {
      fault(id, .duplicate(what: "rule", name: rule.id.text, firstLine: first))
    }
    lineOfID[rule.id.text] = rule.id.line
    if rule.patterns.isEmpty { fault(node, .emptyCell(column: "match")) }
    if rule.examples.isEmpty { fault(id, .unproved(what: "rule", name: rule.id.text)) }
    for (key, value) in mapping {
      let name = key.string ?? ""
      guard !["id", "match", "examples", "not", "note"].contains(name) else { continue }
      rule.settings[name] = text(value)
    }
    return rule
  }

  /// Puts shared pieces into a pattern: `<skip>`.
  private mutating func expand(_ pattern: RuleFile.Text) -> RuleFile.Text {
    var result = ""
    var rest = pattern.text[...]
    while let open = rest.firstIndex(of: "<") {
      let after = rest.index(after: open)
      // `!<(` and `&<(` are guards.
      guard after < rest.endIndex, rest[after] != "(", let close = rest.firstIndex(of: ">"),
        close > open
      else {
        result += rest[...open]
        rest = rest[after...]
        continue
      }
      let name = String(rest[after..<close])
      result += rest[..<open]
      rest = rest[rest.index(after: close)...]
      if let piece = pieces[name] {
        result += "(\(piece))"
      } else {
        faults.append(
          ModelFault(
            file: file, line: pattern.line, column: pattern.column,
            .undefined(
              what: "piece", name: name,
              suggestion: Suggestion.nearest(to: name, among: pieces.keys.sorted()))))
      }
    }
    result += rest
    return RuleFile.Text(result, line: pattern.line, column: pattern.column)
  }

  private mutating func texts(_ node: Node?) -> [RuleFile.Text] {
    guard let node else { return [] }
    if let sequence = node.sequence { return sequence.map { text($0) } }
    return [text(node)]
  }

  private mutating func text(_ node: Node) -> RuleFile.Text {
    guard let string = node.scalar?.string else {
      fault(node, .malformed(what: "entry", value: "", expected: "a text"))
      return RuleFile.Text("")
    }
    return RuleFile.Text(string, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
  }

  private mutating func check(_ mapping: Node.Mapping, known: [String], what: String) {
    for (key, _) in mapping {
      let name = key.string ?? ""
      guard !known.contains(name) else { continue }
      fault(
        key,
        .undefined(
          what: what, name: name, suggestion: Suggestion.nearest(to: name, among: known)))
    }
  }

  private mutating func fault(_ node: Node, _ problem: ModelFault.Problem) {
    faults.append(
      ModelFault(
        file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0, problem))
  }
}
