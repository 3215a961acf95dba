import Platform
import Setup
import Support
import Testing

@Suite("A disk that is really full", .timeLimit(.minutes(30)))
struct FullDiskTests {
  /// Runs the command on a file system of so many pages of 4 KiB, again where it has room, and copies what it left each
  /// time. The file system is in a name space of the script's own, and goes with it.
  private static let script = """
    store=$1; copies=$2; pages=$3; shift 3
    mount -t tmpfs -o size=$((pages * 4096)) none "$store" || exit 99
    chmod 700 "$store"
    "$0" "$@" >"$copies/said" 2>&1; echo $?
    cp "$store"/*.journal* "$copies" 2>/dev/null
    mount -o remount,size=1m "$store" || exit 99
    "$0" "$@" >/dev/null 2>&1; echo $?
    mkdir "$copies/after"; cp "$store"/* "$copies/after"
    """

  private static func run(_ arguments: [String]) throws -> ChildProcess.Outcome {
    try ChildProcess.run(
      executable: "/usr/bin/env", arguments: ["unshare", "--map-root-user", "--mount", "sh", "-c"] + arguments,
      environment: Signpost.environment, deadline: .seconds(60), outputLimit: 1 << 20)
  }
  private static let canMount =
    (try? run(["mount -t tmpfs none /proc", "sh"]))?.ending == .exited(status: 0)

  @Test(
    "what was not saved is said, what was before is there, and with room it goes on",
    .enabled(if: canMount, "NOT TESTED: no file system can be made here"))
  func pages() throws {
    var (refused, torn) = (0, 0)
    // One page is for the directory's own use; the last has room for all.
    for pages in 1...8 {
      try TemporaryDirectory.with { directory in
        try TestFile.makeDirectory(directory.path("store"))
        let copies = directory.path("copies")
        try TestFile.makeDirectory(copies)
        let outcome = try Self.run(
          [
            Self.script, try Support.binary(named: "signpost"), directory.path("store"), copies, "\(pages)", "setup",
            "okta", "--no-input", "--answers", Signpost.root + "/Fixtures/answers-okta.json", "--store",
            directory.path("store"), "--now", Signpost.now,
          ])
        #expect(outcome.ending == .exited(status: 0), "\(String(decoding: outcome.errors, as: UTF8.self))")
        let text = try TestFile.text(copies + "/said")
        let (said, reported) = (text.unwrapped, text.split(separator: "\n").count { $0.hasPrefix("[x] ") })
        let statuses = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n")
        #expect(statuses.last == "0", "with room, after \(pages) pages: \(said)")
        let full = try Journal.read(path: copies + "/okta.journal")
        let after = try Journal.read(path: copies + "/after/okta.journal")
        #expect(after.problem == nil && after.frames.starts(with: full.frames), "\(pages) pages")
        let closed = full.frames.count { String(decoding: $0.payload, as: UTF8.self).contains("\"kind\":\"closed\"") }
        #expect(closed >= reported, "\(pages) pages: \(said)")
        guard statuses.first != "0" else { return }
        refused += 1
        if case .torn? = full.problem { torn += 1 }
        #expect(statuses.first == "3" && said.contains("the disk is full"), "\(pages) pages: \(said)")
        #expect(said.contains("make room"), "\(pages) pages: \(said)")
      }
    }
    #expect(refused > 0 && torn > 0, "the disk was full \(refused) times, \(torn) times in the middle of a line")
    print(
      "figure: full disk: 8 sizes, \(refused) too small, \(torn) of them left half a line; nothing acknowledged was lost"
    )
  }
}
