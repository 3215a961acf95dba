import Console

/// A flag as help, completions and the manual page need it.
struct FlagSpec: Sendable {
  /// Without the dashes.
  let name: String
  /// What stands for the value in help; nil: the flag takes none.
  let placeholder: String?
  let isRepeatable: Bool
  let group: FlagGroup
  let help: String
  /// The name that its variable is called after; nil: it has none.
  fileprivate let variableName: String?
  /// What divides several values in one.
  var separator: Character?
  /// Whether it cannot be typed, and only its variable gives it.
  var isHidden = false
  // What only help asks for is worked out when it asks.
  fileprivate let makeCompletion: @Sendable () -> Completion
  fileprivate let makeAllowed: @Sendable () -> [String]
  fileprivate let makeDefault: @Sendable () -> String?
  fileprivate let makeMeaning: @Sendable (String) -> String?

  var completion: Completion { makeCompletion() }
  /// The words that may be given; empty where the set is open.
  var allowed: [String] { makeAllowed() }
  /// What holds where nothing is said, as it would be typed.
  var defaultValue: String? { makeDefault() }
  /// What an allowed word stands for; nil where it says enough.
  func meaning(of word: String) -> String? { makeMeaning(word) }
  /// The environment variable that gives the value where the command line does not; nil: there is none.
  var variable: String? {
    variableName.map { name in
      let letters = name.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }
      return Self.variablePrefix + String(decoding: letters, as: UTF8.self).uppercased()
    }
  }
  /// What the name of every such variable begins with.
  static let variablePrefix = "SIGNPOST_"
  /// Whether it can be typed, and means something then.
  var isOffered: Bool { !isHidden && completion != .never }

  /// The flag as it is written: `--format FORMAT`.
  var spelling: String { "--" + name + (placeholder.map { " " + $0 } ?? "") }
}

/// Under which heading help lists a flag.
enum FlagGroup: String, Sendable, CaseIterable {
  case input = "What goes in"
  case typed = "What a console shows, compared character by character"
  case judgement = "How it is judged"
  case policy = "What was agreed"
  case record = "What is recorded"
  case output = "What comes out"
  case everywhere = "Everywhere"
}

/// The part of some options that a flag or an argument fills in. It is only made for flags that are given: the runtime
/// takes longer over a key path than over most files.
typealias Part<Options, Value> = @Sendable () -> any WritableKeyPath<Options, Value> & Sendable

/// A flag that fills in a part of some options.
struct Flag<Options: Sendable>: Sendable {
  private(set) var name: String
  let placeholder: String?
  let isRepeatable: Bool
  let group: FlagGroup
  let help: String
  private let allowed: @Sendable () -> [String]
  private let meaning: @Sendable (String) -> String?
  private var completion: @Sendable () -> Completion
  private let separator: Character?
  private var variableName: String?
  private var isHidden = false
  private let hasDefault: Bool
  private let shown: @Sendable (Options) -> [String]
  /// Takes a value, where it stands, and the options.
  private let store: @Sendable (String, String, inout Options) throws(Misuse) -> Void

  /// A flag whose value has a default, or is missing where nothing is said.
  static func value<Value: ArgumentValue>(
    _ name: String, _ placeholder: String, _ part: @autoclosure @escaping Part<Options, Value>, _ group: FlagGroup,
    _ help: String
  ) -> Flag {
    Flag(name, placeholder, Value.self, group, help, hasDefault: true, shown: { [$0[keyPath: part()].argument] }) {
      (text, place, options) throws(Misuse) in
      options[keyPath: part()] = try Value.read(text, at: place)
    }
  }

  /// A flag whose value is missing where nothing is said.
  static func value<Value: ArgumentValue>(
    _ name: String, _ placeholder: String, _ part: @autoclosure @escaping Part<Options, Value?>, _ group: FlagGroup,
    _ help: String
  ) -> Flag {
    Flag(
      name, placeholder, Value.self, group, help, shown: { [$0[keyPath: part()]].compactMap { $0?.argument } }
    ) { (text, place, options) throws(Misuse) in
      options[keyPath: part()] = try Value.read(text, at: place)
    }
  }

  /// A flag that may be given several times.
  ///
  /// - Parameter separator: what also divides several values in one, such as a comma.
  static func list<Value: ArgumentValue>(
    _ name: String, _ placeholder: String, _ part: @autoclosure @escaping Part<Options, [Value]>,
    separator: Character? = nil, _ group: FlagGroup, _ help: String
  ) -> Flag {
    Flag(
      name, placeholder, Value.self, isRepeatable: true, separator: separator, group, help,
      shown: { $0[keyPath: part()].map(\.argument) }
    ) { (text, place, options) throws(Misuse) in
      let items = separator.map { text.split(separator: $0, omittingEmptySubsequences: false) } ?? [text[...]]
      for item in items {
        options[keyPath: part()].append(try Value.read(String(item), at: place))
      }
    }
  }

  /// A flag without a value; where a variable or a file gives it, with `true` or `false`.
  static func toggle(
    _ name: String, _ part: @autoclosure @escaping Part<Options, Bool>, _ group: FlagGroup, _ help: String
  ) -> Flag {
    Flag(name, nil, String.self, group, help, shown: { [$0[keyPath: part()] ? "true" : "false"] }) {
      (text, place, options) throws(Misuse) in
      options[keyPath: part()] = text.isEmpty ? true : try Truth.read(text, at: place) == .true
    }
  }

  /// A flag that is obeyed before anything else is read, and fills in nothing.
  static func urgent(_ name: String, _ group: FlagGroup, _ help: String) -> Flag {
    Flag(name, nil, String.self, group, help) { (_, _, _) throws(Misuse) in }
  }

  private init<Value: ArgumentValue>(
    _ name: String, _ placeholder: String?, _ type: Value.Type, isRepeatable: Bool = false,
    separator: Character? = nil, _ group: FlagGroup, _ help: String, hasDefault: Bool = false,
    shown: @escaping @Sendable (Options) -> [String] = { _ in [] },
    store: @escaping @Sendable (String, String, inout Options) throws(Misuse) -> Void
  ) {
    self.name = name
    self.placeholder = placeholder
    self.isRepeatable = isRepeatable
    self.group = group
    self.help = help
    allowed = { Value.allowed }
    completion = { Value.completion }
    meaning = { Value(argument: $0)?.meaning }
    self.separator = separator
    self.hasDefault = hasDefault
    self.shown = shown
    self.store = store
  }

  /// The same flag, whose value an environment variable gives where the command line does not: `SIGNPOST_` and its name.
  func withVariable() -> Flag {
    var flag = self
    flag.variableName = name
    return flag
  }

  /// The same flag, which cannot be typed, under another name: only its variable gives it.
  func hidden(as name: String) -> Flag {
    var flag = self
    flag.name = name
    flag.isHidden = true
    return flag
  }

  /// The same flag, for whose value a shell offers these words.
  func offering(_ words: @escaping @Sendable () -> [String]) -> Flag {
    var flag = self
    flag.completion = { .words(words()) }
    return flag
  }

  /// The same flag for options that hold these.
  func lifted<Outer: Sendable>(to part: @autoclosure @escaping Part<Outer, Options>) -> Flag<Outer> {
    var flag = Flag<Outer>(lifting: self, to: part)
    flag.variableName = variableName
    flag.isHidden = isHidden
    return flag
  }

  private init<Inner: Sendable>(lifting flag: Flag<Inner>, to part: @escaping Part<Options, Inner>) {
    name = flag.name
    placeholder = flag.placeholder
    isRepeatable = flag.isRepeatable
    group = flag.group
    help = flag.help
    allowed = flag.allowed
    completion = flag.completion
    meaning = flag.meaning
    separator = flag.separator
    hasDefault = flag.hasDefault
    shown = { flag.shown($0[keyPath: part()]) }
    store = { (text, place, options) throws(Misuse) in try flag.store(text, place, &options[keyPath: part()]) }
  }

  func spec(showingDefaultsOf options: Options) -> FlagSpec {
    FlagSpec(
      name: name, placeholder: placeholder, isRepeatable: isRepeatable, group: group, help: help,
      variableName: variableName, separator: separator, isHidden: isHidden, makeCompletion: completion,
      makeAllowed: allowed,
      makeDefault: { [hasDefault, shown] in hasDefault ? shown(options).first : nil },
      makeMeaning: meaning)
  }

  /// What the options hold of it, each value as it would be typed.
  func values(in options: Options) -> [String] { shown(options) }

  /// Fills in a value that stands at a place, which is ours: the flag, the variable or the name in a file.
  func apply(_ value: String, at place: String, to options: inout Options) throws(Misuse) {
    try store(value, place, &options)
  }
}

extension Array {
  /// Fills in the options, flag by flag, and refuses a single flag that was given twice.
  func apply<Options>(_ found: [GivenFlag], to options: inout Options) throws(Misuse)
  where Element == Flag<Options> {
    var earlier: [String: String] = [:]
    for given in found {
      let (name, value) = (given.name, given.value)
      guard let flag = first(where: { $0.name == name }) else { continue }
      if let before = earlier.updateValue(value, forKey: name), !flag.isRepeatable {
        let values: StyledText =
          flag.placeholder == nil ? "" : " (\(given: before, limit: 30), then \(given: value, limit: 30))"
        throw Misuse("--\(ours: name) was given twice\(values); it can be given once")
      }
      try flag.apply(value, at: given.place, to: &options)
    }
  }
}
