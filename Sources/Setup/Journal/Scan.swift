extension Journal {
  /// The place and the kind of damage to a journal.
  public struct Damage: Equatable, Sendable {
    /// Which frame the damaged line should have been, counted from 1; those before it are whole.
    public let frame: Int
    /// The byte of the file that the damaged line begins at.
    public let offset: Int
    /// What is wrong with it.
    public let fault: Fault
  }

  /// The bytes of a journal taken apart, up to the first line that does not belong there. Decides nothing.
  struct Scan {
    enum Ending {
      /// The last line is a frame and has its line feed; or there is no line at all.
      case clean
      /// The last line has no line feed and is not a whole frame.
      case torn
      /// The last line is a whole frame, and then comes no line feed: nothing, or one other byte.
      case unfinished(Frame)
      /// A line is not the frame that it should be.
      case damaged(Damage)
      /// The only line neither is a frame nor can have become one.
      case foreign
    }

    private(set) var frames: [Frame] = []
    /// The byte after the line feed of the last good frame.
    private(set) var end = 0
    private(set) var ending = Ending.clean
    /// The first frame of a later version than ours.
    private(set) var newer: (version: Int, frame: Int)?
    /// Whether frames of a later version had to be left out.
    private(set) var isIncomplete = false

    init(_ bytes: [UInt8], digest: Digest) {
      while end < bytes.count {
        let line = bytes[end...].prefix { $0 != UInt8(ascii: "\n") }
        guard line.endIndex < bytes.count else {
          readTail(line, digest: digest)
          return
        }
        guard line.count < Journal.lineLimit else {
          stop(.tooLong)
          return
        }
        switch parse(line, digest: digest) {
        case .frame(let frame): add(frame)
        case .newer(let version):
          newer = newer ?? (version, frames.count + 1)
          isIncomplete = true
          return
        case .fault(let fault):
          stop(fault)
          return
        }
        end = line.endIndex + 1
      }
    }

    private func parse(_ line: ArraySlice<UInt8>, digest: Digest) -> Frame.Parsed {
      Frame.parse(
        line, number: frames.count + 1, after: frames.last?.sum ?? Frame.sumBeforeFirst, offset: end, digest: digest)
    }

    private mutating func add(_ frame: Frame) {
      if frame.version > Journal.version { newer = newer ?? (frame.version, frame.number) }
      frames.append(frame)
    }

    private mutating func stop(_ fault: Fault) {
      ending = .damaged(Damage(frame: frames.count + 1, offset: end, fault: fault))
    }

    /// The last line, which has no line feed. No single write of ours is longer than `lineLimit`.
    private mutating func readTail(_ tail: ArraySlice<UInt8>, digest: Digest) {
      guard tail.count <= Journal.lineLimit else { return stop(.tooLong) }
      // Whole, and only the line feed is missing; or whole, and the line feed has become another byte. In the latter
      // case the event was acknowledged, and must not go with the byte.
      for line in [tail, tail.dropLast()] {
        switch parse(line, digest: digest) {
        case .frame(let frame) where frame.version > Journal.version: return add(frame)
        case .frame(let frame):
          ending = .unfinished(frame)
          return
        case .newer(let version):
          newer = newer ?? (version, frames.count + 1)
          isIncomplete = true
          return
        case .fault: continue
        }
      }
      // A file with one line of something else is somebody's file, not the beginning of a journal. A file that grew but
      // whose content never reached the disk is all zeros.
      let isBeginning = tail.starts(with: Frame.opening) || Frame.opening.starts(with: tail)
      let isOurs = !frames.isEmpty || isBeginning || tail.allSatisfy { $0 == 0 }
      ending = isOurs ? .torn : .foreign
    }
  }
}
