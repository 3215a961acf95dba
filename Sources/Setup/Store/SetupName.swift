/// The name of a set-up: 1 to 64 ASCII letters, digits, `-`, `_` and `.`, beginning with a letter or digit; never a
/// path.
public struct SetupName: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The name as it is written.
  public let text: String

  /// Takes a name.
  public init(_ text: String) throws(SetupStoreError) {
    let isAllowed = text.utf8.allSatisfy { byte in
      Self.isAlphanumeric(byte) || byte == 0x2D || byte == 0x5F || byte == 0x2E
    }
    guard isAllowed, (1...64).contains(text.utf8.count), let first = text.utf8.first, Self.isAlphanumeric(first) else {
      throw .badName(text)
    }
    self.text = text
  }

  /// The name as it is written.
  public var description: String { text }

  /// The order of lists.
  public static func < (left: SetupName, right: SetupName) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
