import Console
import Platform
import Playbook
import Probes
import Reports
import Setup

/// `signpost verify users` and `signpost verify groups`: a list judged. Without one, the groups are asked of a live
/// system.
struct VerifyLists {
  let options: VerifyOptions
  let program: Program

  /// More than the largest directory that AWS takes fills.
  private static let limit = 64 << 20

  func users() throws(Failure) -> ExitStatus {
    guard let list = options.list else {
      throw .inputNeeded(
        """
        verify users needs a list: export one and give it with --from FILE; it asks no live system (verify scim and verify \
        aws do)
        """)
    }
    let users = try read(list) { bytes throws(ListError) in try UserList(bytes, nameID: options.nameID) }
    var center: (path: String, list: UserList)?
    if let file = options.identityCenter {
      center = (file.argument, try read(file) { bytes throws(ListError) in try UserList(bytes) })
    }
    return show(
      ListReport(tool: Program.tool, now: program.now, path: list.argument, users: users, identityCenter: center))
  }

  func groups() throws(Failure) -> ExitStatus {
    let required = options.groups.isEmpty ? try requiredBySetup() : options.groups
    let (groups, path) = try groupList()
    return show(ListReport(tool: Program.tool, now: program.now, path: path, groups: groups, required: required))
  }

  private func show(_ report: ListReport) -> ExitStatus {
    switch options.format {
    case .human: program.output.sink.write(HumanListReport(report, appearance: program.output.appearance).text)
    case .json: program.output.sink.write(JSONListReport(report).text)
    }
    return report.hasErrors ? .findings : .done
  }

  /// The groups of the file, else those of the live system for which something is at hand.
  private func groupList() throws(Failure) -> (list: GroupList, path: String) {
    if let list = options.list {
      return (try read(list) { bytes throws(ListError) in try GroupList(bytes) }, list.argument)
    }
    if options.tokenFile != nil || options.tokenCommand != nil {
      return try VerifySCIM(options: options, program: program).groups()
    }
    do throws(Failure) {
      return try VerifyAWS(options: options, program: program).groups()
    } catch {
      guard case .couldNot(let text) = error else { throw error }
      throw .couldNot(
        """
        \(text); the groups can also be asked of the SCIM service (--token-file FILE), or be judged from an export (--from \
        FILE)
        """)
    }
  }

  private func requiredBySetup() throws(Failure) -> [String] {
    let setup = try SetUps(program).lookAtWhole(or: "nothing is compared with a part of a set-up")
    guard let groups = setup.progress.facts[.requiredGroups]?.values else {
      throw .inputNeeded(
        "the set-up \(untrusted: setup.name.text) does not know its required groups yet; give them with --group NAME")
    }
    return groups
  }

  private func read<List>(
    _ input: InputFile, _ make: ([UInt8]) throws(ListError) -> List
  ) throws(Failure) -> List {
    let bytes = try program.read(input, limit: Self.limit)
    do throws(ListError) {
      return try make(bytes)
    } catch { throw .couldNot("\(.path("\(untrusted: input.argument)")): \(untrusted: error.description)") }
  }
}

extension Failure {
  /// The groups of a live system are not known.
  ///
  /// - Parameter question: what was asked, in front of what came of it.
  init(_ unknown: GroupsUnknown, of question: StyledText = .empty) {
    let stage = unknown.stage
    let words: StyledText =
      """
      \(question)\(untrusted: stage.found); \(untrusted: stage.cause ?? "nothing is known"); \
      \(untrusted: stage.remedy ?? "")
      """
    self =
      unknown.isInterrupted
      ? .interrupted("interrupted") : stage.verdict == .fail ? .findings(words) : .couldNot(words)
  }
}
