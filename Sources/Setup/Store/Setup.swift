import Platform
public import Playbook
public import SAML

/// One set-up, open: its journal and where it stands.
///
/// An event has happened once ``record(_:by:at:)`` has returned: by then it is on the disk, and only then is it part of
/// ``progress``.
public struct Setup: ~Copyable {
  /// The name.
  public let name: SetupName
  /// The path of the journal.
  public let path: String
  /// Where the set-up stands.
  public private(set) var progress: Progress
  /// Notices for the operator about the journal, and about an overlay that this version does not know: untrusted text.
  public let notices: [String]
  private var journal: Journal?
  private let problem: Journal.Reading.Problem?

  private init(
    _ name: SetupName, path: String, journal: consuming Journal?, events: [RecordedEvent], playbook: Playbook,
    now: Instant, notices: [String], problem: Journal.Reading.Problem? = nil
  ) {
    self.name = name
    self.path = path
    self.journal = journal
    self.notices = notices
    self.problem = problem
    progress = Progress(events, playbook: playbook, now: now)
  }

  /// Whether the journal is damaged, so that the progress is that of before the damage. Only a set-up that was opened to
  /// be looked at can be.
  public var isDamaged: Bool { if case .damaged = problem { true } else { false } }

  /// Whether a newer signpost went on with the journal, so that later events can be missing from the progress. Only a
  /// set-up that was opened to be looked at can be.
  public var isNewer: Bool { if case .newer = problem { true } else { false } }

  // MARK: Opening

  /// Begins a set-up: makes the store where there is none, and the journal, and records the start.
  ///
  /// - Throws: `exists` where there is a set-up of that name already.
  public static func create(
    _ name: SetupName, in store: SetupStore, playbook: Playbook, by actor: String, at now: Instant
  ) throws(SetupError) -> Setup {
    let path = store.path(of: name)
    do {
      try Directory.create(store.directory, parents: true)
    } catch {
      throw SetupError(name: name, reason: .store(error))
    }
    let journal = try journal(of: name, in: store)
    guard journal.frames.isEmpty else { throw SetupError(name: name, reason: .exists) }
    let notices = notices(of: journal)
    var setup = Setup(
      name, path: path, journal: journal, events: [], playbook: playbook, now: now, notices: notices)
    try setup.record(.started(Event.Start(playbook)), by: actor, at: now)
    return setup
  }

  /// Opens a set-up to go on with it. Nobody else can write to it meanwhile.
  ///
  /// - Parameter flow: whose progress is asked for; nil for the flow that was begun last.
  public static func open(
    _ name: SetupName, in store: SetupStore, flow: Playbook.Flow? = nil, now: Instant
  ) throws(SetupError) -> Setup {
    let path = store.path(of: name)
    try checkPresence(of: name, at: path)
    let journal = try journal(of: name, in: store)
    let events = events(journal.frames)
    let playbook = try playbook(of: events, flow: flow, name: name)
    let notices = notices(of: journal) + notices(of: playbook)
    return Setup(
      name, path: path, journal: journal, events: events, playbook: playbook, now: now, notices: notices)
  }

  /// Opens a set-up to look at it. Nothing is locked, written or repaired, and a damaged journal shows what is before
  /// the damage; see ``isDamaged`` and ``isNewer``.
  ///
  /// - Parameter flow: whose progress is asked for; nil for the flow that was begun last.
  public static func openReadOnly(
    _ name: SetupName, in store: SetupStore, flow: Playbook.Flow? = nil, now: Instant
  ) throws(SetupError) -> Setup {
    let path = store.path(of: name)
    try checkPresence(of: name, at: path)
    let reading = try naming(name) { () throws(JournalError) in try Journal.read(path: path) }
    let events = events(reading.frames)
    let playbook: Playbook
    do throws(SetupError) {
      playbook = try Self.playbook(of: events, flow: flow, name: name)
    } catch {
      // A journal that says nothing before the damage was begun all the same; what is wrong with it is the damage.
      guard case .notBegun = error.reason, let reason = reading.problem?.reason else { throw error }
      throw SetupError(name: name, reason: .journal(JournalError(path: path, reason: reason)))
    }
    return Setup(
      name, path: path, journal: nil, events: events, playbook: playbook, now: now,
      notices: (reading.problem.map { [$0.notice(at: path)] } ?? []) + notices(of: playbook), problem: reading.problem)
  }

  // MARK: Recording

  /// Writes an event to the journal, has it on the disk, and then takes it into the progress, of which the time of the
  /// event is the clock.
  ///
  /// - Throws: `journal` where it could not be saved; the progress is then as it was. After that nothing more can be
  ///   recorded until the set-up has been opened again.
  public mutating func record(_ event: Event, by actor: String, at: Instant) throws(SetupError) {
    guard journal != nil else { throw SetupError(name: name, reason: .readOnly) }
    let frame: Journal.Frame?
    do throws(JournalError) {
      frame = try journal?.append(payload: event.payload(by: actor), at: at.description)
    } catch {
      throw SetupError(name: name, reason: .journal(error))
    }
    guard let frame else { return }
    let record = RecordedEvent(number: frame.number, at: frame.at, payload: frame.payload)
    progress = Progress(progress.history + [record], playbook: progress.playbook, now: at)
  }

  /// Takes another time as now: dates come nearer and postponed steps come back while somebody sits at a set-up.
  public mutating func refresh(now: Instant) {
    progress = Progress(progress.history, playbook: progress.playbook, now: now)
  }

  /// Begins another flow in the same set-up or goes back to it, or begins a finished one anew: facts, history and the
  /// steps of the other flows stay.
  public mutating func begin(_ playbook: Playbook, by actor: String, at: Instant) throws(SetupError) {
    try record(.started(Event.Start(playbook)), by: actor, at: at)
    progress = Progress(progress.history, playbook: playbook, now: progress.now)
  }

  // MARK: Parts

  private static func events(_ frames: [Journal.Frame]) -> [RecordedEvent] {
    frames.map { RecordedEvent(number: $0.number, at: $0.at, payload: $0.payload) }
  }

  /// Opens the journal, with which comes the right to write for this set-up; what was left half-written for it goes.
  private static func journal(of name: SetupName, in store: SetupStore) throws(SetupError) -> Journal {
    let journal = try naming(name) { () throws(JournalError) in try Journal.open(path: store.path(of: name)) }
    if journal.isLocked { File.removeLeftovers(of: name.text, in: store.directory) }
    return journal
  }

  private static func checkPresence(of name: SetupName, at path: String) throws(SetupError) {
    let kind: FileKind?
    do {
      kind = try File.kind(of: path)
    } catch {
      throw SetupError(name: name, reason: .store(error))
    }
    guard kind != nil else { throw SetupError(name: name, reason: .missing) }
  }

  private static func playbook(
    of events: [RecordedEvent], flow: Playbook.Flow?, name: SetupName
  ) throws(SetupError) -> Playbook {
    let starts = events.compactMap { if case .started(let start) = $0.event { start } else { nil } }
    guard let last = starts.last else { throw SetupError(name: name, reason: .notBegun) }
    let wanted = flow?.rawValue ?? last.flow
    guard let known = Playbook.Flow(rawValue: wanted), let playbook = Playbook.of(last.provider, flow: known) else {
      throw SetupError(name: name, reason: .unknownPlaybook(provider: last.provider, flow: wanted))
    }
    return playbook.under(overlayNamed: last.overlay)
  }

  /// What has to be told about an overlay that this version does not know.
  private static func notices(of playbook: Playbook) -> [String] {
    guard let overlay = playbook.overlay, Overlay.named(overlay) == nil else { return [] }
    return ["the overlay \(overlay) is of a newer signpost: its steps are not among those shown here"]
  }

  private static func notices(of journal: borrowing Journal) -> [String] {
    var notices: [String] = []
    if let repair = journal.repair { notices.append(repair.message) }
    if journal.narrowedMode != nil { notices.append("others could read or write the journal; now only you can") }
    if !journal.isLocked { notices.append("the file system has no locks: see that nobody else works on this set-up") }
    let path = JournalError.shown(journal.path)
    return notices.map { "\($0) (\(path))" }
  }

  private static func naming<Result: ~Copyable>(
    _ name: SetupName, _ body: () throws(JournalError) -> Result
  ) throws(SetupError) -> Result {
    do {
      return try body()
    } catch {
      throw SetupError(name: name, reason: .journal(error))
    }
  }
}

extension Journal.Reading.Problem {
  /// The problem as an error, where it keeps events from being read.
  fileprivate var reason: JournalError.Reason? {
    switch self {
    case .torn: nil
    case .damaged(let damage): .damaged(damage)
    case .newer(let version, let frame, _): .newer(version: version, frame: frame)
    }
  }

  /// What was passed over, in which file, and what to do where anything can be done.
  fileprivate func notice(at path: String) -> String {
    let remedy = reason.map { "; " + JournalError(path: path, reason: $0).remedy } ?? ""
    return "\(words) (\(JournalError.shown(path)))\(remedy)"
  }

  private var words: String {
    switch self {
    case .torn: "the last line is written only in part, by a process that died or is writing now; it was passed over"
    case .damaged(let damage):
      "frame \(damage.frame), at byte \(damage.offset), is damaged; it and all after it were passed over"
    case .newer(let version, let frame, _):
      "from frame \(frame) on the journal was written by a newer signpost (version \(version) of the format)"
    }
  }
}
