#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What `signpost validate` says of a document, by the ids of its rules.
struct Judgement: Hashable, Sendable {
  let errors: Set<String>
  let warnings: Set<String>

  /// Whether the document was refused as a whole, so that nothing in it was looked at.
  var isRefusal: Bool { errors.contains { $0 == "MD001" || $0.hasPrefix("XML") } }
  /// The errors about the document as XML.
  var syntaxErrors: Set<String> { errors.filter { $0.hasPrefix("XML") } }

  init(errors: Set<String>, warnings: Set<String> = []) {
    self.errors = errors
    self.warnings = warnings
  }

  /// Asks the built program, with its clock pinned.
  init(of path: String, by signpost: Tool) throws {
    struct Report: Decodable {
      struct Finding: Decodable {
        let rule: String
        let severity: String
      }
      let findings: [Finding]
    }
    let answer = try signpost.run(
      ["validate", "--format", "json", "--fail-on", "never", "--now", "2026-11-21T00:00:00Z", path])
    guard answer.status == 0 else {
      throw ToolFailure(description: "signpost validate \(path): status \(answer.status), \(answer.errors)")
    }
    let findings = try JSONDecoder().decode(Report.self, from: Data(answer.output.utf8)).findings
    errors = Set(findings.filter { $0.severity == "error" }.map(\.rule))
    warnings = Set(findings.filter { $0.severity == "warning" }.map(\.rule))
  }
}
