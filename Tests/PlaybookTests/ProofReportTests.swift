import Support
import Testing

@testable import Playbook

/// By what each playbook's steps are closed: the fewer by word, the better.
@Suite("Honest proof") struct ProofReportTests {
  /// How a step is closed, from the strongest proof to the weakest.
  private enum Kind: String, CaseIterable {
    case file, pair, comparison, value, word

    init(_ proof: Proof) {
      switch proof {
      case .metadata, .newCertificate: self = .file
      case .pair: self = .pair
      case .shown: self = .comparison
      case .value: self = .value
      case .word: self = .word
      }
    }
  }

  @Test("how many steps close by file, comparison, value and word, per playbook")
  func report() {
    var lines = ["playbook flow steps " + Kind.allCases.map(\.rawValue).joined(separator: " ")]
    for playbook in Playbook.all {
      let kinds = playbook.steps.map { Kind($0.proof) }
      let counts = Kind.allCases.map { kind in String(kinds.count { $0 == kind }) }
      lines.append("\(playbook.provider) \(playbook.flow.rawValue) \(kinds.count) \(counts.joined(separator: " "))")
    }
    let table = lines.map { $0.replacing(" ", with: "\t") }.joined(separator: "\n") + "\n"
    print(table)
    Golden.expect(table, at: "proofs.tsv")
  }

  @Test("a step that is closed by word names the text that is visible then", arguments: Subject.all)
  func words(subject: Subject) {
    let playbook = subject.playbook
    for step in playbook.steps {
      guard case .word(let see) = step.proof else { continue }
      let named = see.segments.contains { segment in
        switch segment {
        case .label, .code, .value: true
        default: false
        }
      }
      #expect(named, "\(playbook.provider) \(step.id): \(see.plain())")
    }
  }

  @Test("whatever a rule or a comparison can judge is not left to a word", arguments: Subject.all)
  func judgedFacts(subject: Subject) {
    let playbook = subject.playbook
    for step in playbook.steps {
      guard case .word = step.proof else { continue }
      for question in step.asks {
        if case .metadataFile = question.fact.definition.kind {
          Issue.record("\(step.id) takes a metadata file, which proves it")
        }
      }
      let pasted = step.pastes.compactMap(\.fact).filter { [.acsURL, .issuerURL].contains($0) }
      #expect(pasted.isEmpty, "\(playbook.provider) \(step.id) pastes \(pasted.map(\.rawValue)), which can be compared")
    }
  }
}
