import CICU

/// How wide text stands on a terminal: two columns for Chinese characters, one for Latin letters.
///
/// - Source: UAX #11, East Asian Width; ambiguous characters count as wide, as Chinese terminals
///   show them, but for the dash and the ellipsis.
package enum DisplayWidth {
  /// The number of columns that a text takes.
  package static func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// The text cut to at most `limit` columns, with … where something was left out.
  package static func cut(_ text: String, to limit: Int) -> String {
    guard columns(of: text) > limit else { return text }
    var result = ""
    var width = 0
    for scalar in text.unicodeScalars {
      let next = columns(of: scalar)
      if width + next > limit - 1 { break }
      result.unicodeScalars.append(scalar)
      width += next
    }
    return result + "…"
  }

  /// The text filled up with blanks to `width` columns.
  package static func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - columns(of: text)))
  }

  private static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x20 || scalar.properties.generalCategory == .nonspacingMark { return 0 }
    if scalar.value < 0x1100 { return 1 }
    if scalar == "—" || scalar == "…" { return 1 }
    return kaoju_character_is_wide(scalar.value) != 0 ? 2 : 1
  }
}
