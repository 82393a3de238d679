/// A part of an archive that gave no document, and why; the rest of the archive goes on.
package struct ArchiveFault: Error, Hashable, Sendable {
  /// Why a part of an archive could not be read.
  package enum Reason: Error, Hashable, Sendable {
    /// The system would not open or read it.
    case unreadable(String)
    /// It is no text: the kind of file it looks like.
    case binary(String)
    /// A charset that ICU does not know.
    case unknownCharset(String)
    /// It is empty.
    case empty
    /// It is not the JSON that was expected, at this byte of the line.
    case invalidJSON(at: Int, expected: String)
    /// A line or row longer than the limit, in bytes.
    case lineTooLong(limit: Int)
    /// A member longer than the limit, in bytes.
    case memberTooLarge(limit: Int)
    /// The field that should hold the text is missing or empty.
    case noText(field: String)
    /// A page in which no main text was found.
    case noMainText
    /// It ends before it should.
    case truncated
    /// Its container is broken.
    case damaged(String)
    /// A member whose path leads out of the archive.
    case unsafePath
    /// A member that grows beyond the limit when it is unpacked, as bombs do.
    case bomb(ratio: Int)
    /// Archives inside archives beyond the limit.
    case nestedTooDeep(limit: Int)
    /// A kind of file that Kaoju does not read.
    case unsupported(String)
    /// A program that reading it needs is not installed.
    case missingProgram(String)
    /// A symbolic link that leads back into its own folder.
    case linkCycle
  }

  /// Where it is.
  package var location: ArchiveLocation
  /// Why it could not be read.
  package var reason: Reason

  /// Makes a fault.
  package init(location: ArchiveLocation, reason: Reason) {
    self.location = location
    self.reason = reason
  }
}

/// Where a document lies: a file, the members that lead into it, and its number there.
///
/// `wire.zip!2020/a.jsonl#12` is the twelfth line of `2020/a.jsonl` in `wire.zip`.
package struct ArchiveLocation: Hashable, Sendable, CustomStringConvertible {
  /// The file as it was named, with members after `!`.
  package var path: String
  /// The line, row or record, from 1.
  package var record: Int?

  /// Names a place.
  package init(path: String, record: Int? = nil) {
    self.path = path
    self.record = record
  }

  /// The place of a member inside this one.
  package func member(_ name: String) -> ArchiveLocation {
    ArchiveLocation(path: description + "!" + name)
  }

  /// The place of a record inside this one.
  package func record(_ number: Int) -> ArchiveLocation {
    ArchiveLocation(path: path, record: number)
  }

  /// The path, and the record after `#`.
  package var description: String { record.map { "\(path)#\($0)" } ?? path }
}
