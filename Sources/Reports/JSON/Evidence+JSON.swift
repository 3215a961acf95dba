import Parties
import Playbook
import Rules
import Setup

extension Progress {
  /// What closed a step, whole: every name is there, and null or empty where the kind has no such thing.
  ///
  /// - Parameter number: that of the event that closed it.
  func json(_ evidence: ClosingEvidence, of number: Int) -> JSON {
    var members: [String: JSON] = [
      "kind": .string(evidence.kind), "summary": .string(wording(evidence, of: number).plain), "fact": .null,
      "values": [], "compared": [], "files": [], "reason": .null, "seen": .null,
      "claim": .null, "command": .null, "sha256": .null,
    ]
    func list(_ digests: [String]) -> JSON {
      .array(digests.map { digest in file(of: digest, before: number).map(JSON.init) ?? JSON(unknownFile: digest) })
    }
    switch evidence {
    case .file(let key, let digest):
      members["fact"] = .string(key.rawValue)
      members["files"] = list([digest])
    case .value(let key, let values):
      members["fact"] = .string(key.rawValue)
      members["values"] = JSON(values)
    case .pair(let idp, let aws): members["files"] = list([idp, aws])
    case .comparison(let compared): members["compared"] = .array(compared.map(JSON.init))
    case .word(let reason, let seen):
      members["reason"] = .string(reason.text)
      members["seen"] = .string(seen)
    case .live(let answer):
      members["seen"] = .string(answer.seen.text)
      members["claim"] = .string(answer.claim.rawValue)
      members["command"] = .string(answer.command)
      members["sha256"] = .string(answer.digest)
    }
    return .object(members)
  }

  /// What proved that a step was done, with the files as they were judged by then.
  func wording(_ evidence: ClosingEvidence, of number: Int) -> Wording {
    wording(evidence) { _, digest in file(of: digest, before: number) }
  }

  /// The file of a digest as it was judged last before an event; nil where nobody had given it.
  private func file(of digest: String, before number: Int) -> FileEvidence? {
    for record in history.reversed() where record.number < number {
      if case .filed(_, let file) = record.event, file.digest == digest { return file }
    }
    return nil
  }
}

extension JSON {
  /// One fact that was compared with what a console shows.
  init(_ compared: ClosingEvidence.Compared) {
    self = [
      "fact": .string(compared.fact.rawValue), "form": .string(compared.form.rawValue),
      "values": JSON(compared.values), "proposed": JSON(compared.proposed),
    ]
  }

  /// A metadata file, with how it was judged.
  init(_ file: FileEvidence) {
    self = [
      "path": .string(file.path), "bytes": .int(file.byteCount), "sha256": .string(file.digest),
      "role": .string(file.role.rawValue), "provider": JSON(file.provider?.rawValue), "entityID": JSON(file.entityID),
      "validUntil": JSON(file.validUntil), "rulesPassed": .int(file.passed),
      "complaints": .array(file.complaints.map(JSON.init)),
      "pair": file.pairing.map { pairing in
        ["sha256": .string(pairing.counterpart), "complaints": .array(pairing.complaints.map(JSON.init))]
      } ?? .null,
    ]
  }

  /// A metadata file of which no more than its digest is known.
  fileprivate init(unknownFile digest: String) {
    self = [
      "path": .null, "bytes": .null, "sha256": .string(digest), "role": .null, "provider": .null, "entityID": .null,
      "validUntil": .null, "rulesPassed": .null, "complaints": [], "pair": .null,
    ]
  }

  private init(_ complaint: FileEvidence.Complaint) {
    self = [
      "rule": .string(complaint.rule), "severity": .string(complaint.severity.rawValue), "count": .int(complaint.count),
    ]
  }
}
