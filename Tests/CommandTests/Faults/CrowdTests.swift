#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import Platform
import Setup
import Support
import Testing

@Suite("Many processes at one set-up", .timeLimit(.minutes(60)))
struct CrowdTests {
  /// How many at once; `make faults` asks for fifty, several times.
  private static let environment = ProcessInfo.processInfo.environment
  private static let size = environment["SIGNPOST_CROWD"].flatMap(Int.init) ?? 6
  private static let rounds = environment["SIGNPOST_CROWD_ROUNDS"].flatMap(Int.init) ?? 1

  /// Each process first begins the set-up, or finds it begun, and then writes one note; whoever is told that another
  /// process is at it tries again. All of them are started in the same moment.
  private static let script = """
    n=$1; store=$2; now=$3; answers=$4
    try() {
      while :; do
        "$0" "$@" --store "$store" --now "$now" >/dev/null 2>"$store.$i" && return
        said=$(tr -s '\\n ' '  ' <"$store.$i")
        case $said in
          *"is open in another process"*|*"there is a set-up 'okta' already"*|*"there is no set-up yet"*) echo busy;;
          *) echo "failed: $*: $said"; return 1;;
        esac
      done
    }
    i=0; while [ $i -lt "$n" ]; do
      { try setup okta --no-input --answers "$answers" && try step note enable-scim --reason "note $i" && echo noted; } &
      i=$((i + 1))
    done
    wait
    """

  @Test("each event is kept once, in one chain, and who has to wait is told so")
  func crowd() throws {
    var (waits, notes) = (0, 0)
    for _ in 0..<Self.rounds {
      try TemporaryDirectory.with { directory in
        let store = directory.path("store")
        let outcome = try ChildProcess.run(
          executable: "/bin/sh",
          arguments: [
            "-c", Self.script, try Support.binary(named: "signpost"), "\(Self.size)", store, Signpost.now,
            Signpost.root + "/Fixtures/answers-okta.json",
          ], environment: Signpost.environment, deadline: .seconds(600), outputLimit: 1 << 20)
        let lines = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n")
        #expect(lines.count { $0 == "noted" } == Self.size)
        #expect(lines.filter { $0 != "noted" && $0 != "busy" } == [])
        waits += lines.count { $0 == "busy" }
        let reading = try Journal.read(path: store + "/okta.journal")
        #expect(reading.problem == nil)
        let events = reading.frames.map { String(decoding: $0.payload, as: UTF8.self) }
        #expect(events.count { $0.contains("\"kind\":\"started\"") } == 1)
        for number in 0..<Self.size {
          #expect(events.count { $0.contains("\"text\":\"note \(number)\"") } == 1)
        }
        let closings = events.filter { $0.contains("\"kind\":\"closed\"") }
        #expect(Set(closings).count == closings.count, "no step was closed twice")
        #expect(try StatusDocument.read(store: store).complete)
        notes += Self.size
      }
    }
    #expect(waits > 0, "nobody met anybody")
    print(
      "figure: crowd: \(notes) notes by \(Self.size) processes at once, each kept once; \(waits) times one had to wait"
    )
  }
}
