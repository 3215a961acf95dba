import Parties
import Testing

@Suite struct WebAddressTests {
  @Test func partsAreFoundWithTheirOffsets() {
    let address = WebAddress("HTTPS://user:pw@IdP.Example.com.:8443/a/b?x=1&y=2#top")
    expectPart(address.scheme, "HTTPS", at: 0)
    #expect(address.schemeName == "https")
    expectPart(address.userInfo, "user:pw", at: 8)
    expectPart(address.host, "IdP.Example.com.", at: 16)
    #expect(address.hostName == "idp.example.com")
    expectPart(address.port, "8443", at: 33)
    #expect(address.portNumber == 8443)
    expectPart(address.path, "/a/b", at: 37)
    expectPart(address.query, "x=1&y=2", at: 42)
    expectPart(address.fragment, "top", at: 50)
    #expect(address.problems.map(\.kind) == [.userInfo, .dotAfterHost, .fragment])
    #expect(address.problems.map(\.offset) == [8, 31, 49])
  }

  private func expectPart(_ part: WebAddress.Part?, _ text: String, at offset: Int) {
    #expect(part?.text == text)
    #expect(part?.offset == offset)
  }

  @Test(arguments: [
    "https://idp.example.com/saml", "http://idp.example.com", "https://idp.example.com:8443/a%20b?x=%2F",
    "https://idp.example.com/?amp;a=1&b&am", "https://idp.example.com/?a=1&AMP=2&amp=3",
    "https://xn--bcher-kva.example/", "https://a_b.example.com/~user/(x);y=1,2!$&'*+@:", "https://8.example.com/",
  ])
  func soundAddressesHaveNoProblem(_ text: String) {
    #expect(WebAddress(text).problems.isEmpty)
    #expect(WebAddress(text).host != nil)
  }

  static let problems: [(String, [WebAddress.Kind])] = [
    ("", [.empty]),
    (" \n", [.empty]),
    ("idp.example.com/saml", [.noScheme]),
    ("https://idp.example.com/saml?a=1&amp;b=2&amp;c", [.escapedTwice]),
    ("idp.example.com:8443/saml", [.noScheme]),
    ("localhost:8080/saml", [.noScheme, .loopbackHost]),
    ("//idp.example.com/saml", [.noScheme]),
    ("JumpCloud", [.noScheme]),
    ("/saml/acs", [.noScheme]),
    ("https:/idp.example.com/x", [.slashesAfterScheme(1)]),
    ("https:idp.example.com/x", [.slashesAfterScheme(0)]),
    ("https:///idp.example.com/x", [.slashesAfterScheme(3)]),
    ("JavaScript:alert('1')", [.otherScheme("javascript")]),
    ("data:text/html,x", [.otherScheme("data")]),
    ("urn:amazon:webservices", [.otherScheme("urn")]),
    ("ftp://files.example.com/", [.otherScheme("ftp")]),
    ("https://", [.noHost]),
    ("https:///", [.slashesAfterScheme(3), .noHost]),
    ("https://?x", [.noHost]),
    ("https://:443/", [.noHost, .defaultPort(443)]),
    ("https://good.example@evil.example/", [.userInfo]),
    (#"https://a.example\@evil.example/"#, [.backslash]),
    (#"https:\\a.example/"#, [.backslash]),
    (" https://a.example/", [.whiteSpace(.start, " ")]),
    ("https://a.example/\n", [.whiteSpace(.end, "\n")]),
    ("https://a.example/x y", [.whiteSpace(.inside, " ")]),
    ("https://a.example/x\r\ny", [.whiteSpace(.inside, "\r"), .whiteSpace(.inside, "\n")]),
    ("https://a.example/<x>", [.outsideSyntax("<"), .outsideSyntax(">")]),
    ("https://a.example/[x]", [.outsideSyntax("["), .outsideSyntax("]")]),
    ("https://a.example/ü", [.outsideSyntax("ü")]),
    ("https://a.example/a%2", [.badPercentEncoding]),
    ("https://a.example/a%zz", [.badPercentEncoding]),
    ("https://a.example:99999/", [.badPort("99999")]),
    ("https://a.example:0/", [.badPort("0")]),
    ("https://a.example:0443/", [.badPort("0443")]),
    ("https://a.example:/", [.badPort("")]),
    ("https://a.example:x/", [.badPort("x")]),
    ("https://a.example:443/", [.defaultPort(443)]),
    ("http://a.example:80/", [.defaultPort(80)]),
    ("http://a.example:443/", []),
    ("https://bücher.example/", [.nonASCIIHost(mixedScripts: [])]),
    ("https://аpple.example/", [.nonASCIIHost(mixedScripts: ["Cyrillic", "Latin"])]),
    ("https://日本ニュース.example/", [.nonASCIIHost(mixedScripts: [])]),
    ("https://서울漢字a.example/", [.nonASCIIHost(mixedScripts: [])]),
    ("https://aभ.example/", [.nonASCIIHost(mixedScripts: ["Latin", "another script"])]),
    ("https://서울ニ.example/", [.nonASCIIHost(mixedScripts: ["Hangul", "Katakana"])]),
    ("https://a..example/", [.malformedHost]),
    ("https://a%2eexample/", [.malformedHost]),
    ("https://{region}.example.com/", [.malformedHost]),
    ("https://-a.example/", [.malformedHost]),
    ("https://1.2.3.4.5/", [.malformedHost]),
    ("https://a.999/", [.malformedHost]),
    ("https://[::1/", [.malformedHost]),
    ("https://[1:2]/", [.malformedHost]),
    ("https://idp.example.com./", [.dotAfterHost]),
    ("https://203.0.113.7/", [.ipAddressHost]),
    ("https://0xcb.0.113.7/", [.ipAddressHost]),
    ("https://[2001:db8::7]:8443/", [.ipAddressHost]),
    ("https://127.1/", [.loopbackHost]),
    ("https://0x7f.1/", [.loopbackHost]),
    ("https://2130706433/", [.loopbackHost]),
    ("https://0177.0.0.1/", [.loopbackHost]),
    ("https://0.0.0.0/", [.loopbackHost]),
    ("https://[::1]/", [.loopbackHost]),
    ("https://[::ffff:127.0.0.1]/", [.loopbackHost]),
    ("https://LOCALHOST/", [.loopbackHost]),
    ("https://app.localhost/", [.loopbackHost]),
    ("https://10.1.2.3/", [.privateHost]),
    ("https://172.31.0.1/", [.privateHost]),
    ("https://172.32.0.1/", [.ipAddressHost]),
    ("https://192.168.0.1/", [.privateHost]),
    ("https://169.254.169.254/", [.privateHost]),
    ("https://[fe80::1]/", [.privateHost]),
    ("https://[fd00::1]/", [.privateHost]), ("https://[fd00:0:0:0:0:0:0:1]/", [.privateHost]),
    ("https://[0:0:0:0:0:0:0:1]/", [.loopbackHost]),
    ("https://intranet/", [.singleLabelHost]),
    ("https://adfs.corp.local/", [.localNameHost(".local")]),
    ("https://a.example/#x", [.fragment]),
  ]

  @Test(arguments: problems)
  func problemsAreNamed(_ text: String, _ expected: [WebAddress.Kind]) {
    #expect(WebAddress(text).problems.map(\.kind) == expected)
  }

  @Test func problemsComeInReadingOrderAndOncePerCharacter() {
    let address = WebAddress(" https://u@127.1:0/<<>#\u{200B}")
    #expect(address.problems.map(\.offset) == [0, 9, 11, 16, 19, 21, 22, 23])
    #expect(address.problems.count == 8)
  }

  @Test func invisibleCharactersAreNamedAtTheirPlace() throws {
    let problem = try #require(WebAddress("https://idp.exa\u{AD}mple.com/").problems.first)
    #expect(problem.offset == 15)
    #expect(problem.description == "holds a character that cannot be seen (U+00AD SOFT HYPHEN)")
    #expect(WebAddress("https://a.example:443\u{0}@x/").problems.map(\.kind).contains(.userInfo))
  }

  @Test func hostsAreReadAsBrowsersReadThem() {
    #expect(WebAddress(#"https://a.example\@evil.example/"#).hostName == "a.example")
    #expect(WebAddress("https://good.example@evil.example/").hostName == "evil.example")
    #expect(WebAddress("https:/a.example/x").hostName == "a.example")
    #expect(WebAddress("javascript://a.example/%0aalert(1)").schemeName == "javascript")
  }

  @Test func domainsAreMatchedByWholeLabels() {
    #expect(WebAddress("https://X.AwsApps.com./start").isHost(under: "awsapps.com"))
    #expect(WebAddress("https://awsapps.com/").isHost(under: "awsapps.com"))
    #expect(!WebAddress("https://xawsapps.com/").isHost(under: "awsapps.com"))
    #expect(!WebAddress("https://awsapps.com.evil.example/").isHost(under: "awsapps.com"))
  }

  @Test func everyProblemReadsAsASentence() {
    for (text, _) in Self.problems {
      for problem in WebAddress(text).problems {
        #expect(problem.description.first?.isLowercase == true)
        #expect(problem.description.last != ".")
      }
    }
  }
}
