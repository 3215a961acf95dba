import Console
import Parties
public import Rules
import SAML

/// A validation as JUnit's XML, for the test reports of build servers: a suite for each file and a case for each rule that
/// had something of it to look at, so that a green run shows what was checked. Byte-stable.
public struct JUnitReport: Sendable {
  private let suites: [Suite]

  /// A document of the report.
  ///
  /// - Parameters:
  ///   - report: what is reported.
  ///   - failOn: from which severity on a finding is a failure; graver ones are, others stand in the output of their
  ///     case. Nil: none is.
  public init(_ report: ValidationReport, failOn: Severity?) {
    let findings = report.findingsByPath
    suites = report.distinctFiles.map { file in
      Suite(
        file: file, cases: Self.cases(of: file, in: report, findings[file.path] ?? [], failOn: failOn), now: report.now)
    }
  }

  private static func cases(
    of file: ValidationReport.File, in report: ValidationReport, _ findings: [Finding], failOn: Severity?
  ) -> [Case] {
    let found = Dictionary(grouping: findings, by: \.rule.id)
    let cases = report.rules(for: file, findings: findings).map { rule -> Case in
      let own = found[rule.id] ?? []
      let standings = Set(own.compactMap { $0.counts ? nil : $0.standing.word }).sorted()
      let failing = own.filter { $0.fails(failOn) }
      return Case(
        name: "\(rule.id) \(rule.name)", failing: failing, passing: own.filter { !$0.fails(failOn) }, error: nil,
        // Nothing of it counts: neither a pass nor a failure is the truth.
        skipped: own.contains(where: \.counts) || standings.isEmpty ? nil : standings.joined(separator: ", "))
    }
    // What was asked of no file by itself stands with the first.
    let missing = report.shortfalls.filter { ($0.path ?? report.files.first?.path) == file.path }.map(\.words)
    return cases
      + missing.map { Case(name: "asked", failing: [], passing: [], error: ("not-done", SafeText($0).body)) }
      + [file.error].compactMap(\.self).map {
        Case(name: "read", failing: [], passing: [], error: ("unreadable", SafeText($0).body))
      }
  }

  /// One rule and one file.
  private struct Case {
    let name: String
    let failing: [Finding]
    let passing: [Finding]
    let error: (type: String, words: String)?
    /// Why its findings do not count, where none does.
    var skipped: String?

    /// The case, with the attributes that all cases of the file have.
    func lines(_ shared: String) -> [String] {
      let start = "    <testcase\(shared) name=\"\(XMLText.attribute(name))\""
      if failing.isEmpty, passing.isEmpty, error == nil { return [start + "/>"] }
      var lines = [start + ">"]
      if let error {
        lines.append(
          XMLText.element("error", [("message", error.words), ("type", error.type)], text: error.words, depth: 3))
      }
      // A case fails once, however many findings it has.
      if let first = failing.first {
        let more = failing.count > 1 ? " (and \(failing.count - 1) more)" : ""
        lines.append(
          XMLText.element(
            "failure", [("message", SafeText(first.message).body + more), ("type", first.severity.rawValue)],
            text: failing.text, depth: 3))
      }
      if let skipped {
        lines.append(XMLText.open("skipped", [("message", skipped)], depth: 3, isEmpty: true))
      }
      if !passing.isEmpty { lines.append(XMLText.element("system-out", text: passing.text, depth: 3)) }
      return lines + ["    </testcase>"]
    }
  }

  /// One file.
  private struct Suite {
    let file: ValidationReport.File
    let cases: [Case]
    let now: Instant

    var failures: Int { cases.count { !$0.failing.isEmpty } }
    var errors: Int { cases.count { $0.error != nil } }

    var lines: [String] {
      let path = SafeText(file.path).body
      let attributes = [
        ("name", path), ("tests", "\(cases.count)"), ("failures", "\(failures)"), ("errors", "\(errors)"),
        ("skipped", "\(cases.count { $0.skipped != nil })"), ("time", "0"),
      ]
      // Servers know a case again by its class and name: the class must be the file.
      let escaped = XMLText.attribute(path)
      let shared = " classname=\"\(escaped)\" file=\"\(escaped)\""
      var properties = [("now", now.description), ("role", file.role.rawValue)]
      if let provider = file.provider { properties.append(("provider", provider.rawValue)) }
      if let entityID = file.entityID { properties.append(("entityID", SafeText(entityID).body)) }
      return [XMLText.open("testsuite", attributes, depth: 1), "    <properties>"]
        + properties.map {
          XMLText.open("property", [("name", $0.0), ("value", $0.1)], depth: 3, isEmpty: true)
        }
        + ["    </properties>"] + cases.flatMap { $0.lines(shared) } + ["  </testsuite>"]
    }
  }

  /// The document, with a line feed at its end.
  public var text: String {
    let attributes = [
      ("name", "signpost validate"), ("tests", "\(suites.map(\.cases.count).reduce(0, +))"),
      ("failures", "\(suites.map(\.failures).reduce(0, +))"), ("errors", "\(suites.map(\.errors).reduce(0, +))"),
      ("time", "0"),
    ]
    let lines =
      [#"<?xml version="1.0" encoding="UTF-8"?>"#, XMLText.open("testsuites", attributes, depth: 0)]
      + suites.flatMap(\.lines) + ["</testsuites>"]
    return lines.joined(separator: "\n") + "\n"
  }
}

extension [Finding] {
  /// The findings as text, three lines or more for each.
  fileprivate var text: String { flatMap(\.lines).joined(separator: "\n") }
}
