import Console
import Parties
import Platform
import Reports
import Rules
import SAML
import Setup

/// What a run of `validate` is held to: the choices of the command line, the environment and the configuration file put
/// together, and what was agreed about findings.
struct Gate {
  /// The choices, whoever made them.
  let options: ValidateOptions
  /// Who made each, by the names of the flags; nobody where a name is missing.
  let origins: [String: ValueOrigin]
  /// The configuration file, where there is one.
  let file: ConfigurationFile?
  private let program: Program
  private let policy: FindingPolicy

  /// Puts the choices together. A value is taken whole from the first place that gives it.
  ///
  /// - Parameter readsBaseline: whether anything is to be judged; the choices alone can be put together before there is a
  ///   baseline.
  init(_ options: ValidateOptions, program: Program, readsBaseline: Bool = true) throws(Failure) {
    let file = try ConfigurationFile.find(options.config?.path, from: program.currentDirectory)
    var (options, origins) = (options, program.origins)
    for (key, value) in file?.values ?? [:] where origins[key.rawValue] == nil {
      guard let flag = ValidateOptions.flags.first(where: { $0.name == key.rawValue }) else { continue }
      for text in value.texts {
        do throws(Misuse) { try flag.apply(text, at: key.rawValue, to: &options) } catch { throw .usage(error.message) }
      }
      origins[key.rawValue] = value.origin
    }
    self.options = options
    self.origins = origins
    self.file = file
    self.program = program
    // Where the known findings are written anew, the old list is of no use but to be replaced.
    let isRead = readsBaseline && options.writeBaseline == nil
    let baseline = isRead ? try options.baseline.map(Self.baseline) : nil
    policy = FindingPolicy(
      suppressions: file?.suppressions ?? [], baseline: baseline,
      names: (options.writeBaseline ?? options.baseline).map {
        BaselineNames(beside: $0.path, from: program.currentDirectory)
      } ?? BaselineNames())
    if readsBaseline { announce() }
  }

  /// Says which settings come from where nobody looks who reads the command line: from variables, and from a file that
  /// nobody has named and that is not in sight. They may be anybody's.
  private func announce() {
    var places = variables.map { StyledText(ours: $0) }
    if options.config == nil, let file, file.path != ConfigurationFile.name {
      places.append(.path("\(untrusted: file.path)"))
    }
    if !places.isEmpty { program.hint("settings from \(places.joined(separator: ", "))") }
  }

  /// The variables on which the verdict depends: all but those that only decide how fast it comes and in which form.
  private var variables: [String] {
    // Mostly there is none, and the flags need not be gone through.
    guard origins.values.contains(where: { if case .variable = $0 { true } else { false } }) else { return [] }
    let flags = ValidateOptions.flags.filter { $0.group != .output && $0.name != "jobs" }.map(\.name)
    return (flags + ["now"]).compactMap { name in
      if case .variable(let variable) = origins[name] { variable } else { nil }
    }
  }

  /// The files that say what was agreed, and what to call each.
  var papers: [(noun: String, path: String)] {
    [
      ("the configuration", file?.path), ("the baseline", options.baseline?.path),
      ("the new baseline", options.writeBaseline?.path),
    ].compactMap { noun, path in path.map { (noun, $0) } }
  }

  /// What a message calls a choice: the variable that made it, or its flag.
  func place(of flag: String) -> String {
    if case .variable(let name) = origins[flag] { name } else { "--" + flag }
  }

  /// From when on the end of a certificate is an error; only where the file decides about the window at all.
  var urgentWindow: ConfigurationFile.Value? {
    switch origins["expires-within"] {
    case .flag, .variable: nil
    case .file, .preset, nil: file?.urgentWindow
    }
  }

  /// Adds what only the file can say, and keeps it from hiding what no file may hide.
  func complete(_ settings: inout Settings) {
    settings.selected?.formUnion(Catalogue.rules.filter(\.saysNotUnderstood).map(\.id))
    guard let file else { return }
    settings.expected = file.expected
    if let days = urgentWindow?.texts.first.flatMap(TimeSpan.init(argument:)) {
      settings.urgentWindow = days.seconds / 86_400
    }
    let enduring = Catalogue.rules.filter(\.isEnduring)
    if isFromFile("select") { settings.selected?.formUnion(enduring.map(\.id)) }
    if isFromFile("ignore") { settings.ignored.subtract(enduring.map(\.id)) }
    guard isFromFile("severity") else { return }
    for rule in enduring where settings.severities[rule.id].map({ $0 < rule.severity }) ?? false {
      settings.severities[rule.id] = nil
    }
  }

  private func isFromFile(_ name: String) -> Bool { if case .file = origins[name] { true } else { false } }

  // MARK: The findings

  /// The report with every finding where it stands; the new baseline is written where one was asked for.
  func settle(_ report: ValidationReport) throws(Failure) -> ValidationReport {
    let directory = options.baseline.map { Directory.parent(of: $0.path) } ?? "."
    let settled = report.under(policy) { name in
      let path = Directory.isAbsolute(name) ? name : Directory.path(of: name, in: directory)
      return (try? File.kind(of: path)) == .some(nil)
    }
    guard let target = options.writeBaseline else {
      remark(on: settled)
      return settled
    }
    guard report.unreadable.isEmpty else {
      program.hint(
        "\(untrusted: target.path) was not written: a file could not be read, and its findings are not known")
      return settled
    }
    let baseline = Baseline(settled, names: policy.names)
    try write(baseline, to: target.path)
    var known = policy
    known.baseline = baseline
    return report.under(known) { _ in false }
  }

  /// Replaces a baseline, and nothing else that may be there.
  private func write(_ baseline: Baseline, to path: String) throws(Failure) {
    if let bytes = try? File.read(path, limit: Self.mostBytes), (try? Baseline(reading: bytes)) == nil {
      throw .usage(
        "--write-baseline \(quoted: path): the file is there and is no baseline; choose another name, or remove it")
    }
    try program.replace(path, with: baseline.document)
  }

  /// What of the policy is of no use any more, on standard error: it is no finding about the files.
  private func remark(on report: ValidationReport) {
    let stale = report.staleEntries
    if let first = stale.first, let path = options.baseline?.path {
      let more: StyledText = stale.count == 1 ? .empty : " and \(stale.count - 1) more"
      program.hint(
        """
        \(untrusted: path): \(ours: first.rule) of \(untrusted: first.file)\(more) is not found any more; \
        \(.command("--write-baseline \(untrusted: ShellText.word(path))")) brings it up to date
        """)
    }
    for suppression in report.unusedSuppressions {
      let finding = SecretLookalike.covered(suppression.subject)
      program.hint("\(untrusted: suppression.place): no finding of \(untrusted: finding) needs this suppression")
    }
  }

  private static let mostBytes = 64 << 20

  private static func baseline(_ file: FilePath) throws(Failure) -> Baseline {
    let bytes: [UInt8]
    do throws(PlatformError) {
      bytes = try File.read(file.path, limit: mostBytes)
    } catch {
      let name = SecretLookalike.bare(atEndOf: file.path) == nil ? file.path : "FILE"
      throw .couldNot(
        "\(untrusted: error.words); \(.command("signpost validate … --write-baseline \(untrusted: ShellText.word(name))")) makes one"
      )
    }
    do throws(JSON.ReadingError) {
      return try Baseline(reading: bytes)
    } catch {
      throw .usage("\(untrusted: file.path):\(error.line):\(error.column): \(untrusted: error.reason)")
    }
  }
}
