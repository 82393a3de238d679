public import KaojuVocabulary

/// A sentence with its answers marked inside: `〔新能源汽车年产量:attribute〕占〔陕西省:whole〕的…`.
///
/// No test counts offsets by hand: strip the marks and ask for the ranges by label.
public struct MarkedText: Sendable {
  /// The sentence without its marks.
  public let text: String
  /// The marked ranges in order, each with its label, in UTF-16 offsets of ``text``.
  public let marks: [(label: String, range: TextRange)]

  /// Strips the marks of a sentence.
  public init(_ marked: String) {
    var plain: [UInt16] = []
    var marks: [(String, TextRange)] = []
    var starts: [Int] = []
    var label: [UInt16]?
    for character in marked {
      switch character {
      case "〔": starts.append(plain.count)
      case ":" where !starts.isEmpty && label == nil: label = []
      case "〕":
        if let start = starts.popLast() {
          marks.append(
            (String(decoding: label ?? [], as: UTF16.self), TextRange(start, plain.count)))
        }
        label = nil
      default:
        if label != nil {
          label?.append(contentsOf: character.utf16)
        } else {
          plain.append(contentsOf: character.utf16)
        }
      }
    }
    self.text = String(decoding: plain, as: UTF16.self)
    self.marks = marks
  }

  /// The ranges under a label.
  public func ranges(_ label: String) -> [TextRange] {
    marks.filter { $0.label == label }.map(\.range)
  }
}
