import Console
import Platform
import Playbook
import Reports
import Rules
import Setup

/// Where a set-up's metadata files are handed in: read, judged beside the other side's, shown, and taken or refused.
struct MetadataDesk {
  let program: Program

  /// Bytes of a metadata file that a set-up reads; AWS takes 75 000 characters.
  private static let limit = 4 << 20

  /// Takes a file, or says why not; what the rules found is shown either way.
  func file(_ path: String, as key: FactKey, in progress: Progress) throws(Failure) -> FileEvidence {
    let file: MetadataFile
    do throws(PlatformError) {
      file = try read(path)
    } catch { throw Failure(error) }
    let other = progress.file(key == .awsMetadata ? .idpMetadata : .awsMetadata).flatMap { try? read($0.path) }
    let taken = try accepted(file, from: path, as: key, in: progress, beside: other)
    show(taken.findings + taken.pairFindings)
    for remark in taken.remarks {
      program.notices.print(paragraph: "\(.notice("note")): \(untrusted: remark.text)", indent: 2)
    }
    let digest = String(file.digest.prefix(12))
    program.notices.print(
      paragraph: "\(.path("\(untrusted: path)")): \(taken.evidence.passed) rules passed, SHA-256 \(ours: digest)…",
      indent: 2)
    for line in MetadataSummary(file, now: program.now).lines {
      program.notices.print(paragraph: line, indent: 4, hanging: 6)
    }
    return taken.evidence
  }

  /// Keeps metadata that came without a file of its own, and gives the path. What is not taken may be anything, a secret
  /// too: it is refused before it is on the disk.
  ///
  /// - Parameter source: what a message calls it.
  func keep(
    _ bytes: [UInt8], from source: String, as key: FactKey, in progress: Progress, of name: SetupName,
    _ store: SetupStore
  ) throws(Failure) -> String {
    let file = MetadataFile(bytes, path: source, judge: judge)
    _ = try accepted(file, from: source, as: key, in: progress)
    do throws(PlatformError) {
      return try store.keepMetadata(bytes, as: key, of: name)
    } catch { throw Failure(error) }
  }

  /// Reads metadata from standard input.
  func standardInput() throws(Failure) -> [UInt8] {
    try program.read(.standardInput, limit: MetadataDesk.limit)
  }

  /// Whether a file is a service provider's; false where it cannot be read.
  func isServiceProvider(_ path: String) -> Bool { (try? read(path))?.verdict.role == .serviceProvider }

  /// By what files are judged here.
  var judge: Judge { Judge(settings: Settings(now: program.now)) }

  /// Reads a file and judges it.
  func read(_ path: String) throws(PlatformError) -> MetadataFile {
    let bytes = try program.contents(of: .path(path), limit: MetadataDesk.limit)
    return MetadataFile(bytes, path: path, judge: judge)
  }

  /// What is known of a file that the set-up takes; or shows what is wrong with it, and says why it does not.
  private func accepted(
    _ file: MetadataFile, from path: String, as key: FactKey, in progress: Progress, beside other: MetadataFile? = nil
  ) throws(Failure) -> MetadataFile.Taken {
    switch file.filing(as: key.role, of: progress.playbook.provider, beside: other) {
    case .taken(let taken):
      if let rejection = progress.rejection(of: taken.evidence, as: key) { throw failure(rejection, of: path) }
      return taken
    case .refused(let refusal):
      show(refusal.findings)
      throw failure(refusal.rejection, of: path)
    }
  }

  /// Says why a file is not taken.
  private func failure(_ rejection: Rejection, of path: String) -> Failure {
    let verdict: StyledText = """
      \(.path("\(untrusted: path)")) was not accepted: it \(untrusted: rejection.problem)
      """
    return .findings(([verdict] + rejection.advice).joined(separator: "\n"))
  }

  private func show(_ findings: [Finding]) {
    if !findings.isEmpty { program.notices.print(FindingList(findings).styled(for: program.notices.appearance)) }
  }
}

extension FactKey {
  /// Whose metadata the file of this fact is.
  fileprivate var role: MetadataRole { self == .awsMetadata ? .serviceProvider : .identityProvider }
}
