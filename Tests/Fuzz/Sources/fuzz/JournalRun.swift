import Console
import Playbook
import Reports
import SAML
@testable import Setup

/// A journal: bytes as somebody damaged them, and events, one a line, in a journal that is whole.
enum JournalRun {
  static let name = try? SetupName("fuzz")

  static func run(_ bytes: [UInt8]) {
    check(Journal.Scan(bytes, digest: Journal.sha256), of: bytes)
    let journal = journal(of: bytes)
    let scan = Journal.Scan(journal.bytes, digest: Journal.sha256)
    Claim.holds(scan.frames == journal.frames, "a journal reads as written")
    if case .clean = scan.ending {} else { fatalError("a whole journal is clean") }
    let events = scan.frames.map { RecordedEvent(number: $0.number, at: $0.at, payload: $0.payload) }
    tell(Progress(events, playbook: playbook(of: events), now: Claim.now))
  }

  private static func check(_ scan: Journal.Scan, of bytes: [UInt8]) {
    Claim.holds(scan.end <= bytes.count, "a journal ends in its file")
    for (index, frame) in scan.frames.enumerated() {
      Claim.holds(frame.number == index + 1, "frames have their numbers")
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

  private static func tell(_ progress: Progress) {
    guard let name else { return }
    let look = Appearance(colour: false, hyperlinks: false, decoration: .unicode, text: .unicode, columns: 60)
    let status = StatusReport(progress, name: name, failingOn: StatusAlarm.allCases)
    Claim.isInert(status.text(for: look).rendered(look), "status")
    let history = HistoryReport(progress, name: name)
    Claim.isInert(history.text(for: look).rendered(look), "log")
    for (title, text) in [("status", status.json), ("log", history.json)] {
      Claim.isInert(text, "\(title) as JSON")
      Claim.holds((try? JSON(reading: Array(text.utf8))) != nil, "\(title) is JSON")
    }
    for step in progress.steps {
      guard case .done(let closing) = step.state else { continue }
      _ = closing
    }
    let checklist = Checklist(progress, name: name)
    Claim.isInert(JSONChecklist(checklist).text, "checklist as JSON")
    let page = MarkdownChecklist(checklist).text
    Claim.isInert(page, "checklist")
    let back: EditedChecklist
    do throws(EditedChecklist.Problem) { back = try EditedChecklist(Array(page.utf8)) } catch {
      fatalError("a checklist reads as written: \(error)")
    }
    let edits = back.edits(since: progress, of: progress.playbook).edits
    Claim.holds(edits == ChecklistEdits(), "nothing was changed in a checklist as it was written: \(edits)")
  }
}
