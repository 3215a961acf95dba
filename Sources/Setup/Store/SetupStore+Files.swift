public import Platform
public import Playbook
import SAML

/// Journals as files, and what lies beside them. No name of that ends like a journal's, so that none is taken for a set-up.
extension SetupStore {
  /// Whether a set-up is kept in a file, by its name and its first bytes.
  public static func isJournal(_ path: String) -> Bool {
    guard path.hasSuffix(suffix), var file = try? InputFile(path: path) else { return false }
    var bytes: [UInt8] = []
    _ = try? file.read(into: &bytes, atMost: Journal.Frame.opening.count)
    return bytes == Journal.Frame.opening
  }

  /// The path of a set-up's answers file: `<name>.answers.json`, and `<name>.answers.<flow>.json` for any other flow of
  /// it, which asks for other things. No set-up of another name has a file of that name.
  public func answersPath(of name: SetupName, flow: Playbook.Flow = .setUp) -> String {
    let ending = flow == .setUp ? "json" : "\(flow.rawValue).json"
    return Directory.path(of: "\(name).answers.\(ending)", in: directory)
  }

  /// Writes the answers file of a set-up's flow anew, and gives its path. Whoever calls it has the set-up open.
  public func keepAnswers(
    _ document: String, of name: SetupName, flow: Playbook.Flow = .setUp
  ) throws(PlatformError) -> String {
    let path = answersPath(of: name, flow: flow)
    try File.replace(path: path, contents: Array(document.utf8), onlyOwn: true, for: name.text)
    return path
  }

  /// Keeps metadata that came without a file of its own (it was pasted), so that a set-up can point at a file, and gives
  /// the path: `<name>-idp-metadata-<digest>.xml` (0600), with the first eight digits of the SHA-256.
  ///
  /// Whoever calls it has the set-up open. The same bytes make the same file. Where there is another file of that name
  /// (somebody has edited what was kept), it stays, and the new one's name has more digits.
  public func keepMetadata(
    _ bytes: [UInt8], as key: FactKey, of name: SetupName
  ) throws(PlatformError) -> String {
    try Directory.create(directory, parents: true)
    let digest = Digest.sha256(bytes.span).description
    func candidate(_ digits: Int) -> String {
      Directory.path(of: "\(name)-\(key.rawValue)-\(digest.prefix(digits)).xml", in: directory)
    }
    for digits in stride(from: 8, through: digest.count, by: 8) {
      let path = candidate(digits)
      guard let kind = try File.kind(of: path) else {
        try File.replace(path: path, contents: bytes, for: name.text)
        return path
      }
      if kind == .regular, (try? File.read(path, limit: bytes.count)) == bytes { return path }
    }
    // As improbable as it is: every name is taken. This one fails, and says so.
    let last = candidate(digest.count)
    try File.create(path: last, contents: bytes)
    return last
  }
}
