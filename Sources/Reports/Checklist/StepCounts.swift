import Setup

/// How many steps of a document, or of one of its stages, stand where.
struct StepCounts: Sendable, Equatable {
  private(set) var done = 0
  private(set) var skipped = 0
  private(set) var stale = 0
  private(set) var ready = 0
  private(set) var waiting = 0
  private(set) var undecided = 0
  private(set) var notApplicable = 0

  init(_ entries: [Checklist.Entry]) {
    for entry in entries {
      switch entry.progress?.state {
      case .done?: done += 1
      case .skipped?: skipped += 1
      case .stale?: stale += 1
      case .ready?: ready += 1
      case .waiting?: waiting += 1
      case .undecided?: undecided += 1
      case .notApplicable?: notApplicable += 1
      case nil: break
      }
    }
  }

  /// Steps that apply, or may.
  var applicable: Int { done + skipped + stale + ready + waiting + undecided }

  /// Whether nothing is left to do.
  var isComplete: Bool { done + skipped == applicable }

  /// `12 of 33 steps done, 1 left out, 1 stale`.
  var summary: String { ([steps] + rest).joined(separator: ", ") }

  /// `12 of 33 done, 1 left out`: for a line that says already that it counts steps.
  var shortSummary: String { (["\(done) of \(applicable) done"] + rest).joined(separator: ", ") }

  private var steps: String { "\(done) of \(applicable) \(applicable == 1 ? "step" : "steps") done" }

  private var rest: [String] {
    [(skipped, "left out"), (stale, "stale")].filter { $0.0 > 0 }.map { "\($0) \($1)" }
  }
}
