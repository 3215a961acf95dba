import Parties
public import Platform
import SAML

/// Why a journal was not opened, read or written.
public struct JournalError: Error, Equatable, Sendable {
  /// What is in the way.
  public enum Reason: Equatable, Sendable {
    /// Another process has the journal open for writing; its number, where the system tells.
    case busy(holder: Int32?)
    /// The file cannot be used: missing, not readable, not a regular file, not ours, in a shared directory.
    case file(PlatformError)
    /// The file has one line that is not, and cannot become, a frame.
    case notAJournal
    /// A line is not the frame that it should be. The file was not touched.
    case damaged(Journal.Damage)
    /// The frames from this one on are of a later version. The file was not touched; it can be read.
    case newer(version: Int, frame: Int)
    /// The file is larger than any journal of ours.
    case tooLarge(limit: Int)
    /// The journal has no room for the event: it would become larger than this.
    case full(limit: Int)
    /// The event cannot be written as it is. The journal is as it was.
    case unfit(Journal.Unfit)
    /// Something else has written to the file since it was opened.
    case changed
    /// Writing, or having the disk confirm it, failed. Whether the event is in the file is unknown.
    case notSaved(PlatformError)
  }

  /// The path of the journal, as it was given; it may hold any character.
  public let path: String
  /// What is in the way.
  public let reason: Reason

  init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  init(_ error: PlatformError, at path: String) {
    self.path = path
    switch error.reason {
    case .busy(let holder): reason = .busy(holder: holder)
    case .tooLarge(let limit): reason = .tooLarge(limit: limit)
    default: reason = .file(error)
    }
  }
}

extension JournalError: CustomStringConvertible {
  /// What was found, in one line without the path, fit to follow "<path>: ".
  public var message: String {
    switch reason {
    case .busy(let holder?): "the set-up is open in another process (number \(holder))"
    case .busy(nil): "the set-up is open in another process"
    case .file(let error): "\(error)"
    case .notAJournal: "this is not a journal of signpost's"
    case .damaged(let damage): "frame \(damage.frame), at byte \(damage.offset), is damaged: \(damage.fault.words)"
    case .newer(let version, let frame):
      "frame \(frame) is of version \(version) of the journal; this signpost writes version \(Journal.version)"
    case .tooLarge(let limit): "the file is larger than \(limit >> 20) MiB, which no journal of signpost's is"
    case .full(let limit): "the journal would be larger than \(limit >> 20) MiB, which no set-up needs"
    case .unfit(let fault): "the event cannot be written: \(fault.words)"
    case .changed: "something else wrote to the journal while it was open"
    case .notSaved(let error): "not saved: \(error)"
    }
  }

  /// What to do next, in one line without the path.
  public var remedy: String {
    switch reason {
    case .busy: return "finish or stop the other signpost, then run this again"
    case .file(let error):
      switch error.reason {
      case .foreignOwner: return "run signpost as that user, or choose another store with --store"
      case .sharedDirectory, .foreignDirectory: return "choose a store that only you can write in, with --store"
      default: return "make the file usable, or choose another store with --store"
      }
    case .notAJournal: return "check the path; signpost leaves the file as it is"
    case .damaged(let damage) where damage.frame == 1:
      return "nothing was changed. Restore the file from a backup; or, since no frame of it is whole, move it away and "
        + "begin again"
    case .damaged(let damage):
      let whole = damage.frame - 1
      let kept = "the \(counted(whole, "frame")) before it \(whole == 1 ? "is" : "are") whole"
      let (file, copy) = (ShellText.word(Self.shown(path)), ShellText.word(Self.shown(path + ".damaged")))
      return "nothing was changed. Restore the file from a backup; or, to go on without that frame and all after it "
        + "(\(kept)), keep a copy and put its first \(damage.offset) bytes in its place: "
        + "cp \(file) \(copy) && head -c \(damage.offset) \(copy) > \(file)"
    case .newer: return "use the later signpost that wrote it; its beginning can still be looked at here"
    case .tooLarge: return "nothing was changed. Restore the file from a backup, or choose another store with --store"
    case .full: return "export the set-up and start a new one from the export"
    case .unfit(.tooLong):
      return "nothing was recorded. Hand in the metadata or the answer of this set-up's own two parties; a file that "
        + "names thousands of addresses has no room in it"
    case .unfit: return "this is a mistake in signpost; please report it"
    case .changed: return "run this again; only one signpost at a time may write to a set-up"
    case .notSaved: return "make room or repair what the message names, then run this again and repeat the last step"
    }
  }

  /// The path of a journal as a message may repeat it. Untrusted text.
  static func shown(_ path: String) -> String { SecretLookalike.bare(in: path)?.placeholder ?? path }

  /// The message; see there.
  public var description: String { message }
}

extension Journal.Fault {
  fileprivate var words: String {
    switch self {
    case .shape: "the line does not have the form of a frame"
    case .sum: "its content and its checksum do not belong together"
    case .number(let found): "it has number \(found)"
    case .tooLong: "the line is longer than \(Journal.lineLimit >> 20) MiB"
    }
  }
}

extension Journal.Unfit {
  fileprivate var words: String {
    switch self {
    case .empty: "it is empty"
    case .controlCharacter(let offset): "it has a control character at byte \(offset)"
    case .notUTF8: "it is not UTF-8"
    case .tooLong: "it is longer than \(Journal.lineLimit >> 20) MiB"
    case .time: "its time is not plain text"
    }
  }
}
