/// Directories, and what is in them.
public enum Directory {
  /// A name in a directory.
  public struct Entry: Equatable, Sendable {
    /// The name, without the directory. Where it is not UTF-8, its bad bytes are replaced and it cannot be opened.
    public let name: String
    /// What it names; a symbolic link is told as one.
    public let kind: FileKind
  }

  /// The files found under a directory, and what could not be looked into.
  public struct Findings: Sendable {
    /// Paths, each beginning with the directory as it was given, in the order of their bytes.
    public var files: [String] = []
    /// Directories below that could not be listed, and names that cannot be told from another; the others were.
    public var failures: [PlatformError] = []
    /// Links to directories that lie elsewhere, in the order of their bytes: they were not entered.
    public var unentered: [String] = []
  }

  /// Makes a directory that is there when this returns, with exactly this mode where it had to be created, whatever the
  /// umask. One that is there already is left as it is.
  ///
  /// - Parameter parents: Whether missing directories above it are created too, with the same mode.
  /// - Returns: Whether it was created.
  @discardableResult
  public static func create(_ path: String, mode: UInt32 = 0o700, parents: Bool = false) throws(PlatformError) -> Bool {
    do {
      try System.makeDirectory(path)
    } catch {
      if System.isTaken(error) {
        let status = try doing(.create, path) { () throws(Errno) in
          try System.status(of: path, followingLinks: true)
        }
        guard status.kind == .directory else { throw PlatformError(.create, path, error) }
        // Whoever made it may have died before its name was on the disk.
        try? System.synchronizeDirectory(parent(of: path))
        return false
      }
      let above = parent(of: path)
      guard parents, System.isMissing(error), above != path else { throw PlatformError(.create, path, error) }
      try create(above, mode: mode, parents: true)
      return try create(path, mode: mode)
    }
    do {
      try System.setPermissions(mode & 0o777, of: path)
      try System.synchronizeDirectory(parent(of: path))
    } catch {
      // Left there, it would be found by the next one as a directory with which all is well.
      try? System.removeDirectory(path)
      throw PlatformError(.create, path, error)
    }
    return true
  }

  /// Whether there is a directory of that path, or a link that leads to one.
  public static func exists(_ path: String) -> Bool {
    (try? System.status(of: path, followingLinks: true))?.kind == .directory
  }

  /// What is in a directory, in the order of the bytes of the names.
  public static func entries(of path: String) throws(PlatformError) -> [Entry] {
    let names = try doing(.list, path) { () throws(Errno) in try System.names(in: path) }
    return names.sorted(by: comesBefore).map { name in
      let status = try? System.status(of: self.path(of: name, in: path), followingLinks: false)
      return Entry(name: name, kind: status?.kind ?? .unknown)
    }
  }

  /// The regular files under a directory, at any depth, whose names end so. Symbolic links to files count, those to
  /// directories are not entered: no circle is walked. What begins with a dot is hidden, and passed over with all that is
  /// below it.
  ///
  /// - Throws: Only where the directory itself cannot be listed.
  public static func files(under path: String, suffix: String) throws(PlatformError) -> Findings {
    var findings = Findings()
    var waiting = [path]
    var isFirst = true
    var entered: Set<FileIdentity> = []
    var links: [(path: String, target: FileIdentity)] = []
    while let directory = waiting.popLast() {
      let entries: [Entry]
      do {
        entries = try self.entries(of: directory)
      } catch {
        if isFirst { throw error }
        findings.failures.append(error)
        continue
      }
      isFirst = false
      if let identity = FileIdentity(of: directory) { entered.insert(identity) }
      var previous = ""
      for entry in entries where entry.name.utf8.first != UInt8(ascii: ".") {
        let full = self.path(of: entry.name, in: directory)
        // Two names in one directory are only the same where bytes that are not UTF-8 were replaced in one of them.
        if entry.name == previous { findings.failures.append(PlatformError(.open, full, System.missing)) }
        previous = entry.name
        switch entry.kind {
        case .directory: waiting.append(full)
        case .symbolicLink:
          let target = try? System.status(of: full, followingLinks: true)
          if let target, target.kind == .directory { links.append((full, FileIdentity(target))) }
          // A link to nothing is listed: to be told that it leads nowhere is better than to be told nothing.
          guard target == nil || target?.kind == .regular, entry.name.utf8.ends(with: suffix.utf8) else { continue }
          findings.files.append(full)
        case .regular, .unknown:
          if entry.name.utf8.ends(with: suffix.utf8) { findings.files.append(full) }
        default: break
        }
      }
    }
    findings.unentered = links.filter { !entered.contains($0.target) }.map(\.path).sorted(by: comesBefore)
    findings.files.sort(by: comesBefore)
    findings.failures.sort { comesBefore($0.path ?? "", $1.path ?? "") }
    return findings
  }

  /// The directory that holds what the path names: `a` for `a/b`, `.` for `b`, `/` for `/b`.
  public static func parent(of path: String) -> String {
    var rest = path.utf8[...]
    while rest.last == slash && rest.count > 1 { rest.removeLast() }
    guard let end = rest.lastIndex(of: slash) else { return "." }
    var above = rest[..<end]
    while above.last == slash && above.count > 1 { above.removeLast() }
    return above.isEmpty ? "/" : String(Substring(above))
  }

  /// Whether a path begins at the root.
  public static func isAbsolute(_ path: String) -> Bool { path.utf8.first == slash }

  /// Paths are cut by their bytes: a slash and a combining mark at the beginning of a name are one character.
  static let slash = UInt8(ascii: "/")

  /// The path of a name in a directory; the name alone where the directory is the current one and unnamed.
  public static func path(of name: String, in directory: String) -> String {
    if directory.isEmpty { return name }
    return directory.utf8.last == slash ? directory + name : directory + "/" + name
  }

  private static func comesBefore(_ one: String, _ other: String) -> Bool {
    one.utf8.lexicographicallyPrecedes(other.utf8)
  }
}

extension String.UTF8View {
  /// Byte by byte: two spellings of one letter are two names to the file system.
  fileprivate func ends(with suffix: String.UTF8View) -> Bool {
    count >= suffix.count && self.suffix(suffix.count).elementsEqual(suffix)
  }
}
