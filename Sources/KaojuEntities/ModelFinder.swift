import KaojuVocabulary

/// Finds products by the code of their model behind a known name: 小鹏|G9, 麒麟|9000S芯片, 昇腾|910芯片.
///
/// A code holds a letter and a digit; digits alone are one only before what the product is. 华为5G and
/// 国航CA1501航班 are none.
struct ModelFinder: Sendable {
  static let code: RuleID = "model/code"
  /// The longest code in code units.
  private static let longest = 8

  let rules: NameRules

  /// Adds a candidate for every code that stands right behind a firm's or product's name.
  func find(in chart: inout Chart) {
    for word in chart.words.indices.dropFirst() {
      let item = chart.words[word]
      guard item.shape != .han, item.shape != .punctuation, !item.hasGapBefore,
        item.count <= Self.longest, let brand = brand(endingBefore: word, in: chart),
        isCode(word, in: chart), !isCarrier(brand, in: chart)
      else { continue }
      chart.candidates.append(
        Candidate(
          range: chart.range(brand.words.lowerBound..<word + 1), kind: .product, rule: Self.code,
          trust: .context, hasShortForms: false))
    }
  }

  /// The firm or product, clear or not, whose name ends right before a word.
  private func brand(endingBefore word: Int, in chart: Chart) -> Chart.KnownName? {
    for first in (max(0, word - 4)..<word).reversed() {
      let found = chart.names(at: first).first {
        $0.words.upperBound == word && ($0.kind == .product || $0.kind == .firm)
      }
      if let found { return found }
    }
    return nil
  }

  /// Whether a name is an airline's, behind which a code is a flight: 马航|MH370.
  private func isCarrier(_ brand: Chart.KnownName, in chart: Chart) -> Bool {
    brand.words.contains { chart.words[$0].classes.contains(.voyage) }
      || rules.classes(of: chart.units[chart.range(brand.words).indices]).contains(.voyage)
  }

  /// Whether a word is a model's code: letters with digits, or digits before what the product is.
  private func isCode(_ word: Int, in chart: Chart) -> Bool {
    let units = chart.units(of: word)
    var letters = 0
    var digits = 0
    for unit in units {
      switch unit {
      case 0x30...0x39: digits += 1
      case 0x41...0x5A, 0x61...0x7A: letters += 1
      case 0x2D: break
      default: return false
      }
    }
    guard digits > 0, let first = units.first, let last = units.last else { return false }
    let next = word + 1 < chart.words.count && !chart.words[word + 1].hasGapBefore ? word + 1 : nil
    let isProduct = next.map { chart.words[$0].classes.contains(.model) } ?? false
    if letters == 0 { return isProduct && digits >= 2 && chart.words[word].tag != .time }
    // 5G, 4K, 3D, 20W: what a digit and one letter behind it measure.
    if letters == 1, (0x30...0x39).contains(first), !(0x30...0x39).contains(last) {
      return isProduct && digits >= 3
    }
    return next.map { chart.words[$0].classes.isDisjoint(with: [.voyage]) } ?? true
  }
}
