import Console
import Platform
import Playbook
import Reports
import Setup

/// `signpost verify`: exported lists of users and groups, judged without asking anybody.
struct Verify {
  let options: VerifyOptions
  let program: Program

  /// More than the largest directory that AWS takes fills.
  private static let limit = 64 << 20

  func run() throws(Failure) -> ExitStatus {
    guard let list = options.list else {
      throw .couldNot(
        """
        verify \(ours: options.check.rawValue) needs a list: export one and give it with --from FILE; this version asks no \
        live system
        """)
    }
    let report: ListReport
    switch options.check {
    case .users: report = try users(list)
    case .groups: report = try groups(list)
    }
    switch options.format {
    case .human: program.output.sink.write(HumanListReport(report, appearance: program.output.appearance).text)
    case .json: program.output.sink.write(JSONListReport(report).text)
    }
    return report.hasErrors ? .findings : .done
  }

  private func users(_ list: InputFile) throws(Failure) -> ListReport {
    let users = try read(list) { bytes throws(ListError) in try UserList(bytes, nameID: options.nameID) }
    var center: (path: String, list: UserList)?
    if let file = options.identityCenter {
      center = (file.argument, try read(file) { bytes throws(ListError) in try UserList(bytes) })
    }
    return ListReport(
      tool: Program.tool, now: program.now, path: list.argument, users: users, identityCenter: center)
  }

  private func groups(_ list: InputFile) throws(Failure) -> ListReport {
    let required = options.groups.isEmpty ? try requiredBySetup() : options.groups
    let groups = try read(list) { bytes throws(ListError) in try GroupList(bytes) }
    return ListReport(tool: Program.tool, now: program.now, path: list.argument, groups: groups, required: required)
  }

  private func requiredBySetup() throws(Failure) -> [String] {
    let setup = try SetUps(program).look(program)
    guard let groups = setup.progress.facts[.requiredGroups]?.values else {
      throw .couldNot(
        "the set-up \(untrusted: setup.name.text) does not know its required groups yet; give them with --group NAME")
    }
    return groups
  }

  private func read<List>(
    _ input: InputFile, _ make: ([UInt8]) throws(ListError) -> List
  ) throws(Failure) -> List {
    let bytes: [UInt8]
    do throws(PlatformError) {
      bytes = try program.contents(of: input, limit: Self.limit)
    } catch { throw Failure(error) }
    do throws(ListError) {
      return try make(bytes)
    } catch { throw .couldNot("\(.path("\(untrusted: input.argument)")): \(untrusted: error.description)") }
  }
}
