/// Why a store or a set-up in it could not be found.
public enum SetupStoreError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The text cannot be the name of a set-up.
  case badName(String)
  /// Nothing says where the store is.
  case noHome
  /// There is no set-up at all.
  case none
  /// There is no set-up of that name; those that there are.
  case unknown(SetupName, among: [SetupName])
  /// There are several and none was named.
  case several([SetupName])
  /// The set-up of that name is for another provider than the one that was asked for: this one.
  case otherProvider(SetupName, String)

  /// What is wrong and what to do, in one line. It can quote a name that was given: untrusted text.
  public var description: String {
    switch self {
    case .badName(let text):
      "\(Self.quoted(text)) cannot be the name of a set-up; expected: 1 to 64 letters, digits, '-', '_' and '.', "
        + "with a letter or digit first"
    case .noHome:
      "there is no place for set-ups: HOME is not set; give one with --store or SIGNPOST_STORE"
    case .none: "there is no set-up yet; begin one with signpost setup"
    case .unknown(let name, let names):
      "there is no set-up \(Self.quoted(name.text))"
        + (Nearest.suggestion(for: name.text, among: names.map(\.text)).map { "; did you mean '\($0)'?" }
          ?? (names.isEmpty ? "; begin one with signpost setup" : "; there are: \(Self.list(names))"))
    case .several(let names): "there are several set-ups: \(Self.list(names)); choose one with --name"
    case .otherProvider(let name, let provider):
      "the set-up '\(name)' is for \(provider); leave the provider out to go on with it, or give another --name to begin "
        + "one"
    }
  }

  /// A token that was given in the place of a name is not repeated.
  private static func quoted(_ text: String) -> String { SecretLookalike.found(in: text)?.placeholder ?? "'\(text)'" }

  private static func list(_ names: [SetupName]) -> String { names.map(\.text).joined(separator: ", ") }
}
