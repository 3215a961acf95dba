import Console
import Platform
import Playbook
import SAML
import Setup

/// Metadata files, as they are handed in at a prompt or with the command.
extension Walk {
  /// Takes a file, or the newest one of a directory where that is confirmed.
  ///
  /// - Parameter isGiven: whether it came with the command, which may be repeated: what is known is not recorded again.
  func file(_ key: FactKey, _ typed: String, isGiven: Bool = false) throws(Failure) {
    let path = program.absolute(TypedPath(typed, home: program.home).path)
    if asks, Directory.exists(path) { return offerNewest(in: path, for: key) }
    let evidence: FileEvidence
    do throws(Failure) {
      evidence = try MetadataDesk(program: program).file(path, as: key, in: setup.progress)
    } catch {
      if !asks { throw error }
      refused = typed
      return say([error.message] + hint(at: commandMeant))
    }
    wizard.offers[key] = nil
    if isGiven, setup.progress.holds(evidence, as: key) { return }
    // Another file can be asked for, another journal cannot: what is not saved ends the walk, as everywhere.
    try record(.filed(key, evidence))
  }

  /// A folder such as that of the browser's downloads stands for the newest metadata file in it, which is offered and
  /// not taken unseen.
  private func offerNewest(in directory: String, for key: FactKey) {
    let role: MetadataRole = key == .awsMetadata ? .serviceProvider : .identityProvider
    let found: MetadataFile.Found?
    do throws(PlatformError) {
      found = try MetadataFile.newest(in: directory, role: role, judge: MetadataDesk(program: program).judge)
    } catch { return say([Failure(error).message]) }
    guard let found else {
      return say([
        "No file in \(.path("\(untrusted: directory)")) is \(ours: key.definition.title): no *.xml of that kind."
      ])
    }
    wizard.offers[key] = found.path
    let age = found.modified.distance(from: program.clock())
    say(["the newest one there is \(.path("\(untrusted: found.path)")), saved \(ours: age); Enter takes it"])
  }

  /// Keeps metadata that came without a file, and takes it as one.
  func keep(_ key: FactKey, _ bytes: [UInt8], from source: String, isGiven: Bool = false) throws(Failure) {
    let path: String
    do throws(Failure) {
      path = try MetadataDesk(program: program).keep(
        bytes, from: source, as: key, in: setup.progress, of: setup.name, store)
    } catch {
      if !asks { throw error }
      return say([error.message])
    }
    try file(key, path, isGiven: isGiven)
  }

  /// Takes what came with the command: a path, or `-` for standard input.
  func take(given argument: String, for key: FactKey) throws(Failure) {
    guard argument == Program.standardInputName else { return try file(key, argument, isGiven: true) }
    try keep(key, MetadataDesk(program: program).standardInput(), from: "standard input", isGiven: true)
  }

  /// Judges both files as they are now, or another one beside the one that stays.
  func judgePair(_ typed: String) throws(Failure) {
    let path = typed.isEmpty ? setup.progress.file(.idpMetadata)?.path ?? "" : TypedPath(typed, home: program.home).path
    let isAWS = MetadataDesk(program: program).isServiceProvider(path)
    try file(isAWS ? .awsMetadata : .idpMetadata, path)
  }
}
