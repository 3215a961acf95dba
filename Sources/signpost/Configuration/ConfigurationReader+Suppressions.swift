import Rules
import SAML
import Setup

extension ConfigurationReader {
  /// The suppressions that are whole; what is wrong with another is told.
  mutating func suppressions(of value: JSON, at place: [String]) -> [Suppression] {
    guard let entries = value.array else {
      wrong("a list of objects is expected, each with rule, reason and until", at: place)
      return []
    }
    return entries.indices.compactMap { index in
      let own = place + ["\(index)"]
      var parts: [String: String] = [:]
      for (name, value) in members(at: own, named: ["rule", "entity", "reason", "until"]) {
        parts[name] = texts(of: value, at: own + [name], isList: false).first
      }
      for name in ["rule", "reason", "until"] where entries[index].object.map({ $0[name] == nil }) ?? false {
        wrong("a suppression needs its \(name)", at: own)
      }
      guard let word = parts["rule"], let reason = parts["reason"], let day = parts["until"] else { return nil }
      check(rule: word, at: own + ["rule"])
      if let kind = SecretLookalike.found(in: reason) {
        wrong("the reason looks like \(kind.words), which belongs in no file", at: own + ["reason"])
      }
      let until = day.utf8.count == 10 ? PointInTime(argument: day)?.instant : nil
      if until == nil { wrong("a day such as 2027-01-31 is expected", at: own + ["until"]) }
      guard let rule = Catalogue.rule(named: word) else {
        if Catalogue.rules(named: word) != nil {
          wrong("one rule is expected; a family cannot be suppressed as a whole", at: own + ["rule"])
        }
        return nil
      }
      let here = self.place(of: own)
      return until.map {
        Suppression(rule: rule.id, entityID: parts["entity"], reason: reason, until: $0, place: here)
      }
    }
  }
}
