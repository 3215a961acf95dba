import Console
import Platform
import Rules
import Synchronization

extension Validate {
  /// A file that is to be judged, in its place among the others.
  struct NamedFile {
    let input: InputFile
    /// The side that it was said to be.
    let side: Side?
    /// Why it, or the directory that was named, cannot be looked into.
    var problem: Problem?
  }

  /// Why a file has no verdict.
  struct Problem: Error {
    /// A line that names the file.
    let words: String
  }

  /// The files in the order in which they are judged and reported, directories listed.
  func namedFiles() throws(Failure) -> [NamedFile] {
    let given =
      [options.idp.map { ($0, Side.identityProvider) }, options.aws.map { ($0, Side.serviceProvider) }]
      .compactMap(\.self) + options.files.map { ($0, nil) }
    var files: [NamedFile] = []
    for (input, side) in given {
      let found = program.expanded(input) { path, words in
        files.append(NamedFile(input: .path(path), side: side, problem: Problem(words: words)))
      }
      files += found.map { NamedFile(input: $0, side: side) }
    }
    guard case .path(let target) = options.output else { return files }
    for file in files {
      if case .path(let source) = file.input, File.isSame(target, as: source) {
        throw .usage("--output names a file that is to be judged: \(quoted: target); choose another name")
      }
    }
    return files
  }

  /// What came of each file. Signatures are verified one at a time, for each needs a program and much memory.
  func results(of files: [NamedFile], by judge: Judge) throws(Failure) -> [Result<Verdict, Problem>] {
    if options.verifySignature { return try verifiedResults(of: files, by: judge) }
    let judge = FileJudge(judge: judge, progress: progressLine)
    let results = Mutex<[Result<Verdict, Problem>]>(files.map { .failure($0.problem ?? Problem(words: "")) })
    let places = files.indices.filter { files[$0].problem == nil }
    judge.judge(places.map { files[$0].input }, jobs: options.jobs?.count ?? Threads.processors) { number, result in
      results.withLock { $0[places[number]] = result.mapError { Problem(words: $0.words) } }
    }
    return results.withLock { $0 }
  }

  private func verifiedResults(of files: [NamedFile], by judge: Judge) throws(Failure) -> [Result<Verdict, Problem>] {
    let verifier = SignatureVerifier(program: program)
    var results: [Result<Verdict, Problem>] = []
    for file in files {
      if let problem = file.problem {
        results.append(.failure(problem))
        continue
      }
      do throws(PlatformError) {
        results.append(.success(try verifier.judge(file.input, by: judge)))
      } catch { results.append(.failure(Problem(words: error.words))) }
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
