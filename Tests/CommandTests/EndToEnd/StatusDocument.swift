#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import Playbook
import Testing

/// What `signpost status --format json` says, read by another reader than the program's own.
struct StatusDocument: Decodable {
  struct Step: Decodable {
    struct Evidence: Decodable {
      let kind: String
      let summary: String
    }
    struct Note: Decodable {
      let text: String
      let at: String
    }
    struct Change: Decodable {
      let fact: String
    }
    let id: String
    let number: Int
    let state: String
    let at: String?
    let by: String?
    let evidence: Evidence?
    let reason: String?
    let notes: [Note]
    let why: [Change]
  }
  struct Flow: Decodable {
    let flow: String
    let complete: Bool
    let steps: [Step]
  }
  let otherFlows: [Flow]
  let schema: String
  let name: String
  let provider: String
  let `for`: String
  let complete: Bool
  let next: String?
  let counts: [String: Int]
  let facts: [String: [String]]
  let steps: [Step]

  /// The step of that id.
  func step(_ id: StepID) throws -> Step { try #require(steps.first { $0.id == id.rawValue }) }

  /// The states by step.
  var states: [String: String] { Dictionary(steps.map { ($0.id, $0.state) }) { $1 } }

  /// The status of the only set-up of a store; `exit` is the status that the program is to end with.
  static func read(store: String, _ arguments: [String] = [], exit: Int32 = 0) throws -> StatusDocument {
    let run = try Signpost.run(["status", "--format", "json", "--store", store] + arguments)
    #expect(run.status == exit)
    return try JSONDecoder().decode(StatusDocument.self, from: Data(run.outputBytes))
  }
}
