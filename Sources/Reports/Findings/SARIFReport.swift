import Console
public import Rules
import SAML
import Setup

/// A validation in the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS), for code scanning and editors:
/// one run, with every rule of the catalogue and a result for each finding. Byte-stable.
public struct SARIFReport: Sendable {
  let report: ValidationReport
  let rules: [Rule]
  /// Where each file stands among the artifacts, by path.
  let indices: [String: Int]

  /// The schema that the document keeps to.
  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  /// The name under which addresses say that they are relative to the directory in which the program ran.
  static let root = "SRCROOT"
  /// The id of what is said of a file that could not be read.
  static let unreadable = "unreadable-file"
  /// The id of what is said of something that was asked for and did not come about.
  static let notDone = "not-done"

  /// A document of the report; `catalogue` is what it says could have been found.
  public init(_ report: ValidationReport, catalogue: [Rule] = Catalogue.rules) {
    self.report = report
    var known = Set(catalogue.map(\.id))
    let others = report.findings.map(\.rule).filter { known.insert($0.id).inserted }
    indices = Dictionary(uniqueKeysWithValues: report.distinctFiles.enumerated().map { ($1.path, $0) })
    rules = (catalogue + others).sorted { $0.id < $1.id }
  }

  /// The document, with a line feed at its end.
  public var text: String {
    JSON.object(["$schema": .string(Self.schema), "version": "2.1.0", "runs": [run]]).indented
  }

  private var run: JSON {
    [
      "tool": ["driver": driver], "columnKind": "unicodeCodePoints", "language": "en",
      "originalUriBaseIds": .object([
        Self.root: ["description": ["text": "The directory in which the program ran."]]
      ]),
      "artifacts": .array(artifacts), "results": .array(results), "invocations": [invocation],
      "properties": ["now": .string(report.now.description)],
    ]
  }

  /// Whether the program did its work; what the files are like is no matter of this.
  private var invocation: JSON {
    func notification(_ id: String, _ index: Int, _ words: String, _ path: String?) -> JSON {
      var members: [String: JSON] = [
        "descriptor": ["id": .string(id), "index": .int(index)], "level": "error",
        "message": ["text": .string(SARIFText(words).text)],
      ]
      if let path { members["locations"] = [["physicalLocation": ["artifactLocation": location(of: path)]]] }
      return .object(members)
    }
    let notifications =
      report.distinctFiles.compactMap { file in file.error.map { notification(Self.unreadable, 0, $0, file.path) } }
      + report.shortfalls.map { notification(Self.notDone, 1, $0.words, $0.path) }
    return [
      "executionSuccessful": .bool(notifications.isEmpty), "toolExecutionNotifications": .array(notifications),
    ]
  }
}

/// Text of others, or of ours with theirs in it, as a plain text message of SARIF.
struct SARIFText {
  /// The text that is written.
  let text: String

  /// Makes a message of any text: what cannot be seen is an escape, and nothing is a placeholder or a link.
  init(_ untrusted: String) { self.init(safe: SafeText(untrusted).body) }

  /// Makes a message of text that is safe to show already.
  ///
  /// Sections 3.11.5 and 3.11.6 of the standard: a brace stands for itself where it is doubled, and `[…](…)` is a link. A
  /// backslash before the bracket would be undone by one that stands there already.
  init(safe: String) {
    text = safe.replacing("](", with: "]\\u{0028}").replacing("{", with: "{{").replacing("}", with: "}}")
  }
}
