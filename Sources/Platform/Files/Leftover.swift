/// The temporary name of a file being replaced, and the removal of those that a killed process left.
enum Leftover {
  private static let opening = ".signpost-"
  private static let ending = ".tmp"

  /// A name that no other writer uses and that is short, however long the file's own name is.
  static func name(for owner: String?) -> String {
    opening + (owner.map { $0 + "-" } ?? "") + String(UInt64.random(in: 0 ... .max), radix: 16) + ending
  }

  /// Whether it is a name that was made for this owner, and not for another whose name begins alike.
  static func isName(_ name: String, for owner: String) -> Bool {
    let opening = opening + owner + "-"
    guard name.hasPrefix(opening), name.hasSuffix(ending) else { return false }
    let number = name.dropFirst(opening.count).dropLast(ending.count)
    return (1...16).contains(number.utf8.count)
      && number.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}

extension File {
  /// Removes what replacements for an owner have left in a directory, where a process that made them was killed: regular
  /// files of this user with such a name, and nothing else. What cannot be removed stays, and nobody is told.
  ///
  /// Whoever calls it holds the lock under which alone files are replaced for this owner; else it would take away what
  /// somebody is writing.
  public static func removeLeftovers(of owner: String, in directory: String) {
    guard let names = try? System.names(in: directory) else { return }
    for name in names where Leftover.isName(name, for: owner) {
      let path = Directory.path(of: name, in: directory)
      guard let status = try? System.status(of: path, followingLinks: false), status.kind == .regular,
        status.owner == System.effectiveUser
      else { continue }
      try? System.remove(path)
    }
  }
}
