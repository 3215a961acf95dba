import Testing

@testable import Reports

@Suite struct ListingTests {
  @Test func marksMoveWithWhatIsShortened() {
    let run = String(repeating: "A", count: 200)
    let listing = Listing("<x>«\(run)»</x>«y»")
    #expect(listing.lines.count == 1)
    #expect(listing.lines.first?.text == "<x>AAAAAAAAAAAA…AAAAAAAAAAAA</x>y")
    #expect(listing.lines.first?.marks == [3..<28, 32..<33])
    #expect(listing.marked == "<x>«AAAAAAAAAAAA…AAAAAAAAAAAA»</x>«y»")
  }

  @Test func aMarkOverSeveralLinesIsInEach() {
    let listing = Listing("a«b\ncd\n»e\n")
    #expect(listing.lines.map(\.text) == ["ab", "cd", "e"])
    #expect(listing.lines.map(\.marks) == [[1..<2], [0..<2], []])
  }

  @Test func aMarkedLineEndIsShown() {
    #expect(Listing("«\n»x").lines.map(\.marks) == [[0..<0], []])
    #expect(Listing("x«»").lines.first?.marks == [1..<1])
  }

  @Test func blankDocumentsAreSaidToBe() {
    #expect(Listing("\n  \n").lines.map(\.text) == ["(nothing but white space)"])
  }
}
