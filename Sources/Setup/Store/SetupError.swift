public import Platform

/// Why a set-up could not be opened, begun or written to.
public struct SetupError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The set-up.
  public let name: SetupName
  /// What is in the way.
  public let reason: Reason

  /// What is in the way.
  public enum Reason: Sendable, Equatable {
    /// The journal cannot be used, or the event was not saved.
    case journal(JournalError)
    /// The directory of the store cannot be used.
    case store(PlatformError)
    /// There is a set-up of that name already.
    case exists
    /// There is no set-up of that name.
    case missing
    /// The journal holds no start of a playbook.
    case notBegun
    /// This version has no playbook for what was begun.
    case unknownPlaybook(provider: String, flow: String)
    /// The set-up was opened to be looked at.
    case readOnly
  }

  init(name: SetupName, reason: Reason) {
    self.name = name
    self.reason = reason
  }

  /// What is wrong, in one line. It names the file; names of a provider or flow come from the journal: untrusted text.
  public var description: String {
    switch reason {
    case .journal(let error): "set-up '\(name)': \(error.message) (\(JournalError.shown(error.path)))"
    case .store(let error): "\(error)"
    case .exists: "there is a set-up '\(name)' already"
    case .missing: "there is no set-up '\(name)'"
    case .notBegun: "set-up '\(name)' was never begun: its journal names no playbook"
    case .unknownPlaybook(let provider, let flow):
      "set-up '\(name)' follows the playbook \(flow) for \(provider), which this version does not have"
    case .readOnly: "set-up '\(name)' was opened to be looked at, not to be changed"
    }
  }

  /// What to do, in one line.
  public var remedy: String {
    switch reason {
    case .journal(let error): error.remedy
    case .store: "make the directory usable, or choose another one with --store"
    case .exists: "go on with it, or choose another name with --name"
    case .missing, .notBegun: "begin one with signpost setup"
    case .unknownPlaybook: "use the later signpost that began it"
    case .readOnly: "open it with a command that changes it"
    }
  }
}
