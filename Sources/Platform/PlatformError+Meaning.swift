#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension PlatformError: CustomStringConvertible {
  /// The reason in plain words, lower case and without a full stop, fit to follow "cannot open <path>: ".
  public var meaning: String {
    switch reason {
    case .system(let code):
      // A name that was not UTF-8 has lost bytes on its way into a string, and then names nothing.
      if code == ENOENT, path?.unicodeScalars.contains("\u{FFFD}") == true {
        return "no such file or directory (its name may not be UTF-8; rename it)"
      }
      return Self.meaning(of: code)
    case .notRegular(let kind): return "expected a regular file, found \(kind.rawValue)"
    case .symbolicLink: return "it is a symbolic link, which is not followed here; name the file itself"
    case .foreignOwner(let user): return "it belongs to another user (number \(user))"
    case .severalNames(let count): return "it has \(count) names (hard links); it must have only this one"
    case .sharedDirectory: return "everybody may write in its directory; use one that only you can write in"
    case .foreignDirectory(let user):
      return "its directory belongs to another user (number \(user)), who could exchange it"
    case .openToOthers(let permissions):
      let digits = String(permissions & 0o777, radix: 8)
      return "others may read or write it (its mode is 0\(digits)); make it yours alone with chmod 600"
    case .tooLarge(let limit): return "it is larger than \(limit) bytes"
    case .busy(let holder):
      guard let holder else { return "another process is using it" }
      return "process \(holder) is using it"
    case .readerWentAway: return "the reader went away"
    case .earlierFailure: return "an earlier write failed; open it again"
    case .removed: return "it was removed or exchanged while in use"
    }
  }

  /// What was being done and the meaning, without the path: that is the part which is not safe to show as it is.
  public var description: String {
    "cannot \(operation.rawValue): \(meaning)"
  }

  static func reason(of error: Errno) -> Reason {
    switch error.code {
    case EPIPE: .readerWentAway
    default: .system(code: error.code)
    }
  }

  private static func meaning(of code: Int32) -> String {
    words[code] ?? "system error \(code)"
  }

  private static let words: [Int32: String] = [
    ENOENT: "no such file or directory",
    EACCES: "permission denied",
    EPERM: "not permitted",
    ELOOP: "too many symbolic links, or one that leads back to itself",
    EISDIR: "it is a directory",
    ENOTDIR: "a part of the path is not a directory",
    EEXIST: "it is already there",
    ENOTEMPTY: "the directory is not empty",
    ENAMETOOLONG: "the name is too long",
    EINVAL: "the name or the request is not valid",
    ENOSPC: "the disk is full",
    EDQUOT: "your disk quota is used up",
    EFBIG: "the file would grow beyond the allowed size",
    EROFS: "the file system is read-only",
    EIO: "the device reported an input/output error",
    ENXIO: "nothing is there to talk to",
    ENODEV: "no such device",
    EMFILE: "this process has too many files open",
    ENFILE: "the system has too many files open",
    ENOMEM: "out of memory",
    EAGAIN: "not possible right now",
    EBADF: "it is not open",
    EBUSY: "it is in use",
    ENOTTY: "it is not a terminal",
    EXDEV: "it is on another file system",
    ESTALE: "the network file system lost it",
    ETXTBSY: "it is a program that is running",
    ENOEXEC: "it is not a program that this machine can run",
    E2BIG: "too many arguments",
    ENOTSUP: "the file system does not support it",
    ENOLCK: "the file system has no locks",
    ETIMEDOUT: "it took too long",
  ]
}
