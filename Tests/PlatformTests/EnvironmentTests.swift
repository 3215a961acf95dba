import Support
import Testing

@testable import Platform

@Suite struct EnvironmentTests {
  @Test func findsAUserByNumber() {
    let list = "root:x:0:0:root:/root:/bin/sh\nbroken\n\nada:x:1000:1000:Ada L.:/home/ada:/bin/sh\nx:x:10:::\n"
    #expect(Environment.user(1_000, inList: list)?.name == "ada")
    #expect(Environment.user(1_000, inList: list)?.home == "/home/ada")
    #expect(Environment.user(100, inList: list) == nil)
  }

  @Test func variablesNameAUserOnlyWhereTheSystemDoesNot() {
    let variables = ["LOGNAME": "ada", "USER": "grace"]
    #expect(Environment.userName(1_000, known: "root", variables: variables) == "root")
    for known in [nil, ""] {
      #expect(Environment.userName(1_000, known: known, variables: variables) == "ada")
      #expect(Environment.userName(1_000, known: known, variables: ["LOGNAME": "", "USER": "grace"]) == "grace")
      #expect(Environment.userName(1_000, known: known, variables: ["HOME": "/home/ada"]) == "user 1000")
    }
  }

  @Test func aHomeIsAbsolute() {
    #expect(Environment.homeDirectory(variables: ["HOME": "/home/ada"]) == "/home/ada")
    let fallback = Environment.homeDirectory(variables: [:])
    #expect(Environment.homeDirectory(variables: ["HOME": "relative"]) == fallback)
    #expect(Environment.homeDirectory(variables: ["HOME": ""]) == fallback)
    #expect(fallback?.hasPrefix("/") != false)
  }

  @Test func knowsWhoWhereAndWhen() throws {
    #expect(!Environment.userName(variables: [:]).isEmpty)
    #expect(try Environment.currentDirectory().hasPrefix("/"))
    let (first, second) = (Clock.now(), Clock.now())
    #expect(first.seconds > 1_700_000_000 && (0..<1_000_000_000).contains(first.nanoseconds))
    #expect(first <= second)
    #expect(Timestamp(seconds: 1, nanoseconds: 2) < Timestamp(seconds: 2, nanoseconds: 1))
  }

  @Test func aProgramGetsExactlyTheVariablesGivenAndWeSeeOurOwn() throws {
    let outcome = try ChildProcess.run(
      executable: "/usr/bin/env", arguments: [], environment: ["A": "1", "B": "x=y"], deadline: .seconds(20),
      outputLimit: 10_000)
    #expect(String(decoding: outcome.output, as: UTF8.self) == "A=1\nB=x=y\n")
    #expect(Environment.snapshot()["PATH"]?.isEmpty == false)
  }
}
