/// What tells a file from every other one of the machine, by whatever names and links it is reached.
public struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let inode: UInt64

  /// The identity of what a path leads to; nil where it leads to nothing.
  public init?(of path: String) {
    guard let status = try? System.status(of: path, followingLinks: true) else { return nil }
    self.init(status)
  }

  init(_ status: FileStatus) { (device, inode) = (status.device, status.inode) }
}

/// Whole files.
public enum File {
  /// All the bytes of a regular file.
  ///
  /// - Throws: `tooLarge` where there are more bytes than the limit.
  public static func read(_ path: String, limit: Int) throws(PlatformError) -> [UInt8] {
    var file = try InputFile(path: path)
    return try file.readToEnd(limit: limit)
  }

  /// What the path names, without following a symbolic link at its end; nil where there is nothing.
  public static func kind(of path: String) throws(PlatformError) -> FileKind? {
    try status(of: path)?.kind
  }

  /// Whether both paths lead to one and the same file, by whatever names and links; false where either leads to none.
  public static func isSame(_ path: String, as other: String) -> Bool {
    guard let one = FileIdentity(of: path), let two = FileIdentity(of: other) else { return false }
    return one == two
  }

  /// Puts a file with these contents in the place of the path: at every moment, and after a crash at any moment, the
  /// path names either the old file or the whole new one.
  ///
  /// The new file is written beside the old, has its bytes on the disk before it takes the name, and the directory has
  /// the name on the disk before this returns. What stands in the way is replaced only where it is a regular file that
  /// its owner may write; a symbolic link, a directory, a device is refused.
  ///
  /// - Parameters:
  ///   - mode: The permissions of the new file, whatever the umask; an existing file's narrower ones are kept.
  ///   - isMasked: Whether the umask takes from the mode of a file that was not there, as it does for other programs: for
  ///     what somebody named and others may be meant to read.
  ///   - onlyOwn: Whether a file that belongs to another user is refused: where nobody has named it.
  ///   - owner: For whom it is, in letters, digits and `-_.`: what a process that is killed leaves of the new file can then
  ///     be told from what others are writing; see ``removeLeftovers(of:in:)``.
  public static func replace(
    path: String, contents: [UInt8], mode: UInt32 = 0o600, isMasked: Bool = false, onlyOwn: Bool = false,
    for owner: String? = nil
  ) throws(PlatformError) {
    var permissions = Permissions(mode, isMasked: isMasked)
    if let existing = try status(of: path) {
      guard existing.kind != .symbolicLink else { throw PlatformError(.replace, path, .symbolicLink) }
      guard existing.kind == .regular else { throw PlatformError(.replace, path, .notRegular(existing.kind)) }
      guard !onlyOwn || existing.owner == System.effectiveUser else {
        throw PlatformError(.replace, path, .foreignOwner(existing.owner))
      }
      // Renaming over it needs no permission of the file itself; whoever took that away did not want it replaced.
      guard existing.permissions & 0o200 != 0 else { throw PlatformError(.replace, path, System.notPermitted) }
      permissions = Permissions(mode & existing.permissions)
    }
    let directory = Directory.parent(of: path)
    let temporary = Directory.path(of: Leftover.name(for: owner), in: directory)
    try doing(.create, path) { () throws(Errno) in try writeNew(temporary, contents, permissions: permissions) }
    do {
      try doing(.replace, path) { () throws(Errno) in try System.renameFile(temporary, to: path) }
    } catch {
      try? System.remove(temporary)
      throw error
    }
    try doing(.save, path) { () throws(Errno) in try System.synchronizeDirectory(directory) }
  }

  /// Creates a file that must not be there yet, 0600 by default, and has it and its name on the disk before it returns.
  public static func create(path: String, contents: [UInt8], mode: UInt32 = 0o600) throws(PlatformError) {
    try doing(.create, path) { () throws(Errno) in try writeNew(path, contents, permissions: Permissions(mode)) }
    try doing(.save, path) { () throws(Errno) in try System.synchronizeDirectory(Directory.parent(of: path)) }
  }

  /// What a new file gets.
  private struct Permissions {
    let bits: UInt32
    /// Whether the system takes from them what the umask says. To ask for the umask is to change it, for every thread.
    let isMasked: Bool

    init(_ mode: UInt32, isMasked: Bool = false) { (bits, self.isMasked) = (mode & 0o777, isMasked) }
  }

  /// Creates a file; where that fails half-way, what was created is removed, and nothing that was there before.
  private static func writeNew(_ path: String, _ contents: [UInt8], permissions: Permissions) throws(Errno) {
    let mode = permissions.isMasked ? permissions.bits : System.ownersAlone
    let file = Descriptor(owning: try System.openFile(path, .creatingToWrite, mode: mode))
    do {
      try file.write(contents)
      try System.checkSize(contents.count, of: file.number)
      // Last, for only now may others see it; and by the descriptor, for the umask has had its say.
      if !permissions.isMasked { try System.setPermissions(permissions.bits, of: file.number) }
      try System.synchronize(file.number)
    } catch {
      try? System.remove(path)
      throw error
    }
  }

  private static func status(of path: String) throws(PlatformError) -> FileStatus? {
    do {
      return try System.status(of: path, followingLinks: false)
    } catch {
      guard System.isMissing(error) else { throw PlatformError(.inspect, path, error) }
      return nil
    }
  }
}
