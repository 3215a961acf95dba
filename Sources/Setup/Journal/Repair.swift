import Platform
import SAML

extension Journal {
  /// What was done to the end of a journal when it was opened, to be told to the operator.
  public struct Repair: Equatable, Sendable {
    /// What was found and done.
    public enum Action: Equatable, Sendable {
      /// A last line of so many bytes was no whole frame. It was copied to the path and cut off; its event had not been
      /// acknowledged.
      case cut(bytes: Int, copy: String)
      /// The last line was a whole frame that was not ended by a line feed. Nothing was lost; the line is ended now.
      case ended(frame: Int)
    }

    /// What was found and done.
    public let action: Action
    /// The byte of the file that the last line began at.
    public let offset: Int

    /// What happened, in one line, without the path of the copy: that is for the caller to make safe.
    public var message: String {
      switch action {
      case .cut(let bytes, _):
        "the last line (\(counted(bytes, "byte")), from byte \(offset)) was written only in part; it was put aside, and every "
          + "saved step is here"
      case .ended(let frame):
        "the last line (frame \(frame), from byte \(offset)) was not ended; it is whole, and was kept"
      }
    }

    static func perform(on file: inout AppendFile, bytes: [UInt8], scan: Scan) throws(JournalError) -> Repair {
      let path = file.path
      do {
        guard case .unfinished(let frame) = scan.ending else {
          let tail = Array(bytes[scan.end...])
          let copy = try putAside(tail, besides: path)
          try file.truncate(to: scan.end)
          return Repair(action: .cut(bytes: tail.count, copy: copy), offset: scan.end)
        }
        if bytes.last != UInt8(ascii: "}") { try file.truncate(to: bytes.count - 1) }
        try file.append([UInt8(ascii: "\n")])
        return Repair(action: .ended(frame: frame.number), offset: frame.offset)
      } catch {
        throw JournalError(path: path, reason: .notSaved(error))
      }
    }

    /// Writes the bytes to the first free name of `<path>.torn-1`, `-2`, …
    private static func putAside(_ bytes: [UInt8], besides path: String) throws(PlatformError) -> String {
      var number = 1
      while try File.kind(of: "\(path).torn-\(number)") != nil { number += 1 }
      let copy = "\(path).torn-\(number)"
      try File.create(path: copy, contents: bytes)
      return copy
    }
  }
}
