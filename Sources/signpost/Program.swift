import Console
import Parties
import Platform
import Playbook
import Reports
import Rules
import SAML
import Setup

/// What a command runs with: the machine's facts, decided once, and the ways in and out.
struct Program {
  static let version = "0.1.0"
  /// The day of the version.
  static let versionDate = "November 21, 2026"
  static let versionLine = "signpost \(version)\n"
  static let tool = ValidationReport.Tool(version: version)

  let environment: [String: String]
  /// The instant that counts as now for every judgement of this run.
  let now: Instant
  /// The instant at which something is recorded; the same as `now` where that is pinned.
  let clock: () -> Instant
  var everywhere: Everywhere
  /// What is found, and documents.
  let output: Screen
  /// Progress, hints and errors.
  let notices: Screen
  /// Where answers to prompts come from.
  let input: TerminalInput
  /// Sends out what was written so far, in the order of both streams.
  let flush: () -> Void
  /// From where the values come that the command line and the environment give, by the names of their flags.
  let origins: [String: ValueOrigin]

  /// Does what was asked.
  func run(_ command: Command) throws(Failure) -> ExitStatus {
    switch command {
    case .bare: return try Welcome(program: self).run()
    case .setup(let options): return try SetUp(options: options, program: self).run()
    case .status(let options): return try Status(options: options, program: self).run()
    case .step(let options): return try Steps(options: options, program: self).run()
    case .log(let options): return try Log(options: options, program: self).run()
    case .validate(let options): return try Validate(gate: Gate(options, program: self), program: self).run()
    case .inspect(let options): return try Inspect(options: options, program: self).run()
    case .compare(let options): return try Compare(options: options, program: self).run()
    case .export(let options): return try Export(options: options, program: self).run()
    case .importing(let options): return try Import(options: options, program: self).run()
    case .verify(let options): return try verify(options)
    case .verifyAll: return try VerifyAll(program: self).run()
    case .diagnose(let options): return try Diagnose(options: options, program: self).run()
    case .generate(let options): return try Generate(options: options, program: self).run()
    case .rules(let options): return try Manual(program: self).rules(options)
    case .explain(let options): return try Manual(program: self).explain(options)
    case .config(let options): return try Config(options: options, program: self).run()
    case .completions(let options): return Manual(program: self).completions(options)
    case .man: return Manual(program: self).page()
    case .help(let options): return try Manual(program: self).help(options)
    case .version:
      output.sink.write(Program.versionLine)
      return .done
    }
  }

  private func verify(_ options: VerifyOptions) throws(Failure) -> ExitStatus {
    switch options.check {
    case .users: try VerifyLists(options: options, program: self).users()
    case .groups: try VerifyLists(options: options, program: self).groups()
    case .scim: try VerifySCIM(options: options, program: self).run()
    case .aws: try VerifyAWS(options: options, program: self).run()
    case .signIn: try VerifySignIn(options: options, program: self).run()
    }
  }

  /// The same program, with other words about where values come from.
  func with(origins: [String: ValueOrigin]) -> Program {
    Program(
      environment: environment, now: now, clock: clock, everywhere: everywhere, output: output, notices: notices,
      input: input, flush: flush, origins: origins)
  }

  // MARK: The machine

  /// Whether somebody can be asked: input and notices are both a terminal.
  var isInteractive: Bool { Terminal.isTerminal(0) && Terminal.isTerminal(2) }

  /// Where questions are put: with fields on a terminal that can draw them, else line by line.
  ///
  /// - Parameters:
  ///   - isPlain: whether lines were asked for.
  ///   - asks: whether somebody may be asked at all.
  func board(isPlain: Bool, asks: Bool) -> Board {
    let asking = Asking.decide(
      environment: environment, isPlain: isPlain, areTerminals: isInteractive,
      columns: Terminal.size(of: 2)?.columns)
    let prompter = Prompter(source: input.lines, screen: notices, keys: asking == .fields ? input.keys : nil)
    return Board(screen: notices, prompter: asks ? prompter : nil)
  }

  /// Who is recorded as the one who did something.
  var user: String { Environment.userName(variables: environment) }

  /// The directory in which the program was started.
  var currentDirectory: String { (try? Environment.currentDirectory()) ?? "/" }

  /// A path that still leads to the same file from another directory.
  func absolute(_ path: String) -> String {
    Directory.isAbsolute(path) || path.isEmpty ? path : Directory.path(of: path, in: currentDirectory)
  }

  /// A command for a set-up, with the store where one was named.
  func command(_ words: String, for name: SetupName, flow: Playbook.Flow? = nil) -> StyledText {
    let flag = flow.map { " --flow \($0.rawValue)" } ?? ""
    return .command("signpost \(ours: words)") + flags(of: name) + .command("\(ours: flag)")
  }

  /// The flags by which a command finds a set-up, with a blank before each: its name, and the store if one was named.
  func flags(of name: SetupName) -> StyledText { .command(" --name \(untrusted: name.text)") + storeFlag }

  /// The flag for the store where one was named, with a blank before it.
  var storeFlag: StyledText {
    .command("\(untrusted: everywhere.store.map { " --store \(ShellText.word($0.path))" } ?? "")")
  }

  /// Where files lie that another program is to read for a moment.
  var temporaryDirectory: String {
    guard let path = environment["TMPDIR"], path.hasPrefix("/") else { return "/tmp" }
    return path
  }

  /// What `~` stands for.
  var home: String? { Environment.homeDirectory(variables: environment) }

  /// Says something beside the result, unless quiet was asked for. It is there at once: what is announced by it may take
  /// its time, and must not have happened before anybody could read so.
  func hint(_ text: StyledText) {
    guard !everywhere.quiet else { return }
    notices.print(paragraph: text)
    flush()
  }

  /// Says what is wrong with the journal of a set-up, or was done to it. That is no hint: who asked for quiet has to
  /// learn of it, too, and what was repaired is told only this once.
  ///
  /// - Parameter name: the name to tell the set-up from others by; nil where there is only one.
  func tellNotices(of setup: borrowing Setup, as name: SetupName? = nil) {
    let label: StyledText = setup.isDamaged || setup.isNewer ? .danger("error") : .caution("caution")
    let subject = name.map { "\($0): " } ?? ""
    for notice in setup.notices { notices.print(paragraph: "\(label): \(untrusted: subject + notice)") }
    flush()
  }

  // MARK: Files

  /// The name of standard input in reports.
  static let standardInputName = "-"

  /// The files that an argument stands for: itself, or every `*.xml` of a directory.
  func expanded(_ input: InputFile, unreadable: (String, String) -> Void) -> [InputFile] {
    guard case .path(let path) = input, Directory.exists(path) else { return [input] }
    do throws(PlatformError) {
      let found = try Directory.files(under: path, suffix: ".xml")
      for link in found.unentered {
        notices.print(
          paragraph: """
            \(.caution("caution")): \(.path("\(untrusted: link)")) leads to a directory elsewhere, which was not looked \
            into; name it too, if it is meant
            """)
      }
      if found.files.isEmpty, found.failures.isEmpty { unreadable(path, "\(path): the directory holds no *.xml file") }
      for failure in found.failures { unreadable(failure.path ?? path, failure.words) }
      return found.files.map(InputFile.path)
    } catch {
      unreadable(path, error.words)
      return []
    }
  }

  /// Reads a whole file of the kind that fits into memory.
  func contents(of input: InputFile, limit: Int) throws(PlatformError) -> [UInt8] {
    var file = try input.open()
    return try file.readToEnd(limit: limit)
  }

  /// The same, for where nothing goes on without the file.
  func read(_ input: InputFile, limit: Int) throws(Failure) -> [UInt8] {
    do throws(PlatformError) {
      return try contents(of: input, limit: limit)
    } catch { throw Failure(error) }
  }

  // MARK: Documents

  /// How a document looks where it goes: a file has no colour and no width of its own.
  func appearance(for target: OutputFile) -> Appearance {
    target == .standardOutput ? output.appearance : .plain
  }

  /// Writes a document to standard output or, replacing what is there only once it is whole, to a file.
  func write(_ document: String, to target: OutputFile) throws(Failure) {
    switch target {
    case .standardOutput: output.sink.write(document)
    case .path(let path):
      guard !SetupStore.isJournal(path) else {
        throw .usage(
          "\(.path("\(untrusted: path)")) is the journal of a set-up, which would be lost; give another file")
      }
      try replace(path, with: document)
    }
  }

  /// Replaces a file that somebody named, and says so. A new one is for whom the umask lets it be.
  func replace(_ path: String, with document: String) throws(Failure) {
    do throws(PlatformError) {
      try File.replace(path: path, contents: Array(document.utf8), mode: 0o666, isMasked: true)
    } catch { throw Failure(error) }
    hint("wrote \(.path("\(untrusted: path)"))")
  }
}
