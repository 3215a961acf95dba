public import Platform

/// The program that opens a page for the person at this machine.
public struct Browser: Sendable {
  /// Why there is none.
  public enum Absence: Error, Sendable, Equatable {
    /// The person sits at another machine, and `BROWSER` does not say how to reach their browser.
    case remote
    /// This machine shows no windows.
    case noDisplay
    /// No program that opens pages is installed.
    case noProgram
    /// Everybody may write to the program at this place, or to its directory.
    case exposed(String)
  }

  /// The program's path.
  public let executable: String
  private let environment: [String: String]
  private let patience: Duration

  /// - Parameter patience: how long the program may take to fail.
  init(executable: String, environment: [String: String], patience: Duration) {
    self.executable = executable
    self.environment = environment
    self.patience = patience
  }

  /// Finds the program by the variables of an environment, which it is going to be given as well.
  ///
  /// `BROWSER` decides where it names one: the first of its entries, divided by colons, that is the absolute path of a
  /// program or the name of one in `PATH`. Entries that are templates for a shell, with blanks or `%s`, are passed over.
  /// Else it is `open` on macOS, `wslview` in WSL, and `xdg-open` where there is a display.
  public static func find(environment: [String: String]) throws(Absence) -> Browser {
    func isSet(_ names: String...) -> Bool { names.contains { environment[$0]?.isEmpty == false } }
    func program(_ name: String) -> String? { ChildProcess.find(name, in: environment["PATH"] ?? "") }
    func browser(_ executable: String) throws(Absence) -> Browser {
      guard !ChildProcess.isExposed(executable) else { throw .exposed(executable) }
      return Browser(executable: executable, environment: environment, patience: .seconds(2))
    }

    for entry in (environment["BROWSER"] ?? "").split(separator: ":").map(String.init) {
      guard !entry.contains("%s"), !entry.contains(where: \.isWhitespace) else { continue }
      if entry.hasPrefix("/") {
        if ChildProcess.isProgram(entry) { return try browser(entry) }
      } else if let executable = program(entry) {
        return try browser(executable)
      }
    }
    if isSet("SSH_CONNECTION", "SSH_TTY") { throw .remote }
    #if os(macOS)
    let system = "/usr/bin/open"
    guard ChildProcess.isProgram(system) else { throw .noProgram }
    return try browser(system)
    #else
    let isWSL = isSet("WSL_DISTRO_NAME")
    if isWSL, let executable = program("wslview") { return try browser(executable) }
    guard isSet("DISPLAY", "WAYLAND_DISPLAY") else { throw isWSL ? .noProgram : .noDisplay }
    guard let executable = program("xdg-open") else { throw .noProgram }
    return try browser(executable)
    #endif
  }

  /// Opens a page. Returns whether the program took it: it was started and did not fail within two seconds. It may live
  /// on after us.
  ///
  /// Only what is plainly the address of a page is handed on (``isPlain(_:)``); false for anything else.
  public func open(_ url: String) throws(PlatformError) -> Bool {
    guard Self.isPlain(url) else { return false }
    switch try ChildProcess.launch(
      executable: executable, arguments: [url], environment: environment, deadline: patience)
    {
    case .running, .exited(status: 0): return true
    case .exited, .signalled: return false
    }
  }

  /// Whether the text is an `https` address with a host and no user information, in printable ASCII, and without what
  /// another shell on the way would take for more than text: `xdg-open` is a script, and `wslview` composes a command
  /// for PowerShell.
  static func isPlain(_ url: String) -> Bool {
    let scheme = "https://"
    guard url.hasPrefix(scheme), url.utf8.count <= 2_000 else { return false }
    let isHarmless = url.utf8.allSatisfy { byte in
      byte > 0x20 && byte < 0x7F && !"\"'`$()<>\\^{|}".utf8.contains(byte)
    }
    let authority = url.utf8.dropFirst(scheme.utf8.count).prefix { !"/?#".utf8.contains($0) }
    guard isHarmless, let first = authority.first, !authority.contains(UInt8(ascii: "@")) else { return false }
    return (0x30...0x39).contains(first) || (0x61...0x7A).contains(first | 0x20)
  }
}
