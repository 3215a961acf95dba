import Parties
import Playbook
import Rules
import SAML

extension Event {
  /// The event as the journal keeps it: a compact JSON object with `kind`, `by` and what the kind has.
  public func payload(by actor: String) -> [UInt8] {
    if case .unknown(let unknown) = self { return unknown.payload }
    guard case .object(var members) = json else { return [] }
    members["by"] = .string(actor)
    return Array(JSON.object(members).compact.utf8)
  }

  /// The kinds, by the words of the journal.
  private enum Kind: String {
    case started, wished, answered, filed, compared, closed, contradicted, skipped, reopened, noted
    case secretEntered = "secret-entered"
    case postponed, undone

    func json(_ members: [String: JSON?]) -> JSON {
      .compact(members.merging(["kind": .string(rawValue)]) { own, _ in own })
    }
  }

  private var json: JSON {
    switch self {
    case .started(let start):
      Kind.started.json([
        "provider": .string(start.provider), "flow": .string(start.flow),
        "overlay": start.overlay.map { .string($0) }, "playbook": .string(start.playbook),
      ])
    case .wished(let wish, let wanted):
      Kind.wished.json(["wish": .string(wish.rawValue), "wanted": .bool(wanted)])
    case .answered(let answer):
      Kind.answered.json([
        "fact": .string(answer.fact.rawValue), "values": JSON(answer.values),
        "step": answer.step.map { .string($0.rawValue) }, "evidence": answer.evidence.map { .string($0.text) },
      ])
    case .filed(let key, let file): Kind.filed.json(["fact": .string(key.rawValue), "file": file.json])
    case .compared(let step, let compared):
      Kind.compared.json(["step": .string(step.rawValue), "compared": compared.json])
    case .closed(let step, let evidence):
      Kind.closed.json(["step": .string(step.rawValue), "evidence": evidence.json])
    case .contradicted(let step, let answer):
      Kind.contradicted.json(["step": .string(step.rawValue), "answer": answer.json])
    case .skipped(let step, let reason):
      Kind.skipped.json(["step": .string(step.rawValue), "reason": .string(reason.text)])
    case .reopened(let step, let reason):
      Kind.reopened.json(["step": .string(step.rawValue), "reason": reason.map { .string($0.text) }])
    case .noted(let step, let text):
      Kind.noted.json(["step": .string(step.rawValue), "text": .string(text.text)])
    case .secretEntered(let secret, let day):
      Kind.secretEntered.json(["secret": .string(secret.rawValue), "on": .string(day)])
    case .postponed(let step, let until):
      Kind.postponed.json(["step": .string(step.rawValue), "until": .string(until.description)])
    case .undone(let numbers): Kind.undone.json(["numbers": .array(numbers.map(JSON.int))])
    case .unknown: .null
    }
  }

  /// Reads a payload. Fields that this version does not know are passed over: a newer version gives an event another
  /// kind wherever its meaning changes.
  static func read(_ payload: [UInt8]) -> (event: Event, actor: String) {
    let json: JSON
    do throws(JSON.ReadingError) {
      json = try JSON(reading: payload)
    } catch {
      return (.unknown(Unknown(kind: nil, step: nil, reason: "is no JSON: \(error)", payload: payload)), "")
    }
    let actor = json["by"]?.string ?? ""
    if let event = Event(json) { return (event, actor) }
    let kind = json["kind"]?.string
    let unknown = Unknown(
      kind: kind, step: json["step"]?.string.map(StepID.init(rawValue:)),
      reason: kind.flatMap(Kind.init) != nil
        ? "holds something that this version does not know"
        : kind == nil ? "does not say its kind" : "is of a kind that this version does not know",
      payload: payload)
    return (.unknown(unknown), actor)
  }

  private init?(_ json: JSON) {
    let step = json["step"]?.string.map(StepID.init(rawValue:))
    let fact = json["fact"]?.string.flatMap(FactKey.init(rawValue:))
    func statement(_ name: String) -> Statement? { json[name]?.string.map(Statement.init(recorded:)) }
    let event: Event? =
      switch json["kind"]?.string.flatMap(Kind.init) {
      case .started:
        Self.all(json["provider"]?.string, json["flow"]?.string, json["playbook"]?.string)
          .map { .started(Start(provider: $0, flow: $1, overlay: json["overlay"]?.string, playbook: $2)) }
      case .wished:
        Self.all(json["wish"]?.string.flatMap(Wish.init(rawValue:)), json["wanted"]?.bool).map { .wished($0, $1) }
      case .answered:
        Self.all(fact, json["values"]?.strings).map {
          .answered(Answer(recorded: $0, values: $1, step: step, evidence: statement("evidence")))
        }
      case .filed: Self.all(fact, json["file"].flatMap(FileEvidence.init)).map { .filed($0, $1) }
      case .compared:
        Self.all(step, json["compared"].flatMap(ClosingEvidence.Compared.init)).map { .compared($0, $1) }
      case .closed: Self.all(step, json["evidence"].flatMap(ClosingEvidence.init)).map { .closed($0, $1) }
      case .contradicted:
        Self.all(step, json["answer"].flatMap(LiveAnswer.init)).map { .contradicted($0, $1) }
      case .skipped: Self.all(step, statement("reason")).map { .skipped($0, reason: $1) }
      case .reopened: step.map { .reopened($0, reason: statement("reason")) }
      case .noted: Self.all(step, statement("text")).map { .noted($0, $1) }
      case .secretEntered:
        Self.all(json["secret"]?.string.flatMap(Secret.init(rawValue:)), json["on"]?.string)
          .map { .secretEntered($0, on: $1) }
      case .postponed:
        Self.all(step, json["until"]?.string.flatMap { Instant($0) }).map { .postponed($0, until: $1) }
      case .undone:
        json["numbers"]?.array.flatMap { entries in
          let numbers = entries.compactMap(\.int)
          return numbers.count == entries.count ? .undone(numbers) : nil
        }
      case nil: nil
      }
    guard let event else { return nil }
    self = event
  }

  private static func all<A, B>(_ a: A?, _ b: B?) -> (A, B)? {
    if let a, let b { (a, b) } else { nil }
  }

  private static func all<A, B, C>(_ a: A?, _ b: B?, _ c: C?) -> (A, B, C)? {
    if let a, let b, let c { (a, b, c) } else { nil }
  }
}
