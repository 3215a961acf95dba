import Support

/// The calls of the system that a program made, as strace writes them down, and how the program ended.
struct Trace {
  /// One call.
  struct Call {
    /// The name of the call, such as `fsync`.
    let name: String
    /// Which call of that name of its process it is, counted from 1: what strace counts by.
    let number: Int
    /// The whole line.
    let line: String

    /// The call and the first thing that it is given, such as `fsync(3`.
    var subject: Substring { line.drop { $0 != " " }.prefix { $0 != "<" && $0 != "," } }
  }

  let calls: [Call]
  /// Whether a signal that nobody can catch ended the program.
  let isKilled: Bool

  init(_ text: String) {
    var counts: [String: Int] = [:]
    var calls: [Call] = []
    for line in text.split(separator: "\n") {
      // `4711  fsync(3</tmp/store/okta.journal>) = 0`
      guard let parenthesis = line.firstIndex(of: "("), let blank = line[..<parenthesis].lastIndex(of: " ") else {
        continue
      }
      let name = line[line.index(after: blank)..<parenthesis]
      let counted = "\(line.prefix { $0 != " " }) \(name)"
      counts[counted, default: 0] += 1
      calls.append(Call(name: String(name), number: counts[counted, default: 0], line: String(line)))
    }
    self.calls = calls
    isKilled = text.contains("+++ killed by SIGKILL +++")
  }

  /// The calls about a directory and what is below it, by path or by an open descriptor.
  func calls(under directory: String) -> [Call] {
    calls.filter { call in
      ["\"\(directory)", "<\(directory)"].contains { start in
        guard let range = call.line.firstRange(of: start), range.upperBound < call.line.endIndex else { return false }
        return "/\">".contains(call.line[range.upperBound])
      }
    }
  }
}
