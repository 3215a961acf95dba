/// A file of ours that only ever grows at its end, held by one process at a time.
///
/// What is appended counts once `append` has returned: by then it is on the disk. After anything that failed on the way
/// there the end of the file is unknown, and the value refuses to go on; opening the file again tells what is there.
public struct AppendFile: ~Copyable {
  /// What came of the lock.
  public enum Lock: Sendable {
    /// We have it.
    case held
    /// The file system has none (NFS without its lock service): nothing keeps a second writer out.
    case unsupported
  }

  private let descriptor: Descriptor
  private var hasFailed = false
  /// The path as it was given.
  public let path: String
  /// The permissions that the file had, where others could read or write it and ``narrow()`` has ended that.
  public private(set) var narrowedMode: UInt32?
  /// Whether the lock keeps others out.
  public let lock: Lock

  /// Opens the file, or creates it, readable and writable by its owner alone, and takes its lock without waiting. A file
  /// that is there is left as it is.
  ///
  /// Refused are: anything but a regular file, a symbolic link, a file of another user, one with a second name (hard
  /// link), one in a directory where everybody may write or that belongs to another user (the administrator, who can do
  /// anything, excepted), and one that another process has.
  public init(path: String) throws(PlatformError) {
    // A name that is exchanged between the opening and the lock leads to a file that nobody else will look at again.
    for _ in 0..<8 {
      let (number, isNew) = try Self.open(path)
      let descriptor = Descriptor(owning: number)
      let status = try doing(.inspect, path) { () throws(Errno) in try System.status(of: number) }
      try Self.check(status, at: path)
      let lock = try Self.takeLock(of: number, status, at: path)
      let named = try? System.status(of: path, followingLinks: false)
      guard let named, named.isSameFile(as: status) else { continue }
      if isNew {
        try doing(.inspect, path) { () throws(Errno) in try System.setPermissions(0o600, of: number) }
      }
      // An empty one may be what is left of a process that died, or failed, before its name was on the disk.
      if isNew || status.size == 0 {
        try doing(.save, path) { () throws(Errno) in
          try System.synchronize(number)
          try System.synchronizeDirectory(Directory.parent(of: path))
        }
      }
      self.descriptor = descriptor
      self.path = path
      self.lock = lock
      return
    }
    throw PlatformError(.open, path, .removed)
  }

  deinit {
    System.unlock(descriptor.number)
  }

  /// Keeps others out of a file that they could read or write: for whoever has seen that the file is what it should be.
  public mutating func narrow() throws(PlatformError) {
    let permissions = try status().permissions
    guard permissions & 0o077 != 0 else { return }
    try doing(.inspect, path) { [number = descriptor.number] () throws(Errno) in
      try System.setPermissions(0o600, of: number)
    }
    narrowedMode = permissions
  }

  /// How many bytes the file has.
  public func size() throws(PlatformError) -> Int {
    try status().size
  }

  /// All the bytes, from the first on.
  ///
  /// - Throws: `tooLarge` where there are more than the limit.
  public mutating func readAll(limit: Int) throws(PlatformError) -> [UInt8] {
    let size = try status().size
    guard size <= limit else { throw PlatformError(.read, path, .tooLarge(limit: limit)) }
    return try doing(.read, path) { [number = descriptor.number] () throws(Errno) in
      try System.seek(number, to: 0)
      var bytes: [UInt8] = []
      bytes.reserveCapacity(size)
      while bytes.count < size {
        let rest = size - bytes.count
        let got = try System.retrying { () throws(Errno) in
          try System.readOnce(number, into: &bytes, atMost: rest)
        }
        // What is read as a shorter file would be written to as one.
        guard got > 0 else { throw System.truncated }
      }
      return bytes
    }
  }

  /// Writes the bytes at the end and has them on the disk before it returns.
  ///
  /// - Throws: `removed` where the name no longer leads to this file, `earlierFailure` after any failure.
  public mutating func append(_ bytes: [UInt8]) throws(PlatformError) {
    try change(.write) { (number, size) throws(Errno) in
      try System.writeAll(number, bytes)
      try System.checkSize(size + bytes.count, of: number)
    }
  }

  /// Cuts the file to so many bytes and has that on the disk before it returns.
  public mutating func truncate(to size: Int) throws(PlatformError) {
    try change(.shorten) { (number, _) throws(Errno) in try System.truncate(number, to: size) }
  }

  private mutating func change(
    _ operation: PlatformError.Operation, _ body: (_ number: Int32, _ size: Int) throws(Errno) -> Void
  ) throws(PlatformError) {
    guard !hasFailed else { throw PlatformError(operation, path, .earlierFailure) }
    // Until all is well. A second `fsync` after one that failed may report a success that it does not have, because
    // the system has already marked the pages as clean.
    hasFailed = true
    let before = try status()
    try checkName(for: operation)
    let number = descriptor.number
    try doing(operation, path) { () throws(Errno) in try body(number, before.size) }
    try doing(.save, path) { () throws(Errno) in try System.synchronize(number) }
    // What went into a file that nobody will look at again has not been saved.
    try checkName(for: .save)
    hasFailed = false
  }

  /// Sees that the name still leads to this file, and not to another or to none.
  private func checkName(for operation: PlatformError.Operation) throws(PlatformError) {
    let named: FileStatus
    do {
      named = try System.status(of: path, followingLinks: false)
    } catch {
      guard System.isMissing(error) else { throw PlatformError(operation, path, error) }
      throw PlatformError(operation, path, .removed)
    }
    guard try status().isSameFile(as: named) else { throw PlatformError(operation, path, .removed) }
  }

  private func status() throws(PlatformError) -> FileStatus {
    try doing(.inspect, path) { [number = descriptor.number] () throws(Errno) in try System.status(of: number) }
  }

  /// Opens what is there, or creates what is not; says which.
  private static func open(_ path: String) throws(PlatformError) -> (number: Int32, isNew: Bool) {
    while true {
      do {
        return (try System.openFile(path, .appending), false)
      } catch {
        if System.isSymbolicLink(error) { throw PlatformError(.open, path, .symbolicLink) }
        guard System.isMissing(error) else {
          // A directory or a socket cannot even be opened for writing; say what it is.
          if let kind = try? System.status(of: path, followingLinks: false).kind, kind != .regular {
            throw PlatformError(.open, path, .notRegular(kind))
          }
          throw PlatformError(.open, path, error)
        }
      }
      // What would be refused once it is there is not made.
      try checkDirectory(of: path, for: .create)
      do {
        return (try System.openFile(path, .creatingToAppend), true)
      } catch {
        // Made by somebody else in between: it is looked at again.
        guard System.isTaken(error) else { throw PlatformError(.create, path, error) }
      }
    }
  }

  private static func check(_ status: FileStatus, at path: String) throws(PlatformError) {
    guard status.kind == .regular else { throw PlatformError(.open, path, .notRegular(status.kind)) }
    guard status.owner == System.effectiveUser else {
      throw PlatformError(.open, path, .foreignOwner(status.owner))
    }
    guard status.links <= 1 else { throw PlatformError(.open, path, .severalNames(status.links)) }
    try checkDirectory(of: path, for: .inspect)
  }

  private static func checkDirectory(
    of path: String, for operation: PlatformError.Operation
  ) throws(PlatformError) {
    let directory = try doing(operation, path) { () throws(Errno) in
      try System.status(of: Directory.parent(of: path), followingLinks: true)
    }
    guard directory.permissions & 0o002 == 0 else { throw PlatformError(.open, path, .sharedDirectory) }
    guard [System.effectiveUser, System.administrator].contains(directory.owner) else {
      throw PlatformError(.open, path, .foreignDirectory(directory.owner))
    }
  }

  private static func takeLock(of number: Int32, _ status: FileStatus, at path: String) throws(PlatformError) -> Lock {
    do {
      try System.lock(number)
      return .held
    } catch {
      if System.isHeldElsewhere(error) { throw PlatformError(.lock, path, .busy(holder: holder(of: status))) }
      guard System.isWithoutLocks(error) else { throw PlatformError(.lock, path, error) }
      return .unsupported
    }
  }

  /// The process that has the lock, as Linux lists it; nil where there is no such list or it says nothing.
  ///
  /// A line reads `1: FLOCK  ADVISORY  WRITE 4711 08:01:131077 0 EOF`: the process, then the device and the inode.
  private static func holder(of status: FileStatus) -> Int32? {
    guard let list = try? File.read("/proc/locks", limit: 1 << 20) else { return nil }
    for line in String(decoding: list, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 5, words[1] == "FLOCK" else { continue }
      let place = words[5].split(separator: ":")
      let (major, minor) = System.majorMinor(status.device)
      guard place.count == 3, UInt64(place[0], radix: 16) == major, UInt64(place[1], radix: 16) == minor,
        UInt64(place[2]) == status.inode, let holder = Int32(words[4]), holder > 0
      else { continue }
      return holder
    }
    return nil
  }
}
