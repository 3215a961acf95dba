/// What is good to know before the first step: who is needed, how long it takes, which flow is the right one, and what
/// will be asked.
public struct Preflight: Sendable, Equatable {
  /// The playbook that is about to be followed.
  public let playbook: Playbook
  /// What signs people in today, where that is known.
  public let source: IdentitySource?

  /// A look ahead at a playbook.
  public init(_ playbook: Playbook, source: IdentitySource? = nil) {
    self.playbook = playbook
    self.source = source
  }

  /// The steps that may apply, as far as can be said without an answer: with what is assumed to be wanted.
  private var steps: [Step] {
    let facts: [FactKey: [String]] = source.map { [.identitySource: [$0.rawValue]] } ?? [:]
    let wishes = Set(playbook.wishes.filter(\.assumed))
    return playbook.steps.filter { $0.when.holds(in: Circumstances(wishes: wishes, facts: facts)) != false }
  }

  // MARK: People and time

  /// Who is needed.
  public var people: Phrase {
    "one administrator for each side, or one person for both"
  }

  /// The minutes of work, from practised hands to first-timers: estimated from what each step has people read, enter and
  /// copy.
  public var work: ClosedRange<Int> {
    let efforts = steps.map { $0.instructions.count + $0.asks.count + $0.pastes.count }
    let lines = efforts.reduce(0, +)
    return (steps.count + lines / 3)...(2 * steps.count + lines)
  }

  /// The work in words, such as `2 to 4½ hours`.
  public var workWords: String {
    let (low, high) = (work.lowerBound, work.upperBound)
    if high <= 90 { return "\(Self.rounded(low, to: 5)) to \(Self.rounded(high, to: 5)) minutes" }
    if low < 60 { return "\(Self.rounded(low, to: 5)) minutes to \(Self.hours(high)) hours" }
    return "\(Self.hours(low)) to \(Self.hours(high)) hours"
  }

  private static func rounded(_ minutes: Int, to unit: Int) -> Int { (minutes + unit - 1) / unit * unit }

  private static func hours(_ minutes: Int) -> String {
    let halves = rounded(minutes, to: 30) / 30
    return halves.isMultiple(of: 2) ? "\(halves / 2)" : halves == 1 ? "½" : "\(halves / 2)½"
  }

  /// What has to be waited for at the identity provider, beside the work; AWS answers within minutes.
  public var waits: [Phrase] { steps.filter { $0.actor == .idpAdmin }.compactMap(\.wait?.words) }

  // MARK: The flow

  /// What is there today and so which flow, in one or two sentences.
  public var flow: [Phrase] {
    let own: Phrase = "\(code: playbook.flow.rawValue), which \(text: playbook.flow.words)."
    // What signed people in before the connection was made says nothing of a flow that begins with one that works.
    guard playbook.step(giving: .identitySource) != nil else { return [own] }
    if let source { return [own, "Today \(text: source.words)."] }
    let otherwise: Phrase =
      playbook.flow == .setUp
      ? "People sign in otherwise: `migrate`. This connection runs: `adopt`."
      : "Nobody signs in yet: `set-up`. This connection runs: `adopt`."
    return [own, otherwise]
  }

  // MARK: Data

  /// What will be asked for, in the order of the playbook; secrets are never.
  public var asked: [FactKey] { steps.flatMap(\.asks).map(\.fact).filter { $0 != .identitySource } }
}

extension Playbook.Flow {
  /// What the flow does, as a clause that follows "which".
  public var words: String {
    switch self {
    case .setUp: "makes a connection where there was none"
    case .migrate: "moves people over who sign in already"
    case .adopt: "writes down a connection that runs, and changes nothing"
    case .rotateCertificate: "replaces the signing certificate without an outage"
    case .renewSCIMToken: "replaces the SCIM token without a gap"
    }
  }
}
