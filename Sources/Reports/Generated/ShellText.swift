/// Text in a script for a POSIX shell: whatever goes into one passes here.
enum ShellText {
  /// Any text as one word, in single quotes; nil where it holds a NUL, which no word can.
  ///
  /// Nothing means anything between single quotes but the next single quote (POSIX, Shell Command Language, 2.2.2).
  static func quoted(_ text: String) -> String? {
    guard !text.utf8.contains(0) else { return nil }
    return "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
