/// Finds the defined name that a misspelt one most likely means.
public enum Suggestion {
  /// The nearest of `names` to `name`, if at most half of it would have to change.
  ///
  /// `kilometer` among `kilometre`, `metre` is `kilometre`.
  /// - Complexity: the product of the lengths, for each name; for error messages only.
  public static func nearest(to name: String, among names: some Sequence<String>) -> String? {
    let limit = max(1, (name.count + 1) / 2)
    var best: (distance: Int, name: String)?
    for candidate in names {
      let distance = distance(Array(name), Array(candidate))
      if distance <= limit, (best.map { (distance, candidate) < ($0.distance, $0.name) } ?? true) {
        best = (distance, candidate)
      }
    }
    return best?.name
  }

  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var previous = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var current = [i + 1]
      for (j, y) in b.enumerated() {
        current.append(min(previous[j] + (x == y ? 0 : 1), previous[j + 1] + 1, current[j] + 1))
      }
      previous = current
    }
    return previous[b.count]
  }
}
