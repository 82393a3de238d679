package import KaojuModels

/// What `models/archives` knows of pages and records: parts, labels, field names, agencies.
package struct PageWords: Sendable {
  /// What an element of a page is when it is no part of the article.
  package enum Part: String, Sendable {
    case furniture, paging, caption, heading, byline
  }

  /// A word that opens a line of a page.
  package struct Label: Sendable, Hashable {
    /// Where the value stands, or what becomes of the line.
    package enum Use: String, Sendable {
      case before, line, caption
    }
    /// The word.
    package var text: String
    /// The metadata that it names, or the sort of line.
    package var field: String
    /// What follows from it.
    package var use: Use
  }

  private var wholeParts: [String: Part] = [:]
  private var prefixParts: [(prefix: String, part: Part)] = []
  private(set) var labels: [Label] = []
  private var dataFields: [String: [String]] = [:]
  private var metaFields: [String: [String]] = [:]
  let agencies: [String]

  /// Reads the tables, collecting their faults.
  package init(models: ModelFolder, faults: inout [ModelFault]) {
    let parts = models.table(
      "archives/page-parts.tsv", required: ["word", "part"], faults: &faults)
    for row in parts?.rows ?? [] {
      guard let part = Part(rawValue: String(row["part"])) else {
        faults.append(
          ModelFault(
            file: "archives/page-parts.tsv", line: row.line,
            .malformed(
              what: "part", value: String(row["part"]),
              expected: "furniture, paging, caption, heading or byline")))
        continue
      }
      if row["word"].hasSuffix("*") {
        prefixParts.append((String(row["word"].dropLast()), part))
      } else {
        wholeParts[String(row["word"])] = part
      }
    }
    let labelTable = models.table(
      "archives/page-labels.tsv", required: ["label", "field", "where"], faults: &faults)
    for row in labelTable?.rows ?? [] {
      guard let use = Label.Use(rawValue: String(row["where"])) else {
        faults.append(
          ModelFault(
            file: "archives/page-labels.tsv", line: row.line,
            .malformed(
              what: "use", value: String(row["where"]), expected: "before, line or caption")))
        continue
      }
      labels.append(Label(text: String(row["label"]), field: String(row["field"]), use: use))
    }
    labels.sort { ($1.text.count, $0.text) < ($0.text.count, $1.text) }
    let fields = models.table(
      "archives/fields.tsv", required: ["field", "names", "where"], faults: &faults)
    for row in fields?.rows ?? [] {
      let names = row.list("names").map { $0.lowercased() }
      if row["where"] == "meta" {
        metaFields[String(row["field"])] = names
      } else {
        dataFields[String(row["field"])] = names
      }
    }
    let agencyTable = models.table(
      "archives/datelines.tsv", required: ["agency", "source"], faults: &faults)
    agencies = (agencyTable?.rows ?? []).map { String($0["agency"]) }
      .sorted { ($1.count, $0) < ($0.count, $1) }
  }

  /// The names that a field goes by in data (`text` → text, body, content, …).
  package func dataNames(_ field: String) -> [String] { dataFields[field] ?? [] }

  /// The names that a field goes by in a page's metadata.
  package func metaNames(_ field: String) -> [String] { metaFields[field] ?? [] }

  /// What an element with these classes is, when it is no part of the article.
  package func part(classes: some StringProtocol) -> Part? {
    for word in Self.words(of: classes) {
      if let part = wholeParts[word] { return part }
      if let hit = prefixParts.first(where: { word.hasPrefix($0.prefix) }) { return hit.part }
    }
    return nil
  }

  /// The label that a line opens with.
  package func label(of line: some StringProtocol) -> Label? {
    let trimmed = line.drop { $0.isWhitespace }
    for label in labels where trimmed.hasPrefix(label.text) {
      let rest = trimmed.dropFirst(label.text.count)
      switch label.use {
      case .before:
        if rest.first == ":" || rest.first == "：" { return label }
      case .caption: if trimmed.count < 60 { return label }
      case .line:
        guard trimmed.count < 60 else { continue }
        if rest.isEmpty || rest.first.map({ ":： 】]／/>)）　\t".contains($0) }) == true { return label }
        if label.field == "furniture", trimmed.count < 16,
          !trimmed.contains(where: { "，。！？,".contains($0) })
        {
          return label
        }
      }
    }
    return nil
  }

  /// Cuts a class attribute at marks and capitals: `main-topNav` → main, top, nav.
  private static func words(of classes: some StringProtocol) -> [String] {
    var words: [String] = []
    var word = ""
    var wasLower = false
    for character in classes {
      let isBreak = !character.isLetter || (character.isUppercase && wasLower)
      if isBreak, !word.isEmpty {
        words.append(word.lowercased())
        word = ""
      }
      if character.isLetter { word.append(character) }
      wasLower = character.isLowercase
    }
    if !word.isEmpty { words.append(word.lowercased()) }
    return words
  }
}
