import Platform
import Rules

/// Judges files, several at a time; what comes out has the order of what went in.
struct FileJudge: Sendable {
  let judge: Judge
  /// Where it is told how far things are.
  var progress: ProgressLine?

  /// What came of one file.
  enum Outcome {
    case judged(Verdict)
    case unreadable(PlatformError)
  }

  /// Judges files on so many threads, large ones on several, and hands over what came of each, from any thread and in any
  /// order, with the file's number.
  func judge(_ inputs: [InputFile], jobs: Int, taking take: @escaping @Sendable (Int, Outcome) -> Void) {
    progress?.begin(files: inputs.count)
    let crew = Crew(jobs: jobs)
    crew.forEach(below: inputs.count) { number in
      progress?.opened(inputs[number].argument)
      do throws(PlatformError) {
        take(number, .judged(try verdict(of: inputs[number], workers: crew)))
      } catch { take(number, .unreadable(error)) }
      progress?.finished()
    }
    progress?.end()
  }

  /// Judges a file of any size, piece by piece.
  func verdict(of input: InputFile, workers: Crew? = nil) throws(PlatformError) -> Verdict {
    var file = try input.open()
    var document = judge.document(path: input.argument, workers: workers)
    var buffer: [UInt8] = []
    while document.wantsMore, try file.read(into: &buffer, atMost: 1 << 16) > 0 {
      document.feed(buffer[...])
      progress?.read(buffer.count)
      buffer.removeAll(keepingCapacity: true)
    }
    return document.finish()
  }
}
