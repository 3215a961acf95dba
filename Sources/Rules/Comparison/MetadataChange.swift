public import Markup

/// One thing that two metadata documents say differently.
///
/// Names and values are what the documents say: untrusted text.
public struct MetadataChange: Sendable {
  /// What the change is about.
  public let subject: Subject
  /// The thing by its name in the document: `entityID`, `SingleSignOnService (HTTP-POST)`, `WantAuthnRequestsSigned`.
  public let name: String
  /// What the old document says; nil where it says nothing of the kind.
  public let old: Stated?
  /// What the new document says; nil where it says nothing of the kind.
  public let new: Stated?
  /// Why the change deserves a look although AWS does not compare the thing; nil where it does not.
  public let caution: String?

  /// What a change can be about. The raw values are the words of the JSON format.
  public enum Subject: String, Sendable, CaseIterable {
    case entityID
    case signInURL = "sign-in-url"
    case acsURL = "acs-url"
    case signingCertificate = "signing-certificate"
    case encryptionCertificate = "encryption-certificate"
    case nameIDFormat = "name-id-format"
    case flag
    case defaultACS = "default-acs"
    case singleLogout = "single-logout"
    case protocols
    case validity

    /// Whether the sign-in with AWS depends on it: AWS holds issuer, sign-in URL and certificates of the identity
    /// provider, which in turn holds AWS's issuer and ACS URLs.
    public var isCompared: Bool {
      switch self {
      case .entityID, .signInURL, .acsURL, .signingCertificate: true
      case .encryptionCertificate, .nameIDFormat, .flag, .defaultACS, .singleLogout, .protocols, .validity: false
      }
    }
  }

  /// A value and where it stands.
  public struct Stated: Sendable, Hashable {
    /// The value; of a certificate its subject, its days and its SHA-256.
    public let text: String
    /// The bytes, from the first one of the document's UTF-8 form.
    public let range: SourceRange
    /// Line and column of the first of them.
    public let start: SourcePosition
  }

  /// Whether the sign-in with AWS depends on what has changed.
  public var isCompared: Bool { subject.isCompared }
}

/// Collects differences, and gives them their places at the end: one pass over each document.
struct ChangeCollector {
  /// A thing that a document states, as it is compared and as it is shown.
  struct Item {
    /// Equal for what means the same.
    let key: String
    let name: String
    let text: String
    let spot: Spot
    var caution: String?
  }

  private struct Draft {
    let subject: MetadataChange.Subject
    let name: String
    let old: Item?
    let new: Item?
    let caution: String?
  }

  private var drafts: [Draft] = []

  /// Compares two sets. Where of one name one thing went and one came, that is one change of it.
  mutating func compare(
    _ subject: MetadataChange.Subject, _ old: [Item], _ new: [Item], areReplaced: Bool = true, caution: String? = nil
  ) {
    let (before, after) = (Set(old.map(\.key)), Set(new.map(\.key)))
    var seen: Set<String> = []
    let gone = old.filter { !after.contains($0.key) && seen.insert($0.key).inserted }
    seen = []
    let come = new.filter { !before.contains($0.key) && seen.insert($0.key).inserted }
    let (goneByName, comeByName) = (Dictionary(grouping: gone, by: \.name), Dictionary(grouping: come, by: \.name))
    for item in gone {
      let isReplaced = areReplaced && goneByName[item.name]?.count == 1 && comeByName[item.name]?.count == 1
      let successor = isReplaced ? comeByName[item.name]?.first : nil
      add(subject, item.name, item, successor, caution ?? item.caution ?? successor?.caution)
    }
    for item in come where !areReplaced || goneByName[item.name]?.count != 1 || comeByName[item.name]?.count != 1 {
      add(subject, item.name, nil, item, caution ?? item.caution)
    }
  }

  /// Compares one value that stands at most once.
  mutating func compare(
    _ subject: MetadataChange.Subject, _ name: String, old: Item?, new: Item?, caution: String? = nil
  ) {
    if old?.key != new?.key { add(subject, name, old, new, caution) }
  }

  private mutating func add(
    _ subject: MetadataChange.Subject, _ name: String, _ old: Item?, _ new: Item?, _ caution: String?
  ) {
    drafts.append(Draft(subject: subject, name: name, old: old, new: new, caution: caution))
  }

  /// The differences in the order in which they were found.
  var changes: [MetadataChange] {
    var trees: [ObjectIdentifier: (tree: Tree, offsets: Set<Int>)] = [:]
    for spot in drafts.flatMap({ [$0.old?.spot, $0.new?.spot].compactMap(\.self) }) {
      trees[ObjectIdentifier(spot.tree), default: (spot.tree, [])].offsets.insert(spot.range.lowerBound)
    }
    let positions = trees.mapValues { entry in
      let offsets = entry.offsets.sorted()
      return Dictionary(zip(offsets, entry.tree.positions(ofAscending: offsets))) { $1 }
    }
    func stated(_ item: Item?) -> MetadataChange.Stated? {
      item.map { item in
        let start = positions[ObjectIdentifier(item.spot.tree)]?[item.spot.range.lowerBound]
        return MetadataChange.Stated(text: item.text, range: item.spot.range, start: start ?? .start)
      }
    }
    return drafts.map { draft in
      MetadataChange(
        subject: draft.subject, name: draft.name, old: stated(draft.old), new: stated(draft.new),
        caution: draft.caution)
    }
  }
}
