import Foundation

/// The shape of a SARIF document as sections 3.13 to 3.58 of the standard have it, as far as we write it: the members of each
/// object, which of them must be there, and what they may be. Whatever else stands in a document is a problem, null included.
enum SARIFShape {
  private indirect enum Kind: Sendable {
    case text
    case word([String])
    case whole(from: Int)
    case truth
    case address
    case bag
    case list(Kind)
    case map(Kind)
    case object(String)
  }

  private static let objects: [String: (required: Set<String>, members: [String: Kind])] = [
    "sarifLog": (
      ["version", "runs"], ["$schema": .address, "version": .word(["2.1.0"]), "runs": .list(.object("run"))]
    ),
    "run": (
      ["tool"],
      [
        "tool": .object("tool"), "columnKind": .word(["utf16CodeUnits", "unicodeCodePoints"]), "language": .text,
        "originalUriBaseIds": .map(.object("artifactLocation")), "artifacts": .list(.object("artifact")),
        "results": .list(.object("result")), "invocations": .list(.object("invocation")), "properties": .bag,
      ]
    ),
    "tool": (["driver"], ["driver": .object("toolComponent")]),
    "toolComponent": (
      ["name"],
      [
        "name": .text, "version": .text, "semanticVersion": .text, "informationUri": .address,
        "rules": .list(.object("reportingDescriptor")), "notifications": .list(.object("reportingDescriptor")),
      ]
    ),
    "reportingDescriptor": (
      ["id"],
      [
        "id": .text, "name": .text, "shortDescription": .object("multiformatMessageString"),
        "fullDescription": .object("multiformatMessageString"), "help": .object("multiformatMessageString"),
        "helpUri": .address, "defaultConfiguration": .object("reportingConfiguration"), "properties": .bag,
      ]
    ),
    "reportingConfiguration": ([], ["level": level]),
    "multiformatMessageString": (["text"], ["text": .text, "markdown": .text]),
    "message": (["text"], ["text": .text]),
    "artifact": (
      [],
      [
        "location": .object("artifactLocation"), "description": .object("message"), "encoding": .text,
        "roles": .list(.word(["analysisTarget", "standardStream"])), "properties": .bag,
      ]
    ),
    "artifactLocation": (
      [], ["uri": .address, "uriBaseId": .text, "index": .whole(from: 0), "description": .object("message")]
    ),
    "result": (
      ["message"],
      [
        "ruleId": .text, "ruleIndex": .whole(from: 0), "level": level, "message": .object("message"),
        "locations": .list(.object("location")), "relatedLocations": .list(.object("location")),
        "partialFingerprints": .map(.text), "properties": .bag,
      ]
    ),
    "location": (
      [], ["id": .whole(from: 0), "message": .object("message"), "physicalLocation": .object("physicalLocation")]
    ),
    "physicalLocation": (
      ["artifactLocation"], ["artifactLocation": .object("artifactLocation"), "region": .object("region")]
    ),
    "region": (
      ["startLine"],
      [
        "startLine": .whole(from: 1), "startColumn": .whole(from: 1), "endLine": .whole(from: 1),
        "endColumn": .whole(from: 1), "byteOffset": .whole(from: 0), "byteLength": .whole(from: 0),
      ]
    ),
    "invocation": (
      ["executionSuccessful"],
      ["executionSuccessful": .truth, "toolExecutionNotifications": .list(.object("notification"))]
    ),
    "notification": (
      ["message"],
      [
        "message": .object("message"), "level": level, "locations": .list(.object("location")),
        "descriptor": .object("reportingDescriptorReference"),
      ]
    ),
    "reportingDescriptorReference": ([], ["id": .text, "index": .whole(from: 0)]),
  ]

  private static let level = Kind.word(["none", "note", "warning", "error"])

  /// What in a document has not the shape, each with where it is.
  static func problems(in text: String) -> [String] {
    guard let document = try? JSONSerialization.jsonObject(with: Data(text.utf8)) else { return ["no JSON"] }
    return problems(of: document, .object("sarifLog"), at: "")
  }

  private static func problems(of value: Any, _ kind: Kind, at place: String) -> [String] {
    let isWell: Bool
    switch kind {
    case .text: isWell = (value as? String)?.isEmpty == false
    case .word(let words): isWell = (value as? String).map(words.contains) ?? false
    case .truth: isWell = value is Bool
    case .whole(let least): isWell = (value as? Int).map { $0 >= least } ?? false
    case .bag: isWell = value is [String: Any]
    case .address:
      isWell = (value as? String)?.wholeMatch(of: /([A-Za-z0-9\-._~\/:?#@!$&'()*+,;=]|%[0-9A-F]{2})+/) != nil
    case .list(let element):
      guard let list = value as? [Any] else { return ["\(place): no list"] }
      return list.enumerated().flatMap { problems(of: $1, element, at: "\(place)[\($0)]") }
    case .map(let element):
      guard let map = value as? [String: Any] else { return ["\(place): no map"] }
      return map.flatMap { problems(of: $1, element, at: "\(place).\($0)") }
    case .object(let name):
      guard let object = value as? [String: Any], let (required, members) = objects[name] else {
        return ["\(place): no \(name)"]
      }
      let missing = required.subtracting(object.keys).map { "\(place): no \($0)" }
      return missing
        + object.flatMap { key, value in
          members[key].map { problems(of: value, $0, at: "\(place).\(key)") } ?? ["\(place): \(name) has no \(key)"]
        }
    }
    return isWell ? [] : ["\(place): \(value)"]
  }
}
