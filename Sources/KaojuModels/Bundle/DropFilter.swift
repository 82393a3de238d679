/// Says which words of the general dictionary would swallow a name.
struct DropFilter {
  private let lists: WordLists
  private let names: Set<[UInt16]>
  private let suffixEnds: Set<UInt16>
  private let prefixStarts: Set<UInt16>

  /// Takes the lists, and the names that a word may go on with after a country's.
  init(lists: WordLists, names: Set<[UInt16]>) {
    self.lists = lists
    self.names = names
    self.suffixEnds = Set(lists.droppedSuffixes.compactMap(\.last))
    self.prefixStarts = Set(lists.droppedPrefixes.compactMap(\.first))
  }

  /// Whether the general dictionary must not have a word.
  func drops(_ surface: [UInt16]) -> Bool {
    guard let first = surface.first, let last = surface.last, surface.count > 2 else {
      return lists.dropped.contains(surface)
    }
    if lists.dropped.contains(surface) { return true }
    if suffixEnds.contains(last) {
      for suffix in lists.droppedSuffixes
      where surface.count > suffix.count && surface.suffix(suffix.count).elementsEqual(suffix) {
        return true
      }
    }
    guard prefixStarts.contains(first) else { return false }
    return lists.droppedPrefixes.contains { prefix in
      surface.count >= prefix.count + 3 && surface.starts(with: prefix)
        && names.contains(Array(surface.dropFirst(prefix.count)))
    }
  }
}
