/// How the process ends. The numbers are a promise to scripts.
enum ExitStatus: Int32, Sendable, CaseIterable {
  /// Done; nothing at or above `--fail-on`; every proof that was asked for holds.
  case done = 0
  /// Findings at or above `--fail-on`, a verification that failed, a date that is near, or an edit that was not taken.
  case findings = 1
  /// Bad usage: an unknown command, flag, id or value; bad configuration.
  case badUsage = 2
  /// It could not be done.
  case couldNot = 3
  /// Input is needed, and prompting is off or impossible.
  case inputNeeded = 4
  /// Interrupted (Ctrl-C); 128 and the number of SIGINT, as shells say it.
  case interrupted = 130

  /// The meaning in two or three words.
  var brief: String {
    switch self {
    case .done: "done"
    case .findings: "findings"
    case .badUsage: "bad usage"
    case .couldNot: "could not do it"
    case .inputNeeded: "input needed"
    case .interrupted: "interrupted"
    }
  }

  /// The meaning in full.
  var meaning: String {
    switch self {
    case .done:
      "done; nothing was found at or above --fail-on, and every proof that was asked for holds"
    case .findings:
      "what was asked for does not hold: findings at or above --fail-on, a verification that failed, a date that is near, a "
        + "conflict of an import"
    case .badUsage:
      "bad usage: an unknown command, flag, id or value, or a configuration that cannot be used"
    case .couldNot:
      "could not do it: a file that cannot be read, a set-up that is locked, damaged or written by a newer version, "
        + "a tool that is missing"
    case .inputNeeded:
      "input is needed, and prompting is off or impossible; the message names the flag that answers"
    case .interrupted:
      "interrupted; what was done before is kept"
    }
  }

  /// What becomes of Ctrl-C where `interrupted` is not the end.
  static let ofSignal =
    "Ctrl-C ends a command that has nothing to keep or to clear away by the signal itself (SIGINT): a shell shows 130 then, "
    + "too, and any other program sees the signal."

  /// What `findings` is, command by command.
  static let findingsByCommand: [(command: String, meaning: String)] = [
    ("setup", "a file or an answer that was handed over does not prove its step"),
    (
      "status",
      "--fail-on expiry: a date has passed or is nearer than --expires-within; --fail-on incomplete: steps are left to do"
    ),
    ("step", "the evidence does not prove the step"),
    (
      "validate",
      "findings at or above --fail-on, such as a certificate that has expired; a signature that does not verify"
    ),
    ("inspect", "the file is no metadata that can be shown"),
    ("compare", "the change breaks the sign-in, now or at a date; a file is none that can be compared"),
    ("import", "conflicts: something that was changed was not taken"),
    ("verify", "a verification that failed: an answer or a list is not as it has to be"),
    ("diagnose", "a fault was found"),
  ]
}
