import Playbook
public import Setup

/// A checklist in Markdown as it came back: what ``MarkdownChecklist`` wrote, and whatever people and their editors made
/// of it.
///
/// It holds what stands at the places that are meant to be filled in, found by their hidden marks; all other text is
/// passed over. Nothing of it is judged.
public struct EditedChecklist: Sendable {
  /// The identity provider of the playbook, as the document names it.
  public let provider: String
  /// The flow of the playbook, as the document names it.
  public let flow: String
  /// The name of the set-up; nil for a blank checklist.
  public let name: String?
  /// How far the set-up had come; nil for a blank checklist.
  public let mark: JournalMark?
  /// What stands in the document.
  let content: Content

  /// Why a document is no checklist that can be taken back.
  public enum Problem: Error, Sendable, Equatable, CustomStringConvertible {
    /// It is not UTF-8.
    case noText
    /// Nothing says that it is a checklist.
    case noChecklist
    /// It has the format of a later version.
    case newer
    /// It says what it is, and has no step in it that can be told.
    case noSteps
    /// Parts of several exports are in it.
    case several

    /// What is wrong and what was expected, in words that follow the name of the file.
    public var description: String {
      let expected = "expected: a checklist that signpost export wrote, as Markdown in UTF-8"
      let marks = "with its hidden marks (<!-- … -->)"
      switch self {
      case .noText: return "is no text in UTF-8; \(expected)"
      case .noChecklist:
        return "is no checklist: it does not say <!-- signpost.checklist/v1 … --> anywhere; \(expected), \(marks)"
      case .newer: return "was written by a later version of signpost; use that version, or export again with this one"
      case .noSteps: return "has no step in it: no line holds <!-- step: … -->; \(expected), \(marks)"
      case .several: return "holds parts of several exports; take each back by itself"
      }
    }
  }

  /// Reads a document.
  public init(_ bytes: [UInt8]) throws(Problem) {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .noText }
    var reader = ChecklistReader()
    reader.read(text)
    guard !reader.isNewer else { throw .newer }
    guard let header = reader.headers.first else { throw .noChecklist }
    guard reader.headers.allSatisfy({ $0 == header }), Set(reader.origins.map(\.line)).count < 2 else {
      throw .several
    }
    guard !reader.content.boxes.isEmpty else { throw .noSteps }
    (provider, flow) = (header.provider, header.flow)
    name = reader.origins.first?.name
    mark = reader.origins.first?.mark
    content = reader.content
  }

  /// What stands at the places that are meant to be filled in.
  struct Content: Sendable, Equatable {
    /// A box, or that a step has none.
    struct Box: Sendable, Equatable {
      let step: String
      let tick: Tick
      let line: Int
    }
    /// What is in a box.
    enum Tick: Sendable, Equatable {
      case ticked, open, missing, unclear
    }
    /// A value, and the step below which it stands; nil in a table.
    struct Value: Sendable, Equatable {
      let key: String
      let step: String?
      let written: WrittenValue
      let line: Int
    }
    /// The answer to a question of the start, in lower case.
    struct Answer: Sendable, Equatable {
      let wish: String
      let text: String
      let line: Int
    }
    /// A note; nil as its step where it stands below none.
    struct Note: Sendable, Equatable {
      let step: String?
      var text: String
      let line: Int
    }
    /// A line below a step that is at no such place.
    struct Other: Sendable, Equatable {
      let step: String
      /// Its text without what editors change by themselves.
      let essence: String
      let line: Int

      init(step: String, text: String, line: Int) {
        (self.step, self.line) = (step, line)
        let kept = text.utf8.filter { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "\\") }
        essence = String(decoding: kept, as: UTF8.self)
      }
    }
    /// What stands in the place of a secret.
    struct SecretPlace: Sendable, Equatable {
      let secret: String
      let text: String
      let line: Int
    }

    var boxes: [Box] = []
    var values: [Value] = []
    var answers: [Answer] = []
    var notes: [Note] = []
    var others: [Other] = []
    var secrets: [SecretPlace] = []
    var strays: [Stray] = []
  }
}
