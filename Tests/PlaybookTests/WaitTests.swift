import Playbook
import Testing

@Suite("Waits")
struct WaitTests {
  static let waits = (Playbook.all + Playbook.all.filter { $0.flow == .setUp }.map { $0.under(.cloudPosse) })
    .flatMap(\.steps).compactMap { step in step.wait.map { (step.id, $0) } }

  @Test("a wait that names a length is as long as the longest one in its words")
  func lengths() {
    var named: Set<String> = []
    for (id, wait) in Self.waits {
      #expect((1...30 * 24 * 60).contains(wait.atMost), "\(id)")
      let words = wait.words.plain()
      guard let match = words.matches(of: #/(\d+) (minutes|hours)/#).last, let count = Int(match.1) else { continue }
      #expect(wait.atMost == count * (match.2 == "hours" ? 60 : 1), "\(id): \(words)")
      named.insert(words)
    }
    #expect(named.count == 4)
  }

  @Test("the words of a wait are among the phrases of its step, and in what is known before the first step")
  func words() throws {
    let step = try #require(Playbook.of("entra-id")?.steps.first { $0.wait?.atMost == 40 })
    let wait = try #require(step.wait)
    #expect(step.phrases.contains(wait.words))
    #expect(Preflight(try #require(Playbook.of("entra-id"))).waits.contains(wait.words))
  }
}
