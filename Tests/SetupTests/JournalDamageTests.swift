import Platform
import Support
import Testing

@testable import Setup

@Suite struct JournalDamageTests {
  @Test func cutAnywhereItOpensWithEveryWholeFrameAndGoesOn() throws {
    try TemporaryDirectory.with { directory in
      let whole = Array(journalText(sampleEvents).utf8)
      let starts = lineStarts(of: whole)
      for cut in 0...whole.count {
        let path = directory.path("journal-\(cut)")
        try TestFile.write(Array(whole[..<cut]), to: path)
        // A frame whose line feed alone is missing is whole.
        let expected = starts.dropFirst().count { $0 <= cut + 1 && cut > 0 }
        do {
          var journal = try Journal(path: path, digest: standInDigest)
          let (frames, repair) = (journal.frames, journal.repair)
          #expect(
            frames.map { String(decoding: $0.payload, as: UTF8.self) } == Array(sampleEvents.prefix(expected)),
            "cut at \(cut)")
          let isWhole = starts.contains(cut)
          #expect((repair == nil) == isWhole, "cut at \(cut)")
          let end = starts.last { $0 <= cut } ?? 0
          switch repair?.action {
          case .cut(let bytes, let copy):
            #expect(bytes == cut - end && repair?.offset == end)
            #expect(try TestFile.read(copy) == Array(whole[end..<cut]))
            #expect(copy == path + ".torn-1")
          case .ended(let frame): #expect(starts.contains(cut + 1) && frame == expected)
          case nil: break
          }
          try journal.append(payload: Array("true".utf8), at: "t")
        }
        let again = try Journal.read(path: path, digest: standInDigest)
        #expect(again.problem == nil && again.frames.count == expected + 1, "cut at \(cut)")
      }
    }
  }

  @Test func everyFlippedBitIsFoundAndNoEventIsLost() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("journal")
      let whole = Array(journalText(sampleEvents).utf8)
      let starts = lineStarts(of: whole)
      for index in whole.indices {
        for bit in 0..<8 {
          var bytes = whole
          bytes[index] ^= 1 << bit
          try TestFile.write(bytes, to: path)
          let line = (starts.lastIndex { $0 <= index } ?? 0)
          if index == whole.count - 1 {
            // The last line feed: the frame before it is whole, so that nothing need be given up.
            let journal = try Journal(path: path, digest: standInDigest)
            let (frames, repair) = (journal.frames, journal.repair)
            #expect(frames.count == sampleEvents.count && repair?.action == .ended(frame: sampleEvents.count))
            #expect(try TestFile.read(path) == whole)
            continue
          }
          let error = #expect(throws: JournalError.self) { _ = try Journal(path: path, digest: standInDigest) }
          guard let damage = error?.damage else {
            Issue.record("bit \(bit) of byte \(index): \(String(describing: error))")
            continue
          }
          #expect(damage.frame == line + 1 && damage.offset == starts[line], "bit \(bit) of byte \(index)")
          if line > 0 {
            let command = "cp \(path) \(path).damaged && head -c \(starts[line]) \(path).damaged > \(path)"
            #expect(error?.remedy.hasSuffix(command) == true)
          }
          #expect(try TestFile.read(path) == bytes)
          let reading = try Journal.read(path: path, digest: standInDigest)
          #expect(reading.frames.count == line && reading.problem == .damaged(damage))
        }
      }
      #expect(try Directory.entries(of: directory.path).map(\.name) == ["journal"])
    }
  }

  @Test func tornTailsAreAllKept() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("journal")
      let good = journalText(["1"])
      for number in 1...3 {
        try TestFile.write(good + "{\"sum\":\"tail \(number)", to: path)
        let journal = try Journal(path: path, digest: standInDigest)
        let repair = journal.repair
        #expect(repair?.action == .cut(bytes: 14, copy: "\(path).torn-\(number)"))
        #expect(repair?.message.contains("\(good.utf8.count)") == true)
      }
      #expect(try TestFile.text(path + ".torn-2") == "{\"sum\":\"tail 2")
      #expect(TestFile.permissions(path + ".torn-2") == 0o600)
    }
  }

  @Test func spaceThatNeverGotItsContentIsATornTail() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("journal")
      for good in ["", journalText(["1", "2"])] {
        try TestFile.write(Array(good.utf8) + [UInt8](repeating: 0, count: 4_096), to: path)
        let journal = try Journal(path: path, digest: standInDigest)
        let repair = journal.repair
        #expect(repair?.offset == good.utf8.count)
        #expect(try TestFile.text(path) == good)
      }
    }
  }

  @Test(arguments: ["precious", "<xml/>", "{\"sum\":1}", "{}"]) func anotherFileIsNotCutToNothing(text: String) throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("journal")
      try TestFile.write(text, to: path)
      let error = #expect(throws: JournalError.self) { _ = try Journal(path: path, digest: standInDigest) }
      #expect(error?.reason == .notAJournal)
      #expect(throws: JournalError.self) { try Journal.read(path: path, digest: standInDigest) }
      try TestFile.write(text + "\n", to: path)
      let line = #expect(throws: JournalError.self) { _ = try Journal(path: path, digest: standInDigest) }
      #expect(line?.damage?.frame == 1 && line?.damage?.offset == 0 && line?.damage?.fault == .shape)
      #expect(try TestFile.text(path) == text + "\n")
    }
  }

  @Test func linesThatWereTakenOutRepeatedOrMovedAreFound() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("journal")
      let lines = journalText(sampleEvents).split(separator: "\n").map { $0 + "\n" }
      for (changed, frame) in [
        ([lines[0], lines[2], lines[3]], 2), ([lines[1], lines[2]], 1), ([lines[0], lines[1], lines[1]], 3),
        ([lines[0], lines[2], lines[1]], 2), ([lines[0], "\n", lines[1]], 2),
      ] {
        try TestFile.write(changed.joined(), to: path)
        let error = #expect(throws: JournalError.self) { _ = try Journal(path: path, digest: standInDigest) }
        #expect(error?.damage?.frame == frame)
      }
    }
  }

  @Test func numbersHaveNoGapEvenWhereTheSumsAreRight() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("journal")
      try TestFile.write(journalText(["1"], firstNumber: 2), to: path)
      let error = #expect(throws: JournalError.self) { _ = try Journal(path: path, digest: standInDigest) }
      #expect(error?.damage?.frame == 1 && error?.damage?.offset == 0 && error?.damage?.fault == .number(2))
      #expect(error?.message.contains("it has number 2") == true)
    }
  }

  @Test func whatALaterVersionWroteIsReadButNotWritten() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("journal")
      let first = journalLine(#""v":1,"n":1,"at":"t","event":1}"#, after: "0000000000000000")
      let second = journalLine(#""v":2,"n":2,"at":"t","event":2}"#, after: first.sum)
      let strange = journalLine(#""v":3,"when":"t","what":2}"#, after: second.sum)
      for (text, complete) in [(first.line + second.line, true), (first.line + second.line + strange.line, false)] {
        // With a torn tail, too: whoever cannot write a file does not repair it.
        for tail in ["", "{\"su"] {
          try TestFile.write(text + tail, to: path)
          let error = #expect(throws: JournalError.self) { _ = try Journal(path: path, digest: standInDigest) }
          #expect(error?.reason == .newer(version: 2, frame: 2))
          #expect(try TestFile.text(path) == text + tail)
          let reading = try Journal.read(path: path, digest: standInDigest)
          #expect(reading.frames.map(\.version) == [1, 2])
          #expect(reading.problem == .newer(version: 2, frame: 2, isComplete: complete))
        }
      }
    }
  }

  @Test func aLineOfALaterVersionThatWasNotEndedIsNoTornTail() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("journal")
      let first = journalLine(#""v":1,"n":1,"at":"t","event":1}"#, after: "0000000000000000")
      let strange = journalLine(#""v":3,"when":"t","what":2}"#, after: first.sum)
      let text = first.line + strange.line.dropLast()
      try TestFile.write(text, to: path)
      let error = #expect(throws: JournalError.self) { _ = try Journal(path: path, digest: standInDigest) }
      #expect(error?.reason == .newer(version: 3, frame: 2))
      #expect(try TestFile.text(path) == text)
      let reading = try Journal.read(path: path, digest: standInDigest)
      #expect(reading.frames.count == 1)
      #expect(reading.problem == .newer(version: 3, frame: 2, isComplete: false))
    }
  }

  @Test(arguments: [
    #""n":1,"at":"t","event":1}"#, #""v":0,"n":1,"at":"t","event":1}"#, #""v":01,"n":1,"at":"t","event":1}"#,
    #""v":1,"at":"t","n":1,"event":1}"#, #""v":1,"n":1,"at":"t","event":}"#, #""v":1,"n":1,"at":"t","event":1"#,
  ])
  func aRightSumDoesNotMakeALineAFrame(rest: String) throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("journal")
      try TestFile.write(journalLine(rest, after: "0000000000000000").line, to: path)
      let error = #expect(throws: JournalError.self) { _ = try Journal(path: path, digest: standInDigest) }
      #expect(error?.damage?.frame == 1 && error?.damage?.offset == 0 && error?.damage?.fault == .shape)
    }
  }

  @Test func aTailThatCannotBePutAsideIsNotCutOff() throws {
    try TemporaryDirectory.with { directory in
      // As long as a name may be: the copy's is longer.
      let path = directory.path(String(repeating: "j", count: 255))
      let torn = journalText(["1"]) + "{\"sum\":\"tail"
      try TestFile.write(torn, to: path)
      let error = #expect(throws: JournalError.self) { _ = try Journal(path: path, digest: standInDigest) }
      guard case .notSaved(let refusal) = error?.reason else {
        Issue.record("expected notSaved, found \(String(describing: error))")
        return
      }
      #expect(refusal.path == path + ".torn-1")
      #expect(try TestFile.text(path) == torn)
    }
  }

  @Test func tooMuchIsRefusedBeforeItIsRead() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("journal")
      try TestFile.write([UInt8](repeating: 0, count: Journal.sizeLimit + 1), to: path)
      for error in [
        #expect(throws: JournalError.self) { _ = try Journal(path: path, digest: standInDigest) },
        #expect(throws: JournalError.self) { _ = try Journal.read(path: path, digest: standInDigest) },
      ] {
        #expect(error?.reason == .tooLarge(limit: Journal.sizeLimit))
        #expect(error?.message.contains("is larger than 16 MiB") == true)
        #expect(error?.remedy.contains("from a backup") == true)
      }
      for end in ["", "\n"] {
        let long = journalText(["1"]) + String(repeating: "x", count: Journal.lineLimit + 1) + end
        try TestFile.write(long, to: path)
        let error = #expect(throws: JournalError.self) { _ = try Journal(path: path, digest: standInDigest) }
        let offset = journalText(["1"]).utf8.count
        #expect(error?.damage?.frame == 2 && error?.damage?.offset == offset && error?.damage?.fault == .tooLong)
      }
    }
  }

  @Test(.timeLimit(.minutes(30))) func whatIsNotAFileOfOursIsNotOpened() throws {
    try TemporaryDirectory.with { directory in
      try TestFile.write(journalText(["1"]), to: directory.path("real"))
      try TestFile.makeLink(at: directory.path("link"), to: "real")
      try TestFile.makeNamedPipe(directory.path("pipe"))
      try TestFile.makeDirectory(directory.path("directory"))
      for (name, reason) in [
        ("link", PlatformError.Reason.symbolicLink), ("pipe", .notRegular(.fifo)),
        ("directory", .notRegular(.directory)),
      ] {
        for error in [
          #expect(throws: JournalError.self) {
            _ = try Journal(path: directory.path(name), digest: standInDigest)
          },
          #expect(throws: JournalError.self) {
            _ = try Journal.read(path: directory.path(name), digest: standInDigest)
          },
        ] {
          guard case .file(let found) = error?.reason else {
            Issue.record("expected a refused file, found \(String(describing: error))")
            continue
          }
          #expect(found.reason == reason)
        }
      }
      try TestFile.makeSecondName(directory.path("second"), of: directory.path("real"))
      #expect(throws: JournalError.self) { _ = try Journal(path: directory.path("second"), digest: standInDigest) }
    }
  }

  @Test func whatIsRefusedKeepsItsMode() throws {
    try TemporaryDirectory.with { directory in
      let later = journalLine(#""v":2,"n":1,"at":"t","event":1}"#, after: "0000000000000000").line
      for (name, text) in [
        ("foreign", "shopping list"), ("damaged", "shopping list\nmilk\n"), ("newer", later),
      ] {
        let path = directory.path(name)
        try TestFile.write(text, to: path, mode: 0o644)
        #expect(throws: JournalError.self) { _ = try Journal(path: path, digest: standInDigest) }
        #expect(TestFile.permissions(path) == 0o644, "\(name)")
        #expect(try TestFile.text(path) == text)
      }
    }
  }

  @Test func aWideModeIsNarrowedAndSaid() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("journal")
      try TestFile.write(journalText(["1"]), to: path, mode: 0o666)
      let journal = try Journal(path: path, digest: standInDigest)
      let narrowed = journal.narrowedMode
      #expect(narrowed == 0o666)
      #expect(TestFile.permissions(path) == 0o600)
    }
  }

  @Test func theRemedySaysHowManyFramesAreWhole() {
    func remedy(frame: Int) -> String {
      JournalError(path: "j", reason: .damaged(Journal.Damage(frame: frame, offset: 80, fault: .sum))).remedy
    }
    #expect(remedy(frame: 2).contains("(the 1 frame before it is whole)"))
    #expect(remedy(frame: 3).contains("(the 2 frames before it are whole)"))
  }
}
