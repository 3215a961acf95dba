import Console
import Parties
import Platform
import Playbook
import Rules
import SAML
import Setup

/// Which set-up a walk is about: the one that is there, the one that was named, or the one that the operator picks.
struct Start {
  /// The provider to connect.
  var provider: String
  /// The set-up that was picked; nil where the provider decides.
  var name: SetupName?
  /// The metadata file by which the provider was known.
  var metadata: String?
}

/// Asks what a walk is to be about, where neither the command line nor the store says.
struct StartQuestion {
  let program: Program
  let board: Board
  let sets: SetUps

  /// What a list offers beside the set-ups that there are.
  private static let another = "another"

  /// One of the set-ups that there are, or a new one.
  func askWhich() throws(Failure) -> Start {
    let choices = sets.existing.map { name -> Choice in
      guard let setup = try? sets.look(at: name) else {
        return Choice(value: name.text, title: name.text, detail: "cannot be read")
      }
      let counts = setup.progress.counts
      let detail = "\(setup.progress.playbook.provider), \(counts.done) of \(counts.applicable) steps done"
      return Choice(value: name.text, title: name.text, detail: detail)
    }
    let more = Choice(value: Self.another, title: "another identity provider", detail: "begin a new set-up")
    let picked = try ask(.choice("Which set-up", of: choices + [more], commands: [.quit]))
    guard picked != Self.another, let name = sets.existing.first(where: { $0.text == picked }) else {
      return try askProvider()
    }
    let setup = try sets.look(at: name)
    return Start(provider: setup.progress.playbook.provider, name: name)
  }

  /// One of the providers, or the one that a metadata file is known to be of.
  func askProvider() throws(Failure) -> Start {
    let choices = Playbook.providers.map { provider in
      Choice(value: provider, title: Provider(rawValue: provider)?.displayName ?? provider, detail: provider)
    }
    while true {
      let question: StyledText = "Which identity provider, or its metadata file"
      let prompt = Prompt.choice(question, of: choices, commands: [.help, .quit]).orElse("a metadata file")
      let text = try ask(prompt)
      if Playbook.of(text) != nil { return Start(provider: text) }
      if let known = Provider.named(text), Playbook.of(known.rawValue) != nil { return Start(provider: known.rawValue) }
      if let start = start(from: text) { return start }
    }
  }

  private func ask(_ prompt: Prompt) throws(Failure) -> String {
    while true {
      switch board.ask(prompt.forgetting { SecretLookalike.inPlaceOfPath($0) != nil }) {
      case .answer(let text): return text
      case .command(.help):
        say([
          "An identity provider that is not listed goes by SAML 2.0 identity provider: its names are yours to fill in."
        ])
      case .command, .interrupted: throw .interrupted("nothing was started")
      case .endOfInput: throw .inputNeeded(SetUp.nameProvider)
      }
    }
  }

  /// The provider of a metadata file; nil, having said why, where the file does not tell.
  private func start(from typed: String) -> Start? {
    let path = program.absolute(TypedPath(typed, home: program.home).path)
    guard typed.contains("/") || (try? File.kind(of: path)) != nil else {
      say(["that is no identity provider of this version, and no file: pick one, or give the path of its metadata"])
      return nil
    }
    let file: MetadataFile
    do throws(PlatformError) {
      file = try MetadataDesk(program: program).read(path)
    } catch {
      say([Failure(error).message])
      return nil
    }
    guard file.verdict.role == .identityProvider else {
      say(["\(.path("\(untrusted: path)")) is no metadata of an identity provider; pick one, or give another file"])
      return nil
    }
    let provider = file.verdict.guess.provider.flatMap { Playbook.of($0.rawValue)?.provider } ?? "generic"
    let known = Provider(rawValue: provider)?.displayName ?? provider
    board.record([Paragraph("\(mark: .done) \(.path("\(untrusted: path)")) is of \(ours: known)", hanging: 2)])
    return Start(provider: provider, metadata: path)
  }

  private func say(_ lines: [StyledText]) { board.remark(lines.map { Paragraph($0, indent: 2, hanging: 4) }) }
}

extension Playbook {
  /// The providers that can be set up, by the names of the command line.
  static var providers: [String] { all.filter { $0.flow == .setUp }.map(\.provider) }
}
