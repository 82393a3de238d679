/// Walks one line of JSON and picks out fields by their paths, checking all of it on the way.
///
/// `{"id":"a#1","data":{"body":"…"}}` with the path `data.body` gives the string under `body`.
/// Strings are unescaped into UTF-8; the rest is passed over without building anything.
struct JSONScanner: ~Copyable {
  /// The fields that are looked for, each as the keys that lead to it.
  let paths: [[[UInt8]]]
  /// What stood at each path; `nil` where the line has no such field.
  private(set) var values: [[UInt8]?]
  /// How many escapes were half a surrogate pair.
  private(set) var unpairedSurrogates = 0

  private var position = 0
  private var nesting = 0
  private var scratch: [UInt8] = []
  private static let depthLimit = 256

  /// Looks for these paths.
  init(paths: [[[UInt8]]]) {
    self.paths = paths
    self.values = Array(repeating: nil, count: paths.count)
  }

  /// Reads a line.
  ///
  /// - Throws: `invalidJSON` where the line is no JSON object.
  mutating func scan(_ bytes: Span<UInt8>) throws(ArchiveFault.Reason) {
    for index in values.indices { values[index] = nil }
    unpairedSurrogates = 0
    position = 0
    nesting = 0
    skipBlanks(bytes)
    guard position < bytes.count, bytes[position] == UInt8(ascii: "{") else {
      throw fault("an object")
    }
    try object(bytes, depth: 0, alive: (1 << UInt64(paths.count)) - 1)
    skipBlanks(bytes)
    guard position == bytes.count else { throw fault("the end of the line") }
  }

  // MARK: Values

  private mutating func object(
    _ bytes: Span<UInt8>, depth: Int, alive: UInt64
  ) throws(ArchiveFault.Reason) {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting < Self.depthLimit else { throw fault("less depth") }
    position += 1
    skipBlanks(bytes)
    if peek(bytes) == UInt8(ascii: "}") {
      position += 1
      return
    }
    while true {
      skipBlanks(bytes)
      guard peek(bytes) == UInt8(ascii: "\"") else { throw fault("a key") }
      let matching: UInt64
      if alive == 0 {
        try skipString(bytes)
        matching = 0
      } else {
        var key: [UInt8] = []
        swap(&key, &scratch)
        key.removeAll(keepingCapacity: true)
        try string(bytes, into: &key)
        matching = matches(key, depth: depth, alive: alive)
        swap(&key, &scratch)
      }
      skipBlanks(bytes)
      guard peek(bytes) == UInt8(ascii: ":") else { throw fault("a colon") }
      position += 1
      skipBlanks(bytes)
      try value(bytes, depth: depth + 1, alive: matching)
      skipBlanks(bytes)
      switch peek(bytes) {
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "}"):
        position += 1
        return
      default: throw fault("a comma or }")
      }
    }
  }

  private mutating func array(
    _ bytes: Span<UInt8>, depth: Int, alive: UInt64
  ) throws(ArchiveFault.Reason) {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting < Self.depthLimit else { throw fault("less depth") }
    position += 1
    skipBlanks(bytes)
    if peek(bytes) == UInt8(ascii: "]") {
      position += 1
      return
    }
    while true {
      skipBlanks(bytes)
      try value(bytes, depth: depth, alive: alive)
      skipBlanks(bytes)
      switch peek(bytes) {
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "]"):
        position += 1
        return
      default: throw fault("a comma or ]")
      }
    }
  }

  private mutating func value(
    _ bytes: Span<UInt8>, depth: Int, alive: UInt64
  ) throws(ArchiveFault.Reason) {
    switch peek(bytes) {
    case UInt8(ascii: "{"): try object(bytes, depth: depth, alive: alive)
    case UInt8(ascii: "["): try array(bytes, depth: depth, alive: alive)
    case UInt8(ascii: "\""):
      let ending = ended(depth: depth, alive: alive)
      if ending == 0 { return try skipString(bytes) }
      var content: [UInt8] = []
      try string(bytes, into: &content)
      keep(content, ending)
    case let byte? where byte == UInt8(ascii: "-") || (byte >= 0x30 && byte <= 0x39):
      let start = position
      try number(bytes)
      let ending = ended(depth: depth, alive: alive)
      if ending != 0 {
        var content: [UInt8] = []
        for index in start..<position { content.append(bytes[index]) }
        keep(content, ending)
      }
    case UInt8(ascii: "t"): try literal(bytes, "true")
    case UInt8(ascii: "f"): try literal(bytes, "false")
    case UInt8(ascii: "n"): try literal(bytes, "null")
    default: throw fault("a value")
    }
  }

  private mutating func number(_ bytes: Span<UInt8>) throws(ArchiveFault.Reason) {
    if peek(bytes) == UInt8(ascii: "-") { position += 1 }
    try digits(bytes)
    if peek(bytes) == UInt8(ascii: ".") {
      position += 1
      try digits(bytes)
    }
    if peek(bytes) == UInt8(ascii: "e") || peek(bytes) == UInt8(ascii: "E") {
      position += 1
      if peek(bytes) == UInt8(ascii: "+") || peek(bytes) == UInt8(ascii: "-") { position += 1 }
      try digits(bytes)
    }
  }

  private mutating func digits(_ bytes: Span<UInt8>) throws(ArchiveFault.Reason) {
    let start = position
    while let byte = peek(bytes), byte >= 0x30, byte <= 0x39 { position += 1 }
    if position == start { throw fault("a digit") }
  }

  private mutating func literal(
    _ bytes: Span<UInt8>, _ word: StaticString
  ) throws(ArchiveFault.Reason) {
    for byte in word.description.utf8 {
      guard peek(bytes) == byte else { throw fault(word.description) }
      position += 1
    }
  }

  // MARK: Strings

  private mutating func skipString(_ bytes: Span<UInt8>) throws(ArchiveFault.Reason) {
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return
      }
      if byte < 0x20 { throw fault("no control character in a string") }
      position += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    position = bytes.count
    throw fault("the end of a string")
  }

  private mutating func string(
    _ bytes: Span<UInt8>, into content: inout [UInt8]
  ) throws(ArchiveFault.Reason) {
    position += 1
    while true {
      let end = Self.plainEnd(in: bytes, from: position)
      Self.append(bytes.extracting(position..<end), to: &content)
      position = end
      guard position < bytes.count else { throw fault("the end of a string") }
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return
      case UInt8(ascii: "\\"): try escape(bytes, into: &content)
      default: throw fault("no control character in a string")
      }
    }
  }

  private mutating func escape(
    _ bytes: Span<UInt8>, into content: inout [UInt8]
  ) throws(ArchiveFault.Reason) {
    guard position + 1 < bytes.count else { throw fault("the end of an escape") }
    let kind = bytes[position + 1]
    position += 2
    switch kind {
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(kind)
    case UInt8(ascii: "u"):
      let unit = try hexadecimal(bytes)
      if unit & 0xFC00 == 0xD800, position + 1 < bytes.count,
        bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
      {
        let afterFirst = position
        position += 2
        let second = try hexadecimal(bytes)
        if second & 0xFC00 == 0xDC00 {
          Self.append(0x10000 + (unit & 0x3FF) << 10 + (second & 0x3FF), to: &content)
          return
        }
        position = afterFirst
      }
      if unit & 0xF800 == 0xD800 {
        unpairedSurrogates += 1
        Self.append(0xFFFD, to: &content)
      } else {
        Self.append(unit, to: &content)
      }
    default: throw fault("a known escape")
    }
  }

  private mutating func hexadecimal(_ bytes: Span<UInt8>) throws(ArchiveFault.Reason) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek(bytes) else { throw fault("a hexadecimal digit") }
      switch byte {
      case 0x30...0x39: unit = unit << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: unit = unit << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: unit = unit << 4 | UInt32(byte - 0x57)
      default: throw fault("a hexadecimal digit")
      }
      position += 1
    }
    return unit
  }

  private static func append(_ scalar: UInt32, to content: inout [UInt8]) {
    switch scalar {
    case ..<0x80: content.append(UInt8(scalar))
    case ..<0x800:
      content.append(UInt8(0xC0 | scalar >> 6))
      content.append(UInt8(0x80 | scalar & 0x3F))
    case ..<0x10000:
      content.append(UInt8(0xE0 | scalar >> 12))
      content.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      content.append(UInt8(0x80 | scalar & 0x3F))
    default:
      content.append(UInt8(0xF0 | scalar >> 18))
      content.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      content.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      content.append(UInt8(0x80 | scalar & 0x3F))
    }
  }

  // MARK: Paths

  private func matches(_ key: [UInt8], depth: Int, alive: UInt64) -> UInt64 {
    var matching: UInt64 = 0
    for index in paths.indices where alive & 1 << UInt64(index) != 0 {
      if depth < paths[index].count, paths[index][depth] == key {
        matching |= 1 << UInt64(index)
      }
    }
    return matching
  }

  private func ended(depth: Int, alive: UInt64) -> UInt64 {
    guard alive != 0 else { return 0 }
    var ending: UInt64 = 0
    for index in paths.indices where alive & 1 << UInt64(index) != 0 {
      if paths[index].count == depth { ending |= 1 << UInt64(index) }
    }
    return ending
  }

  /// Keeps a value; the pieces of a list are joined as paragraphs.
  private mutating func keep(_ content: [UInt8], _ ending: UInt64) {
    for index in paths.indices where ending & 1 << UInt64(index) != 0 {
      if let before = values[index] {
        values[index] = before + [0x0A] + content
      } else {
        values[index] = content
      }
    }
  }

  // MARK: Bytes

  private func peek(_ bytes: Span<UInt8>) -> UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  private mutating func skipBlanks(_ bytes: Span<UInt8>) {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  private func fault(_ expected: String) -> ArchiveFault.Reason {
    .invalidJSON(at: position, expected: expected)
  }
}
