/// White space as XML 1.0 has it (production 3): space, tab, line feed, carriage return.
public enum XMLSpace {
  /// Whether a byte is one of them.
  public static func contains(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
