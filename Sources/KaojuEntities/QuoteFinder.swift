import KaojuVocabulary

/// Finds names by their marks: 《哪吒之魔童闹海》, “墨子号”, “蛟龙”号.
///
/// 《》 always holds a name; “ ” does when its last word, a word beside it or another quoted name
/// next to it says so.
struct QuoteFinder: Sendable {
  /// The longest quoted name in code units.
  static let longest = 60
  static let book: RuleID = "quote/book"
  static let tail: RuleID = "quote/tail"
  static let beside: RuleID = "quote/beside"
  static let latin: RuleID = "quote/latin"
  static let chain: RuleID = "quote/chain"

  let rules: NameRules

  private struct Quoted {
    /// The words of the opening and the closing mark.
    var open: Int
    var close: Int
    var isBook: Bool
  }

  /// Adds candidates for every quoted name of the chart.
  func find(in chart: inout Chart) {
    let quoted = quotations(in: chart)
    var kinds = [EntityKind?](repeating: nil, count: quoted.count)
    var books: [Candidate] = []
    for (index, quote) in quoted.enumerated() {
      if var candidate = candidate(quote, in: chart) {
        if quote.isBook, candidate.record == nil {
          guard shorten(&candidate, books: books, in: chart) else { continue }
          if candidate.source == nil { books.append(candidate) }
        }
        kinds[index] = candidate.kind
        chart.candidates.append(candidate)
      }
    }
    // A quoted name hands its kind to its neighbours in a list: “自由舰”以及“远景”.
    for step in [1, -1] {
      let order = step > 0 ? Array(quoted.indices) : quoted.indices.reversed()
      for index in order where kinds[index] == nil && !quoted[index].isBook {
        let other = index - step
        guard quoted.indices.contains(other), kinds[other] == .product,
          areListed(quoted[min(index, other)], quoted[max(index, other)], in: chart)
        else { continue }
        kinds[index] = .product
        chart.candidates.append(
          Candidate(
            range: inner(quoted[index], in: chart), kind: .product, rule: Self.chain,
            trust: .context))
      }
    }
  }

  /// 《方案》 is the last document named whose title ends so; without one it names nothing.
  private func shorten(
    _ candidate: inout Candidate, books: [Candidate], in chart: Chart
  ) -> Bool {
    let units = chart.units[candidate.range.indices]
    guard units.count <= 6 else { return true }
    let full = books.suffix(8).last { book in
      book.range.count > units.count
        && chart.units[title(of: book.range, in: chart).indices].suffix(units.count)
          .elementsEqual(units)
    }
    if let full {
      candidate.source = full.range
      candidate.kind = full.kind
      candidate.isMemorable = false
      return true
    }
    let isCue = rules.quoteTails.value(of: ArraySlice(units.reversed())) >= 0
    return !isCue
  }

  private func quotations(in chart: Chart) -> [Quoted] {
    var result: [Quoted] = []
    var quote: Int?
    var book: Int?
    for word in chart.words.indices where chart.words[word].shape == .punctuation {
      switch chart.units[chart.words[word].range.start] {
      case 0x201C: quote = word
      case 0x300A: if book == nil { book = word }
      case 0x201D:
        if let open = quote, isShort(open, word, in: chart) {
          result.append(Quoted(open: open, close: word, isBook: false))
        }
        quote = nil
      case 0x300B:
        if let open = book, isShort(open, word, in: chart) {
          result.append(Quoted(open: open, close: word, isBook: true))
        }
        book = nil
      default: break
      }
    }
    return result.sorted { $0.open < $1.open }
  }

  private func isShort(_ open: Int, _ close: Int, in chart: Chart) -> Bool {
    close > open + 1
      && chart.words[close].range.start - chart.words[open].range.end <= Self.longest
  }

  private func inner(_ quote: Quoted, in chart: Chart) -> TextRange {
    TextRange(chart.words[quote.open].range.end, chart.words[quote.close].range.start)
  }

  private func candidate(_ quote: Quoted, in chart: Chart) -> Candidate? {
    let range = inner(quote, in: chart)
    let mark: NameRules.QuoteCue.Marks = quote.isBook ? .book : .quote
    if quote.isBook {
      let after = cue(after: quote.close, mark: mark, in: chart)
      let kind =
        register(quote, in: chart)?.kind ?? after ?? tail(of: range, mark: mark, in: chart)
        ?? .product
      return Candidate(
        range: range, kind: kind, rule: Self.book, trust: .fixed,
        record: register(quote, in: chart)?.record, isMemorable: !isPlain(quote, in: chart))
    }
    guard range.count >= 2 else { return nil }
    if range.count <= 12, quote.close + 1 < chart.words.count,
      chart.isUnit(quote.close + 1, 0x53F7), !chart.words[quote.close + 1].hasGapBefore
    {
      return Candidate(
        range: chart.range(quote.open..<quote.close + 2), kind: .product, rule: Self.beside,
        trust: .quote)
    }
    if let kind = tail(of: range, mark: mark, in: chart), range.count >= (kind == .product ? 3 : 5),
      !isPlain(quote, in: chart)
    {
      if kind == "-" { return nil }
      return Candidate(range: range, kind: kind, rule: Self.tail, trust: .quote)
    }
    guard range.count <= 16, !isPlain(quote, in: chart) else { return nil }
    if let kind = cue(after: quote.close, mark: mark, in: chart)
      ?? (range.count > 2 ? cue(before: quote.open, mark: mark, in: chart) : nil)
    {
      // “种子”公司: one ordinary word is a figure of speech.
      let first = chart.words[quote.open + 1]
      if kind == .firm, quote.close == quote.open + 2, !first.isUnknown, first.shape == .han {
        return nil
      }
      return Candidate(range: range, kind: kind, rule: Self.beside, trust: .context)
    }
    if isModel(quote, in: chart) {
      return Candidate(range: range, kind: .product, rule: Self.latin, trust: .context)
    }
    return nil
  }

  /// Whether a quotation is a saying and no name: it holds a stop, a clause mark or a number only.
  private func isPlain(_ quote: Quoted, in chart: Chart) -> Bool {
    var hasWord = false
    for word in quote.open + 1..<quote.close {
      let item = chart.words[word]
      if item.shape == .punctuation, !chart.isUnit(word, 0xB7), !chart.isUnit(word, 0x2B),
        !chart.isUnit(word, 0x2D)
      {
        return true
      }
      // 我们会…: someone speaks.
      if item.tag == .pronoun, item.count == 2, !quote.isBook { return true }
      if item.shape != .number { hasWord = true }
    }
    return !hasWord
  }

  /// A quoted model of Latin letters with digits or Chinese beside them: “天工 Ultra”, “帝豪EC7”.
  private func isModel(_ quote: Quoted, in chart: Chart) -> Bool {
    var latin = 0
    var han = 0
    for word in quote.open + 1..<quote.close {
      switch chart.words[word].shape {
      case .latin: latin += chart.words[word].count
      case .han:
        han += chart.words[word].count
        if chart.words[word].classes.contains(.stop) || chart.words[word].tag == .verb {
          return false
        }
      case .number: han += 1
      case .punctuation: return false
      }
    }
    return latin >= 2 && han >= 1 && han <= 4
  }

  private func register(_ quote: Quoted, in chart: Chart) -> Chart.KnownName? {
    chart.names(at: quote.open + 1).first { $0.words.upperBound == quote.close }
  }

  /// A title without the bracket that closes it: …行动计划(2025—2028年), …办法(试行).
  private func title(of range: TextRange, in chart: Chart) -> TextRange {
    guard range.count > 4, chart.units[range.end - 1] == 0x29,
      let open = chart.units[range.indices].lastIndex(of: 0x28), open > range.start + 1
    else { return range }
    return TextRange(range.start, open)
  }

  private func tail(
    of range: TextRange, mark: NameRules.QuoteCue.Marks, in chart: Chart
  ) -> EntityKind? {
    var node = PhraseTrie.root
    var offset = title(of: range, in: chart).end - 1
    var kind: EntityKind?
    while offset >= range.start,
      let next = rules.quoteTails.step(from: node, by: chart.units[offset])
    {
      node = next
      let value = rules.quoteTails.value(at: node)
      if value >= 0, rules.quoteCues[Int(value)].marks.contains(mark), offset > range.start {
        kind = rules.quoteCues[Int(value)].kind
      }
      offset -= 1
    }
    return kind
  }

  private func cue(
    after close: Int, mark: NameRules.QuoteCue.Marks, in chart: Chart
  ) -> EntityKind? {
    guard close + 1 < chart.words.count, !chart.words[close + 1].hasGapBefore else { return nil }
    let value = rules.quoteAfter.value(of: chart.units(of: close + 1))
    guard value >= 0, rules.quoteCues[Int(value)].marks.contains(mark) else { return nil }
    return rules.quoteCues[Int(value)].kind
  }

  private func cue(
    before open: Int, mark: NameRules.QuoteCue.Marks, in chart: Chart
  ) -> EntityKind? {
    guard open > 0, !chart.words[open].hasGapBefore else { return nil }
    var node = PhraseTrie.root
    var offset = chart.words[open].range.start - 1
    var kind: EntityKind?
    while offset >= 0, let next = rules.quoteBefore.step(from: node, by: chart.units[offset]) {
      node = next
      let value = rules.quoteBefore.value(at: node)
      if value >= 0, rules.quoteCues[Int(value)].marks.contains(mark) {
        kind = rules.quoteCues[Int(value)].kind
      }
      offset -= 1
    }
    return kind
  }

  /// Whether only a list mark or conjunction parts two quotations.
  private func areListed(_ left: Quoted, _ right: Quoted, in chart: Chart) -> Bool {
    let gap = right.open - left.close - 1
    guard gap >= 0, gap <= 1 else { return false }
    guard gap == 1 else { return !chart.words[right.open].hasGapBefore }
    let between = left.close + 1
    return chart.isUnit(between, 0x3001) || chart.words[between].classes.contains(.conjunction)
      || chart.units(of: between).elementsEqual([0x4EE5, 0x53CA])
  }
}
