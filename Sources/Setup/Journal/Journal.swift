import Platform
import SAML

/// What happened to one set-up, event after event, in a file that only grows and that one process writes at a time.
///
/// One frame is one line of JSON, exactly
///
///     {"sum":"<16 hex>","v":1,"n":17,"at":"2026-11-21T00:00:00Z","event":<one JSON value>}
///
/// `sum` is the first 16 hexadecimal digits of the SHA-256 of the sum before it (16 zeros for the first frame) followed
/// by the line's bytes from `"v"` up to, but not including, the line feed. Each sum so covers all that came before: a
/// line cannot be changed, removed, repeated or moved without being noticed; only whole lines missing at the very end
/// cannot be seen from the file alone. The sum keeps this meaning in every version of the format.
///
/// What is found at the end of the file after a crash is told apart like this:
///
/// - *No line feed at the end.* A frame is written with its line feed in one call, so this write was interrupted and
///   its event never acknowledged. If the frame is whole all the same, it is kept and the line is ended; otherwise the
///   bytes are copied beside the journal (`<name>.torn-<n>`) and cut off. Either is reported as a `Repair`.
/// - *A line feed, but not a frame that fits its sum*, in the last line or before: an acknowledged event may have been
///   changed, and cutting it off would lose it in silence. The journal is not opened, and not touched.
public struct Journal: ~Copyable {
  /// SHA-256: bytes in, 32 bytes out.
  typealias Digest = @Sendable ([UInt8]) -> [UInt8]
  /// The digest of all journals; tests may hand in a cheaper one.
  static let sha256: Digest = { SAML.Digest.sha256($0.span).bytes }

  /// The version of the frames that are written.
  public static let version = 1
  /// The most bytes that a journal may have: thousands of steps, each well under 4 KiB.
  public static let sizeLimit = 16 << 20
  /// The most bytes that a frame may have, its line feed included.
  public static let lineLimit = 1 << 20

  private var file: AppendFile
  private let digest: Digest
  private var end: Int

  /// Every frame, in order: those found when the journal was opened and those appended since.
  public private(set) var frames: [Frame]
  /// What had to be repaired at the end of the file when it was opened.
  public let repair: Repair?

  /// The path as it was given.
  public var path: String { file.path }
  /// The permissions that the file had, where others could read or write it; they no longer can.
  public var narrowedMode: UInt32? { file.narrowedMode }
  /// Whether other writers are kept out; false where the file system has no locks.
  public var isLocked: Bool { file.lock == .held }

  /// Opens a journal for writing, or creates an empty one, readable and writable by its owner alone. The directory has
  /// to be there.
  ///
  /// - Throws: `JournalError`; unless the reason is `notSaved`, the file is then as it was.
  public static func open(path: String) throws(JournalError) -> Journal { try Journal(path: path, digest: sha256) }

  init(path: String, digest: @escaping Digest) throws(JournalError) {
    var file = try Self.naming(path) { () throws(PlatformError) in try AppendFile(path: path) }
    let bytes = try Self.naming(path) { () throws(PlatformError) in try file.readAll(limit: Self.sizeLimit) }
    let scan = Scan(bytes, digest: digest)
    if let newer = scan.newer {
      throw JournalError(path: path, reason: .newer(version: newer.version, frame: newer.frame))
    }
    var frames = scan.frames
    var repair: Repair?
    switch scan.ending {
    case .damaged(let damage): throw JournalError(path: path, reason: .damaged(damage))
    case .foreign: throw JournalError(path: path, reason: .notAJournal)
    case .clean, .torn, .unfinished: try Self.naming(path) { () throws(PlatformError) in try file.narrow() }
    }
    switch scan.ending {
    case .clean, .damaged, .foreign: break
    case .torn, .unfinished:
      repair = try Repair.perform(on: &file, bytes: bytes, scan: scan)
      if case .unfinished(let frame) = scan.ending { frames.append(frame) }
    }
    let end = try Self.size(of: file)
    self.end = end
    self.repair = repair
    self.file = file
    self.digest = digest
    self.frames = frames
  }

  /// Reads a journal without the lock, and without ever writing or creating anything.
  ///
  /// Another process may be appending meanwhile; its unfinished line then shows as `torn`, which harms nothing here.
  public static func read(path: String) throws(JournalError) -> Reading { try read(path: path, digest: sha256) }

  static func read(path: String, digest: Digest) throws(JournalError) -> Reading {
    let bytes = try naming(path) { () throws(PlatformError) in
      var file = try InputFile(withoutFollowingLinks: path)
      return try file.readToEnd(limit: sizeLimit)
    }
    return try Reading(Scan(bytes, digest: digest), at: path)
  }

  /// Writes an event at the end of the journal and has it on the disk before it returns. Only then has it happened.
  ///
  /// After `notSaved` whether the event is in the file is unknown, and nothing more can be appended: say that it is not
  /// saved, and open the journal again to see.
  ///
  /// - Parameters:
  ///   - payload: One JSON value in UTF-8 without control characters, line feeds included.
  ///   - at: When it happened, as text that needs no escape in JSON: `2026-11-21T00:00:00Z`. For people; the order of
  ///     events is that of the frames.
  /// - Returns: The frame.
  @discardableResult
  public mutating func append(payload: [UInt8], at: String) throws(JournalError) -> Frame {
    if let fault = Frame.fault(ofPayload: payload, at: at) {
      throw JournalError(path: path, reason: .unfit(fault))
    }
    let (frame, line) = Frame.encode(
      number: frames.count + 1, at: at, payload: payload, after: frames.last?.sum ?? Frame.sumBeforeFirst,
      offset: end, digest: digest)
    guard line.count <= Self.lineLimit else { throw JournalError(path: path, reason: .unfit(.tooLong)) }
    guard end + line.count <= Self.sizeLimit else {
      throw JournalError(path: path, reason: .full(limit: Self.sizeLimit))
    }
    guard try Self.size(of: file) == end else { throw JournalError(path: path, reason: .changed) }
    do {
      try file.append(line)
    } catch {
      throw JournalError(path: path, reason: .notSaved(error))
    }
    end += line.count
    frames.append(frame)
    return frame
  }

  private static func size(of file: borrowing AppendFile) throws(JournalError) -> Int {
    do {
      return try file.size()
    } catch {
      throw JournalError(error, at: file.path)
    }
  }

  private static func naming<Result: ~Copyable>(
    _ path: String, _ body: () throws(PlatformError) -> Result
  ) throws(JournalError) -> Result {
    do {
      return try body()
    } catch {
      throw JournalError(error, at: path)
    }
  }
}
