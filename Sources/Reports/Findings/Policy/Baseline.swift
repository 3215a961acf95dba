import Rules
import SAML
public import Setup

/// The findings that were there when a gate was put up: they are shown and do not count, so that what is new does.
///
/// A finding is known by its rule, its entity and the content that it points at. Lines may move, the file may be laid out
/// anew or renamed, and the days that a message counts go by; where the content changes, the finding is a new one. What
/// concerns a file as a whole is of its only entity; in a file that has none, or several, it is known by the path.
public struct Baseline: Sendable, Equatable {
  /// What was known, in the order of the file.
  public let entries: [Entry]

  /// Findings of one rule about one content.
  public struct Entry: Sendable, Equatable {
    let key: Key
    /// The rule's id.
    public var rule: String { key.rule }
    /// The file in which it stood, for whoever reads the baseline; untrusted text.
    public let file: String
    /// How many there are of it.
    let count: Int
  }

  /// What makes a finding the same one.
  struct Key: Hashable, Sendable {
    let rule: String
    /// How grave it was; what has become graver is new.
    var severity: String
    /// The entityID; nil where it is of no entity, and is then known by its file.
    let entityID: String?
    let file: String?
    /// A digest of what it points at, and of the other places that belong to it.
    let content: String

    init(rule: String, severity: String, entityID: String?, file: String, content: String) {
      self.rule = rule
      self.severity = severity
      self.entityID = entityID
      self.file = entityID == nil ? file : nil
      self.content = content
    }
  }

  /// What makes the findings of one report the same as others.
  struct Keys {
    /// The entityID of each file that has only one entity, by path.
    let entities: [String: String]
    let names: BaselineNames

    init(_ files: [ValidationReport.File], names: BaselineNames) {
      entities = Dictionary(
        files.compactMap { file in file.entityID.map { (file.path, $0) } }, uniquingKeysWith: { first, _ in first })
      self.names = names
    }

    func key(of finding: Finding) -> Key {
      Key(
        rule: finding.rule.id, severity: finding.severity.rawValue,
        entityID: finding.entityID ?? entities[finding.place.file], file: names.name(of: finding.place.file),
        content: Fingerprints.digest(of: [finding.place.marked] + finding.related.map(\.place.marked)).description)
    }
  }

  /// Takes down what was found: everything but what is suppressed anyway, and what no policy may hide.
  public init(_ report: ValidationReport, names: BaselineNames = BaselineNames()) {
    let keys = Keys(report.files, names: names)
    var counts: [Key: (count: Int, file: String)] = [:]
    for finding in report.findings where finding.rule.canBeKnown {
      if case .suppressed = finding.standing { continue }
      counts[keys.key(of: finding), default: (0, names.name(of: finding.place.file))].count += 1
    }
    entries = counts.map { Entry(key: $0, file: $1.file, count: $1.count) }.sorted { $0.order < $1.order }
  }

  /// How often each finding is known.
  var counts: [Key: Int] { Dictionary(entries.map { ($0.key, $0.count) }, uniquingKeysWith: +) }

  // MARK: The file

  static let schema = "signpost.baseline/v1"

  /// The file, the same bytes for the same findings: one entry a finding, with a line feed at its end.
  public var document: String {
    JSON.object(["schema": .string(Self.schema), "findings": .array(entries.map(\.json))]).indented
  }

  /// Reads a file that `document` wrote.
  public init(reading bytes: [UInt8]) throws(JSON.ReadingError) {
    // Places are only wanted of what is wrong, and a baseline may be long.
    let value = try JSON(reading: bytes)
    guard value["schema"]?.string == Self.schema, let findings = value["findings"]?.array else {
      throw try JSONText(reading: bytes).error(
        "not a baseline: expected an object with \"schema\": \"\(Self.schema)\" and \"findings\"", at: [])
    }
    var entries: [Entry] = []
    for (index, finding) in findings.enumerated() {
      guard let rule = finding["rule"]?.string, let severity = finding["severity"]?.string,
        let file = finding["file"]?.string,
        let content = finding["content"]?.string, let count = finding["count"]?.int, count > 0
      else {
        throw try JSONText(reading: bytes).error(
          "an entry of a baseline has the texts rule, severity, file and content and a count from 1",
          at: ["findings", "\(index)"])
      }
      let key = Key(rule: rule, severity: severity, entityID: finding["entityID"]?.string, file: file, content: content)
      entries.append(Entry(key: key, file: file, count: count))
    }
    self.entries = entries
  }
}

extension Baseline.Entry {
  /// The entry as it stands in the file.
  var json: JSON {
    [
      "rule": .string(rule), "severity": .string(key.severity), "entityID": JSON(key.entityID), "file": .string(file),
      "content": .string(key.content),
      "count": .int(count),
    ]
  }

  fileprivate var order: (String, String, String, String) { (rule, file, key.entityID ?? "", key.content) }
}
