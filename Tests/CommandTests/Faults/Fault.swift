/// What befalls one call of the system.
enum Fault: Hashable, Sendable, CustomStringConvertible {
  /// It is refused once.
  case refused(String)
  /// It is refused, and so is each call of that name after it: a disk that stays full.
  case refusedFromNowOn(String)
  /// Signals interrupt it three times.
  case interrupted
  /// The process is killed at it.
  case killed
  /// It says that so many bytes were written, and none was.
  case unwritten(Int)

  /// What can befall a call of that name.
  static func all(of call: String) -> [Fault] {
    let everywhere =
      ["EIO", "EROFS", "EACCES", "EDQUOT"].map(refused) + [.refusedFromNowOn("ENOSPC"), .interrupted, .killed]
    return call == "write" ? everywhere + [.unwritten(0), .unwritten(7)] : everywhere
  }

  /// The words by which strace is told.
  func injection(into call: String, number: Int) -> String {
    switch self {
    case .refused(let error): "inject=\(call):error=\(error):when=\(number)"
    case .refusedFromNowOn(let error): "inject=\(call):error=\(error):when=\(number)+"
    case .interrupted: "inject=\(call):error=EINTR:when=\(number)..\(number + 2)"
    case .killed: "inject=\(call):signal=SIGKILL:when=\(number)"
    case .unwritten(let count): "inject=\(call):retval=\(count):when=\(number)"
    }
  }

  var description: String {
    switch self {
    case .refused(let error): error
    case .refusedFromNowOn(let error): "\(error) from then on"
    case .interrupted: "EINTR"
    case .killed: "SIGKILL"
    case .unwritten(let count): "\(count) bytes said to be written"
    }
  }
}
