import Console
import Parties
import Platform
import Playbook
import Reports
import Rules
import SAML
import Setup

/// `signpost diagnose`: what a message of a sign-in means, and where it is put right.
struct Diagnose {
  let options: DiagnoseOptions
  let program: Program

  /// A log file of CloudTrail has some megabytes.
  private static let mostBytes = 32 << 20

  private var file: InputFile { options.file ?? .standardInput }

  func run() throws(Failure) -> ExitStatus {
    let setUps = try setUps()
    let setup = try setUps.flatMap { sets throws(Failure) in try meant(of: sets) }
    let expectation = try expectation(setup?.progress)
    let (diagnosis, digest) = try diagnosis(beside: setup?.progress, expectation)
    if setup == nil, let setUps { try goOn(without: setUps, diagnosis) }
    switch options.format {
    case .human:
      let flags = setup.map { program.flags(of: $0.name) } ?? .empty
      program.output.sink.write(HumanDiagnosis(diagnosis, appearance: program.output.appearance, flags: flags).text)
    case .json: program.output.sink.write(JSONDiagnosis(diagnosis).text)
    }
    if let setup { propose(SignInProof(diagnosis, digest: digest, isVerified: false), setup.name, setup.progress) }
    if options.verifiesSignature, let reason = diagnosis.unproved {
      throw .couldNot("\(.path("\(untrusted: file.argument)")): its signature was not verified: \(untrusted: reason)")
    }
    return diagnosis.hasFault ? .findings : .done
  }

  /// Looks at the file beside a set-up; the digest is that of the file.
  func diagnosis(beside progress: Progress?) throws(Failure) -> (diagnosis: Diagnosis, digest: Digest) {
    try diagnosis(beside: progress, expectation(progress))
  }

  private func diagnosis(
    beside progress: Progress?, _ expectation: ResponseExpectation
  ) throws(Failure) -> (diagnosis: Diagnosis, digest: Digest) {
    if file == .standardInput, Terminal.isTerminal(0) {
      program.hint("paste what is to be explained, and end with Ctrl-D on a line of its own")
    }
    let bytes = try contents()
    let verifier = SignatureVerifier(program: program)
    let isVerified = options.verifiesSignature
    guard
      let diagnosis = Diagnosis(
        of: bytes, path: file.argument, tool: Program.tool, now: program.now, expectation: expectation,
        playbook: progress?.playbook, showsValues: options.showsValues,
        verifying: { isVerified ? verifier.verify($0, in: $1) : .notAsked })
    else { throw .couldNot(unrecognised(bytes)) }
    if verifier.isInterrupted { throw .interrupted("interrupted; nothing was explained") }
    return (diagnosis, .sha256(bytes.span))
  }

  private func contents() throws(Failure) -> [UInt8] {
    do throws(PlatformError) {
      return try program.contents(of: file, limit: Self.mostBytes)
    } catch {
      guard error.isMissing, let hint = wordsHint else { throw Failure(error) }
      throw .couldNot("\(Failure(error).words); \(hint)")
    }
  }

  /// What to do with the words of a message, which were given in the place of a file; nil where it can be no message.
  private var wordsHint: StyledText? {
    let words = file.argument
    guard words.contains(" ") || !KnownMessage.found(in: words).isEmpty, SecretLookalike.found(in: words) == nil else {
      return nil
    }
    let command: StyledText = .command("printf %s \(untrusted: ShellText.word(words)) | signpost diagnose -")
    return "to have the words of a message explained: \(command)"
  }

  private func unrecognised(_ bytes: [UInt8]) -> StyledText {
    let name: StyledText = .path("\(untrusted: file.argument)")
    guard bytes.contains(where: { $0 > 0x20 }) else { return "\(name) is empty" }
    return """
      nothing that is known was recognised in \(name): neither a SAML response, nor an event of CloudTrail, nor a known \
      error message; copy the whole message, or give the response of the sign-in
      """
  }

  // MARK: What it is compared with

  /// The set-ups of which one is meant; nil where none was named and the files were, or where there is none.
  private func setUps() throws(Failure) -> SetUps? {
    let isNamed = program.everywhere.name != nil
    if !isNamed, options.idp != nil || options.aws != nil { return nil }
    let setUps: SetUps
    do throws(Failure) {
      setUps = try SetUps(program)
    } catch {
      // Without a place for set-ups there is none.
      if isNamed || program.everywhere.store != nil { throw error }
      return nil
    }
    return !isNamed && setUps.existing.isEmpty ? nil : setUps
  }

  /// The set-up that is meant; nil where nobody said which of several.
  private func meant(of setUps: SetUps) throws(Failure) -> (name: SetupName, progress: Progress)? {
    if setUps.isUndecided { return nil }
    let setup = try setUps.lookAtWhole(
      or: "give --idp FILE or --aws FILE, for nothing is compared with a part of a set-up")
    return (setup.name, setup.progress)
  }

  /// Says that no set-up was looked at. A response is judged by what the set-up expects: beside none of them, a wrong one
  /// could pass.
  private func goOn(without setUps: SetUps, _ diagnosis: Diagnosis) throws(Failure) {
    if case .response = diagnosis.subject { throw Failure(SetupStoreError.several(setUps.existing)) }
    setUps.noteUndecided()
  }

  private func expectation(_ progress: Progress?) throws(Failure) -> ResponseExpectation {
    let idp = try options.idp.map { input throws(Failure) in try entity(of: input, as: .identityProvider) }
    let aws = try options.aws.map { input throws(Failure) in try entity(of: input, as: .serviceProvider) }
    guard let progress else { return ResponseExpectation(identityProvider: idp, serviceProvider: aws) }
    var expectation = ResponseExpectation(
      identityProvider: idp ?? kept(.idpMetadata, in: progress),
      serviceProvider: aws ?? kept(.awsMetadata, in: progress))
    // What the files said is known even where they are gone.
    func fact(_ key: FactKey) -> [String]? { progress.facts[key]?.values }
    expectation.issuer = expectation.issuer ?? fact(.idpEntityID)?.first
    expectation.audience = expectation.audience ?? fact(.issuerURL)?.first
    if expectation.consumers == nil, let urls = fact(.acsURL) {
      expectation.consumers = urls + (fact(.alternativeACSURL) ?? [])
    }
    expectation.user = fact(.pilotUser)?.first
    return expectation
  }

  /// The entity of a file of the set-up; nil where the file is gone or another one.
  private func kept(_ key: FactKey, in progress: Progress) -> EntityDescriptor? {
    guard let file = progress.file(key), let read = try? MetadataDesk(program: program).read(file.path),
      read.digest == file.digest
    else { return nil }
    return read.verdict.onlyEntity
  }

  /// The entity of a file that was named.
  private func entity(of input: InputFile, as side: Side) throws(Failure) -> EntityDescriptor {
    let judge = Judge(settings: Settings(now: program.now))
    let verdict: Verdict
    do throws(PlatformError) {
      verdict = try FileJudge(judge: judge).verdict(of: input)
    } catch { throw Failure(error) }
    let (hasRole, noun, flag) =
      switch side {
      case .identityProvider:
        (verdict.onlyEntity?.identityProviders.isEmpty == false, "an identity provider", "--idp")
      case .serviceProvider:
        (verdict.onlyEntity?.serviceProviders.isEmpty == false, "AWS, the service provider", "--aws")
      }
    guard let entity = verdict.onlyEntity, hasRole else {
      throw .couldNot(
        """
        \(ours: flag): \(.path("\(untrusted: input.argument)")) is not the metadata of \(ours: noun); see \
        \(.command("signpost validate \(untrusted: ShellText.word(input.argument))"))
        """)
    }
    // Beside somebody else's file every right value would be found wrong.
    if let finding = judge.findings(claiming: side, of: verdict).first {
      throw .couldNot("\(ours: flag): \(.path("\(untrusted: input.argument)")): \(ours: finding.message)")
    }
    return entity
  }

  // MARK: What it proves

  /// Says by which command what was found is recorded, where a step would be closed by it, or be no longer proved.
  private func propose(_ proof: SignInProof, _ name: SetupName, _ progress: Progress) {
    guard !progress.events(following: proof.stages).isEmpty else { return }
    program.hint(
      """
      this is evidence for the set-up; record it: \(program.command("verify sign-in", for: name)) --from \
      \(quoted: file.argument, limit: nil)
      """)
  }
}
