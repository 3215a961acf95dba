import Platform

/// A terminal's input, by lines or by keys. Both take from one buffer, so that what was typed ahead of one question is
/// there for the next one, however it is asked.
public final class TerminalInput {
  private let descriptor: Int32
  private var input: LineInput
  private var mode: EditingMode?
  private let flush: () -> Void

  /// Reads from a terminal, or from something else by lines alone.
  ///
  /// - Parameters:
  ///   - flush: sends out what was written; it runs before each wait, and before the terminal is given back.
  public init(descriptor: Int32, named name: String, flush: @escaping () -> Void) {
    self.descriptor = descriptor
    self.flush = flush
    input = LineInput(descriptor: descriptor, named: name)
  }

  /// The input as lines.
  public var lines: LineSource {
    LineSource { [self] echo in
      let event: LineInput.Event?
      switch echo {
      case .shown:
        flush()
        event = try? input.next()
      case .hidden: event = hidden()
      }
      switch event {
      case .line(let bytes): return .line(bytes)
      // A line that cannot be an answer: it is explained and asked again.
      case .tooLong: return .line([0x07])
      case .endOfInput, nil: return .endOfInput
      case .interrupted: return .interrupted
      }
    }
  }

  /// The input as keys.
  public var keys: KeySource {
    KeySource(
      open: { [self] body in open(body) }, next: { [self] limit in next(within: limit) },
      stop: { [self] wholeJob in
        flush()
        mode?.stop(wholeGroup: wholeJob)
      },
      takeUpAgain: { [self] in mode?.takeUpAgain() },
      size: { [self] in Terminal.size(of: descriptor).map { ($0.columns, $0.rows) } })
  }

  private func open(_ body: () -> Void) -> Bool {
    guard Terminal.isTerminal(descriptor) else { return false }
    var hasRun = false
    try? Terminal.withEditing(on: descriptor) { (mode) throws(PlatformError) in
      self.mode = mode
      hasRun = true
      body()
      flush()
      self.mode = nil
    }
    return hasRun
  }

  private func next(within limit: Duration?) -> KeyRead {
    if limit != .zero { flush() }
    switch try? input.nextByte(within: limit) {
    case .byte(let byte): return .byte(byte)
    case .nothing: return .nothing
    case .endOfInput, nil: return .endOfInput
    case .interrupted: return .interrupted
    case .notice(.resized): return .resized
    case .notice(.stopRequested): return .stopRequested
    case .notice(.continued): return .continued
    }
  }

  private func hidden() -> LineInput.Event? {
    try? Terminal.withoutEcho(on: descriptor) { () throws(PlatformError) in
      // The question comes only now: whoever answers it at once must not be seen.
      flush()
      return try input.next()
    }
  }
}
