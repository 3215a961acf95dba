import Markup
import Testing

@Suite struct FaultTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let kind: Fault.Kind
    let line: Int
    let column: Int
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ kind: Fault.Kind, _ line: Int = 1, _ column: Int = 1) {
      (self.text, self.kind, self.line, self.column) = (text, kind, line, column)
    }
  }

  static let cases = [
    Case("", .empty), Case(" \n\t", .empty), Case("\u{FEFF}", .empty),
    Case("<!doctype HTML><html>", .foreign(.html)), Case("\n <HTML lang=en>", .foreign(.html)),
    Case(
      "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'x'>\n<html/>", .foreign(.html)),
    Case("<!-- saved from x -->\n<!-- > --> <!doctype html><p>", .foreign(.html)),
    Case("<?xml version='1.0'?><?xml-stylesheet href='x'?><!-- x --><html/>", .foreign(.html)),
    Case("<!-- x --><!DOCTYPE a><a/>", .documentType, 1, 11),
    Case("{\"error\": 1}", .foreign(.json)), Case("-----BEGIN CERTIFICATE-----\nMII", .foreign(.pem)),
    Case("%PDF-1.7", .foreign(.pdf)), Case("PK\u{3}\u{4}xx", .foreign(.zip)),
    Case("not found", .foreign(.text)), Case("\u{1}\u{2}\u{3}", .foreign(.binary)),
    Case(String(repeating: "PD94bWwg", count: 8), .foreign(.base64)),
    Case("\n<?xml version='1.0'?><a/>", .textBeforeDeclaration),
    Case("This file has no style <a/>", .textBeforeRoot),
    Case("<?xml version='1.1'?><a/>", .unsupportedVersion("1.1")),
    Case("<?xml vers='1.0'?><a/>", .malformedDeclaration),
    Case("<?xml version='1.0' encoding='Shift_JIS'?><a/>", .unsupportedEncoding("Shift_JIS")),
    Case("<?xml version='1.0' encoding='utf-16'?><a/>", .contradictoryEncoding(declared: "utf-16", actual: .utf8)),
    Case("<a>\n<b>\u{1B}</b></a>", .illegalCharacter(0x1B), 2, 4),
    Case("<a/>\0<b/>", .illegalCharacter(0), 1, 5),
    Case("<a>\u{FFFE}</a>", .illegalCharacter(0xFFFE), 1, 4),
    Case("<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", .documentType, 2, 1),
    Case("<a>\n <b></c>\n</a>", .mismatchedEndTag(expected: "b", found: "c"), 2, 5),
    Case("<a>\n<b>", .unexpectedEnd(open: "b"), 2, 4), Case("<a>\n<b x='", .unexpectedEnd(open: "a"), 2, 7),
    Case("<!-- only -->", .noRoot, 1, 14),
    Case("<a/>\n<b/>", .contentAfterRoot(.startTag("b")), 2, 1), Case("<a/>\n x", .contentAfterRoot(.text), 2, 2),
    Case("<a/>\n</a>", .contentAfterRoot(.endTag("a")), 2, 1),
    Case("<a></a></n:a >", .contentAfterRoot(.endTag("n:a")), 1, 8),
    Case("<a/><!-- x --><?x?></b>", .contentAfterRoot(.endTag("b")), 1, 20),
    Case("<a/>&amp;", .contentAfterRoot(.text), 1, 5), Case("<a/> <![CDATA[x]]>", .contentAfterRoot(.text), 1, 6),
    Case("<?xml version='1.0'?><a/>\n<?xml version='1.0'?><a/>", .contentAfterRoot(.declaration), 2, 1),
    Case("<a><?xml version='1.0'?><b/></a>", .misplacedDeclaration, 1, 4),
    Case("<!-- x --><?xml version='1.0'?><a/>", .misplacedDeclaration, 1, 11),
    Case("</a>", .mismatchedEndTag(expected: "", found: "a"), 1, 1),
    Case(
      "<a/></" + String(repeating: "b", count: 5_000), .contentAfterRoot(.endTag(String(repeating: "b", count: 80))), 1,
      5),
    Case("<a>\n<m:b/></a>", .undeclaredPrefix("m"), 2, 2),
    Case("<a>\n<b m:c='1'/></a>", .undeclaredPrefix("m"), 2, 4),
    Case("<a b='1' c='2' b='3'/>", .repeatedAttribute("b"), 1, 16),
    Case("<a xmlns:m='u' xmlns:n='u' m:b='1' n:b='2'/>", .repeatedAttribute(""), 1, 1),
    Case("<a>\n x &nbsp; y</a>", .undeclaredEntity, 2, 4),
    Case("<a b='&nbsp;'/>", .undeclaredEntity, 1, 7),
    Case("<a>https://x/?a=1&b=2</a>", .malformedReference, 1, 18),
    Case("<a>AT & T</a>", .malformedReference, 1, 7),
    Case("<a>&#27;</a>", .malformedReference, 1, 4),
    Case("<a b=1/>", .malformedTag, 1, 1), Case("<a b/>", .malformedTag, 1, 1),
    Case("<a>\n<b c='1'd='2'/></a>", .malformedTag, 2, 1),
    Case("<a>\n<b c=“1\" d=\"2\"/></a>", .malformedTag, 2, 1), Case("<a>\n<b c= d='2'>x</b></a>", .malformedTag, 2, 1),
    Case("<!ELEMENT a ANY><a/>", .malformedTag, 1, 1),
    Case("<a>\n <?xml version='1.0'?>\n<b/></a>", .misplacedDeclaration, 2, 2),
    Case("<a>\n <?xml version='1.0'?><b/></a>", .misplacedDeclaration, 2, 2),
    Case("<a>\n x ]]> y\n<b", .notWellFormed(code: 62), 2, 4), Case("<a>\n &x; y\n<b", .undeclaredEntity, 2, 2),
    Case("<a>\n xy <!ENTITY b 'c'>", .malformedTag, 2, 5), Case("<a>\n x\u{1}", .illegalCharacter(1), 2, 3),
    Case("<a/>\n</b>", .contentAfterRoot(.endTag("b")), 2, 1), Case("<a>\n &x; \u{1}</a>", .undeclaredEntity, 2, 2),
    Case("<a>\n x&& y\n<b", .malformedReference, 2, 3), Case("<a>\n x&<b/></a>", .malformedReference, 2, 3),
    Case("<a>\n x&y;\u{1}</a>", .undeclaredEntity, 2, 3), Case("<a>\n x&y\u{1}</a>", .illegalCharacter(1), 2, 5),
    Case("<a>\n <? x?>\n<b/></a>", .notWellFormed(code: 46), 2, 4),
    Case("<a>\n x ]]> y\n<b/></a>", .notWellFormed(code: 62), 2, 4),
    Case("<a>\n <!-- -- -->\n<b/></a>", .notWellFormed(code: 80), 2, 7),
    Case("<a>\n <?a=b?>\n<b/></a>", .notWellFormed(code: 65), 2, 5),
  ]

  @Test("the end of a CDATA section is found in text wherever the bytes are cut", arguments: [0, 1, 2, 3])
  func cutBracket(place: Int) {
    let text = String(repeating: "x", count: 1995 + place)
    #expect(Reading("<a>\(text)]]></a>", pieces: 1000).fault?.kind == .notWellFormed(code: 62))
    for harmless in ["]", "]]", "]] >", "]]&gt;", "]]\r\n"] {
      let reading = Reading("<a>\(text)\(harmless)</a>", pieces: 1000)
      #expect(reading.fault == nil)
      #expect(reading.elements.first?.text == Reading("<a>\(text)\(harmless)</a>").elements.first?.text)
    }
  }

  @Test("what a document begins with is decided by as many bytes, however many come at once")
  func longBeginnings() {
    let text = String(repeating: "no tag, ", count: 200)
    let others = ["\(text)<a/>", "\u{FEFF}\(text)<a/>", "\(String(repeating: "A", count: 1100))<a/>"]
    let declarations = [1015, 1021, 1022, 1024, 1027].map {
      "\u{FEFF}<?xml version='1.0'\(String(repeating: " ", count: $0 - 22))?><a/>"
    }
    for text in others + declarations {
      let whole = Reading(text).fault
      for pieces in [1, 1000] {
        #expect(Reading(text, pieces: pieces).fault?.kind == whole?.kind, "\(text.suffix(30))")
      }
    }
  }

  @Test(
    "the name of a namespace need be no URI",
    arguments: ["a b", "ünï", "http://ex{a}mple", "urn:test:metadata ", "1:2", "relative", "%"])
  func oddNamespaces(name: String) throws {
    for pieces in [1, 3, Int.max] {
      let unused = Reading("<m:Entity xmlns:m='\(Reading.metadata)' xmlns:q='\(name)'/>", pieces: pieces)
      #expect(unused.fault == nil && unused.elements.first?.isNamed(Reading.entity) == true)
      for text in ["<Entity xmlns='\(name)' b='1'/>", "<q:Entity xmlns:q='\(name)' q:b='1'/>"] {
        let own = Reading(text, pieces: pieces)
        #expect(own.fault == nil && own.elements.first?.foreignNamespace == name)
        #expect(own.elements.first?.isNamed(Reading.entity) == false)
      }
      // What is wrong behind it is found all the same.
      let broken = Reading("<a xmlns:q='\(name)'>\n<b></c></a>", pieces: pieces)
      #expect(broken.fault?.kind == .mismatchedEndTag(expected: "b", found: "c") && broken.fault?.start.line == 2)
    }
  }

  @Test(arguments: cases)
  func isNamedAndPlaced(example: Case) throws {
    for pieces in [1, 3, Int.max] {
      let fault = try #require(Reading(example.text, pieces: pieces).fault)
      #expect(fault.kind == example.kind)
      #expect(fault.start == SourcePosition(line: example.line, column: example.column), "pieces of \(pieces)")
    }
  }

  @Test func limitsStopBeforeTheLibrary() {
    var narrow = Limits()
    narrow.startTagBytes = 60
    narrow.attributes = 3
    narrow.depth = 4
    narrow.textBytes = 100
    narrow.elements = 10
    narrow.elementBytes = 300
    let long = String(repeating: "x", count: 200)
    let cases: [(String, Fault.Limit)] = [
      ("<a b='\(long)'/>", .startTagBytes(60)), ("<a\(String(repeating: " ", count: 80))/>", .startTagBytes(60)),
      ("<a a='' b='' c='' d=''/>", .attributes(3)), ("<a><a><a><a><a>", .depth(4)), ("<a>\(long)</a>", .textBytes(100)),
      ("<a><!--\(long)\(long)--></a>", .textBytes(100)),
      ("<a>\(String(repeating: "<b/>", count: 12))</a>", .elements(10)),
      ("<a>\(String(repeating: "<!--\(long.prefix(90))-->", count: 40))</a>", .elementBytes(300)),
    ]
    for (text, limit) in cases {
      #expect(Reading(text, pieces: 16, limits: narrow).fault?.kind == .limit(limit), "\(text.prefix(20))")
    }
  }

  @Test(
    "an element whose names are of more namespaces than the limit is refused, whatever the elements before it named",
    arguments: [1, 1_000, Int.max])
  func manyNamespaces(pieces: Int) throws {
    func entity(_ namespaces: Range<Int>) -> String {
      "<m:Entity>\(namespaces.map { "<n:Name xmlns:n='urn:n:\($0)' n:id='\($0)'/>" }.joined())</m:Entity>"
    }
    func reading(_ entities: Range<Int>...) -> Reading {
      Reading("<m:Group xmlns:m='\(Reading.metadata)'>\(entities.map(entity).joined())</m:Group>", pieces: pieces)
    }
    // The first leaves its names to the second, which names some of them again, or none.
    for most in [0..<1_000, 20..<1_020, 50..<1_050] {
      let whole = reading(0..<50, most)
      try #require(whole.fault == nil && whole.elements.count == 2)
      for (name, number) in zip(whole.elements[1].children, most) {
        #expect(name.foreignNamespace == "urn:n:\(number)" && name.attribute("id") == nil)
        #expect(name.attribute("id", in: "urn:n:\(number)")?.value == "\(number)")
      }
      let more = reading(0..<50, most.lowerBound..<(most.upperBound + 1))
      let fault = try #require(more.fault)
      #expect(fault.kind == .limit(.namespaces(1_000)) && more.elements.count == 1)
      let tag = "<n:Name xmlns:n='urn:n:\(most.upperBound)' n:id='\(most.upperBound)'/>"
      #expect(fault.range.count == tag.utf8.count && fault.excerpt.text.contains(tag))
    }
  }

  @Test(arguments: ["<a></a></a>", "<a/></a>", "<a/>\n</b>", "</a>"]) func anEndTagTooManyIsRefused(text: String) {
    for pieces in [1, 3, Int.max] { #expect(Reading(text, pieces: pieces).fault != nil, "pieces of \(pieces)") }
  }

  @Test func everyPrefixOfAGoodDocumentIsRefused() {
    let bytes = Array(TreeTests.plain.utf8)
    let end = TreeTests.plain.utf8.count
    for length in 0..<end {
      #expect(Reading(bytes: Array(bytes.prefix(length))).fault != nil, "prefix of \(length) bytes")
    }
  }
}
