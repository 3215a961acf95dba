import Playbook
import Rules
import Support
import Testing

@testable import Setup

/// Somebody who follows a playbook with an answers file in hand, as the wizard has them do: one question after the other,
/// and what is proved by then closes by itself.
struct Sitting {
  private(set) var script = Script()
  let answers: AnswersFile

  init(_ playbook: Playbook, _ answers: AnswersFile) {
    script.playbook = playbook
    self.answers = answers
  }

  /// The answers of a provider's fixture.
  init(fixture provider: String) throws {
    let playbook = try #require(Playbook.of(provider))
    let path = "\(Self.fixtures)answers-\(provider).json"
    self.init(playbook, try AnswersFile(TestFile.read(path), path: path, playbook: playbook))
  }

  static let fixtures = String(#filePath.dropLast("Tests/SetupTests/Sitting.swift".count)) + "Fixtures/"

  var progress: Progress { script.progress }

  /// Follows the playbook until nothing is next, or an answer is not there.
  mutating func follow() throws {
    script.add(.started(Event.Start(script.playbook)))
    for wish in script.playbook.wishes {
      if let isWanted = answers.wishes[wish] { script.add(.wished(wish, isWanted)) }
    }
    while let next = progress.next, try take(next.step) {}
  }

  /// Whether the step was closed or left out.
  private mutating func take(_ step: Step) throws -> Bool {
    if let reason = answers.skipped[step.id] {
      script.add(.skipped(step.id, reason: reason))
      return true
    }
    while let question = step.asks.first(where: { progress.wants($0, in: step) }) {
      guard let value = answers.facts[question.fact] else { return false }
      try answer(question, value, in: step)
    }
    if case .shown(let keys) = step.proof {
      while let key = keys.first(where: { !progress.compared(in: step).contains($0) }) {
        guard let text = answers.shown[step.id]?[key] else { return false }
        script.add(.compared(step.id, try progress.compare(text, for: key, in: step)))
      }
    }
    var testimony = Testimony.none
    if case .word = step.proof {
      guard let word = answers.confirmed[step.id] else { return false }
      testimony = .word(word)
    }
    script.add(.closed(step.id, try progress.closing(step.id, with: testimony)))
    for paste in step.pastes {
      if case .secret(let secret) = paste.value { script.add(.secretEntered(secret, on: "2026-11-20")) }
    }
    return true
  }

  private mutating func answer(_ question: Question, _ value: AnswersFile.Value, in step: Step) throws {
    let key = question.fact
    let entries: [String]
    switch value {
    case .text(let text): entries = key.definition.kind.isList ? text.split(separator: ",").map(String.init) : [text]
    case .list(let list): entries = list
    }
    guard case .metadataFile(let role) = key.definition.kind else {
      let reading = try key.read(
        entries: entries, in: progress.circumstances, now: noon, isOptional: question.isOptional)
      return script.add(.answered(Event.Answer(reading, step: step.id)))
    }
    func read(_ path: String) throws -> MetadataFile {
      MetadataFile(try TestFile.read(path), path: path, judge: Judge(settings: Settings(now: noon)))
    }
    let other = progress.file(key == .awsMetadata ? .idpMetadata : .awsMetadata)
    let filing = try read(entries[0]).filing(
      as: role, of: script.playbook.provider, beside: try other.map { try read($0.path) })
    switch filing {
    case .taken(let taken): script.add(.filed(key, taken.evidence))
    case .refused(let refusal): throw refusal
    }
  }
}
