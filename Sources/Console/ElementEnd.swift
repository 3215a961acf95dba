/// Finds the end of the first element of markup that comes line by line. It judges nothing: it only has to know when to
/// stop waiting for another line.
struct ElementEnd {
  /// What the next byte belongs to.
  private enum Place {
    case text
    /// What stands between `<` and `>`, as far as it was read.
    case tag([UInt8])
    /// A value between two of these marks, in a tag.
    case value(mark: UInt8, in: [UInt8])
  }

  private var place = Place.text
  /// The name of the first element, and how many elements of that name are open.
  private var name: [UInt8]?
  private var depth = 0

  /// Whether a line can be the first one of markup.
  static func isMarkup(_ line: [UInt8]) -> Bool {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let rest = line.starts(with: mark) ? line.dropFirst(mark.count) : line[...]
    return rest.first { !isBlank($0) } == UInt8(ascii: "<")
  }

  /// Takes the next line. True: it holds the end of the first element.
  mutating func isReached(in line: [UInt8]) -> Bool {
    for byte in line + [UInt8(ascii: "\n")] {
      switch place {
      case .text: if byte == UInt8(ascii: "<") { place = .tag([]) }
      case .value(let mark, let tag): if byte == mark { place = .tag(tag) }
      case .tag(var tag):
        // Else each byte would copy the tag.
        place = .text
        let isDeclaration = tag.first == UInt8(ascii: "!") || tag.first == UInt8(ascii: "?")
        if byte == UInt8(ascii: ">"), ElementEnd.isWhole(tag) {
          if takes(tag) { return true }
        } else if !isDeclaration, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          place = .value(mark: byte, in: tag)
        } else {
          tag.append(byte)
          place = .tag(tag)
        }
      }
    }
    return false
  }

  /// Whether a `>` ends what began so: in a comment, an instruction and a section that takes more.
  private static func isWhole(_ tag: [UInt8]) -> Bool {
    if tag.starts(with: "!--".utf8) { return tag.count >= 5 && tag.suffix(2).elementsEqual("--".utf8) }
    if tag.starts(with: "![CDATA[".utf8) { return tag.suffix(2).elementsEqual("]]".utf8) }
    return tag.first != UInt8(ascii: "?") || (tag.count > 1 && tag.last == UInt8(ascii: "?"))
  }

  /// Takes a whole tag. True: nothing that matters is open any more.
  private mutating func takes(_ tag: [UInt8]) -> Bool {
    guard let first = tag.first, first != UInt8(ascii: "!"), first != UInt8(ascii: "?") else { return false }
    let isEnd = first == UInt8(ascii: "/")
    let called = tag.dropFirst(isEnd ? 1 : 0).prefix { !Self.isBlank($0) && $0 != UInt8(ascii: "/") }
    if name == nil { name = Array(called) }
    guard let name, called.elementsEqual(name) else { return false }
    if isEnd { depth -= 1 } else if tag.last != UInt8(ascii: "/") { depth += 1 }
    return depth <= 0
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }
}
