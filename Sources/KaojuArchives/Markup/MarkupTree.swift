/// A page or XML fragment as plain values, in document order.
struct MarkupTree: Sendable {
  /// An element, or a run of text.
  struct Node: Sendable {
    /// The element's name in lower case; empty for text.
    var name: String
    /// The text of a run; empty for elements.
    var text: String
    /// The attributes that reading a page needs.
    var attributes: [String: String]
    /// The index of the element around it; -1 for the root.
    var parent: Int
    /// One past the last node inside it.
    var end: Int

    /// Whether it is a run of text.
    var isText: Bool { name.isEmpty }
  }

  /// The nodes, each before what it holds.
  var nodes: [Node] = []

  /// The text of everything inside a node, as it stands.
  func text(of index: Int) -> String {
    if nodes[index].isText { return nodes[index].text }
    return nodes[index..<nodes[index].end].reduce(into: "") { $0 += $1.text }
  }

  /// The nodes inside a node that satisfy a condition, in order.
  func indices(in index: Int, where condition: (Node) -> Bool) -> [Int] {
    guard nodes.indices.contains(index) else { return [] }
    return ((index + 1)..<nodes[index].end).filter { condition(nodes[$0]) }
  }

  /// The first element of a name.
  func first(_ name: String) -> Int? { nodes.firstIndex { $0.name == name } }
}
