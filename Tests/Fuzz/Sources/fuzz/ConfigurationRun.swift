import Playbook
import Reports
import Setup
@testable import signpost

/// The JSON files that people and other programs write: configuration, baseline, answers, lists.
enum ConfigurationRun {
  static func run(_ bytes: [UInt8]) {
    let json = try? JSON(reading: bytes)
    if let json {
      Claim.holds((try? JSON(reading: Array(json.compact.utf8))) == json, "JSON reads as written")
      Claim.holds((try? JSON(reading: Array(json.indented.utf8))) == json, "indented JSON reads as written")
    }
    place { () throws(JSON.ReadingError) in
      let file = try ConfigurationFile(reading: bytes, path: ".signpost.json")
      Claim.holds(json?.object != nil, "a configuration is an object")
      _ = (file.values.count, file.suppressions.count)
    }
    place { () throws(JSON.ReadingError) in
      let baseline = try Baseline(reading: bytes)
      Claim.holds((try? Baseline(reading: Array(baseline.document.utf8))) == baseline, "a baseline reads as written")
    }
    do throws(AnswersFile.Problems) {
      _ = try AnswersFile(bytes, path: "answers.json", playbook: .okta)
    } catch {
      Claim.holds(!error.list.isEmpty, "answers are refused for a reason")
    }
    _ = (try? UserList(bytes), try? GroupList(bytes))
  }

  private static func place(_ read: () throws(JSON.ReadingError) -> Void) {
    do throws(JSON.ReadingError) { try read() } catch {
      Claim.holds(error.line > 0 && error.column > 0 && !error.reason.isEmpty, "a fault has a place")
    }
  }
}
