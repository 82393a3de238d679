extension StoreWriter {
  /// How many entities' numbers are remembered, so that memory is bounded.
  private static let remembered = 200_000
  /// From which likeness on, in percent, a text is a reprint.
  private static let reprintLikeness = 70

  /// Writes the items that were taken; inside a transaction.
  func writePortion() throws(StoreError) {
    let before = (counts, portion.numbers, input)
    do {
      try lookUp()
      var inputs: [OpenInput] = []
      for item in items { try write(item, closed: &inputs) }
      if let input { inputs.append(input) }
      try writeInputs(inputs)
      try portion.write(to: store.connection)
      input?.isNew = false
    } catch {
      (counts, portion.numbers, input) = before
      portion.clear()
      entityNumbers.removeAll()
      throw error
    }
  }

  /// Asks the store in a few queries for all that the portion needs to know.
  private func lookUp() throws(StoreError) {
    var documents: [SQLValue] = []
    var bands: [SQLValue] = []
    var entities: Set<String> = []
    for case .document(let rows) in items {
      documents.append(.text(rows.id))
      bands += rows.signature?.bands.map { .integer($0) } ?? []
      for entity in rows.entities where entityNumbers[entity.id] == nil {
        entities.insert(entity.id)
      }
    }
    let known = try store.query(
      "SELECT id, document, run FROM documents WHERE id IN (??)", among: documents)
    for row in known {
      portion.known[row[0].string ?? ""] = StorePortion.KnownDocument(
        number: row[1].integer ?? 0, run: row[2].integer ?? 0)
    }
    if entityNumbers.count > Self.remembered {
      entityNumbers.removeAll()
      for case .document(let rows) in items { entities.formUnion(rows.entities.map(\.id)) }
    }
    let numbered = try store.query(
      "SELECT id, entity FROM entities WHERE id IN (??)",
      among: entities.sorted().map { .text($0) })
    for row in numbered { entityNumbers[row[0].string ?? ""] = row[1].integer }
    let heads = try store.query(
      "SELECT b.band, b.document, d.signature FROM reprint_bands b"
        + " JOIN documents d ON d.document = b.document WHERE b.band IN (??)"
        + " ORDER BY b.document DESC", among: bands)
    for row in heads {
      guard let band = row[0].integer, let number = row[1].integer,
        let signature = Signature(hexadecimal: row[2].string ?? "")
      else { continue }
      portion.heads[Int64(band)] = StorePortion.Head(number: number, signature: signature)
    }
  }

  private func write(_ item: StoreItem, closed: inout [OpenInput]) throws(StoreError) {
    if item.isCounted { input?.items += 1 }
    switch item {
    case .begin(let path, let hash, let size): begin(path, hash, size)
    case .end:
      input?.isDone = true
      if let input { closed.append(input) }
      input = nil
    case .passedOver:
      input?.passedOver += 1
      counts.passedOver += 1
    case .fault(let location, let code, let message):
      portion.add(
        .faults,
        [
          SQLValue(input?.number ?? 0), SQLValue(input?.items ?? 0), .text(location),
          .text(code), .text(message),
        ])
      input?.faults += 1
      counts.faults += 1
    case .document(let rows): try write(rows)
    }
  }

  private func begin(_ path: String, _ hash: String, _ size: Int) {
    if path != "-", let entry = manifest[path], entry.hash == hash, entry.run == run,
      !entry.isDone
    {
      input = OpenInput(
        number: entry.input, path: path, hash: hash, size: size, items: entry.items, isNew: false)
    } else {
      input = OpenInput(
        number: portion.numbers.input, path: path, hash: hash, size: size, isNew: true)
      portion.numbers.input += 1
    }
  }

  private func writeInputs(_ inputs: [OpenInput]) throws(StoreError) {
    let connection = store.connection
    let created = inputs.filter(\.isNew)
    try connection.insert(
      into: "inputs",
      columns: [
        "input", "run", "path", "hash", "size", "state", "items", "documents", "duplicates",
        "passed_over", "faults",
      ],
      rows: created.map { input in
        [
          SQLValue(input.number), SQLValue(run), .text(input.path), .text(input.hash),
          SQLValue(input.size), .text(input.isDone ? "done" : "open"), SQLValue(input.items),
          SQLValue(input.documents), SQLValue(input.duplicates), SQLValue(input.passedOver),
          SQLValue(input.faults),
        ]
      })
    for input in inputs where !input.isNew {
      try connection.execute(
        "UPDATE inputs SET state = ?1, items = ?2, documents = documents + ?3,"
          + " duplicates = duplicates + ?4, passed_over = passed_over + ?5, faults = faults + ?6"
          + " WHERE input = ?7",
        [
          .text(input.isDone ? "done" : "open"), SQLValue(input.items),
          SQLValue(input.documents), SQLValue(input.duplicates), SQLValue(input.passedOver),
          SQLValue(input.faults), SQLValue(input.number),
        ])
    }
    // What follows in the next portion is added to what this one has written.
    input?.documents = 0
    input?.duplicates = 0
    input?.passedOver = 0
    input?.faults = 0
  }

  // MARK: Documents

  private func write(_ rows: DocumentRows) throws(StoreError) {
    if let known = portion.known[rows.id] {
      addSource(rows, document: known.number)
      guard known.run != run else {
        input?.duplicates += 1
        counts.duplicates += 1
        return
      }
      portion.known[rows.id]?.run = run
      return try replace(rows, document: known.number)
    }
    let number = portion.numbers.document
    portion.numbers.document += 1
    portion.known[rows.id] = StorePortion.KnownDocument(number: number, run: run)
    input?.documents += 1
    counts.documents += 1
    let cluster = cluster(of: rows, document: number)
    if cluster == number, let signature = rows.signature {
      var bands = RowBytes()
      for band in Set(signature.bands).sorted() {
        bands.add(band)
        bands.add(.document)
      }
      portion.add(.reprintBands, RowBlock(rows: bands, document: Int64(number)))
    }
    addSource(rows, document: number)
    var block = RowBlock(
      rows: rows.header, document: Int64(number), cluster: Int64(cluster), run: Int64(run))
    portion.add(.documents, block)
    block.facts = rows.facts.map { _ in nextFact() }
    addLayers(rows, block)
  }

  private func addSource(_ rows: DocumentRows, document: Int) {
    portion.add(
      .sources,
      [
        SQLValue(document), SQLValue(input?.number ?? 0), SQLValue(input?.items ?? 0),
        .text(rows.source), .text(rows.origin.location),
      ])
  }

  /// The earliest document that this one is a reprint of, or itself.
  private func cluster(of rows: DocumentRows, document: Int) -> Int {
    guard let signature = rows.signature else { return document }
    let bands = signature.bands
    let head = bands.compactMap { portion.heads[$0] }
      .filter { $0.signature.likeness(to: signature) >= Self.reprintLikeness }
      .min { $0.number < $1.number }
    if let head {
      counts.reprints += 1
      return head.number
    }
    for band in bands where portion.heads[band] == nil {
      portion.heads[band] = StorePortion.Head(number: document, signature: signature)
    }
    return document
  }

  /// Adds entities, mentions, quantities, times, diagnostics and facts.
  private func addLayers(_ rows: DocumentRows, _ block: RowBlock) {
    var block = block
    block.entities = rows.entities.map { Int64(number(of: $0)) }
    func add(_ table: StoreTable, _ rows: RowBytes) {
      block.rows = rows
      portion.add(table, block)
    }
    add(.mentions, rows.mentions)
    add(.quantities, rows.quantities)
    add(.times, rows.times)
    add(.diagnostics, rows.diagnostics)
    add(.facts, rows.factRows)
    add(.factSlots, rows.slots)
    add(.evidences, rows.evidences)
  }

  private func number(of entity: DocumentRows.Entity) -> Int {
    if let number = entityNumbers[entity.id] { return number }
    let number = portion.numbers.entity
    portion.numbers.entity += 1
    entityNumbers[entity.id] = number
    portion.add(
      .entities,
      [
        SQLValue(number), .text(entity.id), .text(entity.kind), .text(entity.name),
        .boolean(entity.isLinked),
      ])
    return number
  }

  private func nextFact() -> Int64 {
    defer { portion.numbers.fact += 1 }
    counts.facts += 1
    return Int64(portion.numbers.fact)
  }

  // MARK: Reading again

  /// Replaces what a document says: facts that no longer hold end with this run, and stay.
  private func replace(_ rows: DocumentRows, document: Int) throws(StoreError) {
    let connection = store.connection
    counts.replaced += 1
    for table in ["mentions", "quantities", "times", "diagnostics"] {
      try connection.execute(
        "DELETE FROM \(table) WHERE document = ?1", [SQLValue(document)])
    }
    try connection.execute(
      "UPDATE documents SET run = ?1 WHERE document = ?2", [SQLValue(run), SQLValue(document)])
    var held: [String: (number: Int, json: String)] = [:]
    for row in try connection.query(
      "SELECT fact, id, json FROM facts WHERE document = ?1 AND valid_to_run IS NULL",
      [SQLValue(document)])
    {
      held[row[1].string ?? ""] = (row[0].integer ?? 0, row[2].string ?? "")
    }
    var block = RowBlock(rows: RowBytes(), document: Int64(document), run: Int64(run))
    for fact in rows.facts {
      let earlier = held.removeValue(forKey: fact.id)
      if earlier?.json == rows.json(of: fact) {
        block.facts.append(-1)
        continue
      }
      if let earlier {
        counts.changed += 1
        try retract(earlier.number)
      } else {
        counts.gained += 1
      }
      block.facts.append(nextFact())
    }
    addLayers(rows, block)
    counts.lost += held.count
    for number in held.values.map(\.number).sorted() { try retract(number) }
  }

  private func retract(_ fact: Int) throws(StoreError) {
    try store.connection.execute(
      "UPDATE facts SET valid_to_run = ?1 WHERE fact = ?2", [SQLValue(run), SQLValue(fact)])
  }
}
