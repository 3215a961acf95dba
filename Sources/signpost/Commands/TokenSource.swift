import Console
import Platform
import Probes

/// Where a SCIM token comes from: a file, a command, standard input, or a person who is asked without being seen.
struct TokenSource {
  let options: VerifyOptions
  let program: Program

  /// How long a command may take: a password manager asks its person first.
  var patience = Duration.seconds(120)

  func token() throws(Failure) -> BearerToken {
    Environment.forbidCoreFiles()
    let (bytes, origin) = try bytes()
    do throws(BearerToken.Fault) {
      return try BearerToken(reading: bytes)
    } catch { throw .usage("\(origin): the token \(ours: error.description)") }
  }

  private func bytes() throws(Failure) -> (bytes: [UInt8], origin: StyledText) {
    // One byte more than a token with its surroundings has: enough to see that it is none.
    let limit = BearerToken.longest + 64
    if let command = options.tokenCommand { return (try output(of: command, limit: limit), "--token-command") }
    do throws(PlatformError) {
      switch options.tokenFile {
      case .path(let path)?:
        var file = try Platform.InputFile(secret: path)
        return (try file.readToEnd(limit: limit), "\(.path("\(untrusted: path)"))")
      case .standardInput?:
        return (try program.contents(of: .standardInput, limit: limit), "standard input")
      case nil: break
      }
    } catch { throw Failure(error) }
    return (try typed(), "the prompt")
  }

  private func typed() throws(Failure) -> [UInt8] {
    guard program.isInteractive else {
      throw .inputNeeded(
        "the SCIM token is needed: \(.command("--token-file FILE")) (- is standard input) or "
          + "\(.command("--token-command CMD"))")
    }
    let prompter = Prompter(source: program.input.lines, screen: program.notices)
    switch prompter.ask(.secret("SCIM access token (it is not shown)")) {
    case .answer(let answer): return Array(answer.utf8)
    case .interrupted: throw .interrupted("interrupted; nothing was asked")
    case .endOfInput, .command: throw .inputNeeded("the SCIM token is needed; nothing was entered")
    }
  }

  private func output(of command: TokenCommand, limit: Int) throws(Failure) -> [UInt8] {
    let name = command.words.first ?? ""
    let path =
      name.hasPrefix("/")
      ? (ChildProcess.isProgram(name) ? name : nil) : ChildProcess.find(name, in: program.environment["PATH"] ?? "")
    guard let path else { throw .couldNot("--token-command: there is no program \(given: name) in PATH") }
    guard !ChildProcess.isExposed(path) else {
      throw .couldNot("--token-command: everybody may write to \(.path("\(untrusted: path)")), so it is not run")
    }
    let outcome: ChildProcess.Outcome
    do throws(PlatformError) {
      try Interrupt.install()
      // It is the operator's own command, and gets what it would get from their shell.
      outcome = try ChildProcess.run(
        executable: path, arguments: Array(command.words.dropFirst()), environment: program.environment,
        deadline: patience, outputLimit: limit)
    } catch { throw Failure(error) }
    // What it wrote is not shown: it may be the token, on whichever stream.
    switch outcome.ending {
    case .exited(status: 0): return outcome.output
    case .exited(let status): throw .couldNot("--token-command: it ended with status \(status)")
    case .signalled(let number): throw .couldNot("--token-command: signal \(number) ended it")
    case .deadlinePassed:
      throw .couldNot(
        "--token-command: it was not done after \(patience.components.seconds) seconds; run it by itself to see what it waits for"
      )
    case .tooMuchOutput: throw .couldNot("--token-command: it printed more than a token")
    case .interrupted: throw .interrupted("interrupted; nothing was asked")
    }
  }
}
