import Console
import Parties
import Reports
import Rules
import SAML
import Setup

/// `signpost config explain`: every value of `validate`, and where it comes from.
struct Config {
  let options: ConfigOptions
  let program: Program

  /// One value.
  private struct Row {
    let name: String
    let values: [String]
    let origin: ValueOrigin
  }

  func run() throws(Failure) -> ExitStatus {
    var origins: [String: ValueOrigin] = [:]
    let hidden = "validate-"
    for (name, origin) in program.origins where name != "format" {
      origins[name.hasPrefix(hidden) ? String(name.dropFirst(hidden.count)) : name] = origin
    }
    let gate = try Gate(options.validate, program: program.with(origins: origins), readsBaseline: false)
    switch options.format {
    case .human: show(rows(of: gate), gate.file)
    case .json: program.output.sink.write(document(rows(of: gate), gate.file))
    }
    return .done
  }

  private func rows(of gate: Gate) -> [Row] {
    var rows = ValidateOptions.flags.map { flag in
      Row(name: flag.name, values: flag.values(in: gate.options), origin: gate.origins[flag.name] ?? .preset)
    }
    if let file = gate.file, options.validate.config == nil, let index = rows.firstIndex(where: { $0.name == "config" })
    {
      rows[index] = Row(name: "config", values: [file.path], origin: .preset)
    }
    if let urgent = gate.urgentWindow {
      rows.append(Row(name: "expires-within.error", values: urgent.texts, origin: urgent.origin))
    }
    guard let file = gate.file else { return rows }
    let expected = [
      ("entity-id", file.expected.entityIDs), ("issuer", file.expected.issuers), ("acs-urls", file.expected.acsURLs),
      ("certificates", file.expected.certificates.sorted()),
    ]
    for (name, texts) in expected where !texts.isEmpty {
      rows.append(Row(name: "expected.\(name)", values: texts, origin: file.expectedOrigin))
    }
    return rows
      + file.suppressions.map { suppression in
        let end = suppression.isOver(at: program.now) ? "ended on" : "until"
        return Row(
          name: "suppress",
          values: ["\(suppression.subject) \(end) \(suppression.until.date): \(suppression.reason)"],
          origin: .file(suppression.place))
      }
  }

  private func show(_ rows: [Row], _ file: ConfigurationFile?) {
    let widest = rows.map(\.name.count).max() ?? 0
    for row in rows {
      let values: StyledText =
        row.values.isEmpty ? .quiet("none") : row.values.map { "\(untrusted: Self.shown($0))" }.joined(separator: ", ")
      let origin: StyledText = row.origin.place.map { "\(untrusted: $0)" } ?? "default"
      let blanks = String(repeating: " ", count: widest - row.name.count + 2)
      program.output.print(
        paragraph: "\(.strong("\(ours: row.name)"))\(ours: blanks)\(values)  \(.quiet("(\(origin))"))",
        hanging: widest + 2)
    }
  }

  /// A value as it can be shown: what may be a secret in the wrong place is covered.
  private static func shown(_ value: String) -> String {
    // A path in the file begins at the file, and then stands behind its directory.
    let kind = value.hasPrefix("/") ? SecretLookalike.bare(atEndOf: value) : SecretLookalike.bare(in: value)
    return kind?.placeholder ?? AddressSecrets.covering(value)
  }

  private func document(_ rows: [Row], _ file: ConfigurationFile?) -> String {
    let settings = rows.map { row -> JSON in
      [
        "name": .string(row.name), "values": JSON(row.values.map(Self.shown)), "source": .string(row.origin.word),
        "place": JSON(row.origin.place),
      ]
    }
    return JSON.object([
      "schema": "signpost.config-explain/v1",
      "tool": ["name": .string(Program.tool.name), "version": .string(Program.version)],
      "file": JSON(file?.path),
      "settings": .array(settings),
    ]).indented
  }
}
