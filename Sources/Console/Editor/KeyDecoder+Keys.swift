extension KeyDecoder {
  /// The key of a CSI sequence with these parameters and this end.
  static func key(ofSequence final: UInt8, parameters bytes: [UInt8]) -> Key? {
    let parameters = bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    let modifiers = (parameters.count > 1 ? parameters[1] ?? 1 : 1) - 1
    let movesByWord = modifiers & 0b0110 != 0
    switch final {
    case UInt8(ascii: "C"): return movesByWord ? .wordRight : .right
    case UInt8(ascii: "D"): return movesByWord ? .wordLeft : .left
    case UInt8(ascii: "Z"): return .backTab
    case UInt8(ascii: "~"):
      switch parameters.first {
      case 1, 7: return .home
      case 3: return .delete
      case 4, 8: return .end
      case 5: return .pageUp
      case 6: return .pageDown
      default: return nil
      }
    default: return key(ofSingle: final)
    }
  }

  /// The keys that a terminal in application mode sends as SS3 and a letter.
  static func key(ofSingle final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "M"): .enter
    default: nil
    }
  }

  /// The key of a control character.
  static func control(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x1C...0x1F: .control(Character(Unicode.Scalar(byte + 0x40)))
    default: nil
    }
  }
}
