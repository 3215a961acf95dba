import Console

extension Help {
  /// What `help formats` prints: read from the grammar, so that no form can be missing.
  var formats: StyledText {
    let commands = grammar.allCommands.compactMap { command in
      command.flags.first { $0.name == "format" }.map { (name: command.path.joined(separator: " "), flag: $0) }
    }
    // Commands that write in the same forms stand together.
    var groups: [(names: [String], flag: FlagSpec)] = []
    for (name, flag) in commands {
      if let place = groups.firstIndex(where: { Self.forms($0.flag) == Self.forms(flag) }) {
        groups[place].names.append(name)
      } else {
        groups.append(([name], flag))
      }
    }
    return blocks(
      [paragraph("What --format of a command gives; the first form is the default.", indent: 0)]
        + groups.map { group in
          .strong(paragraph("\(ours: group.names.joined(separator: ", "))", indent: 0)) + "\n"
            + entries(Self.forms(group.flag).map { ("\(ours: $0[0])", $0[1]) }).joined(separator: "\n")
        } + [
          section(
            "Where they are described",
            entries(commands.flatMap { command in Self.descriptions(of: command.name) })),
          paragraph(
            """
            These documents lie under \(ours: Self.documents) in the sources of \(ours: grammar.program). Within a version of \
            a schema names are added, never taken away or given another meaning; the same input and the same --now give the \
            same bytes. Text for people may change with any version.
            """, indent: 0),
        ])
  }

  private static func forms(_ flag: FlagSpec) -> [[String]] {
    flag.allowed.map { [$0, flag.meaning(of: $0) ?? ""] }
  }

  /// Where the documents about formats lie.
  static let documents = "Sources/Reports/Documentation.docc/"

  /// What a program can rely on, command by command, and the document that describes it.
  static let schemas: [(command: String, schema: String, document: String)] = [
    ("status", "signpost.status/v1", "StatusJSON.md"),
    ("log", "signpost.log/v1", "LogJSON.md"),
    ("validate", "signpost.validate/v1", "Formats.md"),
    ("inspect", "signpost.inspect/v1", "Formats.md"),
    ("compare", "signpost.compare/v1", "Formats.md"),
    ("export", "signpost.export/v1", "ExportJSON.md"),
    ("export", "signpost.checklist/v1 (markdown)", "Formats.md"),
    ("export", "the calendar (ics)", "Calendar.md"),
    ("verify scim", "signpost.verify/v1", "VerifyJSON.md"),
    ("verify aws", "signpost.verify/v1", "VerifyJSON.md"),
    ("verify groups", "signpost.verify/v1", "VerifyJSON.md; of a list: Formats.md"),
    ("verify users", "signpost.verify/v1", "Formats.md"),
    ("verify sign-in", "signpost.verify/v1", "VerifyJSON.md"),
    ("diagnose", "signpost.diagnose/v1", "DiagnoseJSON.md"),
    ("rules", "signpost.rules/v1", "Formats.md"),
    ("config explain", "signpost.config-explain/v1", "Formats.md"),
  ]

  private static func descriptions(of command: String) -> [(term: StyledText, meaning: String)] {
    schemas.filter { $0.command == command }.map { ("\(ours: $0.command)", "\($0.schema): \($0.document)") }
  }
}
