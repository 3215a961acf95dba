import Console
import Platform
import Playbook
import Setup

/// `signpost setup`: starts or resumes the guided set-up.
struct SetUp {
  let options: SetupOptions
  let program: Program

  func run() throws(Failure) -> ExitStatus {
    if !options.noInput { catchSignals() }
    var sets = try SetUps(program)
    let board = program.board(isPlain: options.plain, asks: !options.noInput)
    let start = try start(sets, board)
    if let name = start.name { sets.program.everywhere.name = name.text }
    return try SetUp(options: options, program: sets.program).walk(from: start, sets, board)
  }

  private func walk(from start: Start, _ sets: SetUps, _ board: Board) throws(Failure) -> ExitStatus {
    let answers = try answers()
    let playbook = try playbook(of: start.provider, sets, answers)
    var flags = flags
    if flags[.idpMetadata] == nil { flags[.idpMetadata] = start.metadata }
    let given = try Given(file: read(answers, for: playbook), flags: flags)
    var setup = try sets.openOrCreate(playbook)
    try begin(&setup)
    return try Walk(
      setup, in: sets.store, given: given, program: program, board: board, asks: !options.noInput
    ).run()
  }

  /// The provider that is named, else the set-up that is there, else what the operator chooses.
  private func start(_ sets: SetUps, _ board: Board) throws(Failure) -> Start {
    if let provider = options.provider {
      guard Playbook.of(provider.rawValue) != nil else { throw .noPlaybook(for: provider) }
      return Start(provider: provider.rawValue)
    }
    if program.everywhere.name != nil || sets.existing.count == 1 {
      return Start(provider: try sets.look().progress.playbook.provider)
    }
    let question = StartQuestion(program: program, board: board, sets: sets)
    if sets.existing.isEmpty {
      if options.noInput { throw .inputNeeded(SetUp.nameProvider) }
      return try question.askProvider()
    }
    if options.noInput || !program.isInteractive { throw Failure(SetupStoreError.several(sets.existing)) }
    return try question.askWhich()
  }

  /// How the provider is named without a prompt.
  static var nameProvider: StyledText {
    let known = Playbook.providers.joined(separator: ", ")
    return "name the identity provider: \(.command("signpost setup <provider>")), one of \(ours: known)"
  }

  /// The overlay of the set-up that is there, else the one that is asked for.
  private func overlay(of name: SetupName?, _ sets: SetUps) throws(Failure) -> String? {
    guard let name else { return options.overlay?.rawValue }
    let setup = try sets.look(at: name)
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
      named ?? sets.flow(of: provider) ?? answers.flatMap(AnswersFile.identitySource)?.flow ?? .setUp
    guard let playbook = Playbook.of(provider, flow: flow) else { throw Failure.noFlow(flow, for: provider) }
    return try playbook.under(overlayNamed: overlay(of: sets.existing(for: provider), sets))
  }

  /// Goes over to the flow that was asked for, in a set-up that follows another one, or begins one that recurs anew
  /// where it was finished.
  private func begin(_ setup: inout Setup) throws(Failure) {
    guard let flow = options.flow.flatMap({ Playbook.Flow(rawValue: $0.rawValue) }) else { return }
    let current = setup.progress.playbook
    guard let playbook = Playbook.of(current.provider, flow: flow)?.under(overlayNamed: current.overlay) else {
      throw Failure.noFlow(flow, for: current.provider)
    }
    if current.flow == flow, !setup.progress.isFinished { return }
    do throws(SetupError) {
      try setup.begin(playbook, by: program.user, at: program.clock())
    } catch { throw Failure(error) }
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
    try options.answers.map { file throws(Failure) in try program.read(file, limit: 1 << 20) }
  }

  private func read(_ bytes: [UInt8]?, for playbook: Playbook) throws(Failure) -> AnswersFile? {
    guard let file = options.answers, let bytes else { return nil }
    do throws(AnswersFile.Problems) {
      return try AnswersFile(bytes, path: file.argument, playbook: playbook)
    } catch {
      let lines = error.list.map { "\(untrusted: file.argument):\(untrusted: $0.description)" as StyledText }
      throw .usage("the answers file \(quoted: file.argument) cannot be used:\n" + lines.joined(separator: "\n"))
    }
  }

  private func catchSignals() {
    do throws(PlatformError) {
      try Interrupt.install()
    } catch { program.hint("Ctrl-C cannot be handled (\(untrusted: error.description)); leave with q") }
  }
}
