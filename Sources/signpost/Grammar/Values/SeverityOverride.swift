import Console

/// How serious a finding is to be taken.
enum SeverityLevel: String, ArgumentValue, CaseIterable {
  case error
  case warning
  case note
}

/// `ID=LEVEL`: the severity that a rule's findings are to have. Whether there is such a rule is for the catalogue to say.
struct SeverityOverride: ArgumentValue, Hashable {
  let rule: String
  let level: SeverityLevel

  static let expectation = "ID=LEVEL, where LEVEL is " + listed(SeverityLevel.allowed)

  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="),
      let level = SeverityLevel(argument: String(argument[argument.index(after: equals)...]))
    else { return nil }
    rule = String(argument[..<equals])
    self.level = level
    guard !rule.isEmpty else { return nil }
  }

  var argument: String { "\(rule)=\(level.rawValue)" }

  static func remark(on text: String) -> StyledText? {
    text.hasSuffix("=off")
      ? "to switch a rule off, use --ignore \(untrusted: String(text.dropLast(4)), limit: 60)" : nil
  }
}
