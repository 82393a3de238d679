import CICU
#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
package import Kaoju
package import KaojuModels
package import KaojuStores
package import KaojuVocabulary

extension RunDescription {
  /// Describes how texts are read with these models and options.
  package init(
    models: ModelFolder, options: Kaoju.Options, published: Moment?, version: String
  ) {
    var (major, minor): (Int32, Int32) = (0, 0)
    kaoju_icu_version(&major, &minor)
    var json = JSONWriter()
    json.object { json in
      json.key("segmenter")
      json.string(options.segmenter.rawValue)
      json.key("currency")
      json.string(options.currency)
      if let lexicon = options.lexicon {
        json.key("lexicon")
        json.string((try? Self.hash(ofFile: lexicon)) ?? "")
      }
      if let published {
        json.key("published")
        json.string(published.description)
      }
    }
    self.init(
      models: Self.hash(of: models), kaoju: version, icu: "\(major).\(minor)",
      options: String(decoding: json.bytes, as: UTF8.self))
  }

  /// SHA-256 over the names and contents of all model files but the compiled ones.
  private static func hash(of models: ModelFolder) -> String {
    let files = (try? FileManager.default.subpathsOfDirectory(atPath: models.path)) ?? []
    var hash = SHA256()
    for file in files.sorted() where !file.hasPrefix("compiled") {
      guard file.hasSuffix(".tsv") || file.hasSuffix(".yaml"), !file.contains(".examples."),
        let data = FileManager.default.contents(atPath: models.path + "/" + file)
      else { continue }
      hash.update(Array(file.utf8).span)
      hash.update(Array(data).span)
    }
    return hash.finish()
  }

  private static func hash(ofFile path: String) throws -> String {
    SHA256.hexadecimal(of: FileManager.default.contents(atPath: path) ?? Data())
  }
}

extension Moment {
  /// The time of day in UTC.
  package static var now: Moment {
    let seconds = Int(Date().timeIntervalSince1970)
    let days = seconds / 86400
    var year = 1970 + days * 400 / 146_097
    while daysBefore(year) > days { year -= 1 }
    while daysBefore(year + 1) <= days { year += 1 }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    var day = days - daysBefore(year)
    var month = 1
    for length in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
      if day < length { break }
      day -= length
      month += 1
    }
    let clock = seconds % 86400
    return Moment(
      year: year, month: month, day: day + 1, hour: clock / 3600, minute: clock / 60 % 60,
      second: clock % 60)
  }

  /// The days from 1970-01-01 to the first day of a year.
  private static func daysBefore(_ year: Int) -> Int {
    let past = year - 1
    return 365 * (year - 1970) + past / 4 - past / 100 + past / 400 - 477
  }
}
