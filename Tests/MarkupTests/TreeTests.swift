import Testing

@testable import Markup

@Suite struct TreeTests {
  static let plain = """
    <?xml version="1.0"?>
    <!-- Ünïcode -->
    <m:Entity xmlns:m="urn:test:metadata" id='a"b' note="x &amp; &lt;y&#38;&#x41;">
      <m:Name>one <!-- split --> two</m:Name>
      <other xmlns="urn:o" m:flag="1"/>
    </m:Entity>
    """

  @Test(arguments: [1, 2, 3, 7, 64, Int.max])
  func placesAreTheDocumentsOwn(pieces: Int) throws {
    let reading = Reading(TreeTests.plain, pieces: pieces)
    #expect(reading.fault == nil)
    let entity = try #require(reading.elements.first)
    #expect(entity.isNamed(Reading.entity))
    #expect(reading.text(entity.nameRange, in: entity) == "m:Entity")
    let identifier = try #require(entity.attribute("id"))
    #expect(identifier.value == "a\"b")
    #expect(reading.text(identifier.range, in: entity) == "a\"b")
    let note = try #require(entity.attribute("note"))
    #expect(note.value == "x & <y&A")
    #expect(reading.text(note.range, in: entity) == "x &amp; &lt;y&#38;&#x41;")
    #expect(reading.text(note.nameRange, in: entity) == "note")
    let name = try #require(entity.first(Reading.name))
    #expect(name.text == "one  two")
    #expect(name.isTextInterrupted)
    #expect(reading.text(name.contentRange, in: entity) == "one <!-- split --> two")
    let positions = entity.tree.positions(ofAscending: [entity.range.lowerBound, name.range.lowerBound])
    #expect(positions == [SourcePosition(line: 3, column: 1), SourcePosition(line: 4, column: 3)])
    let other = try #require(Array(entity.children).last)
    #expect(other.term == nil)
    #expect(other.localName == "other")
    #expect(other.foreignNamespace == "urn:o")
    #expect(other.attribute("flag", in: Reading.metadata)?.value == "1")
    #expect(other.attribute("flag") == nil)
    #expect(entity.text == "")
  }

  @Test func textOfMixedContentIsJoined() throws {
    let reading = Reading("<Entity xmlns='urn:test:metadata'>a<Name>b</Name>c<![CDATA[<d>]]>\n</Entity>")
    let entity = try #require(reading.elements.first)
    #expect(entity.text == "ac<d>\n")
    #expect(entity.first(Reading.name)?.text == "b")
  }

  @Test(arguments: [1, 5, Int.max])
  func containersHandOverOneElementAtATime(pieces: Int) throws {
    let reading = Reading(
      """
      <Group xmlns="urn:test:metadata" until="t">
        <Entity id="1"/>
        <Group><Entity id="2"><Name>n</Name></Entity><Group/></Group>
        <Entity id="3"/>
      </Group>
      """, pieces: pieces)
    #expect(reading.fault == nil)
    let trace = reading.parts.map { part in
      switch part {
      case .opened(let element): "(" + (element.attribute("until")?.value ?? "")
      case .element(let element): element.attribute("id")?.value ?? "?"
      case .closed: ")"
      }
    }
    #expect(trace == ["(t", "1", "(", "2", "(", ")", ")", "3", ")"])
    let last = try #require(reading.elements.last)
    #expect(last.tree.positions(ofAscending: [last.range.lowerBound]) == [SourcePosition(line: 4, column: 3)])
    #expect(last.tree.excerpt(around: last.nameRange).text == "  <Entity id=\"3\"/>")
    #expect(last.tree.excerpt(around: last.nameRange).lead == 3)
  }

  @Test func aContainerInsideAnElementIsPartOfIt() {
    let reading = Reading("<Entity xmlns='urn:test:metadata'><Group><Name/></Group></Entity>")
    #expect(reading.parts.count == 1)
    #expect(reading.elements.first?.descendants(Reading.name).count == 1)
  }

  @Test func manyElementsKeepTheirPlaces() throws {
    let count = 3_000
    let body = (0..<count).map { "<Entity id='\($0)'><Name>é\($0)</Name></Entity>\n" }.joined()
    let reading = Reading("<Group xmlns='urn:test:metadata'>\n" + body + "</Group>", pieces: 1_000)
    #expect(reading.fault == nil)
    #expect(reading.elements.count == count)
    for (index, element) in reading.elements.enumerated() {
      let name = try #require(element.first(Reading.name))
      #expect(name.text == "é\(index)")
      let position = element.tree.positions(ofAscending: [name.range.lowerBound])[0]
      #expect(position == SourcePosition(line: index + 2, column: 15 + String(index).count))
    }
  }

  @Test func elementsWithNamespacesOfTheirOwnKeepThemAndNotThoseOfOthers() throws {
    let bodies = (0..<300).map { index in
      "<Entity xmlns:own='urn:test:\(index)' own:id='a'><own:Name/><own:Name xmlns:own='urn:test:\(index):inner'/></Entity>"
    }
    let reading = Reading("<Group xmlns='urn:test:metadata'>" + bodies.joined() + "</Group>", pieces: 1_000)
    try #require(reading.fault == nil && reading.elements.count == bodies.count)
    for (index, element) in reading.elements.enumerated() {
      #expect(element.attribute("id", in: "urn:test:\(index)")?.value == "a")
      #expect(element.children.map(\.foreignNamespace) == ["urn:test:\(index)", "urn:test:\(index):inner"])
    }
    // What was kept for one is let go with it, or a federation's file would fill the memory with them.
    #expect(reading.elements.allSatisfy { $0.tree.namespaces.count <= 67 })
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func everyLineEndCounts(end: String) throws {
    let text = TreeTests.plain.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end)
    for pieces in [1, Int.max] {
      let entity = try #require(Reading(text, pieces: pieces).elements.first)
      let name = try #require(entity.first(Reading.name))
      #expect(entity.tree.positions(ofAscending: [name.range.lowerBound]) == [SourcePosition(line: 4, column: 3)])
    }
  }
}
