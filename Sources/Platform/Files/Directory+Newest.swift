extension Directory {
  /// A regular file of a directory, and when its contents last changed.
  public struct DatedFile: Equatable, Sendable {
    /// The path, beginning with the directory as it was given.
    public let path: String
    /// When the contents last changed, by the clock of whoever changed them; it may lie ahead.
    public let modified: Timestamp
    /// How many bytes it has.
    public let byteCount: Int
  }

  /// The regular files in a directory, and not below it, the newest first; those of one moment in the order of the bytes
  /// of their names. Symbolic links to files count, with the time of the file.
  ///
  /// - Parameter isWanted: Whether a name is to be looked at. What has an unwanted name is not even asked for its time.
  public static func newestFiles(
    in path: String, isWanted: (String) -> Bool
  ) throws(PlatformError) -> [DatedFile] {
    let names = try doing(.list, path) { () throws(Errno) in try System.names(in: path) }
    let files = names.filter(isWanted).compactMap { name -> DatedFile? in
      let full = self.path(of: name, in: path)
      // What was removed since is as good as never there.
      guard let status = try? System.status(of: full, followingLinks: true), status.kind == .regular else { return nil }
      return DatedFile(path: full, modified: status.modified, byteCount: status.size)
    }
    return files.sorted { one, other in
      one.modified == other.modified
        ? one.path.utf8.lexicographicallyPrecedes(other.path.utf8) : one.modified > other.modified
    }
  }
}
