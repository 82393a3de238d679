public import KaojuVocabulary

/// A document of one passage whose mentions, times and values are marked inside the text.
///
/// `〔2024年:time=2024〕,〔临江高新区:zone〕〔产值:attribute〕达〔90亿元:value〕` has a time, a mention and a
/// quantity; other labels are only ``ranges(_:)``.
public struct MarkedDocument: Sendable {
  /// The document with its layers filled.
  public private(set) var document: Document
  private let marked: MarkedText

  /// Lays out a marked passage; each paragraph is a line.
  public init(_ passage: String) {
    marked = MarkedText(passage)
    document = Document(
      id: "sha256:0", published: Moment(year: 2025, month: 2, day: 1),
      text: CanonicalText(marked.text), length: marked.text.unicodeScalars.count)
    GoldDocument.layOut(&document)
    for mark in marked.marks { add(mark.label, mark.range) }
    document.mentions.sort { $0.range < $1.range }
    document.times.sort { $0.range < $1.range }
    document.quantities.sort { $0.range < $1.range }
  }

  /// The places under a label.
  public func ranges(_ label: String) -> [TextRange] { marked.ranges(label) }

  private mutating func add(_ label: String, _ range: TextRange) {
    let parts = label.split(separator: "=", maxSplits: 1).map(String.init)
    switch parts[0] {
    case "time", "duration":
      document.times.append(
        TimeExpression(
          range: range, kind: parts[0] == "time" ? .date : .duration,
          timex: parts.count > 1 ? parts[1] : "", rule: "marked"))
    case "value", "growth", "tonnes":
      let dimension: DimensionID =
        switch parts[0] {
        case "growth": .ratio
        case "tonnes": "mass"
        default: .money
        }
      document.quantities.append(
        Quantity(
          range: range, value: QuantityValue(amount: .one, dimension: dimension), rule: "marked"))
    case "zone", "firm", "lab", "place", "government", "organization", "person", "product":
      let name = document.text.string(range)
      let entity =
        document.entities.firstIndex { $0.name == name } ?? document.entities.count
      if entity == document.entities.count {
        document.entities.append(
          Entity(
            id: EntityID("\(parts[0])/\(name)"), kind: EntityKind(parts[0]), name: name,
            isLinked: false))
      }
      document.mentions.append(
        Mention(
          range: range, kind: EntityKind(parts[0]), entity: Int32(entity), rule: "marked"))
    default: break
    }
  }
}
