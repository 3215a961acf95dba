import Playbook
import Reports
import Setup
@testable import signpost

/// The JSON files that people and other programs write: configuration, baseline, answers, lists.
enum ConfigurationRun {
  /// What an input is read as.
  private enum Kind: Turn {
    case json, configuration, baseline, answers, users, groups

    // What is misspelt in answers is compared with all that could be meant.
    static let allCases =
      [answers] + Array(repeating: json, count: 3)
      + [configuration, baseline, users, groups].flatMap { Array(repeating: $0, count: 3) }
  }

  static func run(_ bytes: [UInt8]) throws(Claim.Broken) {
    switch Kind.of(bytes) {
    case .json:
      guard let json = try? JSON(reading: bytes) else { return }
      try Claim.holds((try? JSON(reading: Array(json.compact.utf8))) == json, "JSON reads as written")
      try Claim.holds((try? JSON(reading: Array(json.indented.utf8))) == json, "indented JSON reads as written")
    case .configuration:
      guard
        let file = try read({ () throws(JSON.ReadingError) in
          try ConfigurationFile(reading: bytes, path: ".signpost.json")
        })
      else { return }
      try Claim.holds((try? JSON(reading: bytes))?.object != nil, "a configuration is an object")
      _ = (file.values.count, file.suppressions.count)
    case .baseline:
      guard let baseline = try read({ () throws(JSON.ReadingError) in try Baseline(reading: bytes) }) else { return }
      try Claim.holds(
        (try? Baseline(reading: Array(baseline.document.utf8))) == baseline, "a baseline reads as written")
    case .answers:
      do throws(AnswersFile.Problems) { _ = try AnswersFile(bytes, path: "answers.json", playbook: .okta) } catch {
        try Claim.holds(!error.list.isEmpty, "answers are refused for a reason")
      }
    case .users: _ = try? UserList(bytes)
    case .groups: _ = try? GroupList(bytes)
    }
  }

  /// What is read; nil where it cannot be, which has a place.
  private static func read<File>(_ read: () throws(JSON.ReadingError) -> File) throws(Claim.Broken) -> File? {
    do throws(JSON.ReadingError) { return try read() } catch {
      try Claim.holds(error.line > 0 && error.column > 0 && !error.reason.isEmpty, "a fault has a place")
      return nil
    }
  }
}
