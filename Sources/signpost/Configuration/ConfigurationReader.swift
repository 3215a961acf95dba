import Console
import Platform
import Rules
import SAML
import Setup

/// Takes a configuration apart, and goes on after a mistake, so that the first one in the file can be told.
struct ConfigurationReader {
  let text: JSONText
  let path: String
  /// What is wrong, in no order.
  private(set) var problems: [JSON.ReadingError] = []

  init(text: JSONText, path: String) {
    self.text = text
    self.path = path
  }

  mutating func read(into file: inout ConfigurationFile) {
    for (name, value) in members(at: [], named: ConfigurationFile.Key.allCases.map(\.rawValue)) {
      guard let key = ConfigurationFile.Key(rawValue: name) else { continue }
      let place = [name]
      switch key {
      case .failOn, .format: file.values[key] = flag(key, texts(of: value, at: place, isList: false), at: place)
      case .baseline: file.values[key] = flag(key, texts(of: value, at: place, isList: false).map(below), at: place)
      case .select, .ignore:
        let words = texts(of: value, at: place, isList: true)
        for (index, word) in words.enumerated() {
          check(rule: word, at: place + ["\(index)"], mayBeEnduring: key == .select)
        }
        file.values[key] = flag(key, words, at: place)
      case .severity: file.values[key] = flag(key, severities(of: value, at: place), at: place)
      case .verifySignature:
        guard let truth = value.bool else {
          wrong("true or false is expected", at: place)
          continue
        }
        file.values[key] = flag(key, [truth ? "true" : "false"], at: place)
      case .expiresWithin: windows(value, at: place, &file)
      case .expected:
        file.expected = expected(at: place)
        file.expectedOrigin = .file(self.place(of: place))
      case .suppress: file.suppressions = suppressions(of: value, at: place)
      }
    }
  }

  // MARK: Parts

  private mutating func windows(_ value: JSON, at place: [String], _ file: inout ConfigurationFile) {
    guard value.object != nil else {
      file.values[.expiresWithin] = flag(.expiresWithin, texts(of: value, at: place, isList: false), at: place)
      return
    }
    for (name, value) in members(at: place, named: ["warning", "error"]) {
      let texts = texts(of: value, at: place + [name], isList: false)
      let own = flag(.expiresWithin, texts, at: place + [name])
      if name == "warning" { file.values[.expiresWithin] = own }
      if name == "error" { file.urgentWindow = own }
    }
  }

  private mutating func severities(of value: JSON, at place: [String]) -> [String] {
    guard let object = value.object else {
      wrong("an object of rules and severities is expected, such as {\"NID001\": \"error\"}", at: place)
      return []
    }
    return object.sorted { $0.key < $1.key }.compactMap { word, value in
      let own = place + [word]
      let level = value.string.flatMap(SeverityLevel.init(argument:))?.severity
      if level == nil {
        wrong("\(listed(SeverityLevel.allowed)) is expected; to leave a rule out, use ignore", at: own)
      }
      check(rule: word, at: own, isName: true, mayBeEnduring: true)
      if let level, let rule = Catalogue.rule(named: word), rule.isEnduring, level < rule.severity {
        wrong("\(rule.id) cannot be lowered: \(rule.reasonToEndure)", at: own)
      }
      return level.flatMap { _ in value.string.map { "\(word)=\($0)" } }
    }
  }

  private mutating func expected(at place: [String]) -> ExpectedValues {
    var expected = ExpectedValues()
    for (name, value) in members(at: place, named: ["entity-id", "issuer", "acs-urls", "certificates"]) {
      let own = place + [name]
      let texts = texts(of: value, at: own, isList: nil)
      switch name {
      case "entity-id": expected.entityIDs = texts
      case "issuer": expected.issuers = texts
      case "acs-urls": expected.acsURLs = texts
      default:
        let digests = texts.map(ExpectedValues.fingerprint)
        if let index = digests.firstIndex(of: nil) {
          wrong(
            "a SHA-256 fingerprint is expected: 64 hexadecimal digits",
            at: value.array == nil ? own : own + ["\(index)"])
        }
        expected.certificates = Set(digests.compactMap(\.self))
      }
      // An empty list would allow everything, which nobody means who writes it.
      if value.array?.isEmpty == true { wrong("at least one value is expected", at: own) }
    }
    return expected
  }

  // MARK: Values

  /// The members of an object, each of a name that is known.
  mutating func members(at place: [String], named names: [String]) -> [(String, JSON)] {
    let value = place.reduce(text.value) { value, step in value[step] ?? Int(step).flatMap { value.array?[$0] } ?? .null
    }
    guard let object = value.object else {
      wrong("an object is expected, with some of \(names.joined(separator: ", ")); found \(value.kind)", at: place)
      return []
    }
    return object.sorted { $0.key < $1.key }.filter { name, _ in
      guard !names.contains(name) else { return true }
      let near = Nearest.suggestion(for: name, among: names)
      let hint = near.map { "did you mean \($0)?" } ?? "the names are \(names.joined(separator: ", "))"
      let reason = "there is no setting \(SecretLookalike.repeated(name)); \(hint)"
      problems.append(text.error(reason, atName: place + [name]))
      return false
    }
  }

  /// The texts of a value: one, or a list where `isList` says so; nil allows both.
  mutating func texts(of value: JSON, at place: [String], isList: Bool?) -> [String] {
    if isList != true, let text = value.string, !text.isBlank { return [text] }
    if isList != false, let entries = value.array { return texts(of: entries, at: place) }
    let wanted =
      switch isList {
      case true?: "a list of texts"
      case false?: "a text that is not empty"
      case nil: "a text or a list of texts"
      }
    wrong("\(wanted) is expected; found \(value.string?.isBlank == true ? "a blank one" : value.kind)", at: place)
    return []
  }

  /// The entries of a list; none where one of them is no text.
  private mutating func texts(of entries: [JSON], at place: [String]) -> [String] {
    var texts: [String] = []
    for (index, entry) in entries.enumerated() {
      if let text = entry.string, !text.isBlank {
        texts.append(text)
      } else {
        let found = entry.string == nil ? entry.kind : "a blank one"
        wrong("a text that is not empty is expected; found \(found)", at: place + ["\(index)"])
      }
    }
    return texts.count == entries.count ? texts : []
  }

  /// The value of a flag, tried at once: what is wrong with it is told with its place.
  private mutating func flag(
    _ key: ConfigurationFile.Key, _ texts: [String], at place: [String]
  ) -> ConfigurationFile.Value? {
    if key == .failOn, texts == [FailOn.never.rawValue] {
      wrong("one of error, warning, note is expected; never is for the command line, where a log shows it", at: place)
      return nil
    }
    guard !texts.isEmpty, let flag = ValidateOptions.flags.first(where: { $0.name == key.rawValue }) else { return nil }
    for text in texts {
      do throws(Misuse) {
        // The file takes a severity and no other word of the flag.
        if key == .failOn { _ = try SeverityLevel.read(text, at: key.rawValue) }
        var options = ValidateOptions()
        try flag.apply(text, at: key.rawValue, to: &options)
      } catch {
        wrong(error.message.rendered(.plain), at: place)
        return nil
      }
    }
    return ConfigurationFile.Value(
      texts: texts, origin: .file(self.place(of: place)))
  }

  /// Says what is wrong with the name of a rule or a family; one that endures may not be hidden.
  mutating func check(
    rule word: String, at place: [String], isName: Bool = false, mayBeEnduring: Bool = false
  ) {
    guard let rules = Catalogue.rules(named: word) else {
      let near = Nearest.suggestion(for: word, among: Catalogue.names)
      let hint = near.map { "; did you mean \($0)?" } ?? ""
      let reason = "there is no rule or family \(SecretLookalike.repeated(word))" + hint
      problems.append(isName ? text.error(reason, atName: place) : text.error(reason, at: place))
      return
    }
    if !mayBeEnduring, rules.count == 1, let rule = rules.first, rule.isEnduring {
      wrong("\(rule.id) can neither be suppressed nor left out: \(rule.reasonToEndure)", at: place)
    }
  }

  /// `.signpost.json:3:5`
  func place(of value: [String]) -> String {
    let here = text.error("", at: value)
    return "\(path):\(here.line):\(here.column)"
  }

  /// A path in the file begins at the file.
  private func below(_ given: String) -> String {
    let directory = Directory.parent(of: path)
    return Directory.isAbsolute(given) || directory == "." ? given : Directory.path(of: given, in: directory)
  }

  mutating func wrong(_ reason: String, at place: [String]) {
    problems.append(text.error(reason, at: place))
  }
}

extension Rule {
  /// Why no configuration hides what an enduring rule finds.
  fileprivate var reasonToEndure: String {
    if saysNotUnderstood { return "it says that the file was not understood, so that no other rule looked at it" }
    return saysNotAgreed
      ? "it says that the file is not the one agreed; where it is, change what is expected"
      : "it says that nobody can sign in, or that somebody else could"
  }
}

extension String {
  /// Whether there is nothing to be read in it.
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
