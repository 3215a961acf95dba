import Console
import Platform
import Rules
import SAML
import Setup

/// What a project has agreed on for `validate`, read and checked as a whole before anything is judged.
struct ConfigurationFile {
  /// What the file is called where nobody names another.
  static let name = ".signpost.json"
  /// More than anybody writes by hand.
  private static let mostBytes = 1 << 20

  /// The path as it is shown; untrusted text.
  let path: String
  /// The values that a flag could give too, by its name, as they would be typed.
  var values: [Key: Value] = [:]
  /// From when on the end of a certificate is an error.
  var urgentWindow: Value?
  var expected = ExpectedValues()
  var expectedOrigin = ValueOrigin.preset
  var suppressions: [Suppression] = []

  /// The names that may stand in the file.
  enum Key: String, CaseIterable {
    case failOn = "fail-on"
    case expiresWithin = "expires-within"
    case select
    case ignore
    case severity
    case verifySignature = "verify-signature"
    case format
    case baseline
    case expected
    case suppress

    /// What the value looks like, to follow a semicolon.
    var shape: String {
      switch self {
      case .failOn: "error, warning or note"
      case .expiresWithin:
        "a text, or an object with warning and error: from the second on, the end of the last certificate is an error"
      case .select, .ignore: "a list of texts"
      case .severity: "an object of rules or families, each with its severity"
      case .verifySignature: "true or false"
      case .format: "a text"
      case .baseline: "a path"
      case .expected:
        "an object with what the files must say: entity-id (the identity provider's) and issuer (AWS's), each a text or a "
          + "list of those that are allowed, acs-urls and certificates (SHA-256 fingerprints), lists; another value is "
          + "reported as IDP011, AWS015, AWS016 or KEY023"
      case .suppress:
        "a list of objects with rule (an id), entity (an entityID, where only that one is meant), reason and until (the "
          + "last day): their findings do not count until that day is over, and then count again"
      }
    }
  }

  /// Texts, and where they stand.
  struct Value {
    let texts: [String]
    let origin: ValueOrigin
  }

  /// Reads the file that is named, else the nearest; nil where there is none.
  static func find(_ named: String?, from directory: String) throws(Failure) -> ConfigurationFile? {
    if let named { return try ConfigurationFile(path: named) }
    var place = directory
    while true {
      let path = Directory.path(of: name, in: place)
      if let kind = try? File.kind(of: path), kind != .directory {
        return try ConfigurationFile(path: place == directory ? name : path)
      }
      let above = Directory.parent(of: place)
      guard above != place, Directory.isAbsolute(place) else { return nil }
      place = above
    }
  }

  private init(path: String) throws(Failure) {
    let bytes: [UInt8]
    do throws(PlatformError) {
      bytes = try File.read(path, limit: Self.mostBytes)
    } catch { throw Failure(error) }
    do throws(JSON.ReadingError) {
      try self.init(reading: bytes, path: path)
    } catch {
      throw .usage(
        """
        \(untrusted: path):\(error.line):\(error.column): \(untrusted: error.reason) \
        (\(.command("signpost help configuration")) lists what may stand there)
        """)
    }
  }

  /// Reads the text of a file; the first thing that is wrong with it is the error.
  init(reading bytes: [UInt8], path: String) throws(JSON.ReadingError) {
    self.path = path
    let text = try JSONText(reading: bytes)
    var reader = ConfigurationReader(text: text, path: path)
    reader.read(into: &self)
    if let first = reader.problems.min(by: { ($0.line, $0.column) < ($1.line, $1.column) }) { throw first }
  }

  /// The rules that no configuration can hide, for people.
  static var enduring: String { listed(Catalogue.rules.filter(\.isEnduring).map(\.id), last: "and") }

  /// What `help configuration` shows; a test reads it.
  static let example = """
      {
        "fail-on": "warning",
        "expires-within": {"warning": "90d", "error": "14d"},
        "ignore": ["NID003"],
        "severity": {"KEY022": "note"},
        "baseline": "signpost-baseline.json",
        "expected": {
          "entity-id": "http://www.okta.com/exk1fixture0example1",
          "certificates": ["00:11:…:FF"]
        },
        "suppress": [
          {"rule": "IDP010", "reason": "OPS-123, fixed with the next release",
           "until": "2027-01-31"}
        ]
      }
    """
}
