import KaojuModels
import KaojuVocabulary

/// Checks that a value is measured in what its attribute is measured in.
///
/// 出口额90万吨 is flagged `dimension`; 出口90万吨 is not, since exports are counted and weighed too.
struct DimensionCheck {
  let catalog: AttributeCatalog

  /// The flags of a claim.
  func flags(of claim: Claim) -> [String] {
    guard let attribute = claim.attribute else { return [] }
    switch claim.kind {
    case .measurement:
      guard let value = claim.value?.value else { return [] }
      return fits(value.dimension, attribute) ? [] : ["dimension"]
    case .change:
      let values = [claim.before?.value?.value, claim.after?.value?.value].compactMap(\.self)
      return values.allSatisfy { fits($0.dimension, attribute) } ? [] : ["dimension"]
    case .growth:
      guard let value = claim.value?.value else { return [] }
      return growthFlags(value.dimension, attribute)
    case .share:
      guard let value = claim.value?.value else { return [] }
      return value.dimension == .ratio || value.dimension == .multiple ? [] : ["dimension"]
    default: return []
    }
  }

  /// The dimensions that an attribute may have; `nil` when nothing is known of it.
  private func dimensions(of attribute: Filler) -> [DimensionID]? {
    if let id = attribute.attribute, let indicator = catalog.indicator(id) {
      return indicator.dimensions
    }
    let units = Array(attribute.text.utf16)
    return catalog.head(endingAt: units.count, from: 0, in: units)?.dimensions
  }

  private func fits(_ dimension: DimensionID, _ attribute: Filler) -> Bool {
    guard let known = dimensions(of: attribute) else { return true }
    if dimension == .number || dimension == .ordinal || known.contains(dimension) { return true }
    // 产值占比 and 产值 in percent are one word apart: a ratio of anything may be printed.
    return dimension == .ratio && !known.contains(.money)
  }

  /// A rate that grows by percent, or an amount that grows by points, is printed carelessly.
  private func growthFlags(_ dimension: DimensionID, _ attribute: Filler) -> [String] {
    guard let known = dimensions(of: attribute) else { return [] }
    if dimension == .ratio, known == [.ratio], attribute.attribute != nil { return ["percent"] }
    if dimension == .ratioDifference, known == [.money] { return ["points"] }
    return []
  }
}
