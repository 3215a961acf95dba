#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
public import Testing

/// A program in a window of `tmux`, whose screen, title and cursor a test can look at as a person would: what the
/// program writes is interpreted by a terminal that many people use.
///
/// The server is the test's own and ends with the value. Every wait is for what the screen shows, and has a deadline that
/// only a hang ever reaches.
public final class Tmux {
  /// Whether there is one; a suite that needs it says `.enabled(if: Tmux.isInstalled, Tmux.isMissing)`.
  public static let isInstalled = (try? run("tmux -V")) != nil
  /// What the output of the tests says where there is none.
  public static let isMissing = Comment(rawValue: "tmux is not installed (Debian: tmux)")

  private let directory: TemporaryDirectory

  /// Starts a program in a window of its own.
  ///
  /// - Parameters:
  ///   - executable: The path of the program.
  ///   - arguments: Its arguments, without its own name.
  ///   - environment: All of its variables.
  public init(
    _ executable: String, _ arguments: [String] = [],
    environment: [String: String] = ["TERM": "screen-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"],
    columns: Int = 80, rows: Int = 24
  ) throws {
    directory = try TemporaryDirectory.make()
    let variables = environment.map { "\($0.key)=\($0.value)" }.sorted()
    // No line of the screen is tmux's, and the window outlives the program: tmux loses what a program writes just before
    // its end, and at times the end itself.
    try tell(
      ["start-server", ";", "set-option", "-g", "status", "off", ";"]
        + ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "/bin/sh", "-c", Self.outliving, "sh", end]
        + (["/usr/bin/env", "-i"] + variables + [executable] + arguments).map(Self.literal))
  }

  /// Runs a program, writes its status into the file that comes first, and stays until the server ends.
  private static let outliving = """
    end=$1 && shift && trap : INT QUIT && { "$@"; echo $? >"$end.new"; mv "$end.new" "$end"; exec /bin/sleep 1000; }
    """

  /// The file that has the status of the program after its end.
  private var end: String { directory.path + "/end" }

  deinit {
    _ = try? tell(["kill-server"])
    TemporaryDirectory.remove(directory.path)
  }

  // MARK: The keyboard

  /// Types text as it is.
  public func type(_ text: String) throws {
    try tell(["send-keys", "-l", "--", Self.literal(text)])
  }

  /// Presses keys by their names: `Enter`, `C-c`, `Up`, `BSpace`, `Escape`.
  public func press(_ keys: String...) throws {
    try tell(["send-keys"] + keys)
  }

  /// Pastes text, marked as pasted where the program has asked for that.
  public func paste(_ text: String) throws {
    try tell(["set-buffer", "--", Self.literal(text), ";", "paste-buffer", "-p", "-r"])
  }

  /// Changes the size of the window.
  public func resize(columns: Int, rows: Int) throws {
    try tell(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  // MARK: The screen

  /// What the screen shows, line by line, without the blanks at the ends of lines.
  public func screen() throws -> String { try tell(["capture-pane", "-p"]) }

  /// The same with all that has been scrolled out of sight before it.
  public func scrollback() throws -> String { try tell(["capture-pane", "-p", "-S", "-"]) }

  /// The title that the program has given to its window.
  public func title() throws -> String { try value("#{pane_title}") }

  /// Whether no program has switched to the other screen, whose lines are not kept.
  public func isOnMainScreen() throws -> Bool { try value("#{alternate_on}") == "0" }

  /// Where the cursor is, counted from 0 at the upper left.
  public func cursor() throws -> (column: Int, row: Int) {
    let words = try value("#{cursor_x} #{cursor_y}").split(separator: " ").compactMap { Int($0) }
    guard words.count == 2 else { throw SupportFailure("tmux does not tell where the cursor is") }
    return (words[0], words[1])
  }

  /// Waits until the screen shows the text, and gives the screen.
  @discardableResult
  public func expect(_ text: String, within seconds: Double = Support.patience) throws -> String {
    try wait(for: text.debugDescription, within: seconds) {
      let screen = try self.screen()
      return screen.contains(text) ? screen : nil
    }
  }

  /// Waits until something holds, and gives what it gave; nil is asked again.
  ///
  /// - Parameter what: What is waited for, for the failure's sake.
  @discardableResult
  public func wait<Result>(
    for what: String, within seconds: Double = Support.patience, until body: () throws -> Result?
  ) throws
    -> Result
  {
    let end = Self.now() + seconds
    while true {
      if let result = try body() { return result }
      guard Self.now() < end else {
        throw SupportFailure("\(what) did not come within \(seconds) seconds; the screen:\n\(try screen())")
      }
      // tmux tells nobody that a screen has changed.
      _ = poll(nil, 0, 10)
    }
  }

  /// Waits for the end of the program and gives its status; 128 and the number of the signal that ended it, as shells do.
  public func waitForExit(within seconds: Double = Support.patience) throws -> Int {
    try wait(for: "the end of the program", within: seconds) {
      (try? Self.run("cat " + Support.quoted(end))).flatMap { Int($0.dropLast()) }
    }
  }

  // MARK: - Below

  private func value(_ format: String) throws -> String {
    try String(tell(["display-message", "-p", format]).dropLast())
  }

  /// Runs commands of tmux and gives what they write; `;` alone divides them.
  @discardableResult
  private func tell(_ commands: [String]) throws -> String {
    let tmux = ["env", "-u", "TMUX", "TMUX_TMPDIR=\(directory.path)", "tmux", "-u", "-L", "test", "-f", "/dev/null"]
    return try Self.run((tmux + commands).map(Support.quoted).joined(separator: " "))
  }

  /// tmux takes a semicolon at the end of an argument for the end of a command.
  private static func literal(_ text: String) -> String {
    text.hasSuffix(";") ? text.dropLast() + "\\;" : text
  }

  private static func run(_ command: String) throws -> String {
    guard let stream = unsafe popen("exec 2>&1 </dev/null; " + command, "re") else {
      throw SupportFailure("cannot start a shell: error \(errno)")
    }
    var output: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let got = unsafe fread(&piece, 1, piece.count, stream)
      guard got > 0 else { break }
      output += piece[..<got]
    }
    let status = unsafe pclose(stream)
    let text = String(decoding: output, as: UTF8.self)
    guard status == 0 else { throw SupportFailure("\(command) failed with \(status): \(text)") }
    return text
  }

  private static func now() -> Double {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
