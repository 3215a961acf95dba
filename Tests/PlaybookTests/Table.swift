import Support

/// A table that is checked in beside the tests: tabs between the fields, the names of the columns in the first line.
struct Table {
  /// The fields of each line, in the order of the columns. In a field `\n` stands for the end of a line.
  let rows: [[String]]

  /// What is wrong with a table.
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  /// Reads `Tests/PlaybookTests/<name>.tsv`.
  init(_ name: String, columns: [String], filePath: String = #filePath) throws {
    let directory = filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let lines = try TestFile.text("\(directory)/\(name).tsv").split(separator: "\n", omittingEmptySubsequences: false)
    let fields = lines.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false)
        .map { $0.split(separator: "\\n", omittingEmptySubsequences: false).joined(separator: "\n") }
    }
    guard fields.first == columns, fields.last == [""] else {
      throw Fault(description: "\(name).tsv does not begin with \(columns), or does not end with a line feed")
    }
    rows = Array(fields.dropFirst().dropLast())
    for (index, row) in rows.enumerated() where row.count != columns.count || row.contains("") {
      throw Fault(description: "\(name).tsv, line \(index + 2): \(row.count) fields, or an empty one")
    }
  }
}
