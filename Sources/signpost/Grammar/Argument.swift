import Console

/// An argument as help, completions and the manual page need it.
struct ArgumentSpec: Sendable {
  /// How many words it takes.
  enum Arity: Sendable {
    case one
    case optional
    case some
    case any
  }

  /// Without the angle brackets.
  let name: String
  let arity: Arity
  /// The words that may be given; empty where the set is open.
  let allowed: [String]
  let help: String
  // Worked out when a shell asks for it.
  fileprivate(set) var makeCompletion: @Sendable () -> Completion

  var completion: Completion { makeCompletion() }

  /// The argument as it is written in a usage line.
  var spelling: String {
    switch arity {
    case .one: "<\(name)>"
    case .optional: "[<\(name)>]"
    case .some: "<\(name)>..."
    case .any: "[<\(name)>...]"
    }
  }

  var isVariadic: Bool { arity == .some || arity == .any }
}

/// An argument that fills in a part of some options.
struct Argument<Options: Sendable>: Sendable {
  private(set) var spec: ArgumentSpec
  /// Flags that can be given in its place.
  private let alternatives: [String]
  fileprivate let store: @Sendable (String, inout Options) throws(Misuse) -> Void

  /// Exactly one word.
  static func one<Value: ArgumentValue>(
    _ name: String, _ part: @autoclosure @escaping Part<Options, Value>, _ help: String
  ) -> Argument {
    Argument(name, .one, Value.self, help) { (text, options) throws(Misuse) in
      options[keyPath: part()] = try Value.read(text, at: "<\(name)>")
    }
  }

  /// One word or none.
  static func optional<Value: ArgumentValue>(
    _ name: String, _ part: @autoclosure @escaping Part<Options, Value?>, _ help: String
  ) -> Argument {
    Argument(name, .optional, Value.self, help) { (text, options) throws(Misuse) in
      options[keyPath: part()] = try Value.read(text, at: "<\(name)>")
    }
  }

  /// At least one word, unless one of the flags named stands in for it.
  static func some<Value: ArgumentValue>(
    _ name: String, _ part: @autoclosure @escaping Part<Options, [Value]>, unlessGiven alternatives: [String] = [],
    _ help: String
  ) -> Argument {
    Argument(name, .some, Value.self, alternatives: alternatives, help) { (text, options) throws(Misuse) in
      options[keyPath: part()].append(try Value.read(text, at: "<\(name)>"))
    }
  }

  /// Any number of words.
  static func any<Value: ArgumentValue>(
    _ name: String, _ part: @autoclosure @escaping Part<Options, [Value]>, _ help: String
  ) -> Argument {
    Argument(name, .any, Value.self, help) { (text, options) throws(Misuse) in
      options[keyPath: part()].append(try Value.read(text, at: "<\(name)>"))
    }
  }

  /// The same argument, for which a shell offers these words.
  func offering(_ words: @escaping @Sendable () -> [String]) -> Argument {
    var argument = self
    argument.spec.makeCompletion = { .words(words()) }
    return argument
  }

  private init<Value: ArgumentValue>(
    _ name: String, _ arity: ArgumentSpec.Arity, _ type: Value.Type, alternatives: [String] = [], _ help: String,
    store: @escaping @Sendable (String, inout Options) throws(Misuse) -> Void
  ) {
    spec = ArgumentSpec(
      name: name, arity: arity, allowed: Value.allowed, help: help, makeCompletion: { Value.completion })
    self.alternatives = alternatives
    self.store = store
  }

  fileprivate func isMissed(in matches: Matches) -> Bool {
    guard spec.arity == .one || spec.arity == .some else { return false }
    return !matches.flags.contains { alternatives.contains($0.name) }
  }

  /// What should have stood there: `a <file>, or --idp or --aws`.
  fileprivate var wanted: String {
    let noun = spec.arity == .some ? "at least one <\(spec.name)>" : "one <\(spec.name)>"
    return alternatives.isEmpty ? noun : noun + ", or " + listed(alternatives.map { "--" + $0 })
  }
}

extension Array {
  /// Hands the words to the arguments in order, and refuses too few and too many.
  func apply<Options>(_ matches: Matches, of command: [String], to options: inout Options) throws(Misuse)
  where Element == Argument<Options> {
    var words = matches.words[...]
    for argument in self {
      if words.isEmpty, argument.isMissed(in: matches) {
        throw Misuse("\(ours: command.joined(separator: " ")) needs \(ours: argument.wanted)")
      }
      for word in argument.spec.isVariadic ? words : words.prefix(1) {
        try argument.store(word, &options)
        words = words.dropFirst()
      }
    }
    if let extra = words.first {
      let takes = isEmpty ? "no argument" : "no more than \(map { "<\($0.spec.name)>" }.joined(separator: " "))"
      throw Misuse("\(ours: command.joined(separator: " ")) takes \(ours: takes); found \(given: extra)")
    }
  }
}
