/// The writing systems whose letters are taken for one another, or that a label may mix.
///
/// The standard library knows a character's name and category, not its script, so the blocks that matter for host
/// names are listed here.
enum Script: String, Comparable {
  case latin = "Latin"
  case greek = "Greek"
  case cyrillic = "Cyrillic"
  case armenian = "Armenian"
  case hebrew = "Hebrew"
  case arabic = "Arabic"
  case cherokee = "Cherokee"
  case hangul = "Hangul"
  case hiragana = "Hiragana"
  case katakana = "Katakana"
  case han = "Han"
  case other = "another script"

  static func < (left: Script, right: Script) -> Bool { left.rawValue < right.rawValue }

  /// The script of a letter; nil for digits, marks and punctuation, which go with every script.
  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF, 0x1E00...0x1EFF, 0xA720...0xA7FF,
      0xAB30...0xAB64, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
      self = .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
    case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: self = .cyrillic
    case 0x531...0x58F: self = .armenian
    case 0x591...0x5F4: self = .hebrew
    case 0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF: self = .arabic
    case 0x13A0...0x13FF, 0xAB70...0xABBF: self = .cherokee
    case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7A3: self = .hangul
    case 0x3041...0x309F: self = .hiragana
    case 0x30A0...0x30FF: self = .katakana
    case 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: self = .han
    default:
      guard scalar.properties.isAlphabetic else { return nil }
      self = .other
    }
  }

  /// The scripts of a host where one of its labels mixes what no writing system mixes, sorted; empty otherwise.
  ///
  /// UTS 39, "highly restrictive": Latin may stand beside Han with Hiragana and Katakana, and beside Han with Hangul.
  static func mixed(inHost host: String) -> [Script] {
    for label in host.unicodeScalars.split(separator: ".") {
      let scripts = Set(label.compactMap(Script.init))
      let isAllowed =
        scripts.count < 2 || scripts.isSubset(of: [.latin, .han, .hiragana, .katakana])
        || scripts.isSubset(of: [.latin, .han, .hangul])
      if !isAllowed { return scripts.sorted() }
    }
    return []
  }
}
