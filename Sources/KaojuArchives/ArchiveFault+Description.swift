extension ArchiveFault: CustomStringConvertible {
  /// `place: what is wrong`.
  package var description: String { "\(location): \(reason)" }
}

extension ArchiveFault.Reason: CustomStringConvertible {
  /// The stable code of the reason (`archive/truncated`).
  package var code: String {
    switch self {
    case .unreadable: "archive/unreadable"
    case .binary: "archive/binary"
    case .unknownCharset: "archive/unknown-charset"
    case .empty: "archive/empty"
    case .invalidJSON: "archive/invalid-json"
    case .lineTooLong: "archive/line-too-long"
    case .memberTooLarge: "archive/member-too-large"
    case .noText: "archive/no-text"
    case .noMainText: "archive/no-main-text"
    case .truncated: "archive/truncated"
    case .damaged: "archive/damaged"
    case .unsafePath: "archive/unsafe-path"
    case .bomb: "archive/bomb"
    case .nestedTooDeep: "archive/nested-too-deep"
    case .unsupported: "archive/unsupported"
    case .missingProgram: "archive/missing-program"
    case .linkCycle: "archive/link-cycle"
    }
  }

  /// The reason in a sentence.
  package var description: String {
    switch self {
    case .unreadable(let why): "it cannot be read: \(why)"
    case .binary(let kind): "it is no text but \(kind)"
    case .unknownCharset(let name): "the charset \(name) is not known"
    case .empty: "it is empty"
    case .invalidJSON(let at, let expected): "byte \(at) of the line: expected \(expected)"
    case .lineTooLong(let limit): "it is longer than \(limit) bytes"
    case .memberTooLarge(let limit): "it is larger than \(limit) bytes"
    case .noText(let field): "its field \(field) is missing or has no text"
    case .noMainText: "the page has no main text"
    case .truncated: "it ends too early"
    case .damaged(let what): "it is damaged: \(what)"
    case .unsafePath: "its path leads out of the archive"
    case .bomb(let ratio): "it unpacks to more than \(ratio) times its size"
    case .nestedTooDeep(let limit): "it lies more than \(limit) archives deep"
    case .unsupported(let what): "\(what) cannot be read"
    case .missingProgram(let name):
      "it needs the program \(name), which is not installed (Debian: poppler-utils, poppler-data)"
    case .linkCycle: "the link leads back into its own folder"
    }
  }
}
