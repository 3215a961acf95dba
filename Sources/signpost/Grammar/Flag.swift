import Console

/// A flag as help, completions and the manual page need it.
struct FlagSpec: Sendable {
  /// Without the dashes.
  let name: String
  /// What stands for the value in help; nil: the flag takes none.
  let placeholder: String?
  let isRepeatable: Bool
  let completion: Completion
  /// The words that may be given; empty where the set is open.
  let allowed: [String]
  /// What holds where nothing is said, as it would be typed.
  let defaultValue: String?
  let group: FlagGroup
  let help: String

  /// The flag as it is written: `--format FORMAT`.
  var spelling: String { "--" + name + (placeholder.map { " " + $0 } ?? "") }
}

/// Under which heading help lists a flag.
enum FlagGroup: String, Sendable, CaseIterable {
  case input = "What goes in"
  case typed = "What a console shows, compared character by character"
  case judgement = "How it is judged"
  case record = "What is recorded"
  case output = "What comes out"
  case everywhere = "Everywhere"
}

/// The part of some options that a flag or an argument fills in.
typealias Part<Options, Value> = any WritableKeyPath<Options, Value> & Sendable

/// A flag that fills in a part of some options.
struct Flag<Options: Sendable>: Sendable {
  let name: String
  let placeholder: String?
  let isRepeatable: Bool
  let group: FlagGroup
  let help: String
  private let allowed: [String]
  private let completion: Completion
  private let shownDefault: @Sendable (Options) -> String?
  private let store: @Sendable (String, inout Options) throws(Misuse) -> Void

  /// A flag whose value has a default, or is missing where nothing is said.
  static func value<Value: ArgumentValue>(
    _ name: String, _ placeholder: String, _ part: Part<Options, Value>, _ group: FlagGroup,
    _ help: String
  ) -> Flag {
    Flag(name, placeholder, Value.self, group, help, shownDefault: { $0[keyPath: part].argument }) {
      (text, options) throws(Misuse) in
      options[keyPath: part] = try Value.read(text, at: "--" + name)
    }
  }

  /// A flag whose value is missing where nothing is said.
  static func value<Value: ArgumentValue>(
    _ name: String, _ placeholder: String, _ part: Part<Options, Value?>, _ group: FlagGroup,
    _ help: String
  ) -> Flag {
    Flag(name, placeholder, Value.self, group, help) { (text, options) throws(Misuse) in
      options[keyPath: part] = try Value.read(text, at: "--" + name)
    }
  }

  /// A flag that may be given several times.
  ///
  /// - Parameter separator: what also divides several values in one, such as a comma.
  static func list<Value: ArgumentValue>(
    _ name: String, _ placeholder: String, _ part: Part<Options, [Value]>,
    separator: Character? = nil, _ group: FlagGroup, _ help: String
  ) -> Flag {
    Flag(name, placeholder, Value.self, isRepeatable: true, group, help) { (text, options) throws(Misuse) in
      let items = separator.map { text.split(separator: $0, omittingEmptySubsequences: false) } ?? [text[...]]
      for item in items {
        options[keyPath: part].append(try Value.read(String(item), at: "--" + name))
      }
    }
  }

  /// A flag without a value.
  static func toggle(
    _ name: String, _ part: Part<Options, Bool>, _ group: FlagGroup, _ help: String
  ) -> Flag {
    Flag(name, nil, String.self, group, help) { (_, options) throws(Misuse) in
      options[keyPath: part] = true
    }
  }

  /// A flag that is obeyed before anything else is read, and fills in nothing.
  static func urgent(_ name: String, _ group: FlagGroup, _ help: String) -> Flag {
    Flag(name, nil, String.self, group, help) { (_, _) throws(Misuse) in }
  }

  private init<Value: ArgumentValue>(
    _ name: String, _ placeholder: String?, _ type: Value.Type, isRepeatable: Bool = false, _ group: FlagGroup,
    _ help: String, shownDefault: @escaping @Sendable (Options) -> String? = { _ in nil },
    store: @escaping @Sendable (String, inout Options) throws(Misuse) -> Void
  ) {
    self.name = name
    self.placeholder = placeholder
    self.isRepeatable = isRepeatable
    self.group = group
    self.help = help
    allowed = Value.allowed
    completion = Value.completion
    self.shownDefault = shownDefault
    self.store = store
  }

  func spec(showingDefaultsOf options: Options) -> FlagSpec {
    FlagSpec(
      name: name, placeholder: placeholder, isRepeatable: isRepeatable, completion: completion, allowed: allowed,
      defaultValue: shownDefault(options), group: group, help: help)
  }

  fileprivate func apply(_ value: String, to options: inout Options) throws(Misuse) {
    try store(value, &options)
  }
}

extension Array {
  /// Fills in the options, flag by flag, and refuses a single flag that was given twice.
  func apply<Options>(_ found: [(name: String, value: String)], to options: inout Options) throws(Misuse)
  where Element == Flag<Options> {
    var earlier: [String: String] = [:]
    for (name, value) in found {
      guard let flag = first(where: { $0.name == name }) else { continue }
      if let before = earlier.updateValue(value, forKey: name), !flag.isRepeatable {
        let values: StyledText =
          flag.placeholder == nil ? "" : " (\(quoted: before, limit: 30), then \(quoted: value, limit: 30))"
        throw Misuse("--\(ours: name) was given twice\(values); it can be given once")
      }
      try flag.apply(value, to: &options)
    }
  }
}
