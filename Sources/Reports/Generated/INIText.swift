import Parties

/// Text in the configuration of the AWS CLI: whatever goes into one passes here.
///
/// The format has no escapes, and its readers differ: some take ` #` and ` ;` for the beginning of a comment, all take
/// a line feed for the end of the value, and what is then indented for more of it. What is not plainly one value for
/// all of them is therefore refused.
enum INIText {
  /// The text as the value of a key; nil where the format cannot hold it.
  static func value(_ text: String) -> String? {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, first != " ", last != " ",
      !["#", ";", "[", "\"", "'"].contains(first), SuspiciousCharacter.all(in: text).isEmpty
    else { return nil }
    let isOneLine = !text.unicodeScalars.contains { $0 == "\n" || $0 == "\r" || $0 == "\t" }
    return isOneLine && !text.contains(" #") && !text.contains(" ;") ? text : nil
  }

  /// The text as the name in a section's heading; nil where it would have to be quoted.
  static func name(_ text: String) -> String? {
    let isPlain = text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "+=,.@-_".utf8.contains(byte)
    }
    return isPlain && !text.isEmpty ? text : nil
  }
}
