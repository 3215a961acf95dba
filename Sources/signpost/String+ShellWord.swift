extension String {
  /// The text as one word of a command that is there to be copied, in quotes where a shell would read it otherwise.
  var shellWord: String {
    let isPlain = utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || Self.plain.contains(byte)
    }
    return isPlain && !isEmpty ? self : Shell.bash.quoted(self)
  }

  private static let plain = Array("-_./:@%+,=".utf8)
}
