import Console
import Platform
import Synchronization

/// One terminal line that shows how far a long run has come; it is erased at the end.
final class ProgressLine: Sendable {
  private let state = Mutex(State())
  private let appearance: Appearance
  private let ticker = Mutex<Ticker?>(nil)

  /// Seconds before there is anything to say: most runs are over sooner.
  private static let patience: Int64 = 2

  private struct State: ~Copyable {
    var output = Output(descriptor: 2, named: "standard error")
    var start = Clock.now().seconds
    var files = 0
    var done = 0
    var current = ""
    var bytes = 0
    var isShown = false
  }

  /// Shows nothing yet.
  init(appearance: Appearance) { self.appearance = appearance }

  /// So many files are going to be read.
  func begin(files: Int) {
    state.withLock { $0.files = files }
    let line = Ticker(everyMilliseconds: 250) { [weak self] in self?.draw() }
    ticker.withLock { $0 = line }
  }

  /// This is the file that is read now, or the last of several that are.
  func opened(_ path: String) { state.withLock { $0.current = path } }

  func read(_ count: Int) { state.withLock { $0.bytes += count } }

  func finished() { state.withLock { $0.done += 1 } }

  /// Takes the line away.
  func end() {
    ticker.withLock { ticker in
      ticker?.stop()
      ticker = nil
    }
    state.withLock { state in
      guard state.isShown else { return }
      try? state.output.write("\r\u{1B}[K")
      try? state.output.flush()
    }
  }

  private func draw() {
    state.withLock { state in
      let seconds = Clock.now().seconds - state.start
      guard seconds >= Self.patience else { return }
      state.isShown = true
      let line = Self.text(
        file: state.current, done: state.done, of: state.files, bytes: state.bytes, seconds: seconds)
      try? state.output.write("\r\(line.cut(to: appearance.columns - 1, for: appearance).rendered(appearance))\u{1B}[K")
      try? state.output.flush()
    }
  }

  /// What the line says.
  static func text(file: String, done: Int, of files: Int, bytes: Int, seconds: Int64) -> StyledText {
    let count: StyledText = files > 1 ? "\(done) of \(files) files judged; " : ""
    let isWaiting = file == Program.standardInputName && bytes == 0
    let name: StyledText = file == Program.standardInputName ? "standard input" : .path("\(untrusted: file)")
    let what: StyledText = isWaiting ? "waiting for \(name)" : "\(bytes >> 20) MiB read, at \(name)"
    return "\(seconds) s: \(count)\(what)"
  }
}
