/// Commands that are run in turns, and the table of what they cost beside the first.
struct Comparison {
  let title: String
  let rounds: Int
  private var rows: [Row] = []

  private struct Row {
    let name: String
    let words: [String]
    /// The command whose instructions are counted; nil: none.
    let counted: [String]?
    /// The last round in which it takes part.
    var lastRound = Int.max
    var figure = Figure()
  }

  private struct Figure {
    var wall: [Double] = []
    var peak = 0
    var instructions: Int?
  }

  init(_ title: String, rounds: Int) {
    self.title = title
    self.rounds = rounds
  }

  /// Adds a command; counting instructions takes some fifty times as long as the command itself.
  mutating func add(_ name: String, _ words: [String], counts: Bool = false) {
    rows.append(Row(name: name, words: words, counted: counts ? words : nil))
  }

  /// Adds a command whose instructions are counted with other arguments.
  mutating func add(_ name: String, _ words: [String], counted: [String]) {
    rows.append(Row(name: name, words: words, counted: words.prefix(1) + counted))
  }

  /// Adds a command of somebody else's, where it is installed.
  mutating func add(_ name: String, find words: [String], counts: Bool = false) {
    guard let path = Process.find(words[0]) else { return }
    add(name, [path] + words.dropFirst(), counts: counts)
  }

  /// Adds a command of somebody else's, where it is installed; its instructions are counted with other arguments.
  mutating func add(_ name: String, find words: [String], counted: [String]) {
    guard let path = Process.find(words[0]) else { return }
    add(name, [path] + words.dropFirst(), counted: counted)
  }

  /// Adds a Python program, where Python and the module that it needs are installed.
  ///
  /// - Parameter isSlow: whether one round has to do.
  mutating func addPython(
    _ name: String, _ module: String, _ program: String, _ arguments: [String], isSlow: Bool = false
  ) {
    guard let python = Process.find("python3"), Process.succeeds([python, "-c", "import \(module)"])
    else { return }
    add(name, [python, "-c", program] + arguments)
    if isSlow { rows[rows.count - 1].lastRound = 1 }
  }

  /// Runs everything and prints the table.
  func print(_ process: Process) {
    var rows = rows
    for round in 0...rounds {
      for index in rows.indices where round <= rows[index].lastRound {
        let run = process.run(rows[index].words)
        // The first round warms up.
        if round > 0 { rows[index].figure.wall.append(run.seconds) }
        rows[index].figure.peak = max(rows[index].figure.peak, run.kilobytes)
      }
    }
    if let valgrind = Process.find("valgrind") {
      for index in rows.indices {
        rows[index].figure.instructions = rows[index].counted.flatMap { process.instructions(of: $0, by: valgrind) }
      }
    }
    Swift.print("\n\(title); \(rounds) rounds in turns; ratios to \(rows[0].name)")
    Swift.print(Self.row("command", ["median ms", "ratio", "peak MB", "Minstr", "ratio"]))
    for row in rows {
      let ratios = zip(row.figure.wall, rows[0].figure.wall).map { $0 / $1 }
      Swift.print(
        Self.row(
          row.name,
          [
            Self.decimal(Self.median(row.figure.wall) * 1_000), Self.decimal(Self.median(ratios)),
            Self.decimal(Double(row.figure.peak) / 1_024),
            row.figure.instructions.map { Self.decimal(Double($0) / 1e6) } ?? "-",
            ratio(row.figure.instructions, rows[0].figure.instructions),
          ]))
    }
  }

  /// One line of a table.
  static func row(_ name: String, _ cells: [String]) -> String {
    let padded = cells.map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }.joined()
    return name + String(repeating: " ", count: max(1, 38 - name.count)) + padded
  }

  static func median(_ values: [Double]) -> Double { values.isEmpty ? .nan : values.sorted()[values.count / 2] }

  private func ratio(_ part: Int?, _ whole: Int?) -> String {
    guard let part, let whole, whole > 0 else { return "-" }
    return Self.decimal(Double(part) / Double(whole))
  }

  static func decimal(_ value: Double) -> String {
    guard value.isFinite else { return "-" }
    let hundredths = Int((value * 100).rounded())
    let rest = String(hundredths % 100)
    return "\(hundredths / 100)." + String(repeating: "0", count: 2 - rest.count) + rest
  }
}
