import Playbook
import SAML
import Setup

/// The dates ahead of a set-up as a calendar (RFC 5545): one event for each, on its day, with what to do in its
/// description and alarms on the days on which a reminder is due; and one for each postponed step, at its time.
///
/// An event keeps its identity when its day moves, so that importing a later export moves the entry instead of adding
/// another one. The only time in the file is the clock of the set-up.
public struct DateCalendar: Sendable {
  let checklist: Checklist
  let name: SetupName
  let progress: Progress

  /// The calendar of a set-up; nil for a blank checklist, and where no date is known yet: a calendar has to have an
  /// entry.
  public init?(_ checklist: Checklist) {
    guard let (name, progress) = checklist.standing else { return nil }
    self.checklist = checklist
    self.name = name
    self.progress = progress
    if dates.isEmpty, postponed.isEmpty { return nil }
  }

  /// The calendar, each line ended by CR and LF.
  public var text: String {
    var lines = CalendarLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//Signpost//Dates ahead//EN")
    lines.add("CALSCALE", "GREGORIAN")
    for date in dates { add(date, to: &lines) }
    for (step, postponement) in postponed { add(step, postponement, to: &lines) }
    lines.add("END", "VCALENDAR")
    return lines.text
  }

  /// The dates about which somebody of the audience has something to do. Days have four digits of a year in iCalendar.
  private var dates: [DateAhead] {
    progress.datesAhead.filter { $0.day.utf8.count == 10 && !steps(for: $0).isEmpty }
  }

  // MARK: An event

  private func add(_ date: DateAhead, to lines: inout CalendarLines) {
    let title: Wording = "\(ours: name.text): \(ours: date.title)"
    lines.add("BEGIN", "VEVENT")
    lines.add("UID", identity(date.kind.rawValue, date.fact.rawValue))
    lines.add("DTSTAMP", progress.now.calendarTime)
    lines.add("SEQUENCE", String(sequence(of: progress.facts[date.fact]?.number ?? 0)))
    lines.add("DTSTART;VALUE=DATE", date.day.filter { $0 != "-" })
    lines.add("SUMMARY", CalendarText(title))
    lines.add("DESCRIPTION", description(of: date))
    lines.add("TRANSP", "TRANSPARENT")
    for days in date.alarmDays {
      lines.add("BEGIN", "VALARM")
      lines.add("ACTION", "DISPLAY")
      // At nine in the morning of that day.
      lines.add("TRIGGER", "-P\(days - 1)DT15H")
      lines.add("DESCRIPTION", "\(title) in \(days) \(ours: days == 1 ? "day" : "days")")
      lines.add("END", "VALARM")
    }
    lines.add("END", "VEVENT")
  }

  /// The number of the event in the journal that gave a time, or of the last taking back where that is later: it grows
  /// whenever the time may be another one.
  private func sequence(of number: Int) -> Int {
    let undone = progress.history.last { if case .undone = $0.event { true } else { false } }
    return max(number, undone?.number ?? 0)
  }

  /// The same for the same date of the same set-up at all times, and another one for any other: the first event of a
  /// journal says who began what and when.
  private func identity(_ kind: String, _ subject: String) -> String {
    let origin = progress.history.first.map { [$0.at, String(decoding: $0.payload, as: UTF8.self)] } ?? []
    let text = ([name.text, kind, subject] + origin).joined(separator: "\n")
    return "\(Digest.sha256(Array(text.utf8).span).description.prefix(32))@signpost"
  }

  // MARK: What to do

  private func description(of date: DateAhead) -> CalendarText {
    var lines: [CalendarText] = ["\(ours: opening(of: date))"]
    if let fact = progress.facts[date.fact] {
      lines.append("\(origin(of: fact))")
    }
    lines += date.reminders.map { "\($0.wording)." }
    lines += ["", "What to do:"]
    for (number, step) in steps(for: date) {
      let place = ([Wording(stringLiteral: step.place.console)] + step.place.path.map { "\($0)" as Wording }).list(
        " › ")
      lines.append(
        "\(number). \(ours: step.title) (\(ours: step.actor.title(in: checklist.playbook))): \(place)")
    }
    if let flow = date.flow {
      lines += ["", "Step by step: signpost setup --name \(ours: name.text) --flow \(ours: flow.rawValue)"]
    }
    return CalendarText(lines: lines)
  }

  private func opening(of date: DateAhead) -> String {
    "On \(date.day) (UTC) \(date.title)" + (date.kind == .metadataValidity ? "." : ", unless it is renewed before.")
  }

  /// Where the day is known from.
  private func origin(of fact: Fact) -> Wording {
    let source: FactKey? =
      switch fact.provenance {
      case .readFrom(let key), .workedOut(let key): key
      case .answered, .filed: nil
      }
    let day = Progress.wording(at: fact.at, by: fact.actor)
    let file = progress.file(source ?? fact.key).map { ", \(value: $0.path)" as Wording } ?? ""
    return "Known from the \(ours: (source ?? fact.key).definition.title)\(file), given \(day)."
  }

  /// The steps that see to a date, with the numbers that they have in the flow: those of the audience, and none that
  /// the set-up does not need.
  private func steps(for date: DateAhead) -> [(number: Int, step: Step)] {
    let provider = checklist.playbook.provider
    let all: [Step]
    if let flow = date.flow {
      all = Playbook.of(provider, flow: flow)?.steps ?? []
    } else {
      let setUp = Playbook.of(provider)?.steps ?? []
      all = setUp.filter { step in
        step.asks.contains { $0.fact == date.fact } || step.proof.references.contains(date.fact)
      }
    }
    return all.enumerated().map { ($0.offset + 1, $0.element) }.filter { _, step in
      checklist.audience.includes(step) && step.when.holds(in: progress.circumstances) != false
    }
  }
}

// MARK: Postponed steps

extension DateCalendar {
  /// The steps of the audience that were put aside, and until when.
  private var postponed: [(step: Step, postponement: Postponement)] {
    progress.postponed.compactMap { entry in entry.postponed.map { (entry.step, $0) } }
      .filter { step, postponement in
        checklist.audience.includes(step) && postponement.until.date.utf8.count == 10
      }
  }

  private func add(_ step: Step, _ postponement: Postponement, to lines: inout CalendarLines) {
    let title: Wording = "\(ours: name.text): \(ours: step.title)"
    let place = ([step.place.console] + step.place.path.map(\.text)).joined(separator: " › ")
    let who = Progress.wording(at: postponement.at, by: postponement.actor)
    lines.add("BEGIN", "VEVENT")
    lines.add("UID", identity("postponed", step.id.rawValue))
    lines.add("DTSTAMP", progress.now.calendarTime)
    lines.add("SEQUENCE", String(sequence(of: postponement.number)))
    lines.add("DTSTART", postponement.until.calendarTime)
    lines.add("SUMMARY", CalendarText(title))
    lines.add(
      "DESCRIPTION",
      CalendarText(lines: [
        "\("Postponed \(who)." as Wording)", "\(ours: step.actor.title(in: checklist.playbook)): \(ours: place)", "",
        "To go on: signpost setup --name \(ours: name.text)",
      ]))
    lines.add("TRANSP", "TRANSPARENT")
    lines.add("BEGIN", "VALARM")
    lines.add("ACTION", "DISPLAY")
    lines.add("TRIGGER", "PT0S")
    lines.add("DESCRIPTION", CalendarText(title))
    lines.add("END", "VALARM")
    lines.add("END", "VEVENT")
  }
}

extension Instant {
  /// `20261121T000000Z`: UTC as iCalendar writes it.
  fileprivate var calendarTime: String { description.filter { $0 != "-" && $0 != ":" } }
}
