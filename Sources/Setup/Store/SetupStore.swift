import Platform

/// The directory that holds set-ups: one journal each, `<name>.journal`.
public struct SetupStore: Sendable, Equatable {
  /// The directory; it may not exist yet.
  public let directory: String

  /// Finds the store.
  ///
  /// - Parameters:
  ///   - option: what `--store` says, where it was given.
  ///   - environment: the value of an environment variable; an empty one counts as none.
  ///   - currentDirectory: an absolute path.
  ///   - isDirectory: whether there is a directory of that path.
  public init(
    option: String?, environment: (String) -> String?, currentDirectory: String, isDirectory: (String) -> Bool
  ) throws(SetupStoreError) {
    func variable(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
    if let option, !option.isEmpty {
      self.init(directory: option)
    } else if let path = variable("SIGNPOST_STORE") {
      self.init(directory: path)
    } else if let path = Self.above(currentDirectory).map({ Directory.path(of: ".signpost", in: $0) }).first(
      where: isDirectory)
    {
      self.init(directory: path)
    } else if let state = variable("XDG_STATE_HOME"), Directory.isAbsolute(state) {
      // A relative path is to be ignored (XDG Base Directory Specification, "Environment variables").
      self.init(directory: Directory.path(of: "signpost", in: state))
    } else if let home = variable("HOME"), Directory.isAbsolute(home) {
      self.init(directory: Directory.path(of: ".local/state/signpost", in: home))
    } else {
      throw .noHome
    }
  }

  private init(directory: String) { self.directory = directory }

  /// The ending of a journal's file name.
  public static let suffix = ".journal"

  /// The path of a set-up's journal.
  public func path(of name: SetupName) -> String { Directory.path(of: name.text + Self.suffix, in: directory) }

  /// The names of the set-ups among the file names of the directory, sorted. Files of other names are passed over.
  public static func names(among fileNames: [String]) -> [SetupName] {
    fileNames.compactMap { file in
      file.hasSuffix(suffix) ? try? SetupName(String(file.dropLast(suffix.count))) : nil
    }.sorted()
  }

  /// Which set-up a command works on.
  public enum Choice: Sendable, Equatable {
    /// One that is there.
    case existing(SetupName)
    /// One that is to be begun.
    case new(SetupName)
  }

  /// Chooses the set-up to look at or to go on with.
  ///
  /// - Parameters:
  ///   - name: what `--name` says, where it was given.
  ///   - existing: the set-ups that there are.
  public static func choose(name: SetupName?, among existing: [SetupName]) throws(SetupStoreError) -> SetupName {
    if let name {
      guard existing.contains(name) else { throw .unknown(name, among: existing) }
      return name
    }
    guard let only = existing.first else { throw .none }
    guard existing.count == 1 else { throw .several(existing) }
    return only
  }

  /// Chooses the set-up for `setup <provider>`, which begins one where there is none: the named one, else the only one
  /// of that provider, else a new one that is called like the provider. Where the name is taken by a set-up whose
  /// provider cannot be told, it is that one: opening it says what is wrong with it. A set-up of another provider is
  /// never what is meant.
  ///
  /// - Parameter providerOf: the provider of a set-up that there is; nil where that cannot be told.
  public static func choose(
    name: SetupName?, provider: String, among existing: [SetupName], providerOf: (SetupName) -> String?
  ) throws(SetupStoreError) -> Choice {
    func taking(_ name: SetupName) throws(SetupStoreError) -> Choice {
      guard existing.contains(name) else { return .new(name) }
      if let other = providerOf(name), other != provider { throw .otherProvider(name, other) }
      return .existing(name)
    }
    if let name { return try taking(name) }
    let candidates = existing.filter { providerOf($0) == provider }
    guard candidates.count <= 1 else { throw .several(candidates) }
    if let only = candidates.first { return .existing(only) }
    return try taking(SetupName(provider))
  }

  // MARK: Paths

  /// The directory and all above it, nearest first.
  private static func above(_ directory: String) -> [String] {
    // By bytes: a slash and a combining mark at the beginning of a name are one character.
    var parts = directory.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    var paths: [String] = []
    while !parts.isEmpty {
      paths.append("/" + parts.joined(separator: "/"))
      parts.removeLast()
    }
    return paths + ["/"]
  }
}
