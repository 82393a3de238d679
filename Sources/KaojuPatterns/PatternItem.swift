package import KaojuVocabulary

/// One item of a sentence as rules see it: a token, or a quantity, time or mention kept whole.
///
/// 西安高新区|占|陕西省|的|89.3%|, is six items, of which the first and third are mentions and the
/// fifth is a quantity.
@frozen
package struct PatternItem: Hashable, Sendable {
  /// Where it stands.
  package var range: TextRange
  /// The tag of its token, or of what was kept whole.
  package var tag: PartOfSpeech
  /// The index of its first token in the document.
  package var token: Int32
  /// The index of its quantity in the document, or -1.
  package var quantity: Int32 = -1
  /// The index of its time in the document, or -1; a length of time may be a quantity as well.
  package var time: Int32 = -1
  /// The index of its mention in the document, or -1.
  package var mention: Int32 = -1
  /// The clause of the sentence that it stands in, from 0; a clause mark closes its own clause.
  package var clause: Int32 = 0
  /// What it parts or joins.
  package var mark: Mark = .none

  /// What a punctuation mark does to the items around it.
  @frozen
  package enum Mark: UInt8, Sendable, Hashable {
    /// No punctuation, or one that parts nothing.
    case none
    /// `,` `;` `:` 。 `!` `?` … — ends a clause.
    case clause
    /// 、 parts the items of a list.
    case list
    /// `(` or 【 opens a bracket.
    case open
    /// `)` or 】 closes it.
    case close
    /// “ ‘ 《 「 or ” ’ 》 」.
    case quote

    /// What a code unit parts or joins where an item begins with it.
    init(of unit: UInt16) {
      switch unit {
      case 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x3002, 0x2026, 0x0A: self = .clause
      case 0x3001: self = .list
      case 0x28, 0x3010: self = .open
      case 0x29, 0x3011: self = .close
      case 0x201C, 0x201D, 0x2018, 0x2019, 0x300A, 0x300B, 0x300C, 0x300D: self = .quote
      default: self = .none
      }
    }
  }

  /// Makes an item that is a plain token.
  package init(range: TextRange, tag: PartOfSpeech, token: Int32) {
    self.range = range
    self.tag = tag
    self.token = token
  }

  /// Whether a quantity, time or mention was kept whole here.
  package var isWhole: Bool { quantity >= 0 || time >= 0 || mention >= 0 }
}
