import Markup
import Testing

@Suite struct EncodingTests {
  static let text = "<Entity xmlns='urn:test:metadata'>\n<Name>Zoë 😀</Name></Entity>"

  static func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    var units = Array(text.utf16)
    if mark { units.insert(0xFEFF, at: 0) }
    return units.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  @Test(arguments: [true, false], [true, false])
  func utf16IsReadLikeUTF8(bigEndian: Bool, mark: Bool) throws {
    for pieces in [1, 3, Int.max] {
      let reading = Reading(
        bytes: EncodingTests.utf16(EncodingTests.text, bigEndian: bigEndian, mark: mark), pieces: pieces)
      #expect(reading.fault == nil)
      #expect(reading.outcome.encoding == (bigEndian ? .utf16BigEndian : .utf16LittleEndian))
      #expect(reading.outcome.hasByteOrderMark == mark)
      let name = try #require(reading.elements.first?.first(Reading.name))
      #expect(name.text == "Zoë 😀")
      #expect(name.tree.positions(ofAscending: [name.contentRange.upperBound]) == [SourcePosition(line: 2, column: 12)])
    }
  }

  @Test func latin1IsTranscoded() throws {
    let bytes = Array("<?xml version='1.0' encoding='ISO-8859-1'?><Entity xmlns='urn:test:metadata' id='".utf8) + [0xEB]
    let reading = Reading(bytes: bytes + Array("'/>".utf8))
    #expect(reading.fault == nil)
    #expect(reading.outcome.encoding == .latin1)
    #expect(reading.elements.first?.attribute("id")?.value == "ë")
  }

  @Test func aByteOrderMarkIsPartOfTheOffsetsButNotOfTheColumns() throws {
    let reading = Reading("\u{FEFF}" + EncodingTests.text)
    #expect(reading.fault == nil)
    #expect(reading.outcome.hasByteOrderMark)
    let entity = try #require(reading.elements.first)
    #expect(entity.range.lowerBound == 3)
    #expect(entity.tree.positions(ofAscending: [3]) == [.start])
    #expect(reading.outcome.characters == EncodingTests.text.unicodeScalars.count)
  }

  @Test(
    arguments: [
      [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0x80], [0xC3, 0x28],
    ] as [[UInt8]])
  func malformedUTF8IsPlaced(sequence: [UInt8]) throws {
    let fault = try #require(Reading(bytes: Array("<a>\né".utf8) + sequence + Array("</a>".utf8)).fault)
    #expect(fault.kind == .undecodableBytes(.utf8))
    #expect(fault.start == SourcePosition(line: 2, column: 2))
  }

  @Test func aCutCharacterAtTheEndIsFound() {
    #expect(Reading(bytes: Array("<a/>".utf8) + [0xE2, 0x82]).fault?.kind == .undecodableBytes(.utf8))
  }

  @Test func utf16MustNotClaimToBeUTF8() {
    let text = "<?xml version='1.0' encoding='UTF-8'?><a/>"
    let fault = Reading(bytes: EncodingTests.utf16(text, bigEndian: true, mark: true)).fault
    #expect(fault?.kind == .contradictoryEncoding(declared: "UTF-8", actual: .utf16BigEndian))
  }

  @Test func utf16MustNotClaimToBeLatin1AndNeitherMayWhatHasAMark() {
    let text = "<?xml version='1.0' encoding='ISO-8859-1'?><a/>"
    #expect(
      Reading(bytes: EncodingTests.utf16(text, bigEndian: false, mark: true)).fault?.kind
        == .contradictoryEncoding(declared: "ISO-8859-1", actual: .utf16LittleEndian))
    #expect(
      Reading("\u{FEFF}" + text).fault?.kind == .contradictoryEncoding(declared: "ISO-8859-1", actual: .utf8))
  }

  @Test(arguments: [[0xD83D], [0xDE00], [0xDE00, 0xD83D], [0xD83D, 0xD83D]] as [[UInt16]])
  func halfASurrogatePairIsPlaced(units: [UInt16]) throws {
    let bytes =
      EncodingTests.utf16("<a>\né", bigEndian: true, mark: true)
      + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } + EncodingTests.utf16("</a>", bigEndian: true, mark: false)
    for pieces in [1, 3, Int.max] {
      let fault = try #require(Reading(bytes: bytes, pieces: pieces).fault)
      #expect(fault.kind == .undecodableBytes(.utf16BigEndian))
      #expect(fault.start == SourcePosition(line: 2, column: 2))
    }
  }

  @Test(arguments: [UInt16(0), 0x1B, 0xFFFE, 0xFFFF]) func whatXMLForbidsIsForbiddenInUTF16(unit: UInt16) throws {
    let text = EncodingTests.utf16("<a>\né", bigEndian: false, mark: true)
    let fault = try #require(
      Reading(
        bytes: text + [UInt8(unit & 0xFF), UInt8(unit >> 8)]
          + EncodingTests.utf16("</a>", bigEndian: false, mark: false)
      ).fault)
    #expect(fault.kind == .illegalCharacter(UInt32(unit)))
    #expect(fault.start == SourcePosition(line: 2, column: 2))
  }

  @Test func whatXMLForbidsIsForbiddenInLatin1() throws {
    let text = "<?xml version='1.0' encoding='ISO-8859-1'?><a>\u{1B}</a>"
    #expect(Reading(text).fault?.kind == .illegalCharacter(0x1B))
  }

  @Test func utf7IsNoMarkup() {
    #expect(Reading("<?xml version='1.0' encoding='UTF-7'?>+ADw-a/+AD4-").fault?.kind == .unsupportedEncoding("UTF-7"))
  }
}
