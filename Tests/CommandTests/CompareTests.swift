import Platform
import Support
import Testing

@testable import signpost

@Suite struct CompareTests {
  static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")

  static func run(_ arguments: [String], input: [UInt8]? = nil) throws -> (
    status: Int32, output: String, errors: String
  ) {
    let outcome = try ChildProcess.run(
      executable: Support.binary(named: "signpost"),
      arguments: ["compare", "--now", "2026-11-21T00:00:00Z"]
        + arguments.map { $0.hasSuffix(".xml") && !$0.hasPrefix("/") ? "\(root)/Fixtures/\($0)" : $0 },
      environment: [:], input: input, deadline: .seconds(60), outputLimit: 1 << 20)
    let status: Int32 = if case .exited(let status) = outcome.ending { status } else { -1 }
    return (
      status, String(decoding: outcome.output, as: UTF8.self), String(decoding: outcome.errors, as: UTF8.self)
    )
  }

  static let statuses: [([String], Int32, String)] = [
    (["okta.xml", "okta.xml"], 0, "no change: "),
    (["rotation/old.xml", "rotation/old-and-new.xml"], 0, "seamless in this order: "),
    (["rotation/old.xml", "rotation/new.xml"], 1, "breaks sign-in: "),
    (["rotation/old.xml", "rotation/new.xml", "--planned"], 0, "seamless in this order: "),
    (["okta.xml", "identity-center.xml"], 1, "not comparable: "),
    (["okta.xml", "hostile/external-entity.xml"], 1, "error[XML"),
    (["okta.xml", "broken/sign-in-page.html.xml"], 3, ""),
    (["okta.xml"], 2, ""), (["-", "-"], 2, ""),
  ]

  @Test("the status tells a pipeline", arguments: statuses)
  func status(arguments: [String], status: Int32, text: String) throws {
    let result = try Self.run(arguments)
    #expect(result.status == status, "\(result)")
    #expect(text.isEmpty ? result.output.isEmpty && !result.errors.isEmpty : result.output.contains(text))
  }

  @Test func whatIsPublishedComesByStandardInput() throws {
    let published = try TestFile.read(Self.root + "/Fixtures/rotation/new.xml")
    let drift = try Self.run(["rotation/old.xml", "-", "--format", "json"], input: published)
    #expect(drift.status == 1)
    #expect(drift.output.contains("\"verdict\": \"breaks-sign-in\""))
    #expect(drift.output.contains("\"path\": \"-\""))
    #expect(try Self.run(["-", "rotation/new.xml"], input: published).status == 0)
  }

  @Test func aFaultIsAFinding() throws {
    let cut = Array(try TestFile.read(Self.root + "/Fixtures/okta.xml").prefix(600))
    let result = try Self.run(["okta.xml", "-", "--format", "json"], input: cut)
    #expect(result.status == 1)
    #expect(result.output.contains("\"schema\": \"signpost.validate/v1\"") && result.output.contains("\"rule\": \"XML"))
    #expect(result.errors.contains("cannot be compared"))
  }

  @Test func theWordsAreUnderstood() throws {
    let command = try Grammar.signpost.parse(["compare", "a.xml", "-", "--planned", "--format", "json"]).command
    #expect(
      command
        == .compare(
          CompareOptions(old: .path("a.xml"), new: .standardInput, isPlanned: true, format: .json)))
  }
}
