/// A call to the operating system that did not do what was asked, and why.
///
/// The path is given as it was, control characters included: whoever shows it makes it safe for the place where it is
/// shown. All other text here is ours and safe anywhere.
public struct PlatformError: Error, Equatable, Sendable {
  /// What was being done. The raw value fits into "cannot … <path>".
  public enum Operation: String, Sendable {
    /// Opening a file or directory.
    case open
    /// Reading from a file, a pipe or a terminal.
    case read
    /// Writing to a file, a pipe or a terminal.
    case write
    /// Having the disk confirm what was written.
    case save
    /// Creating a file or directory.
    case create
    /// Putting a new file in the place of the old.
    case replace
    /// Cutting a file shorter.
    case shorten
    /// Taking the exclusive lock.
    case lock
    /// Asking what a file is, or changing its permissions.
    case inspect
    /// Listing a directory.
    case list
    /// Changing how a terminal behaves.
    case configure
    /// Starting another program.
    case run
  }

  /// Why it did not work.
  public enum Reason: Equatable, Sendable {
    /// The system refused, with this error number.
    case system(code: Int32)
    /// A regular file was expected, this was found, and it was not touched.
    case notRegular(FileKind)
    /// The path is a symbolic link, which is not followed here.
    case symbolicLink
    /// The file belongs to another user, with this number.
    case foreignOwner(UInt32)
    /// The file has other names besides this one; so many in all.
    case severalNames(Int)
    /// Everybody may write in the directory that holds the file, and so could exchange it.
    case sharedDirectory
    /// The directory that holds the file belongs to another user, with this number, who so could exchange it.
    case foreignDirectory(UInt32)
    /// The file holds a secret, and these permissions let others at it.
    case openToOthers(permissions: UInt32)
    /// There are more bytes than this.
    case tooLarge(limit: Int)
    /// Another process holds the lock; its number, where the system tells.
    case busy(holder: Int32?)
    /// The other end of the pipe was closed (`signpost … | head`): nobody wants the rest.
    case readerWentAway
    /// An earlier write to this file failed, so that its end is unknown; it must be opened again.
    case earlierFailure
    /// The file was removed, or another was put in its place, while it was open.
    case removed
  }

  /// What was being done.
  public let operation: Operation
  /// The path as it was given, or the name of the stream; it may hold any character.
  public let path: String?
  /// Why it did not work.
  public let reason: Reason

  /// An operation on a path that failed for a reason.
  public init(_ operation: Operation, _ path: String?, _ reason: Reason) {
    self.operation = operation
    self.path = path
    self.reason = reason
  }

  init(_ operation: Operation, _ path: String?, _ error: Errno) {
    self.init(operation, path, Self.reason(of: error))
  }

  /// Whether there is nothing of that name.
  public var isMissing: Bool { code.map { System.isMissing(Errno($0)) } ?? false }

  /// The system's error number, where the system refused.
  public var code: Int32? {
    guard case .system(let code) = reason else { return nil }
    return code
  }
}

/// What a name in the file system stands for.
public enum FileKind: String, Sendable {
  case regular = "a regular file"
  case directory = "a directory"
  case symbolicLink = "a symbolic link"
  case fifo = "a named pipe"
  case socket = "a socket"
  case device = "a device"
  case unknown = "not a regular file"
}

/// Runs system calls and names what they were for when one of them refuses.
func doing<Result: ~Copyable>(
  _ operation: PlatformError.Operation, _ path: String?, _ body: () throws(Errno) -> Result
) throws(PlatformError) -> Result {
  do {
    return try body()
  } catch {
    throw PlatformError(operation, path, error)
  }
}
