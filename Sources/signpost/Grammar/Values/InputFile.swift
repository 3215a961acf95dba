import Platform

/// Something to be read.
enum InputFile: ArgumentValue, Hashable {
  /// `-`
  case standardInput
  /// A file or a directory, as it was typed.
  case path(String)

  static let expectation = "a file, or - for standard input"
  static let completion = Completion.files

  init?(argument: String) {
    guard !argument.isEmpty, !argument.utf8.contains(0) else { return nil }
    self = argument == "-" ? .standardInput : .path(argument)
  }

  var argument: String {
    switch self {
    case .standardInput: "-"
    case .path(let path): path
    }
  }
}

extension InputFile {
  /// Opens the file, or standard input.
  func open() throws(PlatformError) -> Platform.InputFile {
    switch self {
    case .standardInput: try Platform.InputFile(stream: 0, named: Program.standardInputName)
    case .path(let path): try Platform.InputFile(path: path)
    }
  }
}

/// Where a document is written.
enum OutputFile: ArgumentValue, Hashable {
  /// `-`
  case standardOutput
  /// A file, as it was typed.
  case path(String)

  static let expectation = "a file, or - for standard output"
  static let completion = Completion.files

  init?(argument: String) {
    guard !argument.isEmpty, !argument.utf8.contains(0) else { return nil }
    self = argument == "-" ? .standardOutput : .path(argument)
  }

  var argument: String {
    switch self {
    case .standardOutput: "-"
    case .path(let path): path
    }
  }
}

/// A directory, as it was typed.
struct DirectoryPath: ArgumentValue, Hashable {
  let path: String

  static let expectation = "a directory"
  static let completion = Completion.directories

  init?(argument: String) {
    guard !argument.isEmpty, !argument.utf8.contains(0) else { return nil }
    path = argument
  }

  var argument: String { path }
}

/// A file with a name, as it was typed; no stream.
struct FilePath: ArgumentValue, Hashable {
  let path: String

  static let expectation = "a file"
  static let completion = Completion.files

  init?(argument: String) {
    guard !argument.isEmpty, argument != "-", !argument.utf8.contains(0) else { return nil }
    path = argument
  }

  var argument: String { path }
}
