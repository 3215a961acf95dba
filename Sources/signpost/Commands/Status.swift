import Console
import Reports
import Setup

/// `signpost status`: what is done, next and stale, and the dates ahead.
struct Status {
  let options: StatusOptions
  let program: Program

  func run() throws(Failure) -> ExitStatus {
    let setUps = try SetUps(program)
    if program.everywhere.name == nil, setUps.existing.count > 1 { return overview(of: setUps) }
    let setup = try setUps.look()
    program.tellNotices(of: setup)
    let report = report(on: setup)
    switch options.format {
    case .human: program.output.print(report.text(for: program.output.appearance))
    case .json: program.output.sink.write(report.json)
    }
    if setup.isDamaged || setup.isNewer { return .couldNot }
    return report.isFailing ? .findings : .done
  }

  /// Every set-up of the store. One that cannot be read does not stop the others; the status is then 3.
  private func overview(of setUps: SetUps) -> ExitStatus {
    var entries: [StatusOverview.Entry] = []
    var isWhole = true
    var isFailing = false
    for name in setUps.existing {
      do throws(SetupError) {
        let setup = try Setup.openReadOnly(name, in: setUps.store, now: program.now)
        program.tellNotices(of: setup, as: name)
        if setup.isDamaged || setup.isNewer { isWhole = false }
        let report = report(on: setup)
        if report.isFailing { isFailing = true }
        entries.append(.standing(report))
      } catch {
        isWhole = false
        entries.append(.unreadable(name, "\(error.description); \(error.remedy)"))
      }
    }
    let overview = StatusOverview(entries)
    switch options.format {
    case .human:
      program.output.print(overview.text(for: program.output.appearance))
      program.hint("more about one: \(.command("signpost status --name NAME") + program.storeFlag)")
    case .json: program.output.sink.write(overview.json)
    }
    if !isWhole { return .couldNot }
    return isFailing ? .findings : .done
  }

  private func report(on setup: borrowing Setup) -> StatusReport {
    StatusReport(
      setup.progress, name: setup.name,
      audience: options.administrator.map { Reports.Audience(rawValue: $0.rawValue) ?? .all } ?? .all,
      horizon: options.expiresWithin.seconds,
      failingOn: options.failOn.compactMap { StatusAlarm(rawValue: $0.rawValue) },
      command: program.command("setup", for: setup.name))
  }
}
