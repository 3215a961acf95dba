public import Playbook

/// What somebody changed in a checklist that was exported: nothing of it is judged yet.
public struct ChecklistEdits: Sendable, Equatable {
  /// The changes at steps of the playbook.
  public var steps: [StepID: StepEdit] = [:]
  /// Other answers to the questions of the start.
  public var wishes: [Wish: Bool] = [:]
  /// What belongs to no step and no question.
  public var strays: [Stray] = []
  /// The lines, counted from 1, that were added or changed below steps and are at no place that is read.
  public var passedOver: [Int] = []

  /// No changes.
  public init() {}
}

/// What somebody changed at one step of a checklist.
public struct StepEdit: Sendable, Equatable {
  /// Whether the box was ticked, or its tick taken away; nil where it is as it was.
  public var isTicked: Bool?
  /// What was written for facts, entry by entry.
  public var values: [FactKey: [String]] = [:]
  /// Facts whose value was taken away.
  public var emptied: [FactKey] = []
  /// The notes that were added.
  public var notes: [String] = []
  /// Where the document contradicts itself or cannot be read, in words of our own.
  public var unclear: [String] = []

  /// No changes.
  public init() {}
}

/// Something in an edited checklist that cannot be taken, because nobody can say what it belongs to.
public struct Stray: Sendable, Equatable {
  /// What it is.
  public enum Kind: Sendable, Equatable {
    /// The id of a step that the playbook does not have.
    case step(String)
    /// The key of a value that there is not, or that no step of the playbook asks for.
    case value(String)
    /// A question of the start that there is not.
    case wish(String)
    /// An answer to a question of the start that is neither yes nor no, or two different ones.
    case unclearWish(Wish)
    /// A hidden mark that is not whole.
    case mark
    /// A note above the first step, or below something that is no step.
    case note
    /// A block of code that is never closed, and hides what follows.
    case openBlock
    /// Something was written in the place of a secret.
    case secret
  }

  /// What it is.
  public let kind: Kind
  /// The line, counted from 1.
  public let line: Int

  /// A stray thing.
  public init(_ kind: Kind, line: Int) {
    self.kind = kind
    self.line = line
  }

  /// What it is and what to do, in one line. It can quote the document: untrusted text.
  public func words(in playbook: Playbook) -> String {
    switch kind {
    case .step(let id): "there is no step \(Self.quoted(id, among: playbook.steps.map(\.id.rawValue)))"
    case .value(let key): "no step asks for \(Self.quoted(key, among: FactKey.allCases.map(\.rawValue)))"
    case .wish(let wish): "there is no question \(Self.quoted(wish, among: Wish.allCases.map(\.rawValue)))"
    case .unclearWish(let wish): "the answer to '\(wish.prompt.plain())' is neither yes nor no; write one of the two"
    case .mark: "a hidden mark (<!-- … -->) is not whole; copy the line again from a fresh export"
    case .note: "a note belongs to no step; write it below the step that it is about"
    case .openBlock: "a block of code begins and never ends, so that all below it is code; close it"
    case .secret:
      "something was written in the place of a secret; it was neither kept nor shown; take it out of the file, and "
        + "treat it as disclosed where others could read the file"
    }
  }

  private static func quoted(_ name: String, among names: [String]) -> String {
    // A name can be a token that was pasted where a name was.
    guard SecretLookalike.found(in: name) == nil else { return "of that name" }
    return "'\(name)'" + (Nearest.suggestion(for: name, among: names).map { "; did you mean '\($0)'?" } ?? "")
  }
}
