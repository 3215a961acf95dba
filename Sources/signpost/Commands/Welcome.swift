import Console
import Platform
import Setup

/// Bare `signpost`: the short help, and on a terminal an offer to go on, to begin or to check a file.
struct Welcome {
  let program: Program

  /// What can be picked, beside the set-ups that there are.
  private enum Offer: String {
    case begin
    case validate
    case leave
  }

  func run() throws(Failure) -> ExitStatus {
    program.output.print(Help(grammar: .signpost, appearance: program.output.appearance).brief)
    guard program.isInteractive, let sets = try? SetUps(program) else { return .done }
    // A line by itself is no wait that a signal has to end.
    try? Interrupt.install()
    let board = program.board(isPlain: false, asks: true)
    let choices = sets.existing.map { Choice(value: "set-up \($0.text)", title: "go on with \($0.text)") }
    switch board.ask(.choice("What now", of: choices + Self.offers, default: choices.first?.value, commands: [.quit])) {
    case .answer(Offer.begin.rawValue): return try begin(sets, board)
    case .answer(Offer.validate.rawValue): return try validate(board)
    case .answer(let value):
      guard let name = sets.existing.first(where: { value == "set-up \($0.text)" }) else { return .done }
      var program = program
      program.everywhere.name = name.text
      return try program.run(.setup(SetupOptions()))
    case .command, .endOfInput: return .done
    case .interrupted: throw .interrupted("nothing was started")
    }
  }

  private static let offers = [
    Choice(value: Offer.begin.rawValue, title: "set up an identity provider"),
    Choice(value: Offer.validate.rawValue, title: "check a metadata file"),
    Choice(value: Offer.leave.rawValue, title: "leave"),
  ]

  private func begin(_ sets: SetUps, _ board: Board) throws(Failure) -> ExitStatus {
    let start = try StartQuestion(program: program, board: board, sets: sets).askProvider()
    var options = SetupOptions()
    options.provider = ProviderName(argument: start.provider)
    options.idpMetadata = start.metadata.map(InputFile.path)
    return try program.run(.setup(options))
  }

  private func validate(_ board: Board) throws(Failure) -> ExitStatus {
    let prompt = Prompt.text("Path of the file", commands: [.quit])
      .completed(by: PathCompleter.onDisk(home: program.home).completer)
    switch board.ask(prompt) {
    case .answer(let typed):
      var options = ValidateOptions()
      options.files = [.path(program.absolute(TypedPath(typed, home: program.home).path))]
      return try program.run(.validate(options))
    case .command, .endOfInput: return .done
    case .interrupted: throw .interrupted("nothing was started")
    }
  }
}
