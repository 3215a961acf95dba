import Console
import Platform
import Playbook
import Reports
import Setup

/// The documents that a finished set-up is handed over with, written into the current directory where the operator
/// wants them.
struct HandOver {
  let program: Program
  let board: Board

  /// Asks, and writes; a document that is there already is never replaced.
  func offer(_ progress: Progress, _ name: SetupName) throws(Failure) {
    let documents = documents(of: Checklist(progress, name: name), named: name.text)
    let names = documents.map { "\(.path("\(untrusted: $0.name)"))" as StyledText }.joined(separator: ", ")
    let question: StyledText = "Write the hand-over documents here now, \(names) (y/n)"
    board.record([Paragraph(.empty)])
    guard case .answer(let text) = board.ask(.text(question, default: "n", commands: [.quit])), text.yesOrNo == true
    else { return }
    for document in documents {
      let path = program.absolute(document.name)
      if (try? File.kind(of: path)) != nil {
        board.record([line(document.name, "is there already and was left as it is")])
        continue
      }
      try program.write(document.text, to: .path(path))
    }
  }

  private func line(_ name: String, _ words: StyledText) -> Paragraph {
    Paragraph("\(.path("\(untrusted: name)")) \(words)", indent: 2, hanging: 4)
  }

  private func documents(of checklist: Checklist, named name: String) -> [(name: String, text: String)] {
    [
      ("\(name)-checklist.md", MarkdownChecklist(checklist).text),
      ("\(name)-checklist.html", HTMLChecklist(checklist).text),
    ] + (DateCalendar(checklist).map { [("\(name)-dates.ics", $0.text)] } ?? [])
  }
}
