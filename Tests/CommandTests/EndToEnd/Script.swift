#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import Playbook
import Support
import Testing

/// A whole set-up as a conversation: what the wizard asks, in its order, and what a person answers who knows what the
/// consoles show.
struct Script {
  /// One question and its answer.
  struct Exchange {
    /// The step that asks; nil for a wish.
    let step: Step?
    /// The fact that is asked for or compared; nil for a wish or a word.
    let fact: FactKey?
    /// The question as it stands before the cursor.
    let prompt: String
    let answer: String
    /// Whether only Enter is expected, so that commands are bare letters.
    let isEnter: Bool

    /// A command as it is typed here.
    func command(_ letter: String) -> String { (isEnter ? "" : ":") + letter + "\n" }
  }

  /// The steps that apply, in order.
  let steps: [Step]
  /// Every question, in order.
  let exchanges: [Exchange]
  private let facts: [FactKey: String]

  /// The conversation of a playbook.
  ///
  /// - Parameters:
  ///   - wishes: what the person wants.
  ///   - facts: every value as the person knows it or reads it in a console, those that follow from others included.
  init(_ playbook: Playbook, wishes: Set<Wish>, facts: [FactKey: String]) {
    let values = facts.mapValues { [$0] }.merging([.alternativeACSURL: []]) { $1 }
    let circumstances = Circumstances(wishes: wishes, facts: values)
    self.facts = facts
    steps = playbook.steps.filter { $0.when.holds(in: circumstances) == true }
    let first = steps.prefix(1).flatMap { Script.exchanges(of: $0, facts) }
    let asked = playbook.wishes.map { wish in
      Exchange(
        step: nil, fact: nil, prompt: "\(wish.prompt.plain()) (y/n) [\(wish.assumed ? "y" : "n")]: ",
        answer: wishes.contains(wish) ? "y" : "n", isEnter: false)
    }
    exchanges = first + asked + steps.dropFirst().flatMap { Script.exchanges(of: $0, facts) }
  }

  /// The conversation of a provider whose answers are among the fixtures. What follows from the files is read from a
  /// set-up that one command led to its end.
  init(provider: String) throws {
    let fixture = Signpost.root + "/Fixtures/answers-\(provider).json"
    let answers = try JSONDecoder().decode(Answers.self, from: Data(TestFile.read(fixture)))
    let facts = try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let run = try Signpost.run(["setup", provider, "--answers", fixture, "--no-input", "--store", store])
      guard run.status == 0 else { throw SupportFailure(run.errors) }
      return try StatusDocument.read(store: store).facts
    }
    guard let playbook = Playbook.of(provider) else { throw SupportFailure("no playbook for \(provider)") }
    let known = facts.map { (FactKey(rawValue: $0.key), $0.value.joined(separator: ", ")) }
    self.init(
      playbook, wishes: Set(answers.wishes.filter(\.value).keys.compactMap(Wish.init(rawValue:))),
      facts: Dictionary(known.compactMap { key, value in key.map { ($0, value) } }) { $1 })
  }

  private struct Answers: Decodable {
    let wishes: [String: Bool]
  }

  /// The place of the first question of a step, or of its question for a fact.
  func index(of step: StepID, _ fact: FactKey? = nil) -> Int {
    exchanges.firstIndex { $0.step?.id == step && (fact == nil || $0.fact == fact) } ?? exchanges.count
  }

  // MARK: Questions

  private static func exchanges(of step: Step, _ facts: [FactKey: String]) -> [Exchange] {
    let asked = step.asks.map { question in
      let field = question.field.map { " (\($0.text))" } ?? ""
      return Exchange(
        step: step, fact: question.fact, prompt: "\(worded(question.prompt, field, facts)): ",
        answer: facts[question.fact] ?? "", isEnter: false)
    }
    switch step.proof {
    case .metadata, .newCertificate, .value, .pair: return asked
    case .word(let see):
      let prompt = Said.word(shown(see, facts))
      return asked + [Exchange(step: step, fact: nil, prompt: prompt, answer: "", isEnter: true)]
    case .shown(let keys):
      return asked
        + keys.map { key in
          let answer = reading(key, in: step, facts)
          return Exchange(
            step: step, fact: key, prompt: Said.shown(name(of: key, in: step), all: several(key, answer)),
            answer: answer, isEnter: false)
        }
    }
  }

  /// What a console shows of a fact: of several ACS URLs the first, where its field holds only one.
  private static func reading(_ key: FactKey, in step: Step, _ facts: [FactKey: String]) -> String {
    let value = facts[key] ?? ""
    let isSingle = step.pastes.contains { $0.fact == key && $0.form == .singleACSURL }
    return isSingle ? value.components(", ").first ?? value : value
  }

  /// What the question for several values says of how they are given.
  private static func several(_ key: FactKey, _ answer: String) -> String {
    let count = answer.components(", ").count
    guard count > 1, [.acsURLs, .textList].contains(key.definition.kind) else { return "" }
    let between = key.definition.kind == .acsURLs ? "blanks or commas" : "commas"
    return " (all \(count), with \(between) between)"
  }

  /// What the wizard calls a fact that a console shows: by the field of the step, or of AWS's console.
  private static func name(of key: FactKey, in step: Step) -> String {
    if let field = (step.pastes + step.compares).first(where: { $0.fact == key })?.field.text { return field }
    guard step.actor == .awsAdmin else { return key.definition.title }
    return switch key {
    case .idpEntityID: "IdP issuer URL"
    case .idpSignInURL: "IdP sign-in URL"
    default: key.definition.title
    }
  }

  /// A question and its field, of which a prompt leaves out the full stop at the end.
  private static func worded(_ prompt: Phrase, _ field: String, _ facts: [FactKey: String]) -> String {
    let text = shown(prompt, facts) + field
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  /// A phrase as a terminal without colour shows it.
  private static func shown(_ phrase: Phrase, _ facts: [FactKey: String]) -> String {
    phrase.segments.map { segment in
      switch segment {
      case .text(let text), .code(let text), .label(let text, .confirmed): text
      case .label(let text, .believed): text + " (?)"
      case .value(let key): facts[key] ?? "<\(key.definition.title)>"
      }
    }.joined()
  }
}
