import Console
import Playbook
import Reports
import SAML
@testable import Setup

/// A journal: bytes as somebody damaged them, and events, one a line, in a journal that is whole.
enum JournalRun {
  /// What is told of an input. A document of all steps takes a hundred times as long as reading the journal.
  private enum Format: Turn {
    case nothing, status, statusAsJSON, log, logAsJSON, checklist, checklistAsJSON, page

    static let allCases =
      [status, statusAsJSON, log, logAsJSON, checklist, checklistAsJSON, page] + Array(repeating: nothing, count: 993)
  }

  private static let name = try? SetupName("fuzz")
  private static let look = Appearance(
    colour: false, hyperlinks: false, decoration: .unicode, text: .unicode, columns: 60)

  static func run(_ bytes: [UInt8]) throws(Claim.Broken) {
    try check(Journal.Scan(bytes, digest: Journal.sha256), of: bytes)
    let journal = journal(of: bytes)
    let scan = Journal.Scan(journal.bytes, digest: Journal.sha256)
    try Claim.holds(scan.frames == journal.frames, "a journal reads as written")
    let isClean = if case .clean = scan.ending { true } else { false }
    try Claim.holds(isClean, "a whole journal is clean")
    let events = scan.frames.map { RecordedEvent(number: $0.number, at: $0.at, payload: $0.payload) }
    try tell(Progress(events, playbook: playbook(of: events), now: Claim.now), as: .of(bytes))
  }

  private static func check(_ scan: Journal.Scan, of bytes: [UInt8]) throws(Claim.Broken) {
    try Claim.holds(scan.end <= bytes.count, "a journal ends in its file")
    for (index, frame) in scan.frames.enumerated() {
      try Claim.holds(frame.number == index + 1, "frames have their numbers")
    }
  }

  private static func journal(of bytes: [UInt8]) -> (bytes: [UInt8], frames: [Journal.Frame]) {
    var frames: [Journal.Frame] = []
    var text: [UInt8] = []
    for line in bytes.split(separator: 0x0A).prefix(40) {
      let payload = Array(line)
      let at = "2026-11-\(10 + frames.count % 20)T00:00:00Z"
      guard Journal.Frame.fault(ofPayload: payload, at: at) == nil else { continue }
      let (frame, line) = Journal.Frame.encode(
        number: frames.count + 1, at: at, payload: payload, after: frames.last?.sum ?? Journal.Frame.sumBeforeFirst,
        offset: text.count, digest: Journal.sha256)
      frames.append(frame)
      text += line
    }
    return (text, frames)
  }

  private static func playbook(of events: [RecordedEvent]) -> Playbook {
    let starts = events.compactMap { if case .started(let start) = $0.event { start } else { nil } }
    guard let last = starts.last, let flow = Playbook.Flow(rawValue: last.flow) else { return .okta }
    return Playbook.of(last.provider, flow: flow, overlay: last.overlay) ?? .okta
  }

  private static func tell(_ progress: Progress, as format: Format) throws(Claim.Broken) {
    guard let name else { return }
    switch format {
    case .nothing: break
    case .status:
      let report = StatusReport(progress, name: name, failingOn: StatusAlarm.allCases)
      try Claim.isInert(report.text(for: look).rendered(look), "status")
    case .statusAsJSON:
      try Claim.isJSON(StatusReport(progress, name: name, failingOn: StatusAlarm.allCases).json, "status as JSON")
    case .log: try Claim.isInert(HistoryReport(progress, name: name).text(for: look).rendered(look), "log")
    case .logAsJSON: try Claim.isJSON(HistoryReport(progress, name: name).json, "log as JSON")
    case .checklist: try check(MarkdownChecklist(Checklist(progress, name: name)).text, of: progress)
    case .checklistAsJSON: try Claim.isJSON(JSONChecklist(Checklist(progress, name: name)).text, "checklist as JSON")
    case .page: try Claim.isInert(HTMLChecklist(Checklist(progress, name: name)).text, "page")
    }
  }

  private static func check(_ page: String, of progress: Progress) throws(Claim.Broken) {
    try Claim.isInert(page, "checklist")
    let back: EditedChecklist
    do throws(EditedChecklist.Problem) { back = try EditedChecklist(Array(page.utf8)) } catch {
      throw Claim.Broken(description: "a checklist reads as written: \(error)")
    }
    let edits = back.edits(since: progress, of: progress.playbook).edits
    try Claim.holds(edits == ChecklistEdits(), "nothing was changed in a checklist as it was written: \(edits)")
  }
}
