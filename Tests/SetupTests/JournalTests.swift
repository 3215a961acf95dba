import Platform
import Support
import Testing

@testable import Setup

@Suite struct JournalTests {
  @Test func whatWasAppendedIsThereAgain() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("acme.journal")
      do {
        var journal = try Journal(path: path, digest: standInDigest)
        let (isLocked, repair) = (journal.isLocked, journal.repair)
        #expect(isLocked && repair == nil)
        for (index, event) in sampleEvents.enumerated() {
          let frame = try journal.append(payload: Array(event.utf8), at: "2026-11-21T00:00:0\(index)Z")
          #expect(frame.number == index + 1)
        }
        let frames = journal.frames
        #expect(frames.count == sampleEvents.count)
      }
      var journal = try Journal(path: path, digest: standInDigest)
      let frames = journal.frames
      #expect(frames.map { String(decoding: $0.payload, as: UTF8.self) } == sampleEvents)
      #expect(frames.map(\.number) == Array(1...sampleEvents.count))
      #expect(frames.map(\.version) == frames.map { _ in 1 })
      #expect(frames.last?.at == "2026-11-21T00:00:0\(sampleEvents.count - 1)Z")
      try journal.append(payload: Array("null".utf8), at: "later")
      #expect(try Journal.read(path: path, digest: standInDigest).frames.count == sampleEvents.count + 1)
      #expect(TestFile.permissions(path) == 0o600)
    }
  }

  @Test func aFrameIsExactlyThisLine() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("journal")
      var journal = try Journal(path: path, digest: standInDigest)
      for event in sampleEvents { try journal.append(payload: Array(event.utf8), at: "2026-11-21T00:00:00Z") }
      expectNoDifference(try TestFile.text(path), journalText(sampleEvents))
    }
  }

  /// The sums are Python's: `hashlib.sha256((previous + rest).encode()).hexdigest()[:16]`.
  @Test func theSumIsTheBeginningOfASHA256() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("journal")
      var journal = try Journal.open(path: path)
      for event in [#"{"kind":"started"}"#, #""é""#] {
        try journal.append(payload: Array(event.utf8), at: "2026-11-21T00:00:00Z")
      }
      expectNoDifference(
        try TestFile.text(path),
        """
        {"sum":"9b6eca7a41249eb1","v":1,"n":1,"at":"2026-11-21T00:00:00Z","event":{"kind":"started"}}
        {"sum":"2bbf95339720f8ac","v":1,"n":2,"at":"2026-11-21T00:00:00Z","event":"é"}

        """)
      #expect(try Journal.read(path: path).problem == nil)
    }
  }

  @Test func hasOneWriterAndAnyNumberOfReaders() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("journal")
      var journal = try Journal(path: path, digest: standInDigest)
      try journal.append(payload: Array("1".utf8), at: "t")
      let error = #expect(throws: JournalError.self) { _ = try Journal(path: path, digest: standInDigest) }
      guard case .busy = error?.reason else {
        Issue.record("expected busy, found \(String(describing: error))")
        return
      }
      #expect(try Journal.read(path: path, digest: standInDigest).frames.count == 1)
      try journal.append(payload: Array("2".utf8), at: "t")
      #expect(try Journal.read(path: path, digest: standInDigest).frames.count == 2)
    }
  }

  @Test func readingNeverCreatesAndNeverWrites() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("journal")
      #expect(throws: JournalError.self) { try Journal.read(path: path, digest: standInDigest) }
      #expect(!TestFile.exists(path))
      let torn = Array(journalText(sampleEvents).utf8.dropLast(5))
      try TestFile.write(torn, to: path, mode: 0o644)
      let reading = try Journal.read(path: path, digest: standInDigest)
      #expect(reading.frames.count == sampleEvents.count - 1)
      #expect(reading.problem == .torn(offset: journalText(sampleEvents.dropLast()).utf8.count))
      #expect(try TestFile.read(path) == torn)
      #expect(TestFile.permissions(path) == 0o644)
      #expect(!TestFile.exists(path + ".torn-1"))
    }
  }

  /// The writer may be about to end the line, so that a reader neither loses the frame nor says that all is well.
  @Test func aWholeFrameWhoseLineIsNotEndedIsReadAndThenKept() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("journal")
      let (whole, start) = (journalText(sampleEvents), journalText(sampleEvents.dropLast()).utf8.count)
      for end in ["", "x"] {
        try TestFile.write(whole.dropLast() + end, to: path)
        let reading = try Journal.read(path: path, digest: standInDigest)
        #expect(reading.frames.count == sampleEvents.count)
        #expect(reading.problem == .torn(offset: start))
        let repair = try Journal(path: path, digest: standInDigest).repair
        #expect(
          repair?.message
            == "the last line (frame \(sampleEvents.count), from byte \(start)) was not ended; it is whole, and was kept"
        )
        #expect(try TestFile.text(path) == whole)
      }
    }
  }

  @Test(arguments: [
    ("", Journal.Unfit.empty), ("{\"a\":\n1}", .controlCharacter(offset: 5)),
    ("\"\u{1B}\"", .controlCharacter(offset: 1)),
    ("\"\u{7F}\"", .controlCharacter(offset: 1)),
  ])
  func whatDoesNotFitInALineIsRefusedBeforeItIsWritten(payload: String, fault: Journal.Unfit) throws {
    try TemporaryDirectory.with { directory in
      var journal = try Journal(path: directory.path("journal"), digest: standInDigest)
      let error = #expect(throws: JournalError.self) { try journal.append(payload: Array(payload.utf8), at: "t") }
      #expect(error?.reason == .unfit(fault))
      // Nothing has happened: the next one is the first.
      let frame = try journal.append(payload: Array("0".utf8), at: "t")
      #expect(frame.number == 1)
      #expect(try TestFile.text(directory.path("journal")).utf8.count == journalText(["0"], at: "t").utf8.count)
    }
  }

  @Test func refusesBytesThatAreNoTextAndTimesThatAreNoTime() throws {
    try TemporaryDirectory.with { directory in
      var journal = try Journal(path: directory.path("journal"), digest: standInDigest)
      let error = #expect(throws: JournalError.self) { try journal.append(payload: [0x22, 0xFF, 0x22], at: "t") }
      #expect(error?.reason == .unfit(.notUTF8))
      for at in ["", "a\"b", "a\\b", "a\nb", "é", String(repeating: "1", count: 65)] {
        let error = #expect(throws: JournalError.self) { try journal.append(payload: [0x30], at: at) }
        #expect(error?.reason == .unfit(.time))
      }
      let long = [UInt8](repeating: 0x31, count: Journal.lineLimit)
      let tooLong = #expect(throws: JournalError.self) { try journal.append(payload: long, at: "t") }
      #expect(tooLong?.reason == .unfit(.tooLong))
      // Whoever hands in that much can do something about it; the other faults are ours.
      #expect(tooLong?.remedy.contains("nothing was recorded") == true)
      #expect(error?.remedy.contains("please report it") == true)
    }
  }

  @Test func theLongestLineIsReadAgain() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("journal")
      let room = Journal.lineLimit - journalText([""], at: "t").utf8.count
      do {
        var journal = try Journal(path: path, digest: standInDigest)
        let tooLong = [UInt8](repeating: 0x31, count: room + 1)
        let error = #expect(throws: JournalError.self) { try journal.append(payload: tooLong, at: "t") }
        #expect(error?.reason == .unfit(.tooLong))
        try journal.append(payload: tooLong.dropLast(), at: "t")
      }
      #expect(try TestFile.read(path).count == Journal.lineLimit)
      let journal = try Journal(path: path, digest: standInDigest)
      let frames = journal.frames
      #expect(frames.count == 1)
    }
  }

  @Test func growsNoLargerThanItMayBe() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("journal")
      var journal = try Journal(path: path, digest: fastDigest)
      let payload = [UInt8](repeating: 0x31, count: Journal.lineLimit - 200)
      var last: JournalError?
      for _ in 0..<20 {
        do throws(JournalError) {
          try journal.append(payload: payload, at: "t")
        } catch {
          last = error
          break
        }
      }
      #expect(last?.reason == .full(limit: Journal.sizeLimit))
      #expect(last?.message.contains("would be larger than 16 MiB") == true)
      #expect(last?.remedy.contains("export the set-up") == true)
      let count = journal.frames.count
      #expect(count == 16)
      #expect(try TestFile.read(path).count <= Journal.sizeLimit)
      #expect(try Journal.read(path: path, digest: fastDigest).frames.count == 16)
    }
  }

  @Test func noticesAWriterThatDoesNotKnowTheLock() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("journal")
      var journal = try Journal(path: path, digest: standInDigest)
      try journal.append(payload: [0x30], at: "t")
      let text = try TestFile.text(path)
      try TestFile.write(text + "hello\n", to: path)
      let error = #expect(throws: JournalError.self) { try journal.append(payload: [0x31], at: "t") }
      #expect(error?.reason == .changed)
      #expect(try TestFile.text(path) == text + "hello\n")
    }
  }

  @Test func aFullDiskIsSaidAndNothingAcknowledgedIsLost() async {
    await #expect(processExitsWith: .success) {
      try TemporaryDirectory.with { directory in
        let path = directory.path("journal")
        Support.limitFileSize(to: 1_000)
        var acknowledged = 0
        do {
          var journal = try Journal(path: path, digest: standInDigest)
          var failure: JournalError?
          while failure == nil {
            do throws(JournalError) {
              try journal.append(payload: Array("\"event\"".utf8), at: "t")
              acknowledged += 1
            } catch {
              failure = error
            }
          }
          guard case .notSaved(let error) = failure?.reason else {
            Issue.record("expected notSaved, found \(String(describing: failure))")
            return
          }
          try #require(error.meaning == "the file would grow beyond the allowed size")
          #expect(throws: JournalError.self) { try journal.append(payload: [0x30], at: "t") }
        }
        // A part of the last line is in the file: this is a real torn tail.
        try #require(try TestFile.read(path).count == 1_000)
        Support.limitFileSize(to: 100_000)
        var journal = try Journal(path: path, digest: standInDigest)
        let (frames, repair) = (journal.frames, journal.repair)
        try #require(acknowledged > 3 && frames.count == acknowledged)
        let saved = journalText(repeatElement("\"event\"", count: acknowledged), at: "t")
        try #require(repair?.offset == saved.utf8.count)
        try journal.append(payload: [0x30], at: "t")
      }
    }
  }
}
