import Platform
import Support
import Testing

@Suite("A system that does not tell what was asked for")
struct HiddenArgumentsTests {
  static let canHide = !Support.isSanitized && (try? run("/bin/true", []))?.ending == .exited(status: 0)

  /// Runs a program where there is nothing in `/proc`, in a name space of mounts of its own.
  private static func run(_ executable: String, _ arguments: [String]) throws -> ChildProcess.Outcome {
    let script = "mount -t tmpfs none /proc && exec \"$0\" \"$@\""
    return try ChildProcess.run(
      executable: "/usr/bin/env",
      arguments: ["unshare", "--map-root-user", "--mount", "sh", "-c", script, executable] + arguments,
      environment: Signpost.environment, deadline: .seconds(60), outputLimit: 1 << 20)
  }

  @Test(
    "a gate does not pass because its arguments were lost", .enabled(if: canHide, "/proc cannot be hidden here"),
    arguments: ["validate missing.xml", "--version", ""])
  func lost(line: String) throws {
    let outcome = try Self.run(try Support.binary(named: "signpost"), words(line))
    #expect(outcome.ending == .exited(status: 3))
    #expect(outcome.output.isEmpty)
    #expect(String(decoding: outcome.errors, as: UTF8.self).contains("mount -t proc"))
  }
}
