import KaojuText

/// Rows under headings, aligned as terminals show Chinese.
struct PlainTable {
  /// The headings.
  var headings: [String]
  /// The rows, each with a cell for every heading.
  var rows: [[String]]
  /// The widest that a column may be.
  var limit = 40

  /// The table, each line with its end.
  var text: String {
    let widths = headings.indices.map { column in
      let widest = rows.map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0
      return min(limit, max(widest, DisplayWidth.columns(of: headings[column])))
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    return ([line(headings, widths), rule] + rows.map { line($0, widths) })
      .map { $0 + "\n" }.joined()
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var text = zip(cells, widths)
      .map { DisplayWidth.pad(DisplayWidth.cut($0, to: $1), to: $1) }.joined(separator: "  ")
    while text.last == " " { text.removeLast() }
    return text
  }
}
