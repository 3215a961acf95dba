/// What somebody outside asks a process to stop with.
public enum Signal: Sendable {
  /// The terminal was closed (`SIGHUP`).
  case hangUp
  /// Ctrl-C (`SIGINT`).
  case interrupt
  /// A plain `kill` (`SIGTERM`).
  case terminate

  /// Its number.
  public var number: Int32 {
    switch self {
    case .hangUp: System.hangUpSignal
    case .interrupt: System.interruptSignal
    case .terminate: System.terminateSignal
    }
  }

  init?(number: Int32) {
    switch number {
    case System.hangUpSignal: self = .hangUp
    case System.interruptSignal: self = .interrupt
    case System.terminateSignal: self = .terminate
    default: return nil
    }
  }
}

/// The wish of somebody outside that the process stop, noted until it is taken.
///
/// Signals belong to the whole process, which is why there is no value to hand around.
public enum Interrupt {
  /// Notes Ctrl-C, a plain `kill` and a closed terminal from now on, instead of dying of them. A wait in `LineInput` or
  /// `ChildProcess` then ends with the signal; a long computation has to ask for `pending`. A signal that the process
  /// was started to ignore (`nohup`) stays ignored.
  public static func install() throws(PlatformError) {
    try doing(.configure, nil) { () throws(Errno) in
      try System.catchSignals([Signal.hangUp, .interrupt, .terminate].map(\.number))
    }
  }

  /// Has a write to a reader that went away, or beyond the allowed size of a file, fail with an error rather than end
  /// the process without a word.
  public static func ignoreBrokenPipes() {
    System.ignoreWriteSignals()
  }

  /// The signal that waits to be taken.
  public static var pending: Signal? {
    Signal(number: System.waitingSignal)
  }

  /// Takes the signal that waits: it is answered now.
  public static func take() -> Signal? {
    Signal(number: System.takeSignal())
  }
}
