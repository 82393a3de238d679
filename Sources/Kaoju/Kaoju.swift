public import KaojuModels
public import KaojuVocabulary

/// Reads Chinese news and gives back exact, explained facts.
///
/// ```swift
/// let kaoju = try Kaoju()
/// let document = kaoju.read("2024年,全市新能源汽车产量达25.3万辆,同比增长12.5%。")
/// for fact in document.facts { print(fact.claim.kind, fact.claim.value?.value.amount ?? "") }
/// // measurement 253000
/// // growth 0.125
/// ```
/// A value is immutable and may be shared by any number of threads: the same text gives the same
/// document on each of them.
public struct Kaoju: Sendable {
  /// What a user may set.
  public struct Options: Sendable, Hashable {
    /// How Chinese text is cut into words.
    public enum Segmenter: String, Sendable, Hashable, CaseIterable {
      /// The lattice over dictionary, registers and the user's words.
      case lattice
      /// ICU's dictionary alone, for comparison.
      case icu
    }

    /// How Chinese text is cut into words.
    public var segmenter: Segmenter
    /// The ISO 4217 code that a bare 元 means; a stated policy, never a guess.
    public var currency: String
    /// The path of the user's own words and names, which always win.
    public var lexicon: String?

    /// Makes options.
    public init(
      segmenter: Segmenter = .lattice, currency: String = "CNY", lexicon: String? = nil
    ) {
      self.segmenter = segmenter
      self.currency = currency
      self.lexicon = lexicon
    }
  }

  package let pipeline: Pipeline

  /// Loads the models.
  ///
  /// - Parameters:
  ///   - models: The folder of models; found as ``KaojuModels/ModelFolder/locate()`` says when left
  ///     out.
  ///   - options: What the user sets.
  /// - Throws: ``KaojuModels/ModelError`` with every fault of every model file.
  public init(models: ModelFolder? = nil, options: Options = Options()) throws(ModelError) {
    let folder = if let models { models } else { try ModelFolder.locate() }
    pipeline = try Pipeline(models: folder, options: options)
  }

  /// Reads one article.
  ///
  /// Text never fails: what cannot be read leaves a diagnostic in the document.
  ///
  /// - Parameters:
  ///   - text: The article.
  ///   - source: Where it came from.
  ///   - title: Its headline, where it is known apart from the text.
  ///   - published: When it was published; relative times are resolved against it.
  /// - Complexity: linear in the text.
  public func read(
    _ text: String, source: String = "", title: String? = nil, published: Moment? = nil
  ) -> Document {
    pipeline.read(text, source: source, title: title, published: published)
  }
}
