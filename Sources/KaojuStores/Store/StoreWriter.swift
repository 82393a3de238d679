package import KaojuVocabulary

/// Writes what a batch reads, in portions that are in the store wholly or not at all.
///
/// The rows and their numbers depend on what is handed over and its order alone, never on where one
/// portion ends: a batch that was killed and goes on gives the same store as one that was not.
package final class StoreWriter {
  /// What was written by this writer.
  package internal(set) var counts = StoreCounts()
  /// How many items are written together.
  package var portionLimit = 1024
  /// The number of the run.
  package let run: Int
  /// What earlier calls have read, by path.
  package let manifest: [String: ManifestEntry]
  /// Whether files that an earlier run has read are read again.
  package let refreshes: Bool

  let store: Store
  var items: [StoreItem] = []
  var portion = StorePortion()
  var input: OpenInput?
  var entityNumbers: [String: Int] = [:]
  private var itemSize = 0
  private let session: Int

  /// A file that is being read.
  struct OpenInput {
    var number: Int
    var path: String
    var hash: String
    var size: Int
    var items = 0
    var documents = 0
    var duplicates = 0
    var passedOver = 0
    var faults = 0
    var isNew: Bool
    var isDone = false
  }

  /// Begins or goes on with a run.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - description: What decides how texts are read.
  ///   - refreshes: Whether files that an earlier run has read are read again.
  ///   - now: The time of day, for the list of sessions.
  /// - Throws: ``StoreError``; `locked` when another batch is writing.
  package init(
    _ store: Store, _ description: RunDescription, refreshes: Bool, now: Moment
  ) throws {
    self.store = store
    self.refreshes = refreshes
    let connection = store.connection
    try connection.lock()
    let known = try connection.query(
      "SELECT run FROM runs WHERE models = ?1 AND kaoju = ?2 AND icu = ?3 AND options = ?4"
        + " ORDER BY run DESC", description.cells)
    let last = try store.next("run", of: "runs") - 1
    var manifest: [String: ManifestEntry] = [:]
    for row in try connection.query(
      "SELECT path, input, run, hash, state, items FROM inputs ORDER BY input", [])
    {
      manifest[row[0].string ?? ""] = ManifestEntry(
        input: row[1].integer ?? 0, run: row[2].integer ?? 0, hash: row[3].string ?? "",
        isDone: row[4].string == "done", items: row[5].integer ?? 0)
    }
    self.manifest = manifest
    let goesOn = known.first?.first?.integer == last
    run = goesOn ? last : last + 1
    session = try store.next("session", of: "sessions")
    let (run, session) = (run, session)
    try connection.transaction { () throws(StoreError) in
      if goesOn {
        try connection.execute("UPDATE runs SET state = 'open' WHERE run = ?1", [SQLValue(run)])
      } else {
        try connection.insert(
          into: "runs", columns: ["run", "models", "kaoju", "icu", "options", "state"],
          rows: [[SQLValue(run)] + description.cells + [.text("open")]])
      }
      try connection.insert(
        into: "sessions", columns: ["session", "run", "started", "documents", "faults"],
        rows: [[SQLValue(session), SQLValue(run), SQLValue(now), .integer(0), .integer(0)]])
    }
    portion.numbers = try StorePortion.Numbers(store)
  }

  /// What is to be done with a file: how many of its items to pass over, or `nil` when it is done.
  ///
  /// What comes from standard input (`-`) has no name to be known by, and is read always.
  package func itemsDone(path: String, hash: String) -> Int? {
    guard path != "-", let entry = manifest[path], entry.hash == hash else { return 0 }
    if entry.isDone { return refreshes && entry.run != run ? 0 : nil }
    return entry.run == run ? entry.items : 0
  }

  /// Whether a file was read by another run, with other models, options or version.
  package func isStale(path: String) -> Bool { manifest[path].map { $0.run != run } ?? false }

  /// Takes what was read; writes when there is enough for a portion.
  package func add(_ item: StoreItem) throws {
    items.append(item)
    if case .document(let rows) = item { itemSize += rows.size }
    if items.count >= portionLimit || itemSize >= 2 << 20 { try flush() }
  }

  /// Writes what was taken.
  package func flush() throws {
    guard !items.isEmpty else { return }
    try store.connection.transaction { () throws(StoreError) in try writePortion() }
    items.removeAll(keepingCapacity: true)
    itemSize = 0
  }

  /// Ends the run.
  package func finish(now: Moment) throws {
    try flush()
    let connection = store.connection
    let (run, session, counts) = (run, session, counts)
    try connection.transaction { () throws(StoreError) in
      try connection.execute("UPDATE runs SET state = 'done' WHERE run = ?1", [SQLValue(run)])
      try connection.execute(
        "UPDATE sessions SET ended = ?1, documents = ?2, faults = ?3 WHERE session = ?4",
        [
          SQLValue(now), SQLValue(counts.documents), SQLValue(counts.faults), SQLValue(session),
        ])
    }
  }
}
