/// Lines, or single keys, from a descriptor that was open before we began: standard input or `/dev/tty`.
public struct LineInput: ~Copyable {
  /// What came next.
  public enum Event: Equatable, Sendable {
    /// A line, without its line feed. The last one of a file may have had none. A carriage return before it is kept.
    case line([UInt8])
    /// A line was longer than allowed. It was passed over to its end, and the next one follows.
    case tooLong
    /// There is no more. A terminal may go on after that (Ctrl-D ends no session); whoever wants to may ask again.
    case endOfInput
    /// A signal came first; it has been taken. What had arrived of the line is kept.
    case interrupted(Signal)
  }

  /// What came next where single bytes are wanted.
  public enum Key: Equatable, Sendable {
    /// A byte.
    case byte(UInt8)
    /// Nothing came in time.
    case nothing
    /// There is no more.
    case endOfInput
    /// A signal came first; it has been taken.
    case interrupted(Signal)
    /// The terminal told something; only while `Terminal.withEditing` runs.
    case notice(TerminalNotice)
  }

  private enum Arrival {
    case bytes
    case nothing
    case end
    case notice(TerminalNotice)
    case signal(Signal)
  }

  private let descriptor: Int32
  private let maximumLineLength: Int
  /// Bytes that were read; those before `start` have been given away, those before `searched` hold no line feed.
  private var buffer: [UInt8] = []
  private var start = 0
  private var searched = 0
  private var isPassingOver = false
  /// The name of the stream, for errors.
  public let name: String

  /// Reads from a descriptor, which stays open when the value ends.
  ///
  /// - Parameter maximumLineLength: The most bytes of a line, without its line feed.
  public init(descriptor: Int32, named name: String, maximumLineLength: Int = 64 << 10) {
    self.descriptor = descriptor
    self.name = name
    self.maximumLineLength = maximumLineLength
  }

  /// Waits for the next line, the end, or a signal.
  public mutating func next() throws(PlatformError) -> Event {
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        return take(to: end, over: 1)
      }
      searched = buffer.count
      if searched - start > maximumLineLength {
        isPassingOver = true
        drop(to: searched)
      }
      switch try arrive(within: nil) {
      case .bytes, .nothing, .notice: continue
      case .signal(let signal): return .interrupted(signal)
      case .end:
        guard start < buffer.count || isPassingOver else { return .endOfInput }
        return take(to: buffer.count, over: 0)
      }
    }
  }

  /// Waits so long for a byte (nil: for as long as it takes).
  public mutating func nextByte(within limit: Duration? = nil) throws(PlatformError) -> Key {
    if start == buffer.count {
      switch try arrive(within: limit) {
      case .bytes: break
      case .nothing: return .nothing
      case .end: return .endOfInput
      case .notice(let notice): return .notice(notice)
      case .signal(let signal): return .interrupted(signal)
      }
    }
    let byte = buffer[start]
    drop(to: start + 1)
    return .byte(byte)
  }

  /// Gives the line that ends there away, and forgets the bytes after it that only ended it.
  private mutating func take(to end: Int, over count: Int) -> Event {
    let isTooLong = isPassingOver || end - start > maximumLineLength
    let line = isTooLong ? [] : Array(buffer[start..<end])
    isPassingOver = false
    drop(to: end + count)
    return isTooLong ? .tooLong : .line(line)
  }

  private mutating func drop(to index: Int) {
    start = index
    searched = max(searched, index)
    guard start == buffer.count || start > 64 << 10 else { return }
    buffer.removeSubrange(..<start)
    searched -= start
    start = 0
  }

  /// Waits for bytes and puts them at the end of the buffer.
  private mutating func arrive(within limit: Duration?) throws(PlatformError) -> Arrival {
    let deadline = limit.map(Deadline.init)
    while true {
      if let signal = Interrupt.take() { return .signal(signal) }
      if let notice = System.takeNotice() { return .notice(notice) }
      let rest = deadline?.left
      var polls = [System.Poll(reading: descriptor), System.Poll(reading: System.signalDescriptor)]
      let isAnyReady = try doing(.read, name) { () throws(Errno) in
        try System.wait(for: &polls, milliseconds: System.milliseconds(rest))
      }
      if polls[1].isReady { continue }
      if !isAnyReady {
        if let rest, rest == 0 { return .nothing }
        continue
      }
      do {
        return try System.readOnce(descriptor, into: &buffer, atMost: 4_096) > 0 ? .bytes : .end
      } catch {
        if System.isInterruption(error) || System.wouldWait(error) { continue }
        if let signal = Interrupt.take() { return .signal(signal) }
        if System.isHungUp(error) { return .end }
        throw PlatformError(.read, name, error)
      }
    }
  }
}

extension Duration {
  /// Whole nanoseconds; the farthest there are where it would be more.
  var nanoseconds: Int64 {
    let (seconds, attoseconds) = components
    let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    return overflow ? .max / 2 : min(whole, .max / 2) + attoseconds / 1_000_000_000
  }
}
