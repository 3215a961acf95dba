public import Playbook
import Rules
public import SAML
public import Setup

/// What asking live systems came to.
public struct LiveReport: Sendable {
  /// The program.
  public let tool: ValidationReport.Tool
  /// What counted as now.
  public let now: Instant
  /// What was verified: `scim` or `aws`.
  public let check: String
  /// Whom it was asked of.
  public let contacted: [String]
  /// The questions, in the order in which they were asked.
  public let stages: [LiveStage]
  /// The steps of the set-up that were closed by it.
  public let closed: [StepID]
  /// The steps that were proved live before, and are so no more.
  public let contradicted: [StepID]

  /// A report.
  public init(
    tool: ValidationReport.Tool, now: Instant, check: String, contacted: [String], stages: [LiveStage],
    closed: [StepID] = [], contradicted: [StepID] = []
  ) {
    self.tool = tool
    self.now = now
    self.check = check
    self.contacted = contacted
    self.stages = stages
    self.closed = closed
    self.contradicted = contradicted
  }

  /// How many questions came to this.
  public func count(_ verdict: LiveStage.Verdict) -> Int { stages.count { $0.verdict == verdict } }

  /// The report for programs: the schema `signpost.verify/v1`, with a line feed at its end.
  public var json: String {
    let counts = LiveStage.Verdict.allCases.map { ($0.rawValue, JSON.int(count($0))) }
    let document: JSON = [
      "schema": "signpost.verify/v1", "tool": JSON(tool), "now": .string(now.description), "check": .string(check),
      "contacted": JSON(contacted), "stages": .array(stages.map(JSON.init)),
      "recorded": ["closed": JSON(closed.map(\.rawValue)), "contradicted": JSON(contradicted.map(\.rawValue))],
      "summary": .object(Dictionary(counts) { $1 }),
    ]
    return document.indented
  }
}

extension JSON {
  fileprivate init(_ stage: LiveStage) {
    self = [
      "id": .string(stage.id), "title": .string(stage.title), "verdict": .string(stage.verdict.rawValue),
      "found": .string(stage.found), "cause": JSON(stage.cause), "remedy": JSON(stage.remedy),
      "command": JSON(stage.command), "sha256": JSON(stage.digest), "claim": JSON(stage.claim?.rawValue),
    ]
  }
}
