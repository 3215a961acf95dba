import FoundationEssentials
import Support
import Testing

/// A good fixture and how it is broken in the way of one rule, as `Fixtures/twins` has it: written by hand, with nothing of
/// the rule's own.
struct Twin: Decodable, CustomTestStringConvertible {
  /// The rule that must report it.
  let rule: String
  /// What the command is given, in the directory that holds the twin.
  let judge: [String]
  /// The changes, in their order.
  let breaks: [Break]

  /// One change: the first place where a text stands in a file, and what comes to stand there.
  struct Break: Decodable {
    let file: String
    /// `…` in it is anything.
    let replace: String
    /// `{match}` in it is what was there, `{5×x}` is `xxxxx`, `{certificate name}` the base64 of a file of
    /// `Fixtures/twins/certificates`, and `{key name}` a whole KeyDescriptor for signing with it.
    let with: String
  }

  var testDescription: String { rule }

  /// Every twin of metadata, by family.
  static let all: [Twin] = read { $0 != "RESP.json" }

  /// The twins of a response.
  static let responses: [Twin] = read { $0 == "RESP.json" }

  private static func read(_ isWanted: (String) -> Bool) -> [Twin] {
    let directory = fixtures + "/twins"
    let files = (try? Signpost.files(in: directory)) ?? []
    return files.filter { $0.hasSuffix(".json") && isWanted($0) }.sorted().flatMap { file -> [Twin] in
      guard let bytes = try? TestFile.read("\(directory)/\(file)") else { return [] }
      return (try? JSONDecoder().decode([Twin].self, from: Data(bytes))) ?? []
    }
  }

  static let fixtures = Signpost.root + "/Fixtures"

  /// Writes the broken files, and the good ones beside them, into a directory.
  func write(to directory: String) throws {
    var contents: [String: String] = [:]
    for file in judge where [".xml", ".pem", ".json"].contains(where: file.hasSuffix) {
      contents[file] = try TestFile.text("\(Self.fixtures)/\(file)")
    }
    for change in breaks {
      guard let text = contents[change.file] else { throw Mistake(rule: rule, text: "\(change.file) is not judged") }
      contents[change.file] = try change.applied(to: text, of: rule)
    }
    for (file, text) in contents {
      let path = "\(directory)/\(file)"
      if let slash = path.lastIndex(of: "/") { try TestFile.makeDirectory(String(path[..<slash]), mode: 0o755) }
      try TestFile.write(text, to: path, mode: 0o644)
    }
  }

  /// Whether the signature is verified, for which another program is needed.
  var isVerified: Bool { judge.contains("--verify-signature") }

  /// Whether everything is there that finding it takes.
  var canBeFound: Bool { !isVerified || TestFile.exists("/usr/bin/xmlsec1") }

  /// The command that finds it.
  var verb: String { rule.hasPrefix("RESP") ? "diagnose" : "validate" }

  /// The words behind `signpost`, as they are typed.
  var command: String {
    ([verb] + judge).map { $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: " ")
  }

  /// What is wrong with the twin itself.
  struct Mistake: Error {
    let rule: String
    let text: String
  }
}

extension Twin.Break {
  fileprivate func applied(to text: String, of rule: String) throws -> String {
    let parts = replace.components("…")
    guard let start = text.firstRange(of: parts[0])?.lowerBound ?? (parts[0].isEmpty ? text.startIndex : nil) else {
      throw Twin.Mistake(rule: rule, text: "\(file) has no \(replace)")
    }
    var end = text.index(start, offsetBy: parts[0].count)
    for part in parts.dropFirst() {
      guard !part.isEmpty else {
        end = text.endIndex
        continue
      }
      guard let found = text[end...].firstRange(of: part) else {
        throw Twin.Mistake(rule: rule, text: "\(file) has no \(replace)")
      }
      end = found.upperBound
    }
    return try text[..<start] + written(match: String(text[start..<end])) + text[end...]
  }

  /// `with`, its places filled in.
  private func written(match: String) throws -> String {
    var result = ""
    var rest = with[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let place = rest[rest.index(after: open)..<close]
      let words = place.split(separator: " ")
      if place == "match" {
        result += match
      } else if words.count == 2, words[0] == "certificate" {
        result += try Self.certificate(words[1])
      } else if words.count == 2, words[0] == "key" {
        result += """
          <md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>\
          <ds:X509Certificate>\(try Self.certificate(words[1]))</ds:X509Certificate></ds:X509Data></ds:KeyInfo>\
          </md:KeyDescriptor>
          """
      } else if let times = place.firstIndex(of: "×"), let count = Int(place[..<times]) {
        result += String(repeating: String(place[place.index(after: times)...]), count: count)
      } else {
        result += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static func certificate(_ name: Substring) throws -> String {
    try TestFile.text("\(Twin.fixtures)/twins/certificates/\(name).pem").split(separator: "\n")
      .filter { !$0.hasPrefix("-----") }.joined(separator: "\n")
  }
}
