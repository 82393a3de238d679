package import KaojuStores

/// What a batch has done.
package struct BatchReport: Sendable {
  /// What became of the documents.
  package var counts = StoreCounts()
  /// How many files were read.
  package var filesRead = 0
  /// How many files an earlier call had read.
  package var filesSkipped = 0
  /// How many of them it read with other models, options or version.
  package var filesStale = 0
  /// How many files there are.
  package var files = 0
  /// Bytes of the files that were read or skipped so far.
  package var bytesDone = 0
  /// Bytes of all files.
  package var bytes = 0
  /// Documents that were read, whether or not they are in the store yet.
  package var documentsSeen = 0
  /// Facts that were read, whether or not they are in the store yet.
  package var factsSeen = 0
  /// Bytes of text that were read, in UTF-8.
  package var textBytes = 0
  /// The faults, by code.
  package var faults: [String: Int] = [:]
  /// The first faults, as they are told to the user.
  package var examples: [String] = []
  /// How long it took.
  package var seconds = 0.0
  /// The number of the run.
  package var run = 0

  /// Text read per second, in millions of bytes.
  package var rate: Double { seconds > 0 ? Double(textBytes) / 1e6 / seconds : 0 }

  /// Nothing yet.
  package init() {}

  /// The report as one JSON object.
  package var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      func count(_ name: StaticString, _ value: Int) {
        json.key(name)
        json.integer(value)
      }
      count("run", run)
      count("files", files)
      count("files_read", filesRead)
      count("files_skipped", filesSkipped)
      count("files_stale", filesStale)
      count("bytes", bytes)
      count("text_bytes", textBytes)
      count("documents", counts.documents)
      count("duplicates", counts.duplicates)
      count("reprints", counts.reprints)
      count("replaced", counts.replaced)
      count("passed_over", counts.passedOver)
      count("facts", counts.facts)
      count("facts_gained", counts.gained)
      count("facts_lost", counts.lost)
      count("facts_changed", counts.changed)
      count("faults", counts.faults)
      count("milliseconds", Int(seconds * 1000))
      json.key("faults_by_code")
      json.array { json in
        for (code, number) in faults.sorted(by: { $0.key < $1.key }) {
          json.object { json in
            json.key("code")
            json.string(code)
            json.key("count")
            json.integer(number)
          }
        }
      }
      json.key("examples")
      json.array { json in for example in examples { json.string(example) } }
    }
    json.newline()
    return json.bytes
  }
}
