import Markup

/// A document read whole, for tests.
struct Reading {
  static let metadata = "urn:test:metadata"
  static let group = Term(0)
  static let entity = Term(1)
  static let name = Term(2)
  static let vocabulary = Vocabulary([(metadata, ["Group", "Entity", "Name"])])

  let outcome: DocumentReader.Outcome
  let parts: [DocumentReader.Part]

  init(_ text: String, pieces: Int = .max, limits: Limits = .standard) {
    self.init(bytes: Array(text.utf8), pieces: pieces, limits: limits)
  }

  init(bytes: [UInt8], pieces: Int = .max, limits: Limits = .standard) {
    var parts: [DocumentReader.Part] = []
    do {
      var reader = DocumentReader(
        vocabulary: Reading.vocabulary, containers: [Reading.group], limits: limits
      ) { parts.append($0) }
      var rest = bytes[...]
      while reader.wantsMore, !rest.isEmpty {
        reader.feed(rest.prefix(pieces))
        rest = rest.dropFirst(pieces)
      }
      outcome = reader.finish()
    }
    self.parts = parts
  }

  var elements: [Element] {
    parts.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  var fault: Fault? { outcome.fault }

  /// The text of a range, as it stands in the document.
  func text(_ range: SourceRange, in element: Element) -> String {
    String(decoding: element.tree.source(of: range), as: UTF8.self)
  }
}
