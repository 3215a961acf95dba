import Testing

@testable import Playbook

/// What was gathered about connecting one provider, statement by statement, and where its playbooks say it.
///
/// The table is `Statements/<provider>.tsv`; what holds for each provider stands once, in `Statements/every-provider.tsv`.
/// A dash for the words is a step that no source names, and the statement is the reason to have it.
struct Coverage: Sendable, CustomTestStringConvertible {
  /// A statement in our words, the step that carries it, and the words of the step.
  struct Statement: Sendable, CustomTestStringConvertible {
    let provider: String
    let step: StepID
    /// Nil for the reason of a step that no source names.
    let words: String?
    let text: String

    var testDescription: String { "\(provider): \(text)" }
  }

  let provider: String
  /// The provider's own statements.
  let own: [Statement]
  /// Those of every provider.
  let shared: [Statement]

  var testDescription: String { provider }

  var statements: [Statement] { (own + shared).filter { $0.words != nil } }

  static func read(_ provider: String, from table: String) throws -> [Statement] {
    try Table("Statements/\(table)", columns: ["step", "words", "statement"]).rows.map { row in
      Statement(
        provider: provider, step: StepID(rawValue: row[0]), words: row[1] == "-" ? nil : row[1], text: row[2])
    }
  }

  static let providers = Playbook.all.filter { $0.flow == .setUp }.map(\.provider)

  static func all() throws -> [Coverage] {
    try providers.map { provider in
      Coverage(
        provider: provider, own: try read(provider, from: provider),
        shared: try read(provider, from: "every-provider"))
    }
  }
}

@Suite("Every statement about a provider is in its playbooks, and every step has a statement or a reason")
struct StatementTests {
  @Test(arguments: try Coverage.all().flatMap(\.statements))
  func everyStatementHasItsPlace(statement: Coverage.Statement) throws {
    let step = try #require(Playbook.step(statement.step, of: statement.provider), "\(statement.step)")
    let words = try #require(statement.words)
    #expect(step.text.contains(words), "\(step.id) does not say: \(words)")
  }

  @Test(arguments: try Coverage.all())
  func everyStepComesFromAStatementOrHasAReason(coverage: Coverage) {
    let ids = Set(Playbook.all.filter { $0.provider == coverage.provider }.flatMap(\.steps).map(\.id))
    let covered = Set(coverage.statements.map(\.step))
    let reasons = Set(coverage.own.filter { $0.words == nil }.map(\.step))
    let sharedReasons = Set(coverage.shared.filter { $0.words == nil }.map(\.step))
    #expect(covered.isDisjoint(with: reasons), "\(covered.intersection(reasons))")
    #expect(ids.subtracting(covered).subtracting(reasons).subtracting(sharedReasons) == [])
    #expect(reasons.isSubset(of: ids), "\(reasons.subtracting(ids))")
  }

  @Test(arguments: try Coverage.all())
  func statementsStandInTheTableOnce(coverage: Coverage) {
    for statements in [coverage.own, coverage.shared].map({ $0.filter { $0.words != nil } }) {
      #expect(Set(statements.map(\.text)).count == statements.count)
      #expect(statements.count > 20)
    }
  }
}
