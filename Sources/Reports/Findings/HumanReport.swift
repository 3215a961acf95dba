public import Console
import Markup
import Rules

/// A validation for people: each finding with its line and what to do, a calm line for each file without any, and a
/// summary at the end, where eyes land.
public struct HumanReport: Sendable {
  private let report: ValidationReport
  private let appearance: Appearance
  /// How often a rule is shown in full for one file; the rest is counted.
  private static let mostInFull = 3

  /// A document of the report for a stream that looks like this.
  public init(_ report: ValidationReport, appearance: Appearance) {
    self.report = report
    self.appearance = appearance
  }

  /// The document as it is written, with a line feed at its end.
  public var text: String {
    var text = ""
    var wasCalm: Bool?
    // Styled text takes far more room than what becomes of it, and there may be very many files.
    eachBlock { block in
      if let wasCalm, !(block.isCalm && wasCalm) { text += "\n" }
      text += (block.text + "\n").rendered(appearance)
      wasCalm = block.isCalm
    }
    return text
  }

  private func eachBlock(_ body: (Block) -> Void) {
    eachFileBlock(body)
    uncounted.forEach(body)
    // What a pair of files agrees on is a block of its own, between the files and the summary.
    [contract, closing].compactMap(\.self).forEach(body)
  }

  /// A part of the document; calm ones stand together without a blank line between them.
  private struct Block {
    let text: StyledText
    var isCalm = false
  }

  private func eachFileBlock(_ body: (Block) -> Void) {
    var findings = Dictionary(grouping: report.findings.filter(\.counts), by: \.place.file)
    let known = Set(report.findings.filter { !$0.counts }.map(\.place.file))
    var seen: Set<String> = []
    for file in report.files where seen.insert(file.path).inserted {
      if let own = findings.removeValue(forKey: file.path) {
        for (finding, more) in own.shownInFull(atMost: Self.mostInFull) {
          let view = FindingView(finding, namesEntity: file.entities > 1, appearance: appearance)
          body(Block(text: view.text(andMore: more)))
        }
      } else {
        let line = known.contains(file.path) ? file.calmLine(saying: "nothing that counts") : file.calmLine
        body(Block(text: line, isCalm: file.error == nil))
      }
      if let line = file.signatureLine {
        body(Block(text: line.wrapped(for: appearance, indent: 0, hanging: 2), isCalm: true))
      }
    }
  }

  /// The findings that do not count, in a line each: who reads them has decided about them already.
  private var uncounted: [Block] {
    report.findings.filter { !$0.counts }.map { finding in
      let place = finding.place
      let line: StyledText = """
        \(.path("\(untrusted: place.file)")):\(place.start.line):\(place.start.column): \
        \(ours: finding.severity.rawValue)[\(ours: finding.rule.id)] \(.quiet("\(ours: finding.standingWords ?? "")")): \
        \(untrusted: finding.message)
        """
      return Block(text: line.wrapped(for: appearance, indent: 0, hanging: 2), isCalm: true)
    }
  }

  /// What goes where, where one pair was judged: of several, nobody wants to read it all.
  private var contract: Block? {
    guard report.contracts.count == 1, let contract = report.contracts.first else { return nil }
    return Block(text: ContractText(contract, appearance: appearance).text)
  }

  /// The summary and the one command to run next; nil where the calm line of the only file has said it all.
  private var closing: Block? {
    guard !report.findings.isEmpty || report.files.count > 1 else { return nil }
    guard let gravest = report.findings.first(where: { $0.counts && $0.severity == report.worst }) else {
      return Block(text: report.summaryLine)
    }
    let command = StyledText.command("\(ours: report.tool.name) explain \(ours: gravest.rule.id)")
    return Block(text: "\(report.summaryLine)\nto read more: \(command)")
  }
}

extension [Finding] {
  /// The first findings of each rule, the last of them with the number of those that are left out.
  fileprivate func shownInFull(atMost most: Int) -> [(finding: Finding, more: Int)] {
    let counts = reduce(into: [:]) { $0[$1.rule.id, default: 0] += 1 }
    var shown: [String: Int] = [:]
    return compactMap { finding in
      let number = shown[finding.rule.id, default: 0] + 1
      shown[finding.rule.id] = number
      guard number <= most else { return nil }
      return (finding, number == most ? counts[finding.rule.id, default: 0] - most : 0)
    }
  }
}
