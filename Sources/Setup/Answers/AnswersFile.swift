import Platform
public import Playbook
import SAML

/// What a file for `setup --answers` says: everything that the wizard would ask.
///
/// Reading it judges its form, not its values: each of those is read when its turn comes, with what is known by then.
public struct AnswersFile: Sendable, Equatable {
  /// The value of each fact that is asked for; a metadata file by its path, with the directory of the answers file in
  /// front where it is relative.
  public let facts: [FactKey: Value]
  /// The answers to the wishes.
  public let wishes: [Wish: Bool]
  /// What the operator says to steps that are closed by word.
  public let confirmed: [StepID: Statement]
  /// What consoles show, for steps that compare.
  public let shown: [StepID: [FactKey: String]]
  /// The reasons for steps that are left out.
  public let skipped: [StepID: Statement]

  /// A value as it stands in the file.
  public enum Value: Sendable, Equatable {
    /// One text, which is read as if it were typed.
    case text(String)
    /// Entries that are told apart already.
    case list([String])
  }

  /// Why an answers file is not taken, all of it.
  public struct Problems: Error, Sendable, Equatable {
    /// The problems, in the order of their places in the file; never empty.
    public let list: [Problem]
  }

  /// One thing that is wrong with an answers file.
  public struct Problem: Sendable, Equatable, CustomStringConvertible {
    /// Whose: a name, or names with a point between; empty for the file as a whole.
    public let place: String
    /// The line, from 1.
    public let line: Int
    /// The column in the line, in UTF-8 bytes from 1.
    public let column: Int
    /// What is wrong and what to do. It quotes names of the file, never values.
    public let message: String

    init(_ place: String, _ error: JSON.ReadingError) {
      self.place = place
      (line, column, message) = (error.line, error.column, error.reason)
    }

    /// `7:5: confirmed.enable-scm: there is no such step; did you mean 'enable-scim'?`.
    public var description: String { "\(line):\(column): \(place.isEmpty ? "" : "\(place): ")\(message)" }
  }

  /// The names of the sections beside the facts.
  static let sections = ["wishes", "confirmed", "shown", "skipped"]

  /// Reads an answers file.
  ///
  /// - Parameters:
  ///   - path: where the file lies, for the paths in it.
  ///   - playbook: whose steps may be named.
  /// - Throws: every problem that there is.
  public init(_ bytes: [UInt8], path: String, playbook: Playbook) throws(Problems) {
    let text: JSONText
    do throws(JSON.ReadingError) {
      text = try JSONText(reading: bytes)
    } catch {
      let reason = "the file is no JSON: \(error.reason)"
      throw Problems(list: [Problem("", JSON.ReadingError(reason: reason, line: error.line, column: error.column))])
    }
    guard let members = text.value.object else {
      let reason = "the file holds \(text.value.kind); an object is expected"
      throw Problems(list: [Problem("", text.error(reason, at: []))])
    }
    var reader = AnswersReader(text: text, directory: Self.directory(of: path), playbook: playbook)
    for (name, value) in members.sorted(by: { $0.key < $1.key }) { reader.take(name, value) }
    guard reader.problems.isEmpty else {
      throw Problems(list: reader.problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
    }
    facts = reader.facts
    wishes = reader.wishes
    confirmed = reader.confirmed
    shown = reader.shown
    skipped = reader.skipped
  }

  /// What an answers file says of what signs people in today, by which the flow is chosen before its steps are known.
  ///
  /// - Returns: nil where the file does not say, or cannot be read; reading it whole says why.
  public static func identitySource(in bytes: [UInt8]) -> IdentitySource? {
    guard let text = (try? JSON(reading: bytes))?.object?[FactKey.identitySource.rawValue]?.string,
      let reading = try? FactKey.identitySource.read(text, in: Circumstances(wishes: []), now: .init(seconds: 0))
    else { return nil }
    return reading.values.first.flatMap(IdentitySource.init(rawValue:))
  }

  private static func directory(of path: String) -> String {
    // By bytes: a slash and a combining mark at the beginning of a name are one character.
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(Substring(path.utf8[...$0])) } ?? ""
  }
}

/// Takes the members of an answers file one by one.
private struct AnswersReader {
  let text: JSONText
  let directory: String
  let playbook: Playbook
  var facts: [FactKey: AnswersFile.Value] = [:]
  var wishes: [Wish: Bool] = [:]
  var confirmed: [StepID: Statement] = [:]
  var shown: [StepID: [FactKey: String]] = [:]
  var skipped: [StepID: Statement] = [:]
  var problems: [AnswersFile.Problem] = []

  init(text: JSONText, directory: String, playbook: Playbook) {
    self.text = text
    self.directory = directory
    self.playbook = playbook
  }

  mutating func take(_ name: String, _ value: JSON) {
    switch name {
    case "wishes": takeWishes(value)
    case "confirmed": takeStatements(value, in: name) { $0.confirmed[$1] = $2 }
    case "skipped": takeStatements(value, in: name) { $0.skipped[$1] = $2 }
    case "shown": takeShown(value)
    default:
      if let secret = Secret(rawValue: name) {
        refuse(
          nameAt: [name],
          "the \(secret.title) is a secret and has no place in a file; \(secret.handling.plain()). "
            + "Take it out of the file, and treat it as disclosed where others could read the file")
      } else if let key = FactKey(rawValue: name) {
        takeFact(key, value)
      } else {
        let keys = FactKey.allCases.filter { $0.definition.origin == .asked }.map(\.rawValue)
        refuse(nameAt: [name], "there is no such key" + Self.suggestion(for: name, among: keys + AnswersFile.sections))
      }
    }
  }

  private mutating func takeFact(_ key: FactKey, _ value: JSON) {
    if case .derived(let from) = key.definition.origin {
      return refuse(
        nameAt: [key.rawValue],
        "nobody is asked for it: it follows from \(from.rawValue); take it out and give that instead")
    }
    let isFile = key.definition.kind.isMetadataFile
    let isList = key.definition.kind.isList
    if let text = value.string {
      facts[key] = .text(isFile ? absolute(text) : text)
    } else if isList, let texts = value.strings {
      facts[key] = .list(texts)
    } else {
      let expected = isList ? "a text or a list of texts" : "a text"
      refuse(value, at: [key.rawValue], mayBeList: isList, "\(expected), such as \(key.definition.example)")
    }
  }

  private func absolute(_ path: String) -> String {
    Directory.isAbsolute(path) || path.isEmpty ? path : directory + path
  }

  private mutating func takeWishes(_ value: JSON) {
    for (name, value) in members(of: value, at: ["wishes"]) {
      let path = ["wishes", name]
      guard let wish = Wish(rawValue: name) else {
        refuse(nameAt: path, "there is no such wish" + Self.suggestion(for: name, among: Wish.allCases.map(\.rawValue)))
        continue
      }
      guard let isWanted = value.bool else {
        refuse(value, at: path, "true or false")
        continue
      }
      wishes[wish] = isWanted
    }
  }

  private mutating func takeStatements(
    _ value: JSON, in section: String, _ set: (inout Self, StepID, Statement) -> Void
  ) {
    for (name, value) in members(of: value, at: [section]) {
      let path = [section, name]
      guard let step = step(name, in: section) else { continue }
      guard let text = value.string else {
        refuse(value, at: path, "a few words")
        continue
      }
      if section == "confirmed", !step.isClosedByWord {
        refuse(nameAt: path, "the step is not closed by word; \(step.wayToClose)")
        continue
      }
      do throws(Rejection) {
        set(&self, step.id, try Statement(text))
      } catch {
        refuse(at: path, error.description)
      }
    }
  }

  private mutating func takeShown(_ value: JSON) {
    for (name, value) in members(of: value, at: ["shown"]) {
      guard let step = step(name, in: "shown") else { continue }
      guard case .shown(let keys) = step.proof else {
        refuse(nameAt: ["shown", name], "the step does not compare anything; \(step.wayToClose)")
        continue
      }
      for (fact, value) in members(of: value, at: ["shown", name]) {
        let path = ["shown", name, fact]
        guard let key = FactKey(rawValue: fact), keys.contains(key) else {
          refuse(
            nameAt: path, "the step does not compare that" + Self.suggestion(for: fact, among: keys.map(\.rawValue)))
          continue
        }
        guard let text = value.string ?? value.strings?.joined(separator: "\n") else {
          refuse(value, at: path, mayBeList: true, "what the console shows, as a text or a list of texts")
          continue
        }
        shown[step.id, default: [:]][key] = text
      }
    }
  }

  // MARK: Names

  private mutating func members(of value: JSON, at path: [String]) -> [(key: String, value: JSON)] {
    guard let members = value.object else {
      refuse(at: path, "it is \(value.kind); an object is expected")
      return []
    }
    return members.sorted { $0.key < $1.key }
  }

  private mutating func step(_ name: String, in section: String) -> Step? {
    if let step = playbook.step(StepID(rawValue: name)) { return step }
    refuse(
      nameAt: [section, name],
      "there is no such step" + Self.suggestion(for: name, among: playbook.steps.map(\.id.rawValue)))
    return nil
  }

  /// A value that is of another kind than is expected; of a list that may be one, its first entry that is no text.
  private mutating func refuse(_ value: JSON, at path: [String], mayBeList: Bool = false, _ expected: String) {
    let entries = mayBeList ? value.array ?? [] : []
    guard let index = entries.firstIndex(where: { $0.string == nil }) else {
      return refuse(at: path, "it is \(value.kind); expected: \(expected)")
    }
    refuse(path, text.error("an entry is \(entries[index].kind); expected: \(expected)", at: path + ["\(index)"]))
  }

  private mutating func refuse(at path: [String], _ message: String) {
    refuse(path, text.error(message, at: path))
  }

  private mutating func refuse(nameAt path: [String], _ message: String) {
    refuse(path, text.error(message, atName: path))
  }

  private mutating func refuse(_ path: [String], _ error: JSON.ReadingError) {
    let place = path.joined(separator: ".")
    // A name can be a secret that lost its quotes' other half.
    let isSafe = place.split(separator: ".").allSatisfy { SecretLookalike.found(in: String($0)) == nil }
    problems.append(AnswersFile.Problem(isSafe ? place : "", error))
  }

  private static func suggestion(for name: String, among names: [String]) -> String {
    Nearest.suggestion(for: name, among: names).map { "; did you mean '\($0)'?" } ?? ""
  }
}

extension Step {
  fileprivate var isClosedByWord: Bool { if case .word = proof { true } else { false } }

  /// How an answers file closes the step.
  fileprivate var wayToClose: String {
    switch proof {
    case .metadata(let key), .newCertificate(let key), .value(let key): "give \(key.rawValue)"
    case .pair: "give both metadata files"
    case .shown: "name it below shown, with what the console shows"
    case .word: "name it below confirmed, with what you saw"
    }
  }
}
