#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Times commands as whole processes, in turns within one run, and prints each beside the first: ratios, not seconds, are
/// what can be compared from one machine to the next.
@main
struct Bench {
  struct Figure {
    var wall: [Double] = []
    var peak = 0
    var instructions: Int?
    var median: Double { wall.isEmpty ? .nan : wall.sorted()[wall.count / 2] }
  }

  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      print("usage: bench <signpost> <metadata file>")
      exit(2)
    }
    let (tool, file) = (arguments[1], arguments[2])
    var commands: [(name: String, words: [String])] = []
    if let xmllint = find("xmllint") { commands.append(("xmllint --noout", [xmllint, "--noout", file])) }
    let now = ["--now", "2026-11-21T00:00:00Z"]
    commands.append(("signpost validate", [tool, "validate"] + now + [file]))
    commands.append(("signpost validate --format json", [tool, "validate", "--format", "json"] + now + [file]))
    commands.append(("signpost --version", [tool, "--version"]))
    commands.append(("true", ["/bin/true"]))

    var figures = commands.map { _ in Figure() }
    for round in 0..<45 {
      for (index, command) in commands.enumerated() {
        let (seconds, kilobytes) = run(command.words)
        if round >= 5 { figures[index].wall.append(seconds) }
        figures[index].peak = max(figures[index].peak, kilobytes)
      }
    }
    if let valgrind = find("valgrind") {
      for (index, command) in commands.enumerated() {
        figures[index].instructions = instructions(valgrind, command.words)
      }
    }
    print("one file, whole process, 40 rounds in turns; ratios to \(commands[0].name)")
    row("command", "median ms", "ratio", "peak MB", "Minstr", "ratio")
    for (index, command) in commands.enumerated() {
      let figure = figures[index]
      row(
        command.name, decimal(figure.median * 1_000), decimal(figure.median / figures[0].median),
        decimal(Double(figure.peak) / 1_024), figure.instructions.map { decimal(Double($0) / 1e6) } ?? "-",
        ratio(figure.instructions, figures[0].instructions))
    }
  }

  static func row(_ name: String, _ cells: String...) {
    let padded = cells.map { String(repeating: " ", count: max(1, 10 - $0.count)) + $0 }.joined()
    print(name + String(repeating: " ", count: max(1, 34 - name.count)) + padded)
  }

  static func ratio(_ part: Int?, _ whole: Int?) -> String {
    guard let part, let whole, whole > 0 else { return "-" }
    return decimal(Double(part) / Double(whole))
  }

  static func decimal(_ value: Double) -> String {
    guard value.isFinite else { return "-" }
    let hundredths = Int((value * 100).rounded())
    let rest = String(hundredths % 100)
    return "\(hundredths / 100)." + String(repeating: "0", count: 2 - rest.count) + rest
  }

  static func find(_ name: String) -> String? {
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    return path.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  /// Seconds of wall time and kilobytes of peak memory.
  static func run(_ words: [String]) -> (Double, Int) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [1, 2] as [Int32] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var words: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var process: pid_t = 0
    var usage = rusage()
    let start = seconds()
    guard posix_spawn(&process, words[0] ?? strdup(""), &actions, nil, &words, environ) == 0 else { return (.nan, 0) }
    var status: Int32 = 0
    wait4(process, &status, 0, &usage)
    return (seconds() - start, usage.ru_maxrss)
  }

  /// Instructions by callgrind: repeatable where wall time is noisy.
  static func instructions(_ valgrind: String, _ words: [String]) -> Int? {
    let out = "/tmp/bench.\(getpid()).callgrind"
    defer { unlink(out) }
    _ = run([valgrind, "--tool=callgrind", "--callgrind-out-file=\(out)"] + words)
    guard let file = fopen(out, "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 4_096)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if text.hasPrefix("totals: ") || text.hasPrefix("summary: ") {
        return Int(text.split(separator: " ")[1].filter(\.isNumber))
      }
    }
    return nil
  }

  static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
