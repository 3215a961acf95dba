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

  static func run(_ bytes: [UInt8]) {
    for (expectation, playbook) in [(known, Playbook.okta), (ResponseExpectation(), nil)] {
      guard
        let diagnosis = Diagnosis(
          of: bytes, path: "response.txt", tool: MetadataRun.tool, now: Claim.now, expectation: expectation,
          playbook: playbook, showsValues: bytes.count % 2 == 0)
      else { continue }
      Claim.isInert(HumanDiagnosis(diagnosis, appearance: look).text, "diagnosis")
      let json = JSONDiagnosis(diagnosis).text
      Claim.isInert(json, "diagnosis as JSON")
      Claim.holds((try? JSON(reading: Array(json.utf8))) != nil, "a diagnosis is JSON")
    }
    let verdict = ResponseJudge(known, now: Claim.now).judge(bytes)
    Claim.holds(verdict.response != nil || !verdict.isGood, "no response is no good one")
  }
}
