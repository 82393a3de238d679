import KaojuModels
import KaojuText

extension LayoutCues {
  /// Reads `lexicon/layout.tsv`.
  init(models: ModelFolder, faults: inout [ModelFault]) {
    let file = "lexicon/layout.tsv"
    var words: [String: [String]] = ["opener": [], "closer": [], "byline": []]
    let table = models.table(
      file, required: ["part", "surface"], optional: ["example"], faults: &faults)
    table?.requireCells(["part", "surface"], faults: &faults)
    for row in table?.rows ?? [] {
      let part = String(row["part"])
      guard words[part] != nil else {
        faults.append(
          ModelFault(
            file: file, line: row.line, column: row.position(of: "part"),
            .undefined(
              what: "part of a page", name: part,
              suggestion: Suggestion.nearest(to: part, among: words.keys.sorted()))))
        continue
      }
      words[part]?.append(String(row["surface"]))
    }
    self.init(
      openers: words["opener"] ?? [], closers: words["closer"] ?? [],
      bylines: words["byline"] ?? [])
  }
}
