/// A table as RFC 4180 describes it, with the liberties that exporting programs take: commas, semicolons or tabs, any
/// line ending, rows that end early.
struct CSVTable: Sendable, Equatable {
  /// One row of fields.
  struct Row: Sendable, Equatable {
    /// The line on which the row begins, from 1.
    let line: Int
    let fields: [String]
  }

  /// The names of the columns.
  let header: [String]
  let rows: [Row]

  /// No field of a person or a group is longer; one that is has swallowed rows.
  static let longestField = 32 << 10

  /// Reads a table.
  ///
  /// - Parameter text: UTF-8, without a byte-order mark.
  init(_ text: [UInt8]) throws(ListError) {
    var reader = CSVReader(text)
    let all = try reader.rows()
    guard let first = all.first else { throw .empty }
    header = first.fields
    rows = Array(all.dropFirst())
    let width = header.count
    if let long = rows.first(where: { $0.fields.count > width }) {
      throw .csv(
        line: long.line,
        reason:
          "\(long.fields.count) fields where the first line names \(width): a field with a separator in it is not "
          + "in quotes")
    }
  }
}

private struct CSVReader {
  private let text: [UInt8]
  private let separator: UInt8
  private var index = 0
  private var line = 1

  private static let quote = UInt8(ascii: "\"")

  init(_ text: [UInt8]) {
    self.text = text
    // Spreadsheets write the separator into a line of its own.
    let mark = Array("sep=".utf8)
    if text.count > 5, text.starts(with: mark), text[5] == 0x0A || text[5] == 0x0D {
      separator = text[4]
      index = text[5] == 0x0D && text.count > 6 && text[6] == 0x0A ? 7 : 6
      line = 2
    } else {
      separator = Self.separator(of: text)
    }
  }

  /// Whichever separator stands most often in the first line, outside quotes.
  private static func separator(of text: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in text {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D { break }
      counts[byte, default: 0] += 1
    }
    let known = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
    return known.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? known[0]
  }

  mutating func rows() throws(ListError) -> [CSVTable.Row] {
    var rows: [CSVTable.Row] = []
    while index < text.count {
      let start = line
      var fields = [try field()]
      while index < text.count, text[index] == separator {
        index += 1
        fields.append(try field())
      }
      skipLineEnd()
      if fields.count > 1 || fields[0] != "" { rows.append(CSVTable.Row(line: start, fields: fields)) }
    }
    return rows
  }

  private mutating func field() throws(ListError) -> String {
    guard index < text.count, text[index] == Self.quote else {
      let end = text[index...].firstIndex { $0 == separator || $0 == 0x0A || $0 == 0x0D } ?? text.count
      defer { index = end }
      return try checked(text[index..<end], from: line)
    }
    let start = line
    var content: [UInt8] = []
    index += 1
    while true {
      guard index < text.count else { throw .csv(line: start, reason: "a quotation mark that is never closed") }
      let byte = text[index]
      index += 1
      if byte == Self.quote {
        guard index < text.count, text[index] == Self.quote else { break }
        index += 1
      } else if byte == 0x0A || byte == 0x0D && !(index < text.count && text[index] == 0x0A) {
        line += 1
      }
      content.append(byte)
      if content.count > CSVTable.longestField { _ = try checked(content[...], from: start) }
    }
    if index < text.count, text[index] != separator, text[index] != 0x0A, text[index] != 0x0D {
      throw .csv(line: line, reason: "text behind a closing quotation mark")
    }
    return try checked(content[...], from: start)
  }

  private func checked(_ content: ArraySlice<UInt8>, from line: Int) throws(ListError) -> String {
    guard content.count <= CSVTable.longestField else {
      throw .csv(
        line: line,
        reason: "a field of more than \(CSVTable.longestField) bytes; a quotation mark may be missing")
    }
    return String(decoding: content, as: UTF8.self)
  }

  private mutating func skipLineEnd() {
    guard index < text.count else { return }
    if text[index] == 0x0D, index + 1 < text.count, text[index + 1] == 0x0A { index += 1 }
    index += 1
    line += 1
  }
}
