import KaojuVocabulary

/// Rows as bytes, cell after cell, with marks where only the writer knows the number.
///
/// Workers lay documents out in this form and the writer hands the bytes to the database as they
/// are: a document has hundreds of rows, and an array of values for each would cost more than the
/// database does.
package struct RowBytes: Sendable {
  /// What a cell begins with.
  enum Tag: UInt8 {
    /// No value.
    case null
    /// Eight bytes of a whole number.
    case integer
    /// Eight bytes of a rounded number.
    case real
    /// Truth values.
    case no, yes
    /// Four bytes of length, and UTF-8.
    case text
    /// A point on the calendar, as a text.
    case moment
    /// Four bytes of an entity's or fact's index in the document; the store's number replaces it.
    case entity, fact
    /// Numbers of the row's document, of its cluster, and of the run.
    case document, cluster, run
  }

  /// The cells.
  private(set) var bytes: [UInt8] = []
  /// Whether there is no cell.
  var isEmpty: Bool { bytes.isEmpty }

  /// Makes room.
  mutating func reserve(_ size: Int) { bytes.reserveCapacity(bytes.count + size) }

  /// Adds a cell that its tag says all of.
  mutating func add(_ tag: Tag) { bytes.append(tag.rawValue) }

  /// Adds a truth value.
  mutating func add(_ flag: Bool) { add(flag ? .yes : .no) }

  /// Adds a whole number.
  mutating func add(_ number: some BinaryInteger) {
    add(.integer)
    word(UInt64(bitPattern: Int64(clamping: number)))
  }

  /// Adds a rounded number.
  mutating func add(_ number: Double) {
    add(.real)
    word(number.bitPattern)
  }

  /// Adds the index of an entity or a fact.
  mutating func add(_ tag: Tag, index: some BinaryInteger) {
    add(tag)
    length(Int(index))
  }

  /// Adds a text.
  mutating func add(_ text: String) {
    add(.text)
    length(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// Adds a text or nothing.
  mutating func add(_ text: String?) {
    if let text { add(text) } else { add(.null) }
  }

  /// Adds a text in UTF-8, and gives its place.
  @discardableResult
  mutating func add(utf8: [UInt8]) -> Range<Int> {
    add(.text)
    length(utf8.count)
    let start = bytes.count
    bytes.append(contentsOf: utf8)
    return start..<bytes.count
  }

  /// Adds what the article prints in a range, or nothing.
  mutating func add(_ range: TextRange?, of text: CanonicalText) {
    guard let range else { return add(.null) }
    self.text(text.printed[range.indices])
  }

  /// Adds `first`, `last` and `text` of a range.
  mutating func add(place range: TextRange, of document: Document) {
    add(points: range, of: document)
    text(document.text.printed[range.indices])
  }

  /// Adds `first` and `last` of a range, or nothing twice.
  mutating func add(points range: TextRange?, of document: Document) {
    guard let range else {
      add(.null)
      return add(.null)
    }
    let points = document.text.offsets.codePoints(of: range)
    add(points.lowerBound)
    add(points.upperBound)
  }

  /// Adds an exact decimal, or nothing where it would have more digits than any store holds.
  mutating func add(_ decimal: ExactDecimal?) {
    guard let decimal, abs(decimal.exponent) <= 1000 else { return add(.null) }
    let places = max(0, -Int(decimal.exponent))
    let number = decimal.exponent > 0 ? decimal.whole.map { Int128($0) } : decimal.mantissa
    guard places < 19, let number, let value = UInt64(exactly: number.magnitude) else {
      return add(decimal.description)
    }
    add(.text)
    let start = bytes.count
    length(0)
    if number < 0 { bytes.append(0x2D) }
    let unit = (0..<places).reduce(1 as UInt64) { power, _ in power * 10 }
    digits(value / unit, width: 1)
    if places > 0 {
      bytes.append(0x2E)
      digits(value % unit, width: places)
    }
    close(from: start)
  }

  /// Adds a point on the calendar, or nothing where there is no such day.
  mutating func add(_ moment: Moment?) {
    guard let moment, moment.isOnCalendar else { return add(.null) }
    add(.moment)
    let start = bytes.count
    length(0)
    moment.write(to: &bytes)
    close(from: start)
  }

  /// Adds a value.
  mutating func add(value: SQLValue) {
    switch value {
    case .null: add(.null)
    case .integer(let number): add(number)
    case .real(let number): add(number)
    case .text(let text): add(text)
    case .boolean(let flag): add(flag)
    case .moment(let moment): add(moment)
    }
  }

  private mutating func text(_ units: ArraySlice<UInt16>) {
    add(.text)
    let start = bytes.count
    length(0)
    bytes.append(utf16: units)
    close(from: start)
  }

  /// Adds digits, with zeros in front up to a width.
  private mutating func digits(_ value: UInt64, width: Int) {
    var power: UInt64 = 1
    var places = 1
    while value / power >= 10 || places < width {
      power *= 10
      places += 1
    }
    while power > 0 {
      bytes.append(UInt8(truncatingIfNeeded: 0x30 + value / power % 10))
      power /= 10
    }
  }

  private mutating func word(_ word: UInt64) {
    for shift in stride(from: 0 as UInt64, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: word >> shift))
    }
  }

  private mutating func length(_ length: Int) {
    let length = UInt32(truncatingIfNeeded: length)
    for shift in stride(from: 0 as UInt32, to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: length >> shift))
    }
  }

  /// Writes the length of a text that was begun at `start`.
  private mutating func close(from start: Int) {
    let length = UInt32(truncatingIfNeeded: bytes.count - start - 4)
    for index in 0..<4 {
      bytes[start + index] = UInt8(truncatingIfNeeded: length >> UInt32(index * 8))
    }
  }
}

/// Rows of one table, and the numbers that their marks stand for.
package struct RowBlock: Sendable {
  /// The rows.
  var rows: RowBytes
  /// The document's number.
  var document: Int64 = 0
  /// The number of the document's cluster.
  var cluster: Int64 = 0
  /// The run.
  var run: Int64 = 0
  /// The entities' numbers, by their index in the document.
  var entities: [Int64] = []
  /// The facts' numbers, by their index in the document; rows of a fact below 0 are left out.
  var facts: [Int64] = []
}
