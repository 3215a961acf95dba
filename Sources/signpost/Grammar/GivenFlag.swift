/// A flag that was given, with its value where it has one.
struct GivenFlag: Sendable, Equatable {
  /// Without the dashes.
  let name: String
  /// Empty for a flag that takes none.
  let value: String
  /// The environment variable that gave it; nil: the command line.
  var variable: String?

  /// What a message calls it.
  var place: String { variable ?? "--" + name }

  /// From where the value comes.
  var origin: ValueOrigin { variable.map(ValueOrigin.variable) ?? .flag("--" + name) }
}

/// From where a value comes; what stands first wins.
enum ValueOrigin: Sendable, Equatable {
  /// The command line, by a flag.
  case flag(String)
  /// The environment, by a variable.
  case variable(String)
  /// The configuration file, at a place such as `.signpost.json:3:5`; untrusted text.
  case file(String)
  /// Nobody has said anything.
  case preset

  /// The word of the JSON format.
  var word: String {
    switch self {
    case .flag: "flag"
    case .variable: "environment"
    case .file: "file"
    case .preset: "default"
    }
  }

  /// The place; the path of a file in it is untrusted text. Nil for what nobody has said.
  var place: String? {
    switch self {
    case .flag(let place), .variable(let place), .file(let place): place
    case .preset: nil
    }
  }
}

/// Yes or no, where a flag without a value is given by other means.
enum Truth: String, ArgumentValue, CaseIterable {
  case `true`
  case `false`
}

extension FlagSpec {
  /// What its variable gives; nil where there is none or it is empty. A list has an entry for each line of it where its
  /// flag has no separator of its own.
  func given(in environment: [String: String]) -> [GivenFlag]? {
    guard let variable, let text = environment[variable], !text.isEmpty else { return nil }
    let values = isRepeatable && separator == nil ? text.split(separator: "\n").map(String.init) : [text]
    return values.map { GivenFlag(name: name, value: $0, variable: variable) }
  }
}
