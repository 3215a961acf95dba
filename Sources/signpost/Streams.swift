import Console
import Platform

/// One of the process's streams as a sink: it keeps the first thing that went wrong, for whoever claims success later.
final class OutputStream {
  private var output: Platform.Output
  private(set) var failure: PlatformError?

  init(descriptor: Int32, named name: String) {
    output = Platform.Output(descriptor: descriptor, named: name)
  }

  func write(_ text: String) {
    guard failure == nil else { return }
    do throws(PlatformError) {
      try output.write(text)
    } catch { failure = error }
  }

  func flush() {
    guard failure == nil else { return }
    do throws(PlatformError) {
      try output.flush()
    } catch { failure = error }
  }
}

/// Standard input as lines for prompts. What is asked is on the screen before anything is waited for.
final class PromptInput {
  private var input = LineInput(descriptor: 0, named: "standard input")
  private let beforeReading: () -> Void

  init(beforeReading: @escaping () -> Void) { self.beforeReading = beforeReading }

  var source: LineSource {
    LineSource { [self] echo in
      beforeReading()
      let event: LineInput.Event?
      switch echo {
      case .shown: event = try? input.next()
      case .hidden: event = hidden()
      }
      switch event {
      case .line(let bytes): return .line(bytes)
      case .tooLong: return .line([UInt8(ascii: "\u{07}")])
      case .endOfInput, nil: return .endOfInput
      case .interrupted: return .interrupted
      }
    }
  }

  private func hidden() -> LineInput.Event? {
    try? Terminal.withoutEcho(on: 0) { () throws(PlatformError) in try input.next() }
  }
}
