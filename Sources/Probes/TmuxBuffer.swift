public import Platform

/// The buffer of the `tmux` that a program runs in.
///
/// As it is set up by default, `tmux` passes nothing on that programs in its windows send to the clipboard; what it is
/// asked to keep by its own command it passes on itself.
public struct TmuxBuffer: Sendable {
  private let executable: String
  private let environment: [String: String]

  /// Nil where the program does not run in `tmux`, or its command is not there or can be written by everybody.
  public init?(environment: [String: String]) {
    guard environment["TMUX"]?.isEmpty == false,
      let executable = ChildProcess.find("tmux", in: environment["PATH"] ?? ""), !ChildProcess.isExposed(executable)
    else { return nil }
    self.executable = executable
    self.environment = environment.filter { ["TMUX", "TMUX_TMPDIR", "TMUX_PANE", "PATH", "TERM"].contains($0.key) }
  }

  /// Keeps the text, and has `tmux` pass it on to the clipboard of the terminal around it. Returns whether it was taken.
  public func keep(_ text: String) throws(PlatformError) -> Bool {
    // Versions before 3.2 know no -w, and keep the text for pasting with their own key.
    for arguments in [["load-buffer", "-w", "-"], ["load-buffer", "-"]] {
      let outcome = try ChildProcess.run(
        executable: executable, arguments: arguments, environment: environment, input: Array(text.utf8),
        deadline: .seconds(2), outputLimit: 4_096)
      if case .exited(status: 0) = outcome.ending { return true }
    }
    return false
  }
}
