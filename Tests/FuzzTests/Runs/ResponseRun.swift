import Console
import Playbook
import Reports
import Rules
import SAML
import Setup

/// A message of a sign-in as it was copied, in whatever wrapping, and events of CloudTrail.
enum ResponseRun {
  private static let known = ResponseExpectation(
    identityProvider: MetadataRun.identityProvider.onlyEntity, serviceProvider: MetadataRun.serviceProvider.onlyEntity)

  private static let look = Appearance(
    colour: false, hyperlinks: false, decoration: .unicode, text: .unicode, columns: 80)

  /// What becomes of an input. Looking for known messages in any text takes many times as long as judging a response.
  private enum Way: Turn {
    case judged, human, json, blindHuman, blindJSON

    static let allCases = [human, json, blindHuman, blindJSON] + Array(repeating: judged, count: 28)
  }

  static func run(_ bytes: [UInt8]) throws(Claim.Broken) {
    switch Way.of(bytes) {
    case .judged:
      let verdict = ResponseJudge(known, now: Claim.now).judge(bytes)
      try Claim.holds(verdict.response != nil || !verdict.isGood, "no response is no good one")
    case .human: try tell(diagnosis(of: bytes, known, .okta), asJSON: false)
    case .json: try tell(diagnosis(of: bytes, known, .okta), asJSON: true)
    case .blindHuman: try tell(diagnosis(of: bytes, ResponseExpectation(), nil), asJSON: false)
    case .blindJSON: try tell(diagnosis(of: bytes, ResponseExpectation(), nil), asJSON: true)
    }
  }

  private static func diagnosis(
    of bytes: [UInt8], _ expectation: ResponseExpectation, _ playbook: Playbook?
  ) -> Diagnosis? {
    Diagnosis(
      of: bytes, path: "response.txt", tool: MetadataRun.tool, now: Claim.now, expectation: expectation,
      playbook: playbook, showsValues: bytes.count % 2 == 0)
  }

  private static func tell(_ diagnosis: Diagnosis?, asJSON: Bool) throws(Claim.Broken) {
    guard let diagnosis else { return }
    if asJSON {
      try Claim.isJSON(JSONDiagnosis(diagnosis).text, "diagnosis as JSON")
    } else {
      try Claim.isInert(HumanDiagnosis(diagnosis, appearance: look).text, "diagnosis")
    }
  }
}
