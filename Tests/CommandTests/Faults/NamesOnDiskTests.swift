import Support
import Testing

@Suite("What leads to an event is on the disk before it is acknowledged", .enabled(if: TestTool.isHere("strace")))
struct NamesOnDiskTests {
  /// The names that are not sure to outlast a loss of power, whatever became of the process that made them.
  @Test(
    "also where the process that made them was refused just that, or died",
    arguments: [Fault.refused("EIO"), .killed, nil])
  func names(fault: Fault?) throws {
    try TemporaryDirectory.with { directory in
      let command = FaultedCommand.beginning
      let (cases, _, _) = try FaultCase.all(of: command, in: directory.path("undisturbed"))
      let syncs = cases.filter { $0.call == "fsync" && $0.fault == fault }.map(\.number)
      // The first three are of the directory's name, of the empty journal and of its name.
      for number in fault == nil ? [0] : syncs.prefix(3) {
        let place = directory.path("place-\(number)")
        try command.prepare(place)
        if let fault {
          _ = try command.run(in: place, traced: "fsync", injecting: fault.injection(into: "fsync", number: number))
        }
        let calls = try command.run(in: place, traced: "mkdir,fsync,write").trace.calls(under: place)
        let earlier = calls.prefix { $0.name != "write" }
        #expect(earlier.count < calls.count)
        let synced = earlier.filter { $0.name == "fsync" }.map(\.line)
        #expect(synced.contains { $0.contains("/store>)") }, "\(String(describing: fault)) at \(number): \(synced)")
        #expect(synced.contains { $0.contains("/place>)") }, "\(String(describing: fault)) at \(number)")
      }
    }
  }
}
