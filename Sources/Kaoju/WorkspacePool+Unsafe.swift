import KaojuClaims
import KaojuText
import KaojuWords
import Synchronization

/// What one reading needs for itself: ICU's iterators and buffers, which must not be shared.
final class Workspace {
  let text: TextReader
  let words: WordReader
  let claims: ClaimWorkspace

  init(cues: LayoutCues, segmenter: WordReader.Segmenter, claims reader: ClaimReader) {
    text = TextReader(cues: cues)
    words = WordReader(segmenter: segmenter)
    claims = ClaimWorkspace(reader)
  }
}

/// Lends workspaces to readings, so that ICU's iterators are opened once a thread and not once a
/// document.
final class WorkspacePool: Sendable {
  // SAFETY: a workspace is in the pool or with exactly one borrower, never both: `borrow` takes it
  // out under the lock and puts it back when the body has returned.
  private struct Lent: @unchecked Sendable {
    let workspace: Workspace
  }

  private let cues: LayoutCues
  private let segmenter: WordReader.Segmenter
  private let claims: ClaimReader
  private let idle = Mutex<[Lent]>([])

  init(cues: LayoutCues, segmenter: WordReader.Segmenter, claims: ClaimReader) {
    self.cues = cues
    self.segmenter = segmenter
    self.claims = claims
  }

  /// Gives a workspace to `body` alone.
  func borrow<Result>(_ body: (Workspace) -> Result) -> Result {
    let lent =
      idle.withLock { $0.popLast() }
      ?? Lent(workspace: Workspace(cues: cues, segmenter: segmenter, claims: claims))
    defer { idle.withLock { $0.append(lent) } }
    return body(lent.workspace)
  }
}
