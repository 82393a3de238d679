import KaojuModels
import KaojuVocabulary

extension Discourse {
  /// Takes a generic noun phrase of the clause into the subject or the attribute.
  ///
  /// 规模以上工业企业实现利润90亿元 is about 规模以上工业企业 where the paragraph speaks of no one else or of
  /// the country; where it speaks of a city, it is about the city's 规模以上工业企业利润.
  func takeSector(
    for claim: inout Claim, topic: Int32, isOwn: Bool, in index: Int
  ) -> Bool {
    guard let attribute = claim.attribute?.range else { return false }
    let clause = map.clauses[index]
    guard clause.range.lowerBound <= attribute.lowerBound else { return false }
    let hasTopic = isOwn || track.paragraphTopic[index] >= 0 || track.laterTopic[index] >= 0
    if !hasTopic, !isCounted(attribute, in: clause), let sector = sector(inside: attribute) {
      claim.subject = sectorFiller(sector)
      return true
    }
    guard let sector = sector(before: attribute, in: clause) else { return false }
    if !hasTopic || topic < 0 || isCountry(topic) {
      claim.subject = sectorFiller(sector)
      return true
    }
    switch document.mentions[Int(topic)].kind {
    case .place, .zone:
      guard isIndicatorAlone(attribute) else { return false }
      claim.attribute = Filler(
        text: sectorFiller(sector).text + document.text.string(attribute))
      return false
    case .firm:
      // 南车|动车组业务|实现营业收入…: a line of business is not the firm's whole.
      guard isIndicatorAlone(attribute) else { return false }
      claim.attribute = Filler(
        text: sectorFiller(sector).text + document.text.string(attribute))
      return false
    default: return false
    }
  }

  /// Takes a bare item behind 其中 as the subject, with the attribute of the frame before it.
  ///
  /// 有色金属产量90万吨。其中,原铝60万吨、锌5万吨 has the 产量 of 原铝 and of 锌.
  func takePart(for claim: inout Claim, in index: Int) -> Bool {
    guard claim.kind == .measurement, track.isPart[index],
      let frame = recent.last(where: { $0.claim.kind == .measurement }), let item = claim.attribute,
      let range = item.range,
      let value = claim.value?.value, let whole = frame.claim.value?.value,
      value.dimension == whole.dimension, value.unit == whole.unit,
      value.dimension != .count, value.dimension != .ratio,
      map.clauses[frame.clause].paragraph == map.clauses[index].paragraph,
      let attribute = frame.claim.attribute, attribute.attribute != nil,
      !isMeasured(range), map.clauses[index].topic < 0
    else { return false }
    claim.subject = item
    let units = Array(attribute.text.utf16)
    if let name = models.attributes.indicator(endingAt: units.count, from: 0, in: units) {
      let text = String(decoding: units[name.start...], as: UTF16.self)
      claim.attribute = Filler(text: text, attribute: name.indicator.id)
    }
    claim.inherited.append(.attribute)
    claim.confidence = claim.confidence * 90 / 100
    return true
  }

  /// Gives an item that names its subject the attribute of the figure before it.
  ///
  /// 累计病亡90例,其中:临江市50例、新城市40例 has 累计病亡 twice more.
  func takeAttribute(for claim: inout Claim, in index: Int) {
    guard let value = claim.value?.value,
      let frame = recent.last(where: {
        $0.claim.kind == .measurement && $0.claim.value?.value.dimension == value.dimension
          && $0.claim.value?.value.unit == value.unit
      }), let attribute = frame.claim.attribute,
      map.clauses[frame.clause].paragraph == map.clauses[index].paragraph
    else { return }
    // 境外输入病例3例,其中西班牙1例: a country of origin is not whose figure it is.
    guard !attribute.text.utf16.contains(0x5165) else { return }
    claim.attribute = attribute
    claim.inherited.append(.attribute)
  }

  /// Whether a phrase ends in an indicator or a head, and so needs no attribute from elsewhere.
  private func isMeasured(_ range: TextRange) -> Bool {
    let units = document.text.units
    return models.attributes.indicator(endingAt: range.end, from: range.start, in: units) != nil
      || models.attributes.head(endingAt: range.end, from: range.start, in: units) != nil
  }

  /// Takes the sector that the attribute itself begins with (制造业|增加值).
  func takeInnerSector(for claim: inout Claim) -> Bool {
    guard let attribute = claim.attribute?.range, let inner = sector(inside: attribute) else {
      return false
    }
    claim.subject = sectorFiller(inner)
    return true
  }

  /// Whether a count stands right before a phrase: 六大|类产品金额.
  private func isCounted(_ range: TextRange, in clause: Clause) -> Bool {
    clause.quantities.contains {
      document.quantities[$0].range.upperBound == range.lowerBound
        && document.quantities[$0].value.dimension != .count
    }
  }

  /// 有色金属 of 有色金属产量: what stands before the indicator's name.
  private func sector(inside attribute: TextRange) -> TextRange? {
    let units = document.text.units
    guard
      let name = models.attributes.indicator(
        endingAt: attribute.end, from: attribute.start, in: units), name.start > attribute.start
    else { return nil }
    var end = name.start
    if units[end - 1] == 0x7684 { end -= 1 }
    guard !units[attribute.start..<end].contains(0x7684) else { return nil }
    return isSectorHead(endingAt: end, from: attribute.start)
      ? TextRange(attribute.start, end) : nil
  }

  /// 医药行业 of 医药行业累计完成产值: what a verb parts from the attribute.
  private func sector(before attribute: TextRange, in clause: Clause) -> TextRange? {
    var start = Int(max(clause.content, clause.range.lowerBound))
    if clause.topic >= 0 {
      start = max(start, document.mentions[Int(clause.topic)].range.end)
    }
    var end = attribute.start
    while end > start, attribute.start - end <= 40 {
      if isSectorHead(endingAt: end, from: start), isPhraseEnd(end, before: attribute) {
        let range = TextRange(start, end)
        // 通信产品增71%、矿产品增68%: what another figure parts from here is no sector of this one.
        let isParted = clause.quantities.contains {
          let figure = document.quantities[$0].range
          return figure.lowerBound >= range.lowerBound && figure.upperBound < attribute.lowerBound
            && document.text.units[figure.end] == 0x3001
        }
        return range.count <= 30 && !holdsVerb(range) && !isParted ? range : nil
      }
      end -= 1
    }
    return nil
  }

  /// Whether a mention is the country, whose sectors are subjects of their own.
  func isCountry(_ mention: Int32) -> Bool {
    guard mention >= 0 else { return false }
    let name = Array(document.entities[Int(entity(mention))].name.utf16)
    return models.cues.classes(of: TextRange(0, name.count), in: name).contains(.country)
  }

  private func isIndicatorAlone(_ attribute: TextRange) -> Bool {
    models.attributes.indicator(
      endingAt: attribute.end, from: attribute.start, in: document.text.units)?
      .start == attribute.start
  }

  /// A phrase with 实现 or 占 in it is no noun phrase.
  private func holdsVerb(_ range: TextRange) -> Bool {
    let units = document.text.units
    return range.indices.contains { at in
      switch units[at] {
      case 0x5360, 0x4E86, 0x4E3A, 0x662F: true
      default: false
      }
    }
  }

  /// Whether a word like 行业 or 企业 ends at `end` with something before it.
  func isSectorHead(endingAt end: Int, from start: Int) -> Bool {
    guard
      let first = models.cues.wordEnds(
        at: end, from: start, in: document.text.units, of: .sector, longest: 3)
    else { return false }
    return first > start || end - first >= 3
  }

  /// Whether the phrase that ends at `end` is followed by a verb, an adverb or a bracket.
  private func isPhraseEnd(_ end: Int, before attribute: TextRange) -> Bool {
    guard end < attribute.start else { return false }
    let units = document.text.units
    if units[end] == 0x28 || units[end] == 0x6BCF { return true }
    guard
      let verb = models.cues.longest(at: end, limit: attribute.end, in: units, of: [.verb, .tense])
    else { return false }
    return tokens.parts(at: end, and: verb.end)
  }

  private func sectorFiller(_ range: TextRange) -> Filler {
    var range = range
    let units = document.text.units
    while range.count > 2 {
      // 在2015年|机床工具行业: neither a preposition nor a time is part of it.
      if let index = map.clause(at: range.lowerBound),
        let time = map.clauses[index].times.first(where: {
          document.times[$0].range.lowerBound == range.lowerBound
        }), document.times[time].range.upperBound < range.upperBound
      {
        range.lowerBound = document.times[time].range.upperBound
        continue
      }
      guard
        let front = models.cues.longest(
          at: range.start, limit: range.end, in: units,
          of: [.front, .connective, .locative, .timePreposition]), front.end < range.end
      else { break }
      range.lowerBound = Int32(truncatingIfNeeded: front.end)
    }
    return Filler(text: document.text.string(range), range: range)
  }
}
