public import Platform
public import Playbook
public import Rules
public import SAML

extension MetadataFile {
  /// A metadata file that was found in a folder.
  public struct Found: Sendable, Equatable {
    /// The path, beginning with the folder as it was given.
    public let path: String
    /// When it was last changed; for a download, when it was downloaded.
    public let modified: Instant
    /// How many newer `.xml` files were passed over: too large, not to be read, or something else.
    public let ignored: Int
  }

  /// How many files of a folder are looked at, the newest first.
  private static let mostFiles = 20

  /// The newest metadata file of a role in a folder, such as the one that was just downloaded; nil where there is none.
  ///
  /// The files that are named `….xml`, in any case, are looked at, and not those in folders below. Hidden ones are not:
  /// browsers and synchronisation keep unfinished files so. No more than the 20 newest are opened. A file with faults is
  /// found as long as it is well-formed and of that role: what is wrong with it is said when it is handed in. For the
  /// service provider only a file of IAM Identity Center counts.
  ///
  /// - Parameters:
  ///   - limit: the most bytes that a file may have.
  /// - Throws: Where the folder cannot be listed.
  public static func newest(
    in directory: String, role: MetadataRole, judge: Judge, limit: Int = 4 << 20
  ) throws(PlatformError) -> Found? {
    let files = try Directory.newestFiles(in: directory) { name in
      !name.hasPrefix(".") && name.lowercased().hasSuffix(".xml")
    }
    for (index, file) in files.prefix(mostFiles).enumerated() where file.byteCount <= limit {
      guard let bytes = try? File.read(file.path, limit: limit),
        judge.judge(bytes, path: file.path).isMetadata(of: role)
      else { continue }
      return Found(
        path: file.path, modified: Instant(seconds: file.modified.seconds, nanoseconds: file.modified.nanoseconds),
        ignored: index)
    }
    return nil
  }
}

extension Verdict {
  /// Whether the document is the metadata of one party that has the role.
  fileprivate func isMetadata(of role: MetadataRole) -> Bool {
    switch role {
    case .identityProvider: onlyEntity.map { !$0.identityProviders.isEmpty } ?? false
    case .serviceProvider: isAWS
    }
  }
}
