import Testing

@testable import Setup

@Suite("Finding the store and the set-up")
struct SetupStoreTests {
  @Test(
    "the first that says so decides",
    arguments: [
      ("s", ["SIGNPOST_STORE": "v", "HOME": "/h"], ["/a/b/.signpost"], "s"),
      (nil, ["SIGNPOST_STORE": "v", "HOME": "/h"], ["/a/b/.signpost"], "v"),
      (nil, ["XDG_STATE_HOME": "/x", "HOME": "/h"], ["/a/b/.signpost", "/a/.signpost"], "/a/b/.signpost"),
      (nil, ["HOME": "/h"], ["/a/.signpost", "/.signpost"], "/a/.signpost"),
      (nil, ["HOME": "/h"], ["/.signpost"], "/.signpost"),
      (nil, ["XDG_STATE_HOME": "/x", "HOME": "/h"], [], "/x/signpost"),
      (nil, ["XDG_STATE_HOME": "x", "HOME": "/h"], [], "/h/.local/state/signpost"),
      (
        "", ["SIGNPOST_STORE": "", "XDG_STATE_HOME": "", "HOME": "/h/"], ["/b/.signpost"], "/h/.local/state/signpost"
      ),
    ] as [(String?, [String: String], [String], String)])
  func resolution(
    option: String?, environment: [String: String], directories: [String], expected: String
  ) throws {
    let store = try SetupStore(
      option: option, environment: { environment[$0] }, currentDirectory: "/a/b",
      isDirectory: { directories.contains($0) })
    #expect(store.directory == expected)
    #expect(try store.path(of: SetupName("okta")) == expected + "/okta.journal")
  }

  @Test("a directory whose name begins with a combining mark is one, and what is above it is looked at")
  func combiningMark() throws {
    let store = try SetupStore(
      option: nil, environment: { _ in nil }, currentDirectory: "/a/\u{301}b",
      isDirectory: { $0.utf8.elementsEqual("/a/.signpost".utf8) })
    #expect(store.directory == "/a/.signpost")
  }

  @Test("no place at all", arguments: [[:], ["HOME": ""], ["HOME": "relative"]] as [[String: String]])
  func noHome(environment: [String: String]) {
    #expect(throws: SetupStoreError.noHome) {
      try SetupStore(
        option: nil, environment: { environment[$0] }, currentDirectory: "/", isDirectory: { _ in false })
    }
  }

  @Test(
    "names",
    arguments: [
      ("okta", true), ("a", true), ("Acme_2.prod-eu", true), ("9", true), (String(repeating: "a", count: 64), true),
      ("", false), (".", false), ("..", false), (".hidden", false), ("-x", false), ("_x", false), ("a/b", false),
      ("a b", false), ("é", false), ("a\u{0}", false), (String(repeating: "a", count: 65), false),
    ])
  func names(text: String, isName: Bool) {
    #expect(((try? SetupName(text)) != nil) == isName)
  }

  @Test("the journals of a directory, sorted, and nothing else")
  func listing() {
    let files = [
      "b.journal", "a.journal", "a.journal.torn-1", ".journal", "x.txt", "-y.journal", "B.journal", "c.journal",
      "d.answers.json", "d-idp-metadata-0a1b2c3d.xml",
    ]
    #expect(SetupStore.names(among: files).map(\.text) == ["B", "a", "b", "c"])
  }

  @Test("choosing: the named one, the only one, or an error with the names")
  func choosing() throws {
    let (a, b) = (try SetupName("acme"), try SetupName("beta"))
    #expect(try SetupStore.choose(name: nil, among: [a]) == a)
    #expect(try SetupStore.choose(name: b, among: [a, b]) == b)
    #expect { try SetupStore.choose(name: nil, among: [a, b]) } throws: {
      "\($0)" == "there are several set-ups: acme, beta; choose one with --name"
    }
    #expect(throws: SetupStoreError.none) { try SetupStore.choose(name: nil, among: []) }
    #expect { try SetupStore.choose(name: try SetupName("acne"), among: [a, b]) } throws: {
      "\($0)" == "there is no set-up 'acne'; did you mean 'acme'?"
    }
    #expect { try SetupStore.choose(name: try SetupName("zzz"), among: [a, b]) } throws: {
      "\($0)" == "there is no set-up 'zzz'; there are: acme, beta"
    }
  }

  @Test("choosing for a provider: its only set-up, or a new one that is called like it")
  func choosingForProvider() throws {
    let (a, b, okta) = (try SetupName("acme"), try SetupName("beta"), try SetupName("okta"))
    let providers = [a: "okta", b: "entra-id"]
    func choose(_ name: SetupName?, _ provider: String, _ existing: [SetupName]) throws -> SetupStore.Choice {
      try SetupStore.choose(name: name, provider: provider, among: existing) { providers[$0] }
    }
    #expect(try choose(nil, "okta", []) == .new(okta))
    #expect(try choose(nil, "okta", [a, b]) == .existing(a))
    #expect(try choose(nil, "okta", [b]) == .new(okta))
    #expect(try choose(b, "okta", [a]) == .new(b))
    #expect(try choose(a, "okta", [a]) == .existing(a))
    #expect(try choose(nil, "okta", [b, okta]) == .existing(okta), "its provider cannot be told: opening it says why")
    #expect(throws: SetupStoreError.otherProvider(okta, "entra-id")) {
      try SetupStore.choose(name: nil, provider: "okta", among: [okta]) { _ in "entra-id" }
    }
    #expect(throws: SetupStoreError.otherProvider(b, "entra-id")) { try choose(b, "okta", [a, b]) }
    #expect(throws: SetupStoreError.several([a, okta])) {
      try SetupStore.choose(name: nil, provider: "okta", among: [a, okta]) { _ in "okta" }
    }
  }
}
