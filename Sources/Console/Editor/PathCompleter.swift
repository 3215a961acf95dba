/// Completes paths, in the way of quoting that they were begun in.
public struct PathCompleter: Sendable {
  /// Something in a directory.
  public struct Entry: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// Whether it is a directory, or leads to one.
    public let isDirectory: Bool

    /// Creates an entry.
    public init(name: String, isDirectory: Bool) {
      self.name = name
      self.isDirectory = isDirectory
    }
  }

  private let home: String?
  private let entries: @Sendable (String) -> [Entry]

  /// Creates a completer.
  ///
  /// - Parameters:
  ///   - home: what `~` stands for.
  ///   - entries: what is in the directory of that path, in any order; none where it cannot be read. The empty path
  ///     is the directory that relative paths begin in.
  public init(home: String?, entries: @escaping @Sendable (String) -> [Entry]) {
    self.home = home
    self.entries = entries
  }

  /// The completer for a prompt.
  public var completer: Completer {
    Completer { candidates(for: $0) }
  }

  /// What the path before the cursor may become, sorted by name. Hidden names need their dot; names with characters that
  /// cannot be typed are left out.
  public func candidates(for typed: String) -> [Candidate] {
    if typed == "~", home != nil { return [Candidate(text: "~/", label: "~/")] }
    let (quoting, body) = Quoting.of(typed.drop { $0 == " " })
    let lead = body.startIndex
    let start = body.lastIndex(of: "/").map { body.index(after: $0) } ?? lead
    let directory = TypedPath.expanded(quoting.unquoted(body[..<start]), home: home)
    let prefix = quoting.unquoted(body[start...])
    let fitting = entries(directory).filter { entry in
      entry.name.hasPrefix(prefix) && (prefix.hasPrefix(".") || !entry.name.hasPrefix("."))
        && !entry.name.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
    let kept = String(typed[..<start])
    return fitting.sorted { $0.name < $1.name }.map { entry in
      let end = entry.isDirectory ? "/" : fitting.count == 1 ? quoting.end : ""
      return Candidate(
        text: kept + quoting.quoted(entry.name) + end, label: entry.name + (entry.isDirectory ? "/" : ""))
    }
  }
}
