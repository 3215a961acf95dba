import Console
import Support
import Testing

@Suite struct KeyDecoderTests {
  /// All keys of some bytes, and of the time after them.
  static func keys(_ bytes: some Sequence<UInt8>, limit: Int = 1 << 20) -> [Key] {
    var decoder = KeyDecoder(pasteLimit: limit)
    var keys: [Key] = []
    for byte in bytes { keys += decoder.take(byte) }
    return keys + decoder.timeOut()
  }

  static let known: [(String, Key)] = [
    ("a", .character("a")), ("é", .character("é")), ("日", .character("日")), ("🦊", .character("🦊")),
    ("\u{1}", .control("a")), ("\u{18}", .control("x")), ("\u{1A}", .control("z")), ("\u{1F}", .control("_")),
    ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{8}", .backspace), ("\u{7F}", .backspace),
    ("\u{1B}", .escape), ("\u{1B}b", .alt("b")), ("\u{1B}?", .alt("?")), ("\u{1B}\r", .altEnter),
    ("\u{1B}\u{7F}", .altBackspace), ("\u{1B}[A", .up), ("\u{1B}[B", .down), ("\u{1B}[C", .right),
    ("\u{1B}[D", .left), ("\u{1B}OA", .up), ("\u{1B}OD", .left), ("\u{1B}OM", .enter), ("\u{1B}[H", .home),
    ("\u{1B}[F", .end), ("\u{1B}OH", .home), ("\u{1B}[1~", .home), ("\u{1B}[4~", .end), ("\u{1B}[7~", .home),
    ("\u{1B}[8~", .end), ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown),
    ("\u{1B}[Z", .backTab), ("\u{1B}[1;5C", .wordRight), ("\u{1B}[1;3D", .wordLeft), ("\u{1B}[1;2C", .right),
    ("\u{1B}[", .alt("[")), ("\u{1B}O", .alt("O")),
    ("\u{1B}[200~a\u{1B}[2J\r\nb\u{1B}[201~", .paste("a\u{1B}[2J\r\nb")), ("\u{1B}[200~\u{1B}[201~", .paste("")),
  ]

  @Test("each key", arguments: known)
  func key(typed: String, expected: Key) {
    #expect(Self.keys(typed.utf8) == [expected])
  }

  @Test("keys one after the other, wherever they are divided")
  func sequence() {
    // What is only known by the time after it can stand at the end alone.
    let keys = Self.known.filter { !["\u{1B}", "\u{1B}[", "\u{1B}O"].contains($0.0) }
    #expect(Self.keys(keys.flatMap { Array($0.0.utf8) }) == keys.map(\.1))
  }

  @Test(
    "what is not known leaves no trace, and what follows it counts",
    arguments: [
      "\u{1B}[99~", "\u{1B}[?1;2c", "\u{1B}[13;2u", "\u{1B}OP", "\u{1B}[[A", "\u{1B}[201~", "\u{1B}]0;title\u{7}",
      "\u{1B}]52;c;aGk=\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[" + String(repeating: "1;", count: 5_000) + "A",
      "\u{1B}[200200200200200200200200200200200~", "\u{1B}[;;;;~", "\u{1B}[99999999999999999999C".dropLast() + "E",
    ])
  func unknown(sequence: String) {
    #expect(Self.keys((sequence + "a").utf8) == [.character("a")])
  }

  @Test("a control character ends a sequence and counts; Esc begins another")
  func aborted() {
    #expect(Self.keys("\u{1B}[1;\u{3}a".utf8) == [.control("c"), .character("a")])
    #expect(Self.keys("\u{1B}[1\u{1B}[A".utf8) == [.up])
    #expect(Self.keys("\u{1B}O\r".utf8) == [.enter])
    #expect(Self.keys("\u{1B}\u{1B}[A".utf8) == [.escape, .up])
    #expect(Self.keys("\u{1B}é".utf8) == [.escape, .character("é")])
    #expect(Self.keys("\u{1B}]0;half\u{1B}[A".utf8) == [.up])
  }

  @Test(
    "bytes that are not UTF-8",
    arguments: [
      ([0xFF], 1), ([0x80], 1), ([0xC0, 0x80], 2), ([0xED, 0xA0, 0x80], 1), ([0xE0, 0x80, 0x80], 1),
      ([0xF4, 0x90, 0x80, 0x80], 1),
      ([0xE6, 0x97], 1), ([0x9B, 0x41], 1),
    ] as [([UInt8], Int)])
  func invalid(bytes: [UInt8], faults: Int) {
    let keys = Self.keys(bytes + Array("x".utf8))
    #expect(keys.count { $0 == .unusable(.notUTF8) } == faults)
    #expect(keys.last == .character("x"))
  }

  @Test("only what may go on is waited for")
  func waiting() {
    var decoder = KeyDecoder()
    for (byte, waits) in [(0x1B, true), (0x5B, true), (0x41, false), (0xE6, true), (0x97, true), (0xA5, false)] {
      _ = decoder.take(UInt8(byte))
      #expect(decoder.isWaiting == waits)
    }
    for byte in "\u{1B}[200~half a paste".utf8 { _ = decoder.take(byte) }
    #expect(!decoder.isWaiting)
    #expect(decoder.timeOut() == [])
    #expect("\u{1B}[201~".utf8.flatMap { decoder.take($0) } == [.paste("half a paste")])
  }

  @Test("a paste of the limit is taken, of a byte more refused, and of any length bounded")
  func pastes() {
    func paste(_ text: String) -> [UInt8] { Array("\u{1B}[200~\(text)\u{1B}[201~a".utf8) }
    let text = String(repeating: "<x>\n", count: 256)
    #expect(Self.keys(paste(text), limit: 1_024) == [.paste(text), .character("a")])
    for more in ["!", String(repeating: "!", count: 100_000), "\u{1B}[201\u{1B}[20"] {
      #expect(
        Self.keys(paste(text + more), limit: 1_024)
          == [.unusable(.pasteTooLong(limit: 1_024)), .character("a")])
    }
    let bad = Array("\u{1B}[200~".utf8) + [0xFF] + Array("\u{1B}[201~".utf8)
    #expect(Self.keys(bad) == [.unusable(.notUTF8)])
    let large = String(repeating: "0123456789abcde\n", count: 1 << 16)
    #expect(Self.keys(paste(large)) == [.paste(large), .character("a")])
  }

  @Test("any bytes at all: nothing gets stuck, an Enter after them arrives")
  func anything() {
    var numbers = SeededNumbers(seed: 0xD1B5_4A32_D192_ED03)
    let pieces: [[UInt8]] = [
      [0x1B], Array("[".utf8), Array("O".utf8), Array("]".utf8), [0x07], Array("1;5".utf8), [0xE6], [0x97], [0xFF],
      [0x18], Array("~".utf8), Array("A".utf8), Array("201~".utf8), [0x9B], Array("M".utf8), Array("\\".utf8),
    ]
    for _ in 0..<3_000 {
      var decoder = KeyDecoder(pasteLimit: 64)
      for _ in 0..<Int.random(in: 1...12, using: &numbers) {
        for byte in pieces.randomElement(using: &numbers) ?? [] { _ = decoder.take(byte) }
      }
      _ = decoder.timeOut()
      #expect(!decoder.isWaiting)
      #expect(decoder.take(0x0D) == [.enter])
    }
  }
}
