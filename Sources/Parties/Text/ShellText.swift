/// Text in a command or a script for a POSIX shell: whatever goes into one passes here.
public enum ShellText {
  /// Any text without NUL as one word, in single quotes.
  ///
  /// Nothing means anything between single quotes but the next single quote (POSIX, Shell Command Language, 2.2.2).
  public static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }

  /// Any text without NUL as one word of a command that is there to be read and copied: in quotes only where a shell would
  /// read it otherwise.
  public static func word(_ text: String) -> String {
    // At a word's beginning zsh takes an equals sign for its own.
    let isPlain = !text.isEmpty && text.utf8.first != UInt8(ascii: "=") && text.utf8.allSatisfy(isPlain)
    return isPlain ? text : quoted(text)
  }

  private static func isPlain(_ byte: UInt8) -> Bool { byte.isASCIIAlphanumeric || signs.contains(byte) }

  private static let signs = Array("-_./:@%+,=".utf8)
}
