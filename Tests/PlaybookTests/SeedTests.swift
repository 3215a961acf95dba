import Testing

@testable import Playbook

/// A statement of one of the five published guides that this product set out to replace, and where it is now.
///
/// The table is `Seeds.tsv`. A guide's statements are numbered without gaps; `(summary)` and `(prerequisites)` stand for
/// what a playbook says before its first step.
struct SeedStatement: Sendable, CustomTestStringConvertible {
  let seed: String
  let number: Int
  let text: String
  let playbook: String
  let overlay: String?
  let place: String
  let words: String

  var testDescription: String { "\(seed), \(number): \(text)" }

  static func all() throws -> [SeedStatement] {
    let columns = ["seed", "number", "statement", "playbook", "overlay", "step", "words"]
    return try Table("Seeds", columns: columns).rows.map { row in
      guard let number = Int(row[1]) else { throw Table.Fault(description: "no number: \(row[1])") }
      return SeedStatement(
        seed: row[0], number: number, text: row[2], playbook: row[3], overlay: row[4] == "-" ? nil : row[4],
        place: row[5], words: row[6])
    }
  }

  /// Everything that is said at the place; nil where there is no such place.
  var said: String? {
    guard let playbook = Playbook.of(playbook, overlay: overlay) else { return nil }
    return switch place {
    case "(summary)": playbook.summary.map { $0.plain() }.joined(separator: "\n")
    case "(prerequisites)": playbook.prerequisites.map { $0.text.plain() }.joined(separator: "\n")
    default: playbook.step(StepID(rawValue: place))?.text
    }
  }
}

@Suite("Every statement of the five guides is in the product, and what comes from them alone is in the table")
struct SeedTests {
  /// How many statements each guide has.
  static let counts = [
    "AWS Identity Center (SSO) ClickOps, by Cloud Posse, older edition": 69,
    "AWS Identity Center (SSO) ClickOps, by Cloud Posse, newer edition": 125,
    "Okta and AWS SSO (AWS IAM Identity Center), by Kliment Andreev": 47,
    "AWS IAM Identity Center, an article on its concepts without a named author": 34,
    "Azure AD and AWS Single Sign-On, step by step, by Christoffer Pozeus": 57,
  ]

  @Test(arguments: try SeedStatement.all())
  func everyStatementHasItsPlace(statement: SeedStatement) throws {
    let said = try #require(statement.said, "there is no \(statement.place) in \(statement.playbook)")
    #expect(
      said.contains(statement.words), "\(statement.playbook), \(statement.place) does not say: \(statement.words)")
  }

  @Test func noStatementIsMissing() throws {
    let statements = Dictionary(grouping: try SeedStatement.all(), by: \.seed)
    #expect(statements.mapValues(\.count) == Self.counts)
    for (seed, statements) in statements {
      #expect(statements.map(\.number) == Array(1...statements.count), "\(seed)")
      #expect(Set(statements.map(\.text)).count == statements.count, "\(seed)")
    }
  }

  @Test(arguments: Overlay.all)
  func everyStepOfAnOverlayIsInTheTable(overlay: Overlay) throws {
    let named = Set(try SeedStatement.all().filter { $0.overlay == overlay.name }.map(\.place))
    #expect(overlay.insertions.map(\.step.id.rawValue).filter { !named.contains($0) } == [])
  }

  @Test func everyStepThatNamesAGuideAsItsSourceIsInTheTable() throws {
    let named = Set(try SeedStatement.all().map { "\($0.playbook) \($0.place)" })
    let claims = Playbook.all.filter { $0.flow == .setUp }.flatMap { playbook in
      playbook.steps.filter { $0.sources.contains(.cloudPosseGuide) }.map { "\(playbook.provider) \($0.id)" }
    }
    #expect(!claims.isEmpty)
    #expect(claims.filter { !named.contains($0) } == [])
  }
}
