#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Two connected descriptors for what is tested to read from or write to: a pipe, or the two ends of a terminal.
public final class TestPipe {
  /// The end to read from; of a terminal the end that a program has, which it can write to as well.
  public let reader: Int32
  /// The end to write to; of a terminal the end that the person has.
  public let writer: Int32
  private var isReaderOpen = true
  private var isWriterOpen = true

  /// A pipe.
  public init() throws {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw SupportFailure("cannot make a pipe: error \(errno)") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reader, writer) = (ends[0], ends[1])
  }

  /// A terminal that nobody's program runs on.
  public init(terminalWithColumns columns: Int, rows: Int) throws {
    let (terminal, line) = try PseudoTerminal.makeTerminal()
    writer = terminal
    reader = unsafe open(line, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard reader >= 0 else { throw SupportFailure("cannot open \(line): error \(errno)") }
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }

  deinit {
    closeReader()
    closeWriter()
  }

  /// Writes text to the writer's end. More than a few thousand bytes that nobody reads would wait for ever.
  public func send(_ text: String) throws {
    let bytes = Array(text.utf8)
    guard unsafe write(writer, bytes, bytes.count) == bytes.count else {
      throw SupportFailure("cannot write to the pipe: error \(errno)")
    }
  }

  /// Reads what there is at the reader's end, at least a byte, or nothing at the end.
  public func receive() throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let got = unsafe read(reader, &bytes, bytes.count)
    guard got >= 0 else { throw SupportFailure("cannot read from the pipe: error \(errno)") }
    return Array(bytes[..<got])
  }

  /// Has calls on an end answer at once instead of waiting.
  public func stopWaiting(on descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
  }

  /// Whether the terminal shows what is typed.
  public var showsInput: Bool {
    var settings = termios()
    guard unsafe tcgetattr(reader, &settings) == 0 else { return false }
    return settings.c_lflag & tcflag_t(ECHO) != 0
  }

  /// Whether the terminal gives whole lines.
  public var givesLines: Bool {
    var settings = termios()
    guard unsafe tcgetattr(reader, &settings) == 0 else { return false }
    return settings.c_lflag & tcflag_t(ICANON) != 0
  }

  /// Closes the reader's end: nobody reads any more.
  public func closeReader() {
    guard isReaderOpen else { return }
    isReaderOpen = false
    close(reader)
  }

  /// Closes the writer's end: the reader meets the end.
  public func closeWriter() {
    guard isWriterOpen else { return }
    isWriterOpen = false
    close(writer)
  }
}
