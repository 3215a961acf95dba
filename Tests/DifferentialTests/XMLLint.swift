/// What `xmllint` says of a document.
enum XMLLint {
  /// Whether it is well-formed, its namespace prefixes included.
  ///
  /// An undeclared prefix leaves the status at 0, because XML 1.0 alone allows it, but is told as an error all the same.
  static func accepts(_ path: String, _ xmllint: Tool) throws -> Bool {
    let answer = try xmllint.run(["--noout", "--nonet", path])
    return answer.status == 0 && !answer.errors.contains(": namespace error :")
  }

  /// Where the schema is not kept; nil where the document cannot be parsed.
  static func complaints(of path: String, _ xmllint: Tool) throws -> [Difference]? {
    let answer = try xmllint.run(["--noout", "--nonet", "--schema", MetadataSchema.path, path])
    switch answer.status {
    case 0: return []
    case 1: return nil
    case 3:
      let complaints = complaints(in: answer.errors, about: path)
      guard !complaints.isEmpty else {
        throw ToolFailure(description: "xmllint finds \(path) invalid and does not say why: \(answer.errors)")
      }
      return complaints
    default: throw ToolFailure(description: "xmllint \(path): status \(answer.status), \(answer.errors.prefix(2_000))")
    }
  }

  /// The complaints in what was written: `PATH:LINE: element NAME: Schemas validity error : Element '{URI}NAME',
  /// attribute 'NAME': TEXT`. Lines that do not begin with the path go on with a quoted value of the one before.
  static func complaints(in errors: String, about path: String) -> [Difference] {
    var complaints: [String] = []
    for line in errors.split(separator: "\n") {
      if line.hasPrefix(path + ":"), let mark = line.firstRange(of: " Schemas validity error : ") {
        complaints.append(String(line[mark.upperBound...]))
      } else if !line.hasPrefix(path), !complaints.isEmpty {
        complaints[complaints.count - 1] += " " + line
      }
    }
    var differences: [Difference] = []
    for complaint in complaints {
      let parts = complaint.firstRange(of: "': ").map { (complaint[..<$0.lowerBound], complaint[$0.upperBound...]) }
      let (head, text) = parts ?? ("", complaint[...])
      let names = withoutNamespaces(head).split(separator: "'")
      let subject = names.count > 3 ? "\(names[1])@\(names[3])" : names.count > 1 ? String(names[1]) : ""
      // Of an unknown type it is told once more that it is none.
      if text.contains("type definition is abstract"), differences.last?.subject == "\(subject)@type" { continue }
      differences.append(
        Difference(
          oracle: .schema, subject: subject, text: String(text), theirs: "\(subject) \(kind(of: text))", ours: "-"))
    }
    return differences
  }

  /// What a complaint comes to.
  private static func kind(of text: Substring) -> String {
    if text.contains("is required but missing") {
      return "lacks " + (text.split(separator: "'").dropFirst().first ?? "an attribute")
    }
    let kinds = [
      ("This element is not expected", "not expected"), ("Missing child element", "lacks a child"),
      ("Character content", "holds text"),
      ("type definition is abstract", "has no type"), ("does not resolve to a type", "unknown"),
      ("[facet", "not allowed"), ("not a valid value", "not valid"),
    ]
    return kinds.first { text.contains($0.0) }?.1 ?? "wrong"
  }

  /// `'{http://www.w3.org/2000/09/xmldsig#}KeyInfo'` is `'KeyInfo'`.
  private static func withoutNamespaces(_ text: Substring) -> String {
    text.split(separator: "'{", omittingEmptySubsequences: false).enumerated().map { index, part in
      guard index > 0, let close = part.firstIndex(of: "}") else { return String(part) }
      return "'" + part[part.index(after: close)...]
    }.joined()
  }
}
