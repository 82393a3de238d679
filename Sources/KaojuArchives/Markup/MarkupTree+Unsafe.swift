import CXML2

extension MarkupTree {
  private static let attributeNames: Set<String> = [
    "class", "id", "style", "name", "property", "content", "itemprop", "datetime", "type",
    "http-equiv", "charset", "hidden", "role", "pubdate", "href", "idref", "full-path",
  ]

  /// Parses a page; `nil` when there is nothing in it.
  ///
  /// - Parameter page: The page in UTF-8, whatever charset it names.
  init?(html page: String) {
    var page = page
    // SAFETY: libxml2 reads the bytes inside the closure; the tree is copied before it is freed.
    let document = page.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        kaoju_html_read(bytes.baseAddress, Int32(clamping: bytes.count))
      }
    }
    guard let document else { return nil }
    defer { xmlFreeDoc(document) }
    guard let root = xmlDocGetRootElement(document) else { return nil }
    take(root)
  }

  /// Copies a subtree without recursion, so that no nesting is too deep.
  private mutating func take(_ root: xmlNodePtr) {
    var next: xmlNodePtr? = root
    var open: [Int] = []
    while let node = next {
      var holds: xmlNodePtr?
      switch node.pointee.type {
      case XML_ELEMENT_NODE:
        open.append(nodes.count)
        nodes.append(
          Node(
            name: Self.string(node.pointee.name).lowercased(), text: "",
            attributes: Self.attributes(of: node), parent: open.dropLast().last ?? -1, end: 0))
        holds = node.pointee.children
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        nodes.append(
          Node(
            name: "", text: Self.string(node.pointee.content), attributes: [:],
            parent: open.last ?? -1, end: nodes.count + 1))
      default: break
      }
      if let holds {
        next = holds
        continue
      }
      var leaving: xmlNodePtr? = node
      next = nil
      while let current = leaving {
        if current.pointee.type == XML_ELEMENT_NODE, let index = open.popLast() {
          nodes[index].end = nodes.count
        }
        if current == root { break }
        if let sibling = current.pointee.next {
          next = sibling
          break
        }
        leaving = current.pointee.parent
      }
    }
  }

  private static func attributes(of node: xmlNodePtr) -> [String: String] {
    var found: [String: String] = [:]
    var attribute = node.pointee.properties
    while let current = attribute {
      let name = string(current.pointee.name).lowercased()
      if attributeNames.contains(name) {
        found[name] = current.pointee.children.map { string($0.pointee.content) } ?? ""
      }
      attribute = current.pointee.next
    }
    return found
  }

  private static func string(_ bytes: UnsafePointer<xmlChar>?) -> String {
    bytes.map { String(cString: $0) } ?? ""
  }

  private static func string(_ bytes: UnsafeMutablePointer<xmlChar>?) -> String {
    bytes.map { String(cString: $0) } ?? ""
  }
}
