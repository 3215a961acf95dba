import Playbook

/// A Markdown document as a reader of code spans and fenced blocks sees it: enough of CommonMark to tell what is code.
struct MarkdownText {
  let lines: [String]
  /// The lines with each code span, and each line of a fenced block, made one sign.
  private(set) var withoutCode: [String] = []
  /// What stands in the code spans and the lines of fenced blocks.
  private(set) var codeTexts: [String] = []

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var fence: (marker: String, indent: Int)?
    for line in lines {
      let body = line.drop { $0 == " " }
      let run = String(body.prefix { $0 == "`" })
      if let open = fence {
        if run.count >= open.marker.count, body.allSatisfy({ $0 == "`" }) {
          fence = nil
          withoutCode.append(line.replacing("`", with: ""))
        } else {
          codeTexts.append(String(line.dropFirst(open.indent)))
          withoutCode.append("▒")
        }
      } else if run.count >= 3, !body.dropFirst(run.count).contains("`") {
        fence = (run, line.count - body.count)
        withoutCode.append(line.replacing("`", with: ""))
      } else {
        withoutCode.append(spansRemoved(from: line))
      }
    }
  }

  /// Takes the code spans out of a line: a run of backquotes is closed by the next run of the same length.
  private mutating func spansRemoved(from line: String) -> String {
    var result = ""
    var rest = Substring(line)
    while let first = rest.first {
      if first == "\\", rest.count > 1 {
        result += rest.prefix(2)
        rest = rest.dropFirst(2)
        continue
      }
      guard first == "`" else {
        result.append(first)
        rest = rest.dropFirst()
        continue
      }
      let run = rest.prefix { $0 == "`" }
      var tail = rest.dropFirst(run.count)
      let start = tail.startIndex
      var content: Substring?
      while let next = tail.firstIndex(of: "`") {
        let closing = tail[next...].prefix { $0 == "`" }
        if closing.count == run.count {
          content = line[start..<next]
          rest = tail[next...].dropFirst(run.count)
          break
        }
        tail = tail[next...].dropFirst(closing.count)
      }
      guard let content else {
        result += run
        rest = rest.dropFirst(run.count)
        continue
      }
      let isPadded = content.first == " " && content.last == " " && content.count > 1
      codeTexts.append(String(isPadded ? content.dropFirst().dropLast() : content))
      result += "▒"
    }
    return result
  }

  /// The ids of the steps with a ticked box.
  var ticked: [String] {
    lines.filter { $0.hasPrefix("- [x] ") }.compactMap { line in
      line.split(separator: "<!-- step: ").last.map { String($0.prefix { $0 != " " }) }
    }
  }

  /// The lines of a step.
  func item(of id: StepID) -> [String] {
    guard let start = lines.firstIndex(where: { $0.hasSuffix("<!-- step: \(id.rawValue) -->") }) else { return [] }
    let end = lines[(start + 1)...].firstIndex { !$0.isEmpty && !$0.hasPrefix(" ") } ?? lines.endIndex
    return Array(lines[start..<end])
  }
}
