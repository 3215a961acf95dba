import SAML
import Synchronization
import Testing

@testable import Rules

@Suite("Entities judged on several threads")
struct LedgerTests {
  /// Does everything as late as it may, and the last first.
  private final class Contrary: Workers {
    private let left = Mutex<[@Sendable () -> Void]>([])

    func add(_ work: @escaping @Sendable () -> Void) { left.withLock { $0.append(work) } }

    func work(until isDone: @escaping @Sendable () -> Bool) {
      while !isDone(), let next = left.withLock({ $0.popLast() }) { next() }
    }
  }

  private let judge = ExampleTests.judge

  private func verdict(of text: String, workers: (any Workers)? = nil) -> Verdict {
    var document = judge.document(path: "group.xml", workers: workers)
    document.feed(Array(text.utf8)[...])
    return document.finish()
  }

  /// A group of so many entities, each with a sign-in URL that is to be reported, and a role that carries a signature.
  private func group(_ count: Int) -> String {
    let entities = (0..<count).map { number in
      Example.identityProvider(
        entity: "entityID=\"https://idp\(number % 7).example\"", keys: Self.signature + Scaffold.signingKey,
        endpoints: Scaffold.signOn("http://idp\(number).example/sso")
      ).text
    }
    return """
      <md:EntitiesDescriptor xmlns:md="\(Namespace.metadata)">
      \(entities.joined(separator: "\n"))
      </md:EntitiesDescriptor>
      """
  }

  private static let signature = "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"/>"

  @Test("the verdict is the same in whatever order the entities are judged")
  func order() {
    let text = group(40)
    let (alone, together) = (verdict(of: text), verdict(of: text, workers: Contrary()))
    #expect(alone.findings.count > 80)
    #expect(together.findings.map(\.line) == alone.findings.map(\.line))
    #expect(together.entities == 40)
    #expect(together.partialSignatures == 40)
    #expect(together.partialSignatures == alone.partialSignatures)
    #expect(together.rules.map(\.id) == alone.rules.map(\.id))
  }

  @Test("of the service providers of a federation only the first is told to be none of AWS's")
  func federation() {
    let entities = (1...3).map { number in
      Example.serviceProvider(
        entity: "entityID=\"https://app\(number).example\"",
        endpoints: Scaffold.consumer("https://app\(number).example/acs")
      ).text
    }
    let open = "<md:EntitiesDescriptor xmlns:md=\"\(Namespace.metadata)\">"
    for text in [entities, [Example.identityProvider().text] + entities] {
      let found = verdict(of: open + text.joined() + "</md:EntitiesDescriptor>").findings
      #expect(found.filter { $0.rule.id == "AWS011" }.map(\.entityID) == ["https://app1.example"])
    }
  }

  @Test("what is too much is cut at the same place, and said once")
  func limit() throws {
    var ledger = Ledger(judge: judge, path: "group.xml")
    let some = Array(verdict(of: group(1)).findings.prefix(1))
    let many = Array(repeating: try #require(some.first), count: Judge.mostFindings)
    let places = (0..<3).map { _ in ledger.reserve() }
    ledger.settle(places[2], some)
    ledger.settle(places[1], some + some)
    #expect(!ledger.isFull)
    #expect(!ledger.isSettled)
    ledger.settle(places[0], many)
    #expect(ledger.isFull)
    #expect(ledger.isSettled)
    #expect(ledger.findings.count == Judge.mostFindings + 1)
    #expect(ledger.findings.last?.rule.id == Rule.limitExceeded.id)
    ledger.add(some)
    #expect(ledger.findings.count == Judge.mostFindings + 1)
    ledger = Ledger(judge: judge, path: "group.xml")
    ledger.add(many)
    #expect(!ledger.isFull)
  }
}

extension Finding {
  /// All of it that is shown.
  fileprivate var line: String { "\(rule.id) \(place.start) \(place.end) \(entityID ?? "-") \(message) \(remedy)" }
}
