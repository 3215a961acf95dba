import Console

/// The choices that can be made with every command.
struct Everywhere: Sendable, Equatable {
  /// Which set-up it is about; nil: the only one.
  var name: String?
  /// Where set-ups are kept; nil: as the environment says.
  var store: DirectoryPath?
  /// The time that counts as now; nil: the clock's.
  var now: PointInTime?
  var color = ColourChoice.auto
  var quiet = false

  static let flags: [Flag<Everywhere>] = [
    .value("name", "SETUP", \.name, .everywhere, "the set-up; needed if there are several").withVariable(),
    .value(
      "store", "DIR", \.store, .everywhere,
      "where set-ups are kept; else $SIGNPOST_STORE, a .signpost directory here or above, or the user's state directory"
    ),
    .value("now", "TIME", \.now, .everywhere, "the time that counts as now, such as 2026-11-21T00:00:00Z")
      .withVariable(),
    .value("color", "WHEN", \.color, .everywhere, "colour in the output").withVariable(),
    .toggle("quiet", \.quiet, .everywhere, "no progress and no hints; findings and errors are still printed")
      .withVariable(),
    .urgent("help", .everywhere, "print help, for a command if one is given"),
    .urgent("version", .everywhere, "print the version"),
  ]
}
