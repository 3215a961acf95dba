import Parties
import Playbook
import Rules

extension FileEvidence {
  /// The evidence as an event's payload has it.
  var json: JSON {
    .compact([
      "path": .string(path), "bytes": .int(byteCount), "sha256": .string(digest), "role": .string(role.rawValue),
      "provider": provider.map { .string($0.rawValue) }, "entityID": entityID.map(JSON.string),
      "complaints": .array(complaints.map(\.json)), "passed": .int(passed),
      "validUntil": validUntil.map(JSON.string),
      "facts": .object(Dictionary(facts.map { ($0.rawValue, JSON($1)) }, uniquingKeysWith: { $1 })),
      "pair": pairing.map { pairing in
        ["sha256": .string(pairing.counterpart), "complaints": .array(pairing.complaints.map(\.json))]
      },
    ])
  }

  /// Evidence as it was recorded; nil for what this version does not know. Facts of a newer version are passed over,
  /// and so is a provider that this one has no name for.
  init?(_ json: JSON) {
    guard let path = json["path"]?.string, let byteCount = json["bytes"]?.int, let digest = json["sha256"]?.string,
      let role = json["role"]?.string.flatMap(MetadataRole.init(rawValue:)),
      let complaints = Complaint.list(json["complaints"]), let passed = json["passed"]?.int,
      let members = json["facts"]?.object
    else { return nil }
    var facts: [FactKey: [String]] = [:]
    for (name, values) in members {
      guard let values = values.strings else { return nil }
      if let key = FactKey(rawValue: name) { facts[key] = values }
    }
    var pairing: Pairing?
    if let pair = json["pair"] {
      guard let counterpart = pair["sha256"]?.string, let found = Complaint.list(pair["complaints"]) else { return nil }
      pairing = Pairing(counterpart: counterpart, complaints: found)
    }
    self.init(
      path: path, byteCount: byteCount, digest: digest, role: role,
      provider: json["provider"]?.string.flatMap(Provider.init(rawValue:)), entityID: json["entityID"]?.string,
      complaints: complaints, passed: passed, validUntil: json["validUntil"]?.string, facts: facts, pairing: pairing)
  }
}

extension FileEvidence.Complaint {
  fileprivate var json: JSON {
    ["rule": .string(rule), "severity": .string(severity.rawValue), "count": .int(count)]
  }

  fileprivate static func list(_ json: JSON?) -> [FileEvidence.Complaint]? {
    guard let entries = json?.array else { return nil }
    let complaints = entries.compactMap { entry -> FileEvidence.Complaint? in
      guard let rule = entry["rule"]?.string, let count = entry["count"]?.int,
        let severity = entry["severity"]?.string.flatMap(Severity.init(rawValue:))
      else { return nil }
      return FileEvidence.Complaint(rule: rule, severity: severity, count: count)
    }
    return complaints.count == entries.count ? complaints : nil
  }
}
