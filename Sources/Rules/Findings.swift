import Markup
import Parties
import SAML

/// Collects what rules report about one subject, until it is given places.
struct Findings {
  /// Where a draft points.
  enum Place {
    /// A range of a tree.
    case spot(Spot)
    /// The place of a fault.
    case fault(Fault)
    /// A place whose tree is gone.
    case position(SourcePosition)
    /// The document's first character.
    case start
  }

  struct Draft {
    let rule: Rule
    let message: String
    let remedy: String?
    let place: Place
    let related: [(where: Place, message: String)]
    /// The severity that the case has at least, whatever the rule's.
    let atLeast: Severity?
  }

  private(set) var drafts: [Draft] = []
  /// How many more may be reported.
  private var room: Int
  /// Something was reported for which there was no room.
  private(set) var isFull = false
  /// The rule whose check is running.
  var rule: Rule?

  init(room: Int) { self.room = room }

  /// Reports a problem at a range; `remedy` replaces the rule's where the case has a better one, and `atLeast` raises its
  /// severity where the case is graver than others.
  mutating func report(
    _ message: String, at spot: Spot, remedy: String? = nil, related: [(where: Place, message: String)] = [],
    atLeast severity: Severity? = nil
  ) {
    report(message, at: .spot(spot), remedy: remedy, related: related, atLeast: severity)
  }

  /// Reports a problem at a place.
  mutating func report(
    _ message: String, at place: Place, remedy: String? = nil, related: [(where: Place, message: String)] = [],
    atLeast severity: Severity? = nil
  ) {
    guard let rule else { return }
    guard room > 0 else {
      isFull = true
      return
    }
    room -= 1
    drafts.append(
      Draft(rule: rule, message: message, remedy: remedy, place: place, related: related, atLeast: severity))
  }
}

/// Turns the places of drafts into lines and columns: one pass over each tree, however many drafts point into it.
struct Places {
  /// The places that are asked for in each tree, in ascending order. Drafts point into one tree, or into a few.
  private var known: [(tree: Tree, offsets: [Int], positions: [SourcePosition])] = []
  private let file: String
  private let files: [ObjectIdentifier: String]

  init(of drafts: [Findings.Draft], file: String, files: [ObjectIdentifier: String]) {
    self.file = file
    self.files = files
    for draft in drafts {
      note(draft.place)
      for related in draft.related { note(related.where) }
    }
    for index in known.indices {
      known[index].offsets.sort()
      known[index].positions = known[index].tree.positions(ofAscending: known[index].offsets)
    }
  }

  private mutating func note(_ place: Findings.Place) {
    guard case .spot(let spot) = place else { return }
    let offsets = [spot.range.lowerBound, spot.range.upperBound]
    if let index = known.firstIndex(where: { $0.tree === spot.tree }) {
      known[index].offsets += offsets
    } else {
      known.append((spot.tree, offsets, []))
    }
  }

  private func position(of offset: Int, in tree: Tree) -> SourcePosition {
    guard let entry = known.first(where: { $0.tree === tree }) else { return .start }
    let index = entry.offsets.partitioningIndex { $0 >= offset }
    return index < entry.positions.count ? entry.positions[index] : .start
  }

  func place(of draft: Findings.Draft) -> Finding.Place { place(of: draft.place) }

  func place(of place: Findings.Place) -> Finding.Place {
    switch place {
    case .spot(let spot):
      return Finding.Place(
        file: files[ObjectIdentifier(spot.tree)] ?? file, range: spot.range,
        start: position(of: spot.range.lowerBound, in: spot.tree),
        end: position(of: spot.range.upperBound, in: spot.tree), excerpt: spot.tree.excerpt(around: spot.range),
        content: content(of: spot))
    case .fault(let fault):
      return Finding.Place(
        file: file, range: fault.range, start: fault.start, end: fault.end, excerpt: fault.excerpt)
    case .position(let position):
      return Finding.Place(file: file, range: SourceRange(0, 0), start: position, end: position, excerpt: nil)
    case .start:
      return Finding.Place(file: file, range: SourceRange(0, 0), start: .start, end: .start, excerpt: nil)
    }
  }
}

extension Places {
  /// More than the base64 of any usual certificate.
  private static let mostContent = 4096

  private func content(of spot: Spot) -> Digest {
    let content = spot.tree.source(of: spot.range).prefix(Self.mostContent).filter { !XMLSpace.contains($0) }
    return Digest.sha256(content.span)
  }
}

extension String {
  /// A value in single quotes, cut where it is long; still untrusted.
  var quoted: String {
    let limit = 120
    let text = AddressSecrets.covering(self)
    guard text.unicodeScalars.count > limit else { return "'\(text)'" }
    var cut = String.UnicodeScalarView()
    cut.append(contentsOf: text.unicodeScalars.prefix(limit))
    return "'\(String(cut))…'"
  }
}
