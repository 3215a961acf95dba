#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Files as the tests themselves read and write them, by other code than the code that they test.
public enum TestFile {
  /// All the bytes of a file.
  public static func read(_ path: String) throws -> [UInt8] {
    guard let file = unsafe fopen(path, "rb") else { throw SupportFailure("cannot open \(path): error \(errno)") }
    defer { _ = unsafe fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = unsafe fread(&piece, 1, piece.count, file)
      guard got > 0 else { return bytes }
      bytes += piece[..<got]
    }
  }

  /// The text of a file.
  public static func text(_ path: String) throws -> String {
    String(decoding: try read(path), as: UTF8.self)
  }

  /// Writes a file anew, creating it with the given permissions, whatever the umask.
  public static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o600) throws {
    guard let file = unsafe mode & 0o111 == 0 ? fopen(path, "wb") : popen(writing(path), "we") else {
      throw SupportFailure("cannot create \(path): error \(errno)")
    }
    let sent = unsafe fwrite(bytes, 1, bytes.count, file)
    let closed = unsafe mode & 0o111 == 0 ? fclose(file) : pclose(file)
    guard sent == bytes.count, closed == 0 else { throw SupportFailure("cannot write \(path): error \(errno)") }
    _ = unsafe chmod(path, mode_t(mode))
  }

  /// A program is written by another process: no test that starts a child meanwhile may give it our open file, since what
  /// somebody can still write to does not run, nor the other end of ours, which `cat` would wait for (the `e` above).
  private static func writing(_ path: String) -> String { "cat >" + Support.quoted(path) }

  /// Writes a text file anew.
  public static func write(_ text: String, to path: String, mode: UInt32 = 0o600) throws {
    try write(Array(text.utf8), to: path, mode: mode)
  }

  /// Changes the permissions of what the path names.
  public static func setPermissions(_ mode: UInt32, of path: String) throws {
    guard unsafe chmod(path, mode_t(mode)) == 0 else { throw SupportFailure("cannot chmod \(path): error \(errno)") }
  }

  /// The permissions of what the path names, such as `0o600`; nil where there is nothing.
  public static func permissions(_ path: String) -> UInt32? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    return UInt32(status.st_mode) & 0o7777
  }

  /// Sets when a file was last changed, in seconds since 1970.
  public static func setModified(_ seconds: Int, of path: String) throws {
    let times = [timeval](repeating: timeval(tv_sec: seconds, tv_usec: 0), count: 2)
    guard unsafe utimes(path, times) == 0 else { throw SupportFailure("cannot date \(path): error \(errno)") }
  }

  /// Whether the path names anything, a dangling symbolic link included.
  public static func exists(_ path: String) -> Bool {
    permissions(path) != nil
  }

  /// Makes a directory with the given permissions, whatever the umask, and those above it.
  public static func makeDirectory(_ path: String, mode: UInt32 = 0o700) throws {
    if exists(path) { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeDirectory(String(path[..<slash]), mode: mode)
    }
    let made = unsafe mkdir(path, mode_t(mode))
    // Another test may have made it in between.
    if made != 0, errno == EEXIST { return }
    guard made == 0, unsafe chmod(path, mode_t(mode)) == 0 else {
      throw SupportFailure("cannot make the directory \(path): error \(errno)")
    }
  }

  /// Makes a symbolic link at a path to a target.
  public static func makeLink(at path: String, to target: String) throws {
    guard unsafe symlink(target, path) == 0 else { throw SupportFailure("cannot link \(path): error \(errno)") }
  }

  /// Gives a file a second name (hard link).
  public static func makeSecondName(_ path: String, of target: String) throws {
    guard unsafe link(target, path) == 0 else { throw SupportFailure("cannot link \(path): error \(errno)") }
  }

  /// Makes a named pipe.
  public static func makeNamedPipe(_ path: String) throws {
    guard unsafe mkfifo(path, 0o600) == 0 else { throw SupportFailure("cannot make the pipe \(path): error \(errno)") }
  }

  /// Makes a device that takes everything and gives nothing, as `/dev/null`; for the administrator only.
  public static func makeDevice(_ path: String) throws {
    guard unsafe mknod(path, S_IFCHR | 0o666, dev_t(1 << 8 | 3)) == 0 else {
      throw SupportFailure("cannot make the device \(path): error \(errno)")
    }
  }

  #if os(Linux)
  /// Makes a socket that nobody listens at.
  public static func makeSocket(_ path: String) throws {
    guard unsafe mknod(path, S_IFSOCK | 0o600, 0) == 0 else {
      throw SupportFailure("cannot make the socket \(path): error \(errno)")
    }
  }
  #endif

  /// Gives what the path names to another user; for the administrator only.
  public static func setOwner(_ user: UInt32, of path: String) throws {
    guard unsafe lchown(path, user, user) == 0 else { throw SupportFailure("cannot chown \(path): error \(errno)") }
  }

  /// What the path names, as far as a test has to see that nobody touched it: kind, permissions, owner, names, which
  /// file it is, and its size; nil where there is nothing.
  public static func identity(_ path: String) -> [Int]? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    return [
      Int(status.st_mode), Int(status.st_uid), Int(status.st_nlink), Int(status.st_ino), Int(status.st_size),
    ]
  }

  /// Gives a file another name, in the place of whatever has that.
  public static func move(_ path: String, to other: String) throws {
    guard unsafe rename(path, other) == 0 else { throw SupportFailure("cannot move \(path): error \(errno)") }
  }

  /// Removes a file.
  public static func remove(_ path: String) throws {
    guard unsafe unlink(path) == 0 else { throw SupportFailure("cannot remove \(path): error \(errno)") }
  }

  /// Removes what the path names, a directory with everything in it; that there is nothing is fine.
  public static func removeAll(_ path: String) throws {
    TemporaryDirectory.remove(path)
    if exists(path) { throw SupportFailure("cannot remove \(path)") }
  }

  /// Opens what is there for writing and gives its descriptor.
  public static func openForWriting(_ path: String) throws -> Int32 {
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SupportFailure("cannot open \(path): error \(errno)") }
    return descriptor
  }

  /// Closes a descriptor.
  public static func close(_ descriptor: Int32) {
    closeDescriptor(descriptor)
  }
}

/// `close`, where a method of that name hides it.
private func closeDescriptor(_ descriptor: Int32) {
  close(descriptor)
}
