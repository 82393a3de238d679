/// Finds the longest known surface at a place of the text.
///
/// With 今年 and 今年以来 in the table, 今年以来 at offset 0 gives the second and its end.
struct TermTrie<Payload: Sendable>: Sendable {
  private var edges: [UInt64: Int32] = [:]
  private var payloads: [Int32: Payload] = [:]
  private var nodes: Int32 = 1

  /// Adds a surface; a surface that is there already keeps its first payload.
  ///
  /// - Returns: Whether the surface is new.
  @discardableResult
  mutating func insert(_ surface: some StringProtocol, _ payload: Payload) -> Bool {
    var node: Int32 = 0
    for unit in surface.utf16 {
      let key = Self.key(node, unit)
      if let next = edges[key] {
        node = next
      } else {
        edges[key] = nodes
        node = nodes
        nodes += 1
      }
    }
    guard payloads[node] == nil else { return false }
    payloads[node] = payload
    return true
  }

  /// The longest surface that starts at `start`.
  func longest(in units: [UInt16], at start: Int) -> (payload: Payload, end: Int)? {
    guard start >= 0 else { return nil }
    var best: (Payload, Int)?
    var node: Int32 = 0
    var position = start
    while position < units.count, let next = edges[Self.key(node, units[position])] {
      node = next
      position += 1
      if let payload = payloads[node] { best = (payload, position) }
    }
    return best
  }

  /// Every surface that starts at `start`, the shorter first.
  func all(in units: [UInt16], at start: Int) -> [(payload: Payload, end: Int)] {
    guard start >= 0 else { return [] }
    var found: [(Payload, Int)] = []
    var node: Int32 = 0
    var position = start
    while position < units.count, let next = edges[Self.key(node, units[position])] {
      node = next
      position += 1
      if let payload = payloads[node] { found.append((payload, position)) }
    }
    return found
  }

  /// The first code units of all surfaces.
  var firstUnits: [UInt16] {
    edges.keys.filter { $0 >> 16 == 0 }.map { UInt16(truncatingIfNeeded: $0) }
  }

  private static func key(_ node: Int32, _ unit: UInt16) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 16 | UInt64(unit)
  }
}
