import Testing

@testable import Rules

@Suite("Rules about lists")
struct ListRuleTests {
  @Test(
    "each failing example is found once, and by no rule twice; each passing one is not", arguments: ListRule.catalogue)
  func examples(rule: ListRule) {
    #expect(!rule.failing.isEmpty && !rule.passing.isEmpty)
    for example in rule.failing {
      let found = rule.findings(in: example)
      #expect(found.count == 1, "\(rule.id): \(found.map(\.message))")
    }
    for example in rule.passing { #expect(rule.findings(in: example).isEmpty, "\(rule.id)") }
  }

  @Test("ids go on where the rules about documents end, in order, and reads as a page")
  func catalogue() {
    let documents = Set(Catalogue.rules.flatMap { [$0.id, $0.name] })
    let ids = ListRule.catalogue.map(\.id)
    #expect(Set(ids).count == ids.count && ids.allSatisfy { $0.hasPrefix("SCIM") && !documents.contains($0) })
    for rule in ListRule.catalogue {
      #expect(!documents.contains(rule.name) && rule.name.allSatisfy { $0.isLowercase || $0 == "-" })
      #expect(!rule.summary.hasSuffix(".") && rule.why.hasSuffix(".") && rule.remedy.hasSuffix("."))
      #expect(rule.references.allSatisfy { $0.url.hasPrefix("https://") } && !rule.references.isEmpty)
      #expect(ListRule.named(rule.id.lowercased())?.id == rule.id && ListRule.named(rule.name)?.id == rule.id)
    }
  }

  @Test("one cause gives one finding")
  func oneCause() {
    let ids = { (subject: ListSubject) in ListRule.judge(subject).map(\.rule.id) }
    #expect(ids(.sample([.userName: []])) == ["SCIM006"])
    #expect(ids(.names("ada@example.com", "ada@example.com")) == ["SCIM014"])
    #expect(ids(.groups("DevOps ", required: ["DevOps"])) == ["SCIM010", "SCIM024"])
    #expect(ids(.sample([.userName: ["a\u{1B}@example.com"]])).filter { $0 != "SCIM007" } == ["SCIM009"])
  }

  @Test("users that may not sign in are not judged")
  func inactive() {
    let user = ListedUser(at: .line(2), [.userName: []], isActive: false)
    #expect(ListRule.judge(ListSubject(users: [user])).isEmpty)
  }

  @Test(
    "a group in another spelling is found, with the code points",
    arguments: [
      ("DevOps", "devops", "U+0064 LATIN SMALL LETTER D in place of U+0044 LATIN CAPITAL LETTER D"),
      ("Dev Ops", "Dev\u{A0}Ops", "U+00A0 NO-BREAK SPACE"),
      ("DevOps", "Dev Ops", "U+0020 SPACE in place of U+004F LATIN CAPITAL LETTER O"),
      ("DevOps", "Dev-Ops", "U+002D HYPHEN-MINUS in place of U+004F"),
      ("DevOps", "D\u{435}vOps", "U+0435 CYRILLIC SMALL LETTER IE in place of U+0065"),
      ("DevOps", "DevOps\u{200B}", "U+200B ZERO WIDTH SPACE"), ("DevOps", "Dev0ps", "U+0030 DIGIT ZERO in place of"),
      ("DevOps", "\u{FF24}evOps", "U+FF24 FULLWIDTH LATIN CAPITAL LETTER D in place of"),
      ("Équipe", "E\u{301}quipe", "U+0045 LATIN CAPITAL LETTER E in place of U+00C9"),
    ])
  func misspelt(required: String, name: String, points: String) throws {
    let subject = ListSubject(groups: [ListedGroup(at: .line(2), name)], required: [required])
    let finding = try #require(ListRule.requiredGroupMisspelt.findings(in: subject).first)
    #expect(finding.message.contains(points), "\(finding.message)")
    #expect(ListRule.requiredGroupMissing.findings(in: subject).isEmpty)
  }

  @Test("another group is not taken for the one that is missing")
  func missing() {
    let subject = ListSubject.groups("DevOps2", "DevOp", "Developers", required: ["DevOps"])
    #expect(ListRule.judge(subject).map(\.rule.id) == ["SCIM023"])
  }

  @Test("a sign-in by case, by another address and of somebody who is not there")
  func signIn() {
    let center = IdentityCenterNames([
      ListedUser(at: .entry(1), [.userName: ["ada@example.com"], .email: ["ada@example.com"]]),
      ListedUser(at: .entry(2), [.userName: ["grace@corp.example.com"], .email: ["grace@example.com"]]),
    ])
    func match(_ nameID: String, others: [String] = []) -> SignInMatch? {
      center.match(ListedUser(at: .line(2), [:], nameID: nameID, otherNames: others))
    }
    #expect(match("ada@example.com") == .same)
    #expect(match("grace@example.com") == .other("grace@corp.example.com"))
    #expect(match("g@example.com", others: ["Grace@corp.example.com"]) == .other("grace@corp.example.com"))
    #expect(match("ada.b@example.com") == .unknown)
    #expect(match("") == nil)
    guard case .alike("ada@example.com", let difference)? = match("Ada@Example.com") else {
      Issue.record("not alike")
      return
    }
    #expect(difference.contains("upper and lower case only"))
  }
}
