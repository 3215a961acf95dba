import Platform
import Support

/// One command, one of its calls, and what befalls that.
struct FaultCase: Sendable {
  let command: FaultedCommand
  let call: String
  let number: Int
  let fault: Fault

  /// What came of it.
  enum Outcome: Hashable {
    /// The command did what it was to do.
    case unnoticed
    /// It said that it could not.
    case refused
    /// It was killed, as it was to be.
    case killed
    /// Something that must not be.
    case failed(String)
  }

  /// The calls that stand for what a command asks of the files that it keeps.
  static let calls = [
    "openat", "read", "pread64", "write", "pwrite64", "writev", "fsync", "fdatasync", "ftruncate", "rename",
    "renameat2", "link", "linkat", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir", "chmod", "fchmod", "fchmodat",
    "flock", "fcntl", "fstat", "newfstatat", "statx", "close", "getdents64", "lseek",
  ]

  /// Runs the command undisturbed, and gives every case of it.
  static func all(
    of command: FaultedCommand, in directory: String
  ) throws -> (cases: [FaultCase], before: StoreState, after: StoreState) {
    try command.prepare(directory)
    let before = try StoreState(place: directory + "/place")
    let run = try command.run(in: directory, traced: Self.calls.joined(separator: ","))
    guard run.ending == .exited(status: command.status) else {
      throw SupportFailure("\(command.name) ended by \(run.ending): \(run.text)")
    }
    let calls = run.trace.calls(under: directory + "/place")
    let cases = calls.flatMap { call in
      Fault.all(of: call.name).map {
        FaultCase(command: command, call: call.name, number: call.number, fault: $0)
      }
    }
    return (cases, before, try StoreState(place: directory + "/place"))
  }

  /// Lets it happen, reads what is there afterwards, and runs the command once more, undisturbed.
  ///
  /// - Parameters:
  ///   - before: what is there before the command, and `after` what is there when nothing befell it.
  func outcome(in directory: String, before: StoreState, after: StoreState) throws -> Outcome {
    try command.prepare(directory)
    let place = directory + "/place"
    let run = try command.run(in: directory, traced: call, injecting: fault.injection(into: call, number: number))
    guard isDelivered(run.trace, place) else { return .failed("the fault did not happen") }
    // A disk on which nothing can be written any more has no room for what is said, either.
    let isMute = call == "write" && fault == .refusedFromNowOn("ENOSPC")
    var outcome: Outcome
    switch run.ending {
    case .signalled(number: 9) where fault == .killed: outcome = .killed
    case .exited(command.status) where fault != .killed: outcome = .unnoticed
    case .exited(3) where fault != .interrupted && fault != .killed:
      guard isMute || run.text.contains("error: ") else { return .failed("it does not say what is wrong: \(run.text)") }
      outcome = .refused
    default: return .failed("it ended by \(run.ending): \(run.text)")
    }
    if case .unwritten = fault { return try outcomeOfLoss(outcome, run, directory, before, after) }
    let found = try StoreState(place: place)
    if let wrong = fault(in: found, run, before) { return .failed(wrong) }
    if outcome == .unnoticed, isToBeSaid(run.trace, place) || !found.isAsGood(as: after) {
      // The answers are written for convenience only; and who sits at the wizard is told, and asked once more.
      let said = ["the answers were not written", "error: cannot"]
      guard isMute || said.contains(where: run.text.unwrapped.contains) else {
        return .failed("not all was done, and nothing is said: \(run.text)")
      }
      outcome = .refused
    }
    return try again(in: directory, after) ?? outcome
  }

  /// Whether the fault befell the call that was meant: strace marks what it falsified, and what is killed ends in that call.
  private func isDelivered(_ trace: Trace, _ place: String) -> Bool {
    let calls = trace.calls(under: place)
    guard fault != .killed else { return trace.isKilled && calls.last?.line == trace.calls.last?.line }
    return calls.contains { $0.number == number && $0.line.hasSuffix("(INJECTED)") }
  }

  /// Whether the fault must not go unnoticed, whatever is found afterwards: nobody knows whether it is on the disk.
  private func isToBeSaid(_ trace: Trace, _ place: String) -> Bool {
    switch fault {
    case .refused, .refusedFromNowOn:
      ["write", "fsync", "fdatasync", "ftruncate"].contains(call)
        && trace.calls(under: place + "/store").contains { $0.number == number }
    case .interrupted, .killed, .unwritten: false
    }
  }

  /// What is wrong with what was found; nil where nothing is.
  private func fault(in found: StoreState, _ run: FaultedCommand.Run, _ before: StoreState) -> String? {
    guard found.events.starts(with: before.events) else { return "earlier events are lost" }
    let new = found.events.dropFirst(before.events.count)
    let kept = new.count { command.kind.isEmpty || $0.contains("\"kind\":\"\(command.kind)\"") }
    let reported = command.reported(run.text)
    guard kept >= reported else { return "\(reported) events were reported, \(kept) are kept: \(run.text)" }
    let left = found.others.keys.filter { $0.contains(".signpost-") }
    guard left.isEmpty || fault == .killed || call == "unlink" else { return "left lying: \(left)" }
    return nil
  }

  /// The command once more, undisturbed.
  private func again(in directory: String, _ after: StoreState) throws -> Outcome? {
    let run = try command.run(in: directory)
    guard run.ending == .exited(status: command.status) else {
      return .failed("once more, undisturbed, it ended by \(run.ending): \(run.text)")
    }
    let found = try StoreState(place: directory + "/place")
    return found.isAsGood(as: after) ? nil : .failed("once more, undisturbed, it did not do all: \(run.text)")
  }

  /// No disk does that, but some file systems in between do: a line that is not there is not acknowledged, and the
  /// damage is named with the bytes to keep.
  private func outcomeOfLoss(
    _ outcome: Outcome, _ run: FaultedCommand.Run, _ directory: String, _ before: StoreState, _ after: StoreState
  ) throws -> Outcome {
    let journal = directory + "/place/store/okta.journal"
    if (try? StoreState(place: directory + "/place")) == nil {
      let refusal = try command.run(in: directory)
      let hint = refusal.text.unwrapped
      if refusal.ending == .exited(status: 3), let count = hint.firstMatch(of: /head -c (\d+)/).flatMap({ Int($0.1) }) {
        try TestFile.write(Array(try TestFile.read(journal).prefix(count)), to: journal)
      } else if refusal.ending == .exited(status: 3), hint.contains("move it away") {
        try TestFile.remove(journal)
      } else {
        return .failed("the damage is not named: \(refusal.text)")
      }
    }
    if let wrong = fault(in: try StoreState(place: directory + "/place"), run, before) { return .failed(wrong) }
    return try again(in: directory, after) ?? outcome
  }
}

extension FaultCase: CustomStringConvertible {
  var description: String { "\(command.name), \(call) \(number), \(fault)" }
}
