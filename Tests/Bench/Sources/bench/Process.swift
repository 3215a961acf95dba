#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Child processes, and what the kernel and valgrind say that they cost.
struct Process {
  /// The small program through which the others are run.
  let launcher: String

  struct Run {
    var seconds = Double.nan
    /// The most memory that it held at once.
    var kilobytes = 0
  }

  static func find(_ name: String) -> String? {
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    return path.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  static func succeeds(_ words: [String]) -> Bool { spawn(words, output: "/dev/null") == 0 }

  /// Runs a command with its output thrown away.
  func run(_ words: [String]) -> Run {
    let out = Self.temporary("run")
    defer { unlink(out) }
    guard Self.spawn([launcher] + words, output: out) == 0 else { return Run() }
    let numbers = Self.lines(of: out).first?.split(whereSeparator: \.isWhitespace).compactMap { Int($0) } ?? []
    guard numbers.count == 3 else { return Run() }
    return Run(seconds: Double(numbers[0]) / 1e9, kilobytes: numbers[1])
  }

  /// Instructions by callgrind: repeatable where wall time is noisy.
  func instructions(of words: [String], by valgrind: String) -> Int? {
    let out = Self.temporary("callgrind")
    defer { unlink(out) }
    _ = Self.spawn([valgrind, "--tool=callgrind", "--callgrind-out-file=\(out)"] + words, output: "/dev/null")
    let total = Self.lines(of: out).first { $0.hasPrefix("totals: ") || $0.hasPrefix("summary: ") }
    return total.flatMap { Int($0.split(separator: " ")[1].filter(\.isNumber)) }
  }

  private static func temporary(_ name: String) -> String { "/tmp/bench.\(getpid()).\(name)" }

  private static func lines(of path: String) -> [String] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var lines: [String] = []
    var line = [CChar](repeating: 0, count: 4_096)
    while fgets(&line, Int32(line.count), file) != nil {
      lines.append(String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
    return lines
  }

  /// Runs a command and gives its status; nil where it could not be started.
  private static func spawn(_ words: [String], output: String) -> Int32? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var process: pid_t = 0
    var status: Int32 = 0
    guard let program = words[0], posix_spawn(&process, program, &actions, nil, &words, environ) == 0 else {
      return nil
    }
    wait4(process, &status, 0, nil)
    return status
  }
}
