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

  private var json: JSON {
    switch self {
    case .started(let start):
      .compact([
        "kind": "started", "provider": .string(start.provider), "flow": .string(start.flow),
        "overlay": start.overlay.map { .string($0) }, "playbook": .string(start.playbook),
      ])
    case .wished(let wish, let wanted):
      ["kind": "wished", "wish": .string(wish.rawValue), "wanted": .bool(wanted)]
    case .answered(let answer):
      .compact([
        "kind": "answered", "fact": .string(answer.fact.rawValue), "values": JSON(answer.values),
        "step": answer.step.map { .string($0.rawValue) }, "evidence": answer.evidence.map { .string($0.text) },
      ])
    case .filed(let key, let file): ["kind": "filed", "fact": .string(key.rawValue), "file": file.json]
    case .compared(let step, let compared):
      ["kind": "compared", "step": .string(step.rawValue), "compared": compared.json]
    case .closed(let step, let evidence):
      ["kind": "closed", "step": .string(step.rawValue), "evidence": evidence.json]
    case .contradicted(let step, let answer):
      ["kind": "contradicted", "step": .string(step.rawValue), "answer": answer.json]
    case .skipped(let step, let reason):
      ["kind": "skipped", "step": .string(step.rawValue), "reason": .string(reason.text)]
    case .reopened(let step, let reason):
      .compact([
        "kind": "reopened", "step": .string(step.rawValue), "reason": reason.map { .string($0.text) },
      ])
    case .noted(let step, let text):
      ["kind": "noted", "step": .string(step.rawValue), "text": .string(text.text)]
    case .secretEntered(let secret, let day):
      ["kind": "secret-entered", "secret": .string(secret.rawValue), "on": .string(day)]
    case .postponed(let step, let until):
      ["kind": "postponed", "step": .string(step.rawValue), "until": .string(until.description)]
    case .undone(let numbers): ["kind": "undone", "numbers": .array(numbers.map(JSON.int))]
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
    let isKnown = kind.map(kinds.contains) ?? false
    let unknown = Unknown(
      kind: kind, step: json["step"]?.string.map(StepID.init(rawValue:)),
      reason: isKnown
        ? "holds something that this version does not know"
        : kind == nil ? "does not say its kind" : "is of a kind that this version does not know",
      payload: payload)
    return (.unknown(unknown), actor)
  }

  private static let kinds: Set<String> = [
    "started", "wished", "answered", "filed", "compared", "closed", "skipped", "reopened", "noted", "secret-entered",
    "postponed", "undone", "contradicted",
  ]

  private init?(_ json: JSON) {
    let step = json["step"]?.string.map(StepID.init(rawValue:))
    let fact = json["fact"]?.string.flatMap(FactKey.init(rawValue:))
    func statement(_ name: String) -> Statement? { json[name]?.string.map(Statement.init(recorded:)) }
    let event: Event? =
      switch json["kind"]?.string {
      case "started":
        Self.all(json["provider"]?.string, json["flow"]?.string, json["playbook"]?.string)
          .map { .started(Start(provider: $0, flow: $1, overlay: json["overlay"]?.string, playbook: $2)) }
      case "wished":
        Self.all(json["wish"]?.string.flatMap(Wish.init(rawValue:)), json["wanted"]?.bool).map { .wished($0, $1) }
      case "answered":
        Self.all(fact, json["values"]?.strings).map {
          .answered(Answer(recorded: $0, values: $1, step: step, evidence: statement("evidence")))
        }
      case "filed": Self.all(fact, json["file"].flatMap(FileEvidence.init)).map { .filed($0, $1) }
      case "compared":
        Self.all(step, json["compared"].flatMap(ClosingEvidence.Compared.init)).map { .compared($0, $1) }
      case "closed": Self.all(step, json["evidence"].flatMap(ClosingEvidence.init)).map { .closed($0, $1) }
      case "contradicted":
        Self.all(step, json["answer"].flatMap(LiveAnswer.init)).map { .contradicted($0, $1) }
      case "skipped": Self.all(step, statement("reason")).map { .skipped($0, reason: $1) }
      case "reopened": step.map { .reopened($0, reason: statement("reason")) }
      case "noted": Self.all(step, statement("text")).map { .noted($0, $1) }
      case "secret-entered":
        Self.all(json["secret"]?.string.flatMap(Secret.init(rawValue:)), json["on"]?.string)
          .map { .secretEntered($0, on: $1) }
      case "postponed":
        Self.all(step, json["until"]?.string.flatMap { Instant($0) }).map { .postponed($0, until: $1) }
      case "undone":
        json["numbers"]?.array.flatMap { entries in
          let numbers = entries.compactMap(\.int)
          return numbers.count == entries.count ? .undone(numbers) : nil
        }
      default: nil
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
