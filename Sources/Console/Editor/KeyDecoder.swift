/// Makes keys of the bytes that a terminal sends, byte by byte, so that it does not matter where reads divide them.
///
/// Sequences that are not known, of whatever length, are passed over without a trace. A control character inside of one
/// ends it and counts, so that no half sequence swallows what is typed after it. What begins with Esc may be the key on
/// its own: whoever reads waits a moment while `isWaiting`, and then says `timeOut`.
public struct KeyDecoder: Sendable {
  private enum State: Sendable, Equatable {
    case ground
    case character(needed: Int)
    case escape
    /// The linux console's function keys have a second bracket.
    case sequence(isFirst: Bool)
    case linuxFunction
    case single
    /// A text for the terminal, such as a reply, which ends with BEL or ST.
    case string(sawEscape: Bool)
    case paste
  }

  /// How many bytes a paste may have.
  public let pasteLimit: Int
  private var state = State.ground
  private var bytes: [UInt8] = []
  private var isPasteTooLong = false

  /// No sequence that means something to us is longer.
  private static let longestSequence = 32
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// Begins with no input.
  public init(pasteLimit: Int = 1 << 20) {
    self.pasteLimit = pasteLimit
  }

  /// Whether more must come before what came means something, though it may be all there is. A paste that has begun
  /// waits for its end as long as that takes.
  public var isWaiting: Bool { state != .ground && state != .paste }

  /// Takes a byte, and returns the keys that it completes.
  public mutating func take(_ byte: UInt8) -> [Key] {
    switch state {
    case .ground: return begin(byte)
    case .character(let needed): return takeContinuation(byte, needed: needed)
    case .escape: return takeAfterEscape(byte)
    case .sequence(let isFirst): return takeInSequence(byte, isFirst: isFirst)
    case .linuxFunction: return drop()
    case .single:
      if byte < 0x20 || byte >= 0x7F { return again(byte) }
      state = .ground
      return KeyDecoder.key(ofSingle: byte).map { [$0] } ?? []
    case .string(let sawEscape): return takeInString(byte, sawEscape: sawEscape)
    case .paste: return takePasted(byte)
    }
  }

  /// Nothing more came in time: what waited is what it is.
  public mutating func timeOut() -> [Key] {
    switch state {
    case .ground, .paste: return []
    case .escape:
      state = .ground
      return [.escape]
    case .sequence(isFirst: true): return given(.alt("["))
    case .single: return given(.alt("O"))
    case .character: return given(.unusable(.notUTF8))
    case .sequence, .linuxFunction, .string: return drop()
    }
  }

  // MARK: - Text

  private mutating func begin(_ byte: UInt8) -> [Key] {
    switch byte {
    case 0x1B:
      state = .escape
      return []
    case 0..<0x20, 0x7F: return KeyDecoder.control(byte).map { [$0] } ?? []
    case 0x20..<0x7F: return [.character(Unicode.Scalar(byte))]
    case 0xC2...0xDF: return expect(byte, 1)
    case 0xE0...0xEF: return expect(byte, 2)
    case 0xF0...0xF4: return expect(byte, 3)
    default: return [.unusable(.notUTF8)]
    }
  }

  private mutating func expect(_ byte: UInt8, _ needed: Int) -> [Key] {
    bytes = [byte]
    state = .character(needed: needed)
    return []
  }

  private mutating func takeContinuation(_ byte: UInt8, needed: Int) -> [Key] {
    guard byte & 0xC0 == 0x80 else {
      state = .ground
      return [.unusable(.notUTF8)] + begin(byte)
    }
    bytes.append(byte)
    guard needed == 1 else {
      state = .character(needed: needed - 1)
      return []
    }
    // Overlong forms and surrogates are caught here.
    guard let scalar = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first else {
      return given(.unusable(.notUTF8))
    }
    return given(.character(scalar))
  }

  // MARK: - Sequences

  private mutating func takeAfterEscape(_ byte: UInt8) -> [Key] {
    switch byte {
    case 0x1B: return [.escape]
    case UInt8(ascii: "["):
      bytes = []
      state = .sequence(isFirst: true)
      return []
    case UInt8(ascii: "O"):
      state = .single
      return []
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      bytes = [byte]
      state = .string(sawEscape: false)
      return []
    case 0x08, 0x7F: return given(.altBackspace)
    case 0x0A, 0x0D: return given(.altEnter)
    case 0x20..<0x7F: return given(.alt(Unicode.Scalar(byte)))
    default:
      state = .ground
      return [.escape] + begin(byte)
    }
  }

  private mutating func takeInSequence(_ byte: UInt8, isFirst: Bool) -> [Key] {
    switch byte {
    case UInt8(ascii: "[") where isFirst:
      state = .linuxFunction
      return []
    case 0x20...0x3F:
      if bytes.count < Self.longestSequence { bytes.append(byte) }
      state = .sequence(isFirst: false)
      return []
    case 0x40...0x7E:
      state = .ground
      guard bytes.count < Self.longestSequence else { return [] }
      if byte == UInt8(ascii: "~"), bytes.elementsEqual("200".utf8) {
        bytes = []
        isPasteTooLong = false
        state = .paste
        return []
      }
      return KeyDecoder.key(ofSequence: byte, parameters: bytes).map { [$0] } ?? []
    default: return again(byte)
    }
  }

  private mutating func takeInString(_ byte: UInt8, sawEscape: Bool) -> [Key] {
    if byte == 0x07 || byte == 0x18 || byte == 0x1A || (sawEscape && byte == UInt8(ascii: "\\")) { return drop() }
    if sawEscape {
      state = .escape
      return takeAfterEscape(byte)
    }
    state = .string(sawEscape: byte == 0x1B)
    return []
  }

  // MARK: - Pastes

  private mutating func takePasted(_ byte: UInt8) -> [Key] {
    bytes.append(byte)
    let end = Self.pasteEnd
    if byte == UInt8(ascii: "~"), bytes.count >= end.count, bytes.suffix(end.count).elementsEqual(end) {
      state = .ground
      defer { bytes = [] }
      if isPasteTooLong || bytes.count - end.count > pasteLimit { return [.unusable(.pasteTooLong(limit: pasteLimit))] }
      guard let text = String(validating: bytes.dropLast(end.count), as: UTF8.self) else {
        return [.unusable(.notUTF8)]
      }
      return [.paste(text)]
    }
    if bytes.count > pasteLimit + end.count {
      // From here on only the end is looked for.
      isPasteTooLong = true
      bytes = bytes.suffix(end.count)
    }
    return []
  }

  // MARK: - Ends

  private mutating func given(_ key: Key) -> [Key] {
    state = .ground
    return [key]
  }

  private mutating func drop() -> [Key] {
    state = .ground
    return []
  }

  /// The byte belongs to no sequence: it ends this one and stands for itself.
  private mutating func again(_ byte: UInt8) -> [Key] {
    state = .ground
    return begin(byte)
  }
}
