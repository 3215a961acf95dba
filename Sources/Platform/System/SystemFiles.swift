#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension System {
  /// How a file is opened; every one of them is closed on `exec`, never waits and never becomes our terminal.
  enum Access {
    case reading
    case readingThroughNoLink
    case appending
    case creatingToAppend
    case creatingToWrite
    case readingAndWriting
    case directory

    var flags: Int32 {
      let always = O_CLOEXEC | O_NONBLOCK | O_NOCTTY
      switch self {
      case .reading: return always | O_RDONLY
      case .readingThroughNoLink: return always | O_RDONLY | O_NOFOLLOW
      case .appending: return always | O_RDWR | O_APPEND | O_NOFOLLOW
      case .creatingToAppend: return always | O_RDWR | O_APPEND | O_NOFOLLOW | O_CREAT | O_EXCL
      case .creatingToWrite: return always | O_WRONLY | O_NOFOLLOW | O_CREAT | O_EXCL
      case .readingAndWriting: return always | O_RDWR
      case .directory: return always | O_RDONLY | O_DIRECTORY
      }
    }
  }

  /// The permissions of what its owner alone may read and write.
  static let ownersAlone: UInt32 = 0o600

  /// Opens a file, under a number that is neither 0, 1 nor 2. What is created has the permissions of the mode, or less
  /// where the umask takes more away.
  static func openFile(_ path: String, _ access: Access, mode: UInt32 = ownersAlone) throws(Errno) -> Int32 {
    try checkName(path)
    return try apartFromStreams(try call { unsafe open(path, access.flags, mode_t(mode)) })
  }

  /// The descriptor, or one with a higher number in its place where it is 0, 1 or 2.
  ///
  /// A process that was started without a standard stream gets the stream's number for whatever it opens first. What is
  /// then said on standard error would be written into that file.
  static func apartFromStreams(_ descriptor: Int32) throws(Errno) -> Int32 {
    guard descriptor < 3 else { return descriptor }
    defer { closeFile(descriptor) }
    return try duplicate(descriptor)
  }

  /// Closes a descriptor. Whatever it answers, the descriptor is gone, so that there is no second try.
  static func closeFile(_ descriptor: Int32) {
    _ = close(descriptor)
  }

  /// A second descriptor for the same open file, closed on `exec`.
  static func duplicate(_ descriptor: Int32) throws(Errno) -> Int32 {
    try call { fcntl(descriptor, F_DUPFD_CLOEXEC, 3) }
  }

  /// Reads once, appending to the buffer at most so many bytes. Zero is the end. A signal ends the call with `EINTR`.
  static func readOnce(_ descriptor: Int32, into buffer: inout [UInt8], atMost count: Int) throws(Errno) -> Int {
    var code: Int32 = 0
    var got = 0
    if buffer.isEmpty {
      // A new buffer is filled by the system itself, which costs less than to copy into one that is there.
      buffer = unsafe [UInt8](unsafeUninitializedCapacity: count) { space, filled in
        got = unsafe read(descriptor, space.baseAddress, count)
        code = errno
        filled = max(got, 0)
      }
    } else {
      let room = min(count, 128 << 10)
      unsafe withUnsafeTemporaryAllocation(byteCount: room, alignment: 16) { space in
        got = unsafe read(descriptor, space.baseAddress, room)
        code = errno
        if got > 0 { unsafe buffer.append(contentsOf: space[..<got]) }
      }
    }
    guard got >= 0 else { throw Errno(code) }
    return got
  }

  /// Writes once, from the given offset of the bytes on; says how many bytes went. A signal ends the call with `EINTR`.
  static func writeOnce(_ descriptor: Int32, _ bytes: [UInt8], from start: Int) throws(Errno) -> Int {
    var code: Int32 = 0
    let sent = unsafe bytes.withUnsafeBytes { all in
      let rest = unsafe UnsafeRawBufferPointer(rebasing: all[start...])
      let sent = unsafe write(descriptor, rest.baseAddress, rest.count)
      code = errno
      return sent
    }
    guard sent >= 0 else { throw Errno(code) }
    return sent
  }

  /// Writes all of the bytes, in as many calls as that takes.
  static func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) throws(Errno) {
    var sent = 0
    while sent < bytes.count {
      let count = try retrying { () throws(Errno) in try writeOnce(descriptor, bytes, from: sent) }
      // Neither a byte nor an error: whoever asks again may ask for ever.
      guard count > 0 else { throw Errno(EIO) }
      sent += count
    }
  }

  /// Sees that a file has so many bytes: file systems on other machines have been known to lose some of what they said
  /// they had taken.
  static func checkSize(_ size: Int, of descriptor: Int32) throws(Errno) {
    guard try status(of: descriptor).size == size else { throw Errno(EIO) }
  }

  /// What an open descriptor is.
  static func status(of descriptor: Int32) throws(Errno) -> FileStatus {
    var found = stat()
    try call { unsafe fstat(descriptor, &found) }
    return FileStatus(found)
  }

  /// What a path names; the last component is followed, or not, where it is a symbolic link.
  static func status(of path: String, followingLinks: Bool) throws(Errno) -> FileStatus {
    try checkName(path)
    var found = stat()
    try call { unsafe followingLinks ? stat(path, &found) : lstat(path, &found) }
    return FileStatus(found)
  }

  /// Whether we may execute what the path names.
  static func isExecutable(_ path: String) -> Bool {
    guard (try? checkName(path)) != nil else { return false }
    return unsafe access(path, X_OK) == 0
  }

  static func setPermissions(_ permissions: UInt32, of descriptor: Int32) throws(Errno) {
    try call { fchmod(descriptor, mode_t(permissions)) }
  }

  static func setPermissions(_ permissions: UInt32, of path: String) throws(Errno) {
    try checkName(path)
    try call { unsafe chmod(path, mode_t(permissions)) }
  }

  static func truncate(_ descriptor: Int32, to size: Int) throws(Errno) {
    try call { ftruncate(descriptor, off_t(size)) }
  }

  /// Moves the place where the next read begins.
  static func seek(_ descriptor: Int32, to offset: Int) throws(Errno) {
    try call { lseek(descriptor, off_t(offset), SEEK_SET) }
  }

  /// Has the bytes, and the size that is needed to find them again, on the disk before it returns.
  ///
  /// On macOS `fsync` leaves the data in the drive's own cache, possibly out of order; only `F_FULLFSYNC` is the promise
  /// that we need, and `fsync` the best there is where the file system does not know it.
  static func synchronize(_ descriptor: Int32) throws(Errno) {
    #if canImport(Darwin)
    if fcntl(descriptor, F_FULLFSYNC) != -1 { return }
    let code = errno
    guard code == ENOTSUP || code == EINVAL || code == ENOTTY else { throw Errno(code) }
    #endif
    try call { fsync(descriptor) }
  }

  /// Has the names of a directory on the disk before it returns. File systems that cannot do that say so, and have
  /// nothing better to offer.
  static func synchronizeDirectory(_ path: String) throws(Errno) {
    let descriptor = try openFile(path, .directory)
    defer { closeFile(descriptor) }
    do {
      try call { fsync(descriptor) }
    } catch {
      guard error.code == EINVAL || error.code == ENOTSUP else { throw error }
    }
  }

  static func renameFile(_ old: String, to new: String) throws(Errno) {
    try checkName(new)
    try call { unsafe rename(old, new) }
  }

  static func remove(_ path: String) throws(Errno) {
    try checkName(path)
    try call { unsafe unlink(path) }
  }

  static func removeDirectory(_ path: String) throws(Errno) {
    try checkName(path)
    try call { unsafe rmdir(path) }
  }

  static func makeDirectory(_ path: String) throws(Errno) {
    try checkName(path)
    try call { unsafe mkdir(path, 0o700) }
  }

  /// Takes the exclusive lock of an open file without waiting for it. It ends with the last descriptor of the open
  /// file: a process that dies, however it dies, leaves no lock behind.
  static func lock(_ descriptor: Int32) throws(Errno) {
    try call { flock(descriptor, LOCK_EX | LOCK_NB) }
  }

  /// Gives the lock back at once. Closing alone would not: a program that another thread is just starting has a copy of
  /// the descriptor, and with it the lock, until it runs.
  static func unlock(_ descriptor: Int32) {
    _ = flock(descriptor, LOCK_UN)
  }

  /// Whether an error of `lock` says that another has it.
  static func isHeldElsewhere(_ error: Errno) -> Bool {
    error.code == EWOULDBLOCK
  }

  /// Whether an error of `lock` says that the file system (NFS without its lock service, mostly) has no locks.
  static func isWithoutLocks(_ error: Errno) -> Bool {
    error.code == ENOLCK || error.code == ENOTSUP || error.code == EOPNOTSUPP || error.code == ENOSYS
  }

  /// The device number as the kernel writes it in lists: major and minor.
  static func majorMinor(_ device: UInt64) -> (major: UInt64, minor: UInt64) {
    #if os(Linux)
    ((device >> 8) & 0xfff | (device >> 32) & ~0xfff, device & 0xff | (device >> 12) & ~0xff)
    #else
    ((device >> 24) & 0xff, device & 0xff_ffff)
    #endif
  }
}
