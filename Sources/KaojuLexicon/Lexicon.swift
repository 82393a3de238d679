package import KaojuModels
import KaojuVocabulary

/// Finds every known word and name on the characters, the user's first, in one pass.
///
/// In 杭州高新区 it finds 杭州, 杭 and 州, 高新区, 高新 … as well as the register's zone 杭州高新区;
/// which of them the text means is for later rooms to say.
package struct Lexicon: Sendable {
  /// The compiled dictionaries and registers.
  package let bundle: ModelBundle
  /// The user's words.
  package let user: UserLexicon?

  /// Opens the dictionaries of a folder of models.
  ///
  /// - Parameters:
  ///   - models: The folder.
  ///   - user: The user's words.
  ///   - faults: Where the faults of tables are added.
  /// - Returns: `nil` when no dictionary could be made.
  package init?(models: ModelFolder, user: UserLexicon? = nil, faults: inout [ModelFault]) {
    guard let bundle = ModelBundle.open(models, faults: &faults) else { return nil }
    self.init(bundle: bundle, user: user)
  }

  /// Takes dictionaries that are open.
  package init(bundle: ModelBundle, user: UserLexicon? = nil) {
    self.bundle = bundle
    self.user = user
  }
}
