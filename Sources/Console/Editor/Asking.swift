/// How questions are put to somebody.
public enum Asking: Sendable, Equatable {
  /// Line by line on a cooked terminal, or from a file: nothing is ever drawn over.
  case lines
  /// With fields that are drawn on a terminal and take keys.
  case fields

  /// Decides by what is known. Lines are what always works, so all must speak for fields.
  ///
  /// - Parameters:
  ///   - environment: the process's environment variables.
  ///   - isPlain: whether the user asked for lines (`--plain`).
  ///   - areTerminals: whether what is read from and what is written to both are terminals that listen to us.
  ///   - columns: the window's width, where it is known.
  public static func decide(
    environment: [String: String], isPlain: Bool, areTerminals: Bool, columns: Int?
  ) -> Asking {
    guard !isPlain, areTerminals, let columns, columns >= 20 else { return .lines }
    // Terminals that do not move their cursor, or not in the way of ECMA-48.
    let term = environment["TERM"] ?? ""
    if ["", "dumb", "unknown", "emacs", "vt52", "cons25"].contains(term) || term.hasPrefix("eterm") { return .lines }
    // Of a screen reader nothing can be known for certain; these are what its users set. Text that is drawn again at
    // each key is read aloud again at each key.
    for name in ["ACCESSIBLE", "ACCESSIBILITY_ENABLED"] {
      if let value = environment[name], !["", "0", "false", "no"].contains(value.lowercased()) { return .lines }
    }
    return .fields
  }
}
