import Console
import Platform
import Reports
import Rules
import Synchronization

extension Validate {
  /// A file that is to be judged, in its place among the others.
  struct NamedFile {
    let input: InputFile
    /// The side that it was said to be.
    let side: Side?
    /// Why it, or the directory that was named, cannot be looked into: a line that names it.
    var problem: String?
  }

  /// The files in the order in which they are judged and reported, directories listed. A file that was given twice, by
  /// whatever names and links, is one file: it has the first of its names.
  func namedFiles() throws(Failure) -> [NamedFile] {
    var files: [NamedFile] = []
    func add(_ input: InputFile, _ side: Side?) {
      let found = program.expanded(input) { path, words in
        files.append(NamedFile(input: .path(path), side: side, problem: words))
      }
      files += found.map { NamedFile(input: $0, side: side) }
    }
    if let idp = options.idp { add(idp, .identityProvider) }
    if let aws = options.aws { add(aws, .serviceProvider) }
    for file in options.files { add(file, nil) }
    try checkOutput(beside: files)
    var known: Set<FileIdentity> = []
    return files.filter { file in
      guard case .path(let path) = file.input, let identity = FileIdentity(of: path) else { return true }
      // What was said to be both sides is told so.
      return known.insert(identity).inserted || file.side != nil
    }
  }

  /// Refuses to write over what is read.
  private func checkOutput(beside files: [NamedFile]) throws(Failure) {
    guard case .path(let target) = options.output else { return }
    for file in files {
      if case .path(let source) = file.input, File.isSame(target, as: source) {
        throw .usage("--output names a file that is to be judged: \(quoted: target); choose another name")
      }
    }
    for (noun, path) in gate.papers where target == path || File.isSame(target, as: path) {
      throw .usage("--output names \(ours: noun) of this run: \(quoted: target); choose another name")
    }
  }

  /// What a file came to: what is reported of it, and what others are judged beside; nil where it could not be read.
  struct JudgedFile {
    let report: ValidationReport.File
    let verdict: Verdict?

    init(_ verdict: Verdict, keepingDocument: Bool = true) {
      report = ValidationReport.File(verdict)
      self.verdict = keepingDocument ? verdict : verdict.summary
    }

    init(unreadable file: NamedFile, error: String) {
      report = ValidationReport.File(unreadable: file.input.argument, error: error)
      verdict = nil
    }
  }

  /// Up to so many documents are kept whole until all are judged, to be judged beside each other.
  private static let mostWhole = 256

  /// What came of each file. Signatures are verified one at a time, for each needs a program and much memory.
  func results(of files: [NamedFile], by judge: Judge) throws(Failure) -> [JudgedFile] {
    if options.verifySignature { return try verifiedResults(of: files, by: judge) }
    let isFew = files.count <= Self.mostWhole || options.comparesFiles || options.files.contains(.standardInput)
    let results = results(of: files, by: judge, keepingDocuments: isFew)
    // Only beside a file of AWS are the documents of the others needed once more.
    let isPaired = results.contains { $0.verdict?.isAWS ?? false }
    return isFew || !isPaired ? results : self.results(of: files, by: judge, keepingDocuments: true)
  }

  private func results(of files: [NamedFile], by judge: Judge, keepingDocuments: Bool) -> [JudgedFile] {
    let judge = FileJudge(judge: judge, progress: progressLine)
    let results = Results(files.map { JudgedFile(unreadable: $0, error: $0.problem ?? "") })
    let places = files.indices.filter { files[$0].problem == nil }
    judge.judge(places.map { files[$0].input }, jobs: options.jobs?.count ?? Crew.processors) { number, found in
      let place = places[number]
      let result =
        switch found {
        case .judged(let verdict): JudgedFile(verdict, keepingDocument: keepingDocuments)
        case .unreadable(let error): JudgedFile(unreadable: files[place], error: error.words)
        }
      results.files.withLock { $0[place] = result }
    }
    return results.files.withLock { $0 }
  }

  /// What came of the files, filled in from several threads.
  private final class Results: Sendable {
    let files: Mutex<[JudgedFile]>

    init(_ files: [JudgedFile]) { self.files = Mutex(files) }
  }

  private func verifiedResults(of files: [NamedFile], by judge: Judge) throws(Failure) -> [JudgedFile] {
    let verifier = SignatureVerifier(program: program)
    var results: [JudgedFile] = []
    for file in files {
      if let problem = file.problem {
        results.append(JudgedFile(unreadable: file, error: problem))
        continue
      }
      do throws(PlatformError) {
        results.append(JudgedFile(try verifier.judge(file.input, by: judge)))
      } catch { results.append(JudgedFile(unreadable: file, error: error.words)) }
      if verifier.isInterrupted { throw .interrupted("interrupted; nothing was reported") }
    }
    return results
  }

  /// Where somebody watches, and wants to be told.
  private var progressLine: ProgressLine? {
    guard Terminal.isTerminal(2), !program.everywhere.quiet, program.environment["TERM"] != "dumb" else { return nil }
    return ProgressLine(appearance: program.notices.appearance)
  }
}

extension ValidateOptions {
  /// Whether more is asked for than what each file shows alone.
  fileprivate var comparesFiles: Bool {
    idp != nil || aws != nil || !acsURLs.isEmpty || entityID != nil || nameIDFormat != nil || signOnURL != nil
      || trustedCertificates != nil || scimEndpoint != nil
  }
}
