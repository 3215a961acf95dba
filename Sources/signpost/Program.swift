import Console
import Platform
import Rules
import SAML

/// What a command runs with: the machine's facts, decided once, and the ways in and out.
struct Program {
  static let version = "0.1.0"

  let environment: [String: String]
  let now: Instant
  let everywhere: Everywhere
  /// What is found, and documents.
  let output: Screen
  /// Progress, hints and errors.
  let notices: Screen

  /// Says something beside the result, unless quiet was asked for.
  func hint(_ text: StyledText) {
    if !everywhere.quiet { notices.print(paragraph: text) }
  }

  // MARK: Files

  /// The name of standard input in reports.
  static let standardInputName = "-"

  /// The files that an argument stands for: itself, or every `*.xml` of a directory.
  func expanded(_ input: InputFile, unreadable: (String, String) -> Void) -> [InputFile] {
    guard case .path(let path) = input, (try? File.kind(of: path)) == .directory else { return [input] }
    do throws(PlatformError) {
      let found = try Directory.files(under: path, suffix: ".xml")
      for failure in found.failures { unreadable(failure.path ?? path, failure.description) }
      return found.files.map(InputFile.path)
    } catch {
      unreadable(path, error.description)
      return []
    }
  }

  /// Opens a file or standard input.
  func open(_ input: InputFile) throws(PlatformError) -> Platform.InputFile {
    switch input {
    case .standardInput: try Platform.InputFile(stream: 0, named: Program.standardInputName)
    case .path(let path): try Platform.InputFile(path: path)
    }
  }

  /// Reads a whole file of the kind that fits into memory.
  func contents(of input: InputFile, limit: Int) throws(PlatformError) -> [UInt8] {
    var file = try open(input)
    return try file.readToEnd(limit: limit)
  }

  /// Judges a file of any size, piece by piece.
  func judge(_ input: InputFile, by judge: Judge) throws(PlatformError) -> Verdict {
    var file = try open(input)
    var document = judge.document(path: input.argument)
    var buffer: [UInt8] = []
    while document.wantsMore, try file.read(into: &buffer, atMost: 1 << 16) > 0 {
      document.feed(buffer[...])
      buffer.removeAll(keepingCapacity: true)
    }
    return document.finish()
  }

  // MARK: Documents

  /// How a document looks where it goes: a file has no colour and no width of its own.
  func appearance(for target: OutputFile) -> Appearance {
    target == .standardOutput ? output.appearance : .plain
  }

  /// Writes a document to standard output or, replacing what is there only once it is whole, to a file.
  func write(_ document: String, to target: OutputFile) throws(Failure) {
    switch target {
    case .standardOutput: output.sink.write(document)
    case .path(let path):
      do throws(PlatformError) {
        try File.replace(path: path, contents: Array(document.utf8), mode: 0o644)
      } catch { throw Failure(error) }
      hint("wrote \(.path("\(untrusted: path)"))")
    }
  }
}
