import Platform
import Support

/// What `make fuzz` begins with, from the files that it reads.
struct FuzzerFiles {
  /// The root of the package.
  private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/")

  /// The seeds and fixtures, by name.
  let beginnings: [(name: String, bytes: [UInt8])]
  /// The words of the dictionary.
  let words: [[UInt8]]
  /// Where an input is while it runs, for a look at the one that ended the tests.
  let place: String

  init(of target: Target) throws {
    try TestFile.makeDirectory("\(Self.root)/.build", mode: 0o755)
    place = "\(Self.root)/.build/fuzz-\(target.rawValue)-input"
    beginnings = try TemporaryDirectory.with { directory in
      let outcome = try ChildProcess.run(
        executable: "/bin/sh", arguments: ["\(Self.root)/Tests/Fuzz/beginnings", target.rawValue, directory.path],
        environment: ["PATH": "/usr/bin:/bin"], deadline: .seconds(60), outputLimit: 1 << 16)
      guard outcome.ending == .exited(status: 0) else {
        throw SupportFailure(String(decoding: outcome.errors, as: UTF8.self))
      }
      return try directory.names.map { ($0, try TestFile.read(directory.path($0))) }
    }
    let dictionary = try TestFile.text("\(Self.root)/Tests/Fuzz/Dictionaries/\(target.rawValue).dict")
    words = dictionary.split(separator: "\n").compactMap(Self.word)
  }

  /// The bytes of a line `"…"`, in which a backslash escapes itself, a quote or two hexadecimal digits.
  private static func word(_ line: Substring) -> [UInt8]? {
    guard line.first == "\"", line.last == "\"" else { return nil }
    var bytes: [UInt8] = []
    var rest = line.utf8.dropFirst().dropLast()
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() else {
        bytes.append(byte)
        continue
      }
      guard escaped == UInt8(ascii: "x"), let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      else {
        bytes.append(escaped)
        continue
      }
      bytes.append(code)
      rest = rest.dropFirst(2)
    }
    return bytes
  }
}
