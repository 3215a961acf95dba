import Markup
import Playbook
import Rules
import SAML
import Setup

/// A diagnosis for programs: the schema `signpost.diagnose/v1`, byte-stable.
public struct JSONDiagnosis: Sendable {
  private let diagnosis: Diagnosis

  /// A document of the diagnosis.
  public init(_ diagnosis: Diagnosis) {
    self.diagnosis = diagnosis
  }

  /// The document, with a line feed at its end.
  public var text: String {
    var members: [String: JSON] = [
      "schema": "signpost.diagnose/v1", "tool": JSON(diagnosis.tool), "now": .string(diagnosis.now.description),
      "path": .string(diagnosis.path), "showsValues": .bool(diagnosis.showsValues),
      "provider": diagnosis.isProviderKnown ? .string(diagnosis.playbook.provider) : .null,
      "fault": .bool(diagnosis.hasFault), "messages": .array(diagnosis.messages.map(json)),
      "response": .null, "layers": [], "findings": [], "events": [], "otherEvents": 0,
    ]
    var counts: [Severity: Int] = [:]
    switch diagnosis.subject {
    case .response(let verdict, let layers, _):
      members["kind"] = "response"
      members["layers"] = JSON(layers.map(\.rawValue))
      members["response"] = json(verdict)
      members["findings"] = .array(verdict.findings.map(json))
      for finding in verdict.findings { counts[finding.rule.severity, default: 0] += 1 }
    case .events(let events):
      members["kind"] = "cloudtrail"
      members["events"] = .array(events.events.map(json))
      members["otherEvents"] = .int(events.others)
    case .messages: members["kind"] = "message"
    }
    members["summary"] = [
      "errors": .int(counts[.error] ?? 0), "warnings": .int(counts[.warning] ?? 0), "notes": .int(counts[.note] ?? 0),
    ]
    return JSON.object(members).indented
  }

  private func json(_ verdict: ResponseVerdict) -> JSON {
    guard let facts = ResponseFacts(verdict, now: diagnosis.now) else { return .null }
    var members: [String: JSON] = ["signatures": .array(verdict.verifications.map(json))]
    var attributes: [JSON] = []
    for line in facts.lines {
      let value = JSON.string(line.bare.text(showingValues: diagnosis.showsValues))
      if line.key.hasPrefix("attribute:") {
        attributes.append(["name": .string(line.label), "value": value])
      } else {
        members[line.key] = value
      }
    }
    members["attributes"] = .array(attributes)
    return .object(members)
  }

  private func json(_ signature: (part: ResponseSignature.Part, verification: SignatureVerification)) -> JSON {
    let (reason, certificate): (String?, String?) =
      switch signature.verification {
      case .undecided(let reason): (reason, nil)
      case .verified(let digest): (nil, digest.description)
      case .notAsked, .broken: (nil, nil)
      }
    return [
      "part": .string(signature.part.word), "state": .string(SignatureState(signature.verification).rawValue),
      "reason": JSON(reason), "certificate": JSON(certificate),
    ]
  }

  private func json(_ finding: ResponseFinding) -> JSON {
    [
      "rule": .string(finding.rule.id), "name": .string(finding.rule.name),
      "severity": .string(finding.rule.severity.rawValue),
      "message": .string(finding.message.text(showingValues: diagnosis.showsValues)),
      "cause": .string(finding.rule.cause), "remedy": .string(finding.rule.remedy),
      "line": .int(finding.start.line), "column": .int(finding.start.column), "endLine": .int(finding.end.line),
      "endColumn": .int(finding.end.column), "byteOffset": .int(finding.range.lowerBound),
      "byteLength": .int(finding.range.count), "step": json(diagnosis.playbook.step(about: finding.rule.topic)),
    ]
  }

  private func json(_ event: SignInEvent) -> JSON {
    var members: [String: JSON] = [
      "name": .string(event.name), "time": JSON(event.time?.description), "outcome": .string(event.outcome.rawValue),
      "messages": .array(KnownMessage.found(in: event).map { .string($0.id) }),
    ]
    for line in EventFacts(event, expectation: diagnosis.expectation).lines {
      members[line.key] = .string(line.value.text(showingValues: diagnosis.showsValues))
    }
    return .object(members)
  }

  private func json(_ message: KnownMessage) -> JSON {
    let own = diagnosis.pitfall(showing: message)
    return [
      "id": .string(message.id), "text": .string(message.texts[0]), "origin": .string(message.origin.rawValue),
      "cause": .string(message.cause.plain()), "remedy": .string(message.remedy.plain()),
      "certainty": .string(message.certainty.rawValue), "here": own.map { json($0.pitfall) } ?? .null,
      "source": .string(message.source.url), "step": json(own?.step ?? diagnosis.playbook.step(about: message.topic)),
    ]
  }

  private func json(_ pitfall: Pitfall) -> JSON {
    [
      "cause": .string(pitfall.cause.plain()), "remedy": .string(pitfall.remedy.plain()),
      "certainty": .string(pitfall.certainty.rawValue),
    ]
  }

  private func json(_ step: Step?) -> JSON {
    step.map { ["id": .string($0.id.rawValue), "title": .string($0.title)] } ?? .null
  }
}
