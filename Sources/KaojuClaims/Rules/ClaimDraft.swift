package import KaojuVocabulary

/// A claim as its rule left it: the slots that its own words fill, before discourse fills the rest.
///
/// 同比增长9.1% leaves a draft with a value and a basis, that continues the frame of the claim before
/// it; 分别增长11.8%、11.5% leaves two that wait for a list of two.
package struct ClaimDraft: Hashable, Sendable {
  /// What the rule bound.
  package var claim: Claim
  /// The value, or the trigger where there is no value.
  package var anchor: TextRange
  /// Its place in a list of claims that one match made, from 0.
  package var round = 0
  /// How many claims the match made.
  package var rounds = 1
  /// Whether what it lacks stands in the frame of the claim before it.
  package var continues = false
  /// Whether its attribute or subject is the ``round``-th item of the nearest earlier list of
  /// ``rounds`` items.
  package var awaitsList = false
  /// Whether its time is that of its own clause or none, as with events and ranks.
  package var staysInSentence = false
  /// Whether a subject that its own words do not name is left out (3日举行的大会).
  package var standsAlone = false

  /// Makes a draft.
  package init(claim: Claim, anchor: TextRange) {
    self.claim = claim
    self.anchor = anchor
  }
}
