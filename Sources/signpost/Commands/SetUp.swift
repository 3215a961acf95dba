import Console
import Platform
import Playbook
import Setup

/// `signpost setup`: starts or resumes the guided set-up.
struct SetUp {
  let options: SetupOptions
  let program: Program

  func run() throws(Failure) -> ExitStatus {
    let sets = try SetUps(program)
    let provider = try provider(sets)
    let answers = try answers()
    let playbook = try playbook(of: provider, sets, answers)
    let given = try Given(file: read(answers, for: playbook), flags: flags)
    if !options.noInput { catchSignals() }
    var setup = try sets.openOrCreate(playbook, program)
    try begin(&setup)
    let walk = Walk(
      setup, given: given, program: program,
      prompter: options.noInput ? nil : Prompter(source: program.input.source, screen: program.notices),
      screen: program.notices)
    return try walk.run()
  }

  /// The provider that is named, else that of the set-up that is there, else the one that the operator chooses.
  private func provider(_ sets: SetUps) throws(Failure) -> String {
    if let provider = options.provider {
      guard Playbook.of(provider.rawValue) != nil else { throw .noPlaybook(for: provider) }
      return provider.rawValue
    }
    if program.everywhere.name != nil || sets.existing.count == 1 {
      return try sets.look(program).progress.playbook.provider
    }
    if sets.existing.count > 1 { throw Failure(SetupStoreError.several(sets.existing)) }
    return try asked()
  }

  /// The overlay of the set-up that is there, else the one that is asked for.
  private func overlay(of name: SetupName?, _ sets: SetUps) throws(Failure) -> String? {
    guard let name else { return options.overlay?.rawValue }
    let setup = try sets.look(name, program)
    try checkOverlay(of: setup)
    return setup.progress.playbook.overlay
  }

  /// An overlay decides which steps there are, so that it is part of how a set-up is begun, and stays.
  private func checkOverlay(of setup: borrowing Setup) throws(Failure) {
    let begun = setup.progress.playbook.overlay
    guard let wanted = options.overlay?.rawValue, wanted != begun else { return }
    let how: StyledText = begun.map { "with the overlay \(untrusted: $0)" } ?? "without an overlay"
    throw .usage(
      """
      the set-up \(untrusted: setup.name.text) was begun \(how), and an overlay stays as it was chosen; begin another \
      set-up with \(.command("--name SETUP --overlay \(ours: wanted)"))
      """)
  }

  /// The playbook to follow: that of the flow that is named, else of the set-up that is there, else the one for what
  /// signs people in today, where the answers say that.
  private func playbook(
    of provider: String, _ sets: SetUps, _ answers: [UInt8]?
  ) throws(Failure) -> Playbook {
    let named = options.flow.flatMap { Playbook.Flow(rawValue: $0.rawValue) }
    let flow =
      named ?? sets.flow(of: provider, program) ?? answers.flatMap(AnswersFile.identitySource)?.flow ?? .setUp
    guard let playbook = Playbook.of(provider, flow: flow) else { throw Self.noFlow(flow, for: provider) }
    return try playbook.under(overlayNamed: overlay(of: sets.existing(for: provider, program), sets))
  }

  private static func noFlow(_ flow: Playbook.Flow, for provider: String) -> Failure {
    .usage("this version has no flow \(ours: flow.rawValue) for \(ours: provider)")
  }

  /// Begins the flow that was asked for, in a set-up that follows another one or has finished this one.
  private func begin(_ setup: inout Setup) throws(Failure) {
    guard let flow = options.flow.flatMap({ Playbook.Flow(rawValue: $0.rawValue) }) else { return }
    let current = setup.progress.playbook
    guard let playbook = Playbook.of(current.provider, flow: flow)?.under(overlayNamed: current.overlay) else {
      throw Self.noFlow(flow, for: current.provider)
    }
    if current.flow == flow, !setup.progress.isComplete { return }
    do throws(SetupError) {
      try setup.begin(playbook, by: program.user, at: program.clock())
    } catch { throw Failure(error) }
  }

  private var known: String { Playbook.all.filter { $0.flow == .setUp }.map(\.provider).joined(separator: ", ") }

  private func asked() throws(Failure) -> String {
    let flag: StyledText = "name the identity provider: \(.command("signpost setup <provider>")), one of \(ours: known)"
    if options.noInput { throw .inputNeeded(flag) }
    let prompter = Prompter(source: program.input.source, screen: program.notices)
    while true {
      switch prompter.ask(.text("Which identity provider (\(ours: known))", default: "okta", commands: [.quit])) {
      case .answer(let text):
        if let playbook = Playbook.of(text.lowercased()) { return playbook.provider }
        program.notices.print(
          paragraph: "this version has no set-up for \(quoted: text); it has \(ours: known)", indent: 2)
      case .command, .interrupted: throw .interrupted("nothing was started")
      case .endOfInput: throw .inputNeeded(flag)
      }
    }
  }

  private var flags: [FactKey: String] {
    var flags: [FactKey: String] = [:]
    if let file = options.idpMetadata { flags[.idpMetadata] = file.argument }
    if let file = options.awsMetadata { flags[.awsMetadata] = file.argument }
    if let url = options.portalURL { flags[.portalURL] = url }
    return flags
  }

  /// The bytes of the answers file; nil where none was given.
  private func answers() throws(Failure) -> [UInt8]? {
    guard let file = options.answers else { return nil }
    do throws(PlatformError) {
      return try program.contents(of: file, limit: 1 << 20)
    } catch { throw Failure(error) }
  }

  private func read(_ bytes: [UInt8]?, for playbook: Playbook) throws(Failure) -> AnswersFile? {
    guard let file = options.answers, let bytes else { return nil }
    do throws(AnswersFile.Problems) {
      return try AnswersFile(bytes, path: file.argument, playbook: playbook)
    } catch {
      let lines = error.list.map { "\(untrusted: $0.description)" as StyledText }
      throw .usage("the answers file \(quoted: file.argument) cannot be used:\n" + lines.joined(separator: "\n"))
    }
  }

  private func catchSignals() {
    do throws(PlatformError) {
      try Interrupt.install()
    } catch { program.hint("Ctrl-C cannot be handled (\(untrusted: error.description)); leave with q") }
  }
}
