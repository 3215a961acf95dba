#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How a terminal behaves, to be given back to it.
struct TerminalSettings {
  fileprivate var value: termios

  /// Lines are typed and edited as always, but what is typed is not shown; only the end of the line is.
  mutating func hideInput() {
    value.c_lflag &= ~tcflag_t(ECHO)
    value.c_lflag |= tcflag_t(ECHONL)
    forbidStopping()
  }

  /// Every key arrives at once and is not shown, as the byte that was typed: Return is not turned into a line feed, and
  /// Ctrl-S and Ctrl-Q are keys like any other. The keys that send signals still do.
  mutating func giveEditing() {
    value.c_lflag &= ~tcflag_t(ECHO | ICANON | IEXTEN)
    set(VMIN, to: 1)
    set(VTIME, to: 0)
    forbidStopping()
    value.c_iflag &= ~tcflag_t(ICRNL | INLCR | IGNCR | IXON)
  }

  var showsInput: Bool {
    value.c_lflag & tcflag_t(ECHO) != 0
  }

  /// A process that is stopped, or killed with a core dump, from the keyboard would leave the terminal as it is now.
  private mutating func forbidStopping() {
    #if canImport(Darwin)
    let disabled: UInt8 = 0xFF
    set(VDSUSP, to: disabled)
    #else
    let disabled: UInt8 = 0
    #endif
    set(VSUSP, to: disabled)
    set(VQUIT, to: disabled)
  }

  private mutating func set(_ key: Int32, to character: UInt8) {
    unsafe withUnsafeMutableBytes(of: &value.c_cc) { characters in
      unsafe characters[Int(key)] = character
    }
  }
}

extension System {
  static func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
  }

  /// Columns and rows, as the terminal tells them; zeros where it does not know.
  static func windowSize(of descriptor: Int32) throws(Errno) -> (columns: Int, rows: Int) {
    var size = winsize()
    try call { unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  static func settings(of descriptor: Int32) throws(Errno) -> TerminalSettings {
    var value = termios()
    try call { unsafe tcgetattr(descriptor, &value) }
    return TerminalSettings(value: value)
  }

  /// What was written before still goes out the old way; what was typed before is kept.
  static func set(_ settings: TerminalSettings, on descriptor: Int32) throws(Errno) {
    var value = settings.value
    try call { unsafe tcsetattr(descriptor, TCSADRAIN, &value) }
  }

  /// Whether an error of a read says that the terminal is gone: its window was closed, or the line hung up.
  static func isHungUp(_ error: Errno) -> Bool {
    error.code == EIO
  }
}
