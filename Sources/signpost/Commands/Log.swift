import Console
import Playbook
import Reports
import Setup

/// `signpost log`: who did what and when, with which evidence.
struct Log {
  let options: LogOptions
  let program: Program

  func run() throws(Failure) -> ExitStatus {
    let setup = try SetUps(program).look()
    program.tellNotices(of: setup)
    let report = HistoryReport(setup.progress, name: setup.name, steps: try steps(of: setup.progress))
    switch options.format {
    case .human: program.output.print(report.text(for: program.output.appearance))
    case .json: program.output.sink.write(report.json)
    }
    return setup.isDamaged || setup.isNewer ? .couldNot : .done
  }

  /// The steps that are asked about, those that are no longer in the checklist included.
  private func steps(of progress: Progress) throws(Failure) -> [StepID] {
    let known = HistoryReport.steps(of: progress)
    var found: [StepID] = []
    for text in options.steps { found.append(try StepID(named: text, among: known)) }
    return found
  }
}

extension StepID {
  /// The id that a text names, or is the unique beginning of.
  init(named text: String, among ids: [StepID]) throws(Failure) {
    let matches = ids.filter { $0.rawValue.hasPrefix(text) }
    if let only = ids.first(where: { $0.rawValue == text }) ?? (matches.count == 1 ? matches.first : nil) {
      self = only
    } else if matches.isEmpty {
      // Ids out of a journal are text of others: only those that are written in the playbooks are suggested.
      let own = Set(Playbook.all.flatMap(\.steps).map(\.id))
      let hint = StyledText.suggestion(for: text, among: ids.filter(own.contains).map(\.rawValue))
      throw .usage("there is no step \(given: text)\(hint)")
    } else {
      throw .severalSteps(text, matches)
    }
  }
}

extension Failure {
  /// The beginning of several ids.
  static func severalSteps(_ text: String, _ matches: [StepID]) -> Failure {
    let names = matches.map(\.rawValue).joined(separator: ", ")
    return .usage("\(given: text) matches several steps: \(untrusted: names)")
  }
}
