import Console
import Platform
import Reports
import Rules
import SAML

/// `signpost compare`: what two files of one side say differently, and what it does to the sign-in.
struct Compare {
  let options: CompareOptions
  let program: Program

  func run() throws(Failure) -> ExitStatus {
    let judge = Judge(settings: Settings(now: program.now))
    let old = try verdict(options.old, judge)
    let new = try verdict(options.new, judge)
    guard let oldEntity = old.onlyEntity, let newEntity = new.onlyEntity, old.hasRole, new.hasRole else {
      return try refuse([old, new])
    }
    let comparison = MetadataComparison(
      old: oldEntity, new: newEntity, now: program.now, isPlanned: options.isPlanned)
    let report = ComparisonReport(
      tool: Program.tool, now: program.now, oldPath: old.path, newPath: new.path, isPlanned: options.isPlanned,
      comparison: comparison)
    switch options.format {
    case .human: program.output.sink.write(HumanComparison(report, appearance: program.output.appearance).text)
    case .json: program.output.sink.write(JSONComparison(report).text)
    }
    return comparison.verdict.isFine ? .done : .findings
  }

  private func verdict(_ input: InputFile, _ judge: Judge) throws(Failure) -> Verdict {
    do throws(PlatformError) {
      return try FileJudge(judge: judge).verdict(of: input)
    } catch { throw Failure(error) }
  }

  /// Shows why documents cannot be compared: what the rules found in them, in the place of a comparison.
  private func refuse(_ verdicts: [Verdict]) throws(Failure) -> ExitStatus {
    let unfit = verdicts.filter { $0.onlyEntity == nil || !$0.hasRole }
    let report = ValidationReport(tool: Program.tool, now: program.now, files: unfit.map { .init($0) })
    switch options.format {
    case .human: program.output.sink.write(HumanReport(report, appearance: program.output.appearance).text)
    case .json: program.output.sink.write(JSONReport(report).text)
    }
    let reasons = unfit.map { verdict -> StyledText in
      let reason: StyledText =
        verdict.entities > 1
        ? "holds \(verdict.entities) entities; give a file with one"
        : "cannot be compared; what is wrong is shown above"
      return "\(.path("\(untrusted: verdict.path)")) \(reason)"
    }
    throw .findings(reasons.joined(separator: "\n"))
  }
}

extension Verdict {
  /// Whether the document has a single sign-on role.
  fileprivate var hasRole: Bool {
    switch role {
    case .identityProvider, .serviceProvider, .both: true
    case .aggregate, .unknown: false
    }
  }
}
