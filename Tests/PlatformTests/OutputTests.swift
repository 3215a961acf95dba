import Foundation
import Platform
import Support
import Testing

@Suite struct OutputTests {
  @Test func waitsForEnoughOrForAFlush() throws {
    let pipe = try TestPipe()
    pipe.stopWaiting(on: pipe.reader)
    var output = Output(descriptor: pipe.writer, named: "standard output", bufferSize: 8)
    try output.write("abc")
    #expect(throws: SupportFailure.self) { try pipe.receive() }
    try output.write("defgh")
    #expect(try pipe.receive() == Array("abcdefgh".utf8))
    try output.write([0x69])
    try output.flush()
    #expect(try pipe.receive() == [0x69])
  }

  @Test func aSlowReaderGetsEverything() throws {
    let pipe = try TestPipe()
    pipe.stopWaiting(on: pipe.writer)
    let (reader, writer) = (pipe.reader, pipe.writer)
    let expected = (0..<600_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    // On a thread of its own: a task would wait for one of those that the tests, this one among them, keep busy.
    Thread.detachNewThread {
      var output = Output(descriptor: writer, named: "standard output")
      try? output.write(expected)
      try? output.flush()
    }
    var file = try InputFile(stream: reader, named: "pipe")
    var found: [UInt8] = []
    while found.count < expected.count { _ = try file.read(into: &found, atMost: 10_000) }
    #expect(found == expected)
  }

  @Test func aReaderThatWentAwayIsToldApart() async {
    await #expect(processExitsWith: .success) {
      Interrupt.ignoreBrokenPipes()
      let pipe = try TestPipe()
      pipe.closeReader()
      var output = Output(descriptor: pipe.writer, named: "standard output")
      try output.write("lost")
      let error = #expect(throws: PlatformError.self) { try output.flush() }
      try #require(error?.reason == .readerWentAway)
      try #require(error?.path == "standard output")
      // Nothing is claimed to be written after that, not even what would fit.
      let again = #expect(throws: PlatformError.self) { try output.write("x") }
      try #require(again?.reason == .readerWentAway)
    }
  }

  @Test(.enabled(if: TestFile.exists("/dev/full"))) func aFullDiskIsSaid() throws {
    let full = try TestFile.openForWriting("/dev/full")
    var output = Output(descriptor: full, named: "standard output")
    try output.write("lost")
    let error = #expect(throws: PlatformError.self) { try output.flush() }
    #expect(error?.meaning == "the disk is full")
    TestFile.close(full)
  }
}
