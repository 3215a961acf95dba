import Console
import Reports
import Setup

/// `signpost status`: what is done, next and stale, and the dates ahead.
struct Status {
  let options: StatusOptions
  let program: Program

  func run() throws(Failure) -> ExitStatus {
    let setup = try SetUps(program).look(program)
    for notice in setup.notices { program.hint("\(.caution("caution")): \(untrusted: notice)") }
    let audience = options.administrator.map { Reports.Audience(rawValue: $0.rawValue) ?? .all } ?? .all
    let report = StatusReport(setup.progress, name: setup.name, audience: audience)
    switch options.format {
    case .human: program.output.print(report.text(for: program.output.appearance))
    case .json: program.output.sink.write(report.json)
    }
    return setup.isDamaged || setup.isNewer ? .couldNot : .done
  }
}
