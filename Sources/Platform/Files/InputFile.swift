/// A file, or a stream that was open before we began, to read from front to back.
public struct InputFile: ~Copyable {
  private let descriptor: Descriptor
  /// The path as it was given, or the name of the stream.
  public let path: String
  /// How many bytes a regular file had when it was opened. A hint: the file may change while it is read.
  public let expectedSize: Int?

  /// Opens a regular file; symbolic links are followed.
  ///
  /// Directories, devices, sockets and named pipes are refused by name, and without waiting for anybody to write: the
  /// operator who names `/dev/stdin` means `InputFile(stream: 0, …)`.
  public init(path: String) throws(PlatformError) {
    try self.init(path: path, access: .reading)
  }

  /// Opens a regular file whose last component must not be a symbolic link.
  public init(withoutFollowingLinks path: String) throws(PlatformError) {
    try self.init(path: path, access: .readingThroughNoLink)
  }

  /// Opens a regular file that holds a secret: it is ours, nobody else may read or write it, and the path is no symbolic
  /// link. All of that is asked of the open file, so that nobody can exchange it in between.
  public init(secret path: String) throws(PlatformError) {
    try self.init(path: path, access: .readingThroughNoLink, isSecret: true)
  }

  /// Reads from a descriptor that the process was started with: 0 is standard input, the number of `/dev/fd/63` is 63.
  ///
  /// Pipes, terminals and devices are allowed here, for whoever started us opened them on purpose; a directory is not.
  /// The descriptor itself stays open when the value ends.
  public init(stream number: Int32, named name: String) throws(PlatformError) {
    let status = try doing(.open, name) { () throws(Errno) in try System.status(of: number) }
    guard status.kind != .directory else { throw PlatformError(.open, name, .notRegular(.directory)) }
    descriptor = try doing(.open, name) { () throws(Errno) in Descriptor(owning: try System.duplicate(number)) }
    path = name
    expectedSize = status.kind == .regular ? status.size : nil
  }

  private init(path: String, access: System.Access, isSecret: Bool = false) throws(PlatformError) {
    let number: Int32
    do {
      number = try System.openFile(path, access)
    } catch {
      let refusesLink = access == .readingThroughNoLink && System.isSymbolicLink(error)
      if refusesLink { throw PlatformError(.open, path, .symbolicLink) }
      // A socket cannot be opened at all; say what it is rather than that.
      if let kind = try? System.status(of: path, followingLinks: true).kind, kind == .socket {
        throw PlatformError(.open, path, .notRegular(kind))
      }
      throw PlatformError(.open, path, error)
    }
    let owned = Descriptor(owning: number)
    let status = try doing(.inspect, path) { () throws(Errno) in try System.status(of: number) }
    guard status.kind == .regular else { throw PlatformError(.open, path, .notRegular(status.kind)) }
    if isSecret {
      guard status.owner == System.effectiveUser else { throw PlatformError(.open, path, .foreignOwner(status.owner)) }
      guard status.permissions & 0o077 == 0 else {
        throw PlatformError(.open, path, .openToOthers(permissions: status.permissions))
      }
    }
    descriptor = owned
    self.path = path
    expectedSize = status.size
  }

  /// Appends at most so many bytes to the buffer and says how many there were; zero is the end of the input.
  ///
  /// - Throws: Where signals are noted (`Interrupt.install`), also when one came before the bytes did.
  public mutating func read(into buffer: inout [UInt8], atMost count: Int) throws(PlatformError) -> Int {
    guard count > 0 else { return 0 }
    // For a small file no more room than it needs: of many of them, each would have memory from the system and give it back.
    let count = min(count, max(expectedSize ?? count, 4_096))
    while true {
      if System.signalDescriptor >= 0 { try waitForBytesOrSignal() }
      do {
        return try System.readOnce(descriptor.number, into: &buffer, atMost: count)
      } catch {
        if System.isInterruption(error) { continue }
        guard System.wouldWait(error) else { throw PlatformError(.read, path, error) }
        // Somebody else set the stream to answer at once; wait as a plain read would have done.
        var polls = [System.Poll(reading: descriptor.number)]
        _ = try doing(.read, path) { () throws(Errno) in try System.wait(for: &polls, milliseconds: -1) }
      }
    }
  }

  /// A read that waits would not see a signal that another thread has taken.
  private func waitForBytesOrSignal() throws(PlatformError) {
    while true {
      var polls = [System.Poll(reading: descriptor.number), System.Poll(reading: System.signalDescriptor)]
      _ = try doing(.read, path) { () throws(Errno) in try System.wait(for: &polls, milliseconds: -1) }
      if polls[0].isReady { return }
      if Interrupt.pending != nil { throw PlatformError(.read, path, System.interrupted) }
    }
  }

  /// Reads on to the end.
  ///
  /// - Throws: `tooLarge` as soon as there are more bytes than the limit; no more than that is ever held.
  public mutating func readToEnd(limit: Int) throws(PlatformError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      // At first what is expected, so that the bytes need not be moved to where there is more room.
      let wish = bytes.isEmpty ? expectedSize ?? 0 : 0
      let room = min(max(wish, 64 << 10), limit - bytes.count + 1)
      guard try read(into: &bytes, atMost: room) > 0 else { return bytes }
      guard bytes.count <= limit else { throw PlatformError(.read, path, .tooLarge(limit: limit)) }
    }
  }
}
