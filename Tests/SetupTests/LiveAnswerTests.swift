import Playbook
import Testing

@testable import Setup

@Suite("Live answers")
struct LiveAnswerTests {
  private func stage(_ verdict: LiveStage.Verdict, _ claim: LiveClaim?, _ title: String = "a group") -> LiveStage {
    LiveStage(
      "group", title, verdict, "found \(title)", command: "GET https://a/\(title.count)",
      digest: String(repeating: "a", count: 64), claim: claim)
  }

  @Test("what is said about a claim holds where all of it passed, and does not where one part failed")
  func together() {
    let both = LiveStage.answers(of: [stage(.pass, .groups, "one"), stage(.pass, .groups, "another")])
    #expect(both[.groups]?.holds == true)
    #expect(both[.groups]?.answer.command == "GET https://a/3 and 1 more")
    #expect(both[.groups]?.answer.seen.text == "one: found one; another: found another")
    #expect(both[.groups]?.answer.digest != String(repeating: "a", count: 64))
    let failed = LiveStage.answers(of: [stage(.pass, .groups, "one"), stage(.fail, .groups, "another")])
    #expect(failed[.groups]?.holds == false && failed[.groups]?.answer.seen.text == "found another")
    for verdict in [LiveStage.Verdict.unknown, .skipped] {
      #expect(LiveStage.answers(of: [stage(.pass, .groups), stage(verdict, .groups)])[.groups] == nil)
    }
    #expect(LiveStage.answers(of: [stage(.pass, nil)]).isEmpty && LiveStage.answers(of: []).isEmpty)
  }

  @Test("an answer in which a secret seems to stand is kept by nobody")
  func secret() {
    let token = "canary8Kq2Zt5Vw9Xy3Lm7Np4Rs6Bd1Fg0Hj"
    #expect(throws: Rejection.self) { try LiveAnswer(.groups, command: "GET \(token)", digest: "", seen: "x") }
    #expect(throws: Rejection.self) { try LiveAnswer(.groups, command: "GET x", digest: "", seen: "Bearer \(token)") }
    let group = "93671f0a2c-1f2e3d4c-5b6a-7988-a7b6-c5d4e3f2a1b0"
    #expect(throws: Never.self) {
      try LiveAnswer(.memberships, command: "aws '{\"GroupId\":\"\(group)\"}'", digest: "", seen: "x")
    }
    let stage = LiveStage("x", "x", .pass, token, command: "x", digest: "x", claim: .groups)
    #expect(stage.answer == nil && LiveStage.answers(of: [stage]).isEmpty)
  }

  @Test("every claim is one of some step's, and every step that has one is in a playbook")
  func claims() {
    let steps = Playbook.all.flatMap(\.steps)
    for claim in LiveClaim.allCases { #expect(steps.contains { $0.liveClaim == claim }, "\(claim)") }
  }
}
