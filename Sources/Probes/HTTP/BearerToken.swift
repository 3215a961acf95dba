/// A token that stands for whoever has it.
///
/// Nothing here shows it: printed, interpolated or looked into by a debugger's means it is four dots. It leaves the value
/// only as a line of the configuration that ``Curl`` reads from a pipe.
public struct BearerToken: Sendable {
  /// What a text has that no token has.
  public enum Fault: Error, Sendable, Equatable, CustomStringConvertible {
    /// Nothing, or white space.
    case empty
    /// More than ``BearerToken/longest`` bytes.
    case tooLong
    /// A line feed between other characters.
    case severalLines
    /// A character that is no visible ASCII.
    case notPrintable
    /// The word `Bearer`, which is not a part of it.
    case withScheme

    /// What is wrong, in words that follow "the token". They hold nothing of it.
    public var description: String {
      switch self {
      case .empty: "is empty"
      case .tooLong: "is longer than \(BearerToken.longest) bytes, so it is something else"
      case .severalLines: "goes over several lines; give the token alone, on one line"
      case .notPrintable: "holds a blank or a character that no token has; copy it anew, without what is around it"
      case .withScheme: "begins with the word Bearer; give what follows it alone"
      }
    }
  }

  /// The most bytes of a token; those of AWS have some 600.
  public static let longest = 4_096

  private let bytes: [UInt8]

  /// Takes what a file, a command or a prompt gave: the token, perhaps after a byte-order mark, with white space around.
  public init(reading text: [UInt8]) throws(Fault) {
    var text = text[...]
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    text = text.drop(while: isBlank)
    while let last = text.last, isBlank(last) { text = text.dropLast() }
    guard !text.isEmpty else { throw .empty }
    guard text.count <= Self.longest else { throw .tooLong }
    if text.contains(where: { $0 == 0x0A || $0 == 0x0D }) { throw .severalLines }
    if text.prefix(7).elementsEqual("Bearer ".utf8) || text.prefix(7).elementsEqual("bearer ".utf8) {
      throw .withScheme
    }
    guard text.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { throw .notPrintable }
    bytes = Array(text)
  }

  /// The header of a request, to be written into a configuration and nowhere else.
  var header: [UInt8] { Array("Authorization: Bearer ".utf8) + bytes }

  /// A text of others in which the token, should it stand there, is covered.
  func covered(in text: String) -> String {
    text.replacing(String(decoding: bytes, as: UTF8.self), with: "••••")
  }
}

extension BearerToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Four dots.
  public var description: String { "••••" }
  /// Four dots.
  public var debugDescription: String { description }
  /// Nothing to look into.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
