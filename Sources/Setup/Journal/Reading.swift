extension Journal {
  /// A journal as it was found by somebody who does not write in it.
  public struct Reading: Equatable, Sendable {
    /// What a writer would have to deal with first.
    public enum Problem: Equatable, Sendable {
      /// The last line, from this byte on, is written only in part: by a process that died, or by one that is writing
      /// right now.
      case torn(offset: Int)
      /// A line is not the frame that it should be; it and all after it are left out.
      case damaged(Damage)
      /// There are frames of a later version, from this one on. `isComplete` is false where the rest could not be read.
      case newer(version: Int, frame: Int, isComplete: Bool)
    }

    /// The frames, in order, up to the problem if there is one.
    public let frames: [Frame]
    /// What is wrong at the end.
    public let problem: Problem?

    init(_ scan: Scan, at path: String) throws(JournalError) {
      var frames = scan.frames
      let newer = scan.newer.map { (newer: (version: Int, frame: Int)) -> Problem in
        .newer(version: newer.version, frame: newer.frame, isComplete: !scan.isIncomplete)
      }
      switch scan.ending {
      case .clean: problem = newer
      case .torn: problem = newer ?? .torn(offset: scan.end)
      case .unfinished(let frame):
        frames.append(frame)
        problem = newer ?? .torn(offset: scan.end)
      case .damaged(let damage): problem = .damaged(damage)
      case .foreign: throw JournalError(path: path, reason: .notAJournal)
      }
      self.frames = frames
    }
  }
}
