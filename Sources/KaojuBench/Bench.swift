import Kaoju
import KaojuArchives
import KaojuModels
import KaojuVocabulary

/// Measures the pipeline beside bare ICU word breaking of the same texts, in the same process.
struct Bench {
  let pipeline: Pipeline
  let yardstick: WordBreakYardstick

  /// Speeds of one input in megabytes of UTF-8 a second.
  struct Figures {
    var name: String
    var bytes: Int
    var pipeline: Double
    var wordBreaking: Double
    /// Seconds in each room.
    var rooms: [(room: Pipeline.Room, seconds: Double)]
    var facts: Int

    /// The pipeline's speed as a multiple of word breaking's.
    var ratio: Double { pipeline / wordBreaking }
  }

  /// Measures an input: the yardstick and the pipeline in turn, three times, the best of each.
  func measure(_ input: BenchInput) -> Figures {
    let clock = ContinuousClock()
    var breaking = Double.infinity
    var reading = Double.infinity
    var rooms: [Pipeline.Room: Double] = [:]
    var facts = 0
    for _ in 0..<3 {
      let broken = clock.measure {
        for article in input.articles { _ = yardstick.boundaries(in: article.text) }
      }
      breaking = min(breaking, broken.seconds)
      facts = 0
      let read = clock.measure {
        for article in input.articles {
          facts +=
            pipeline.read(
              article.text, source: article.source, title: article.title,
              published: article.published
            ).facts.count
        }
      }
      reading = min(reading, read.seconds)
    }
    for article in input.articles {
      var last = clock.now
      _ = pipeline.read(
        article.text, source: article.source, title: article.title, published: article.published
      ) { room, _ in
        let now = clock.now
        rooms[room, default: 0] += (now - last).seconds
        last = now
      }
    }
    let megabytes = Double(input.bytes) / 1e6
    return Figures(
      name: input.name, bytes: input.bytes, pipeline: megabytes / reading,
      wordBreaking: megabytes / breaking,
      rooms: Pipeline.Room.allCases.map { ($0, rooms[$0, default: 0]) }, facts: facts)
  }
}

extension Duration {
  /// The duration in seconds.
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
