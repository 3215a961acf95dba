import Console
import Parties
import Platform
import Playbook
import Probes
import Reports
import SAML
import Setup

/// `signpost verify scim`: whether provisioning works, asked of the SCIM service itself.
struct VerifySCIM {
  let options: VerifyOptions
  let program: Program

  func run() throws(Failure) -> ExitStatus {
    let record = try record()
    if options.tokenCreated != nil, record.name == nil {
      throw .usage("--token-created is recorded in a set-up, and none was named")
    }
    let address = try address(record)
    let groups = options.groups.isEmpty ? record.values(.requiredGroups) ?? [] : options.groups
    let user = options.user ?? record.value(.pilotUser)
    let probe = try probe(address, groups: groups, user: user)
    guard let stages = probe.run(progress: program.told) else {
      throw .interrupted("interrupted; nothing was recorded")
    }
    let proofs = proofs(stages, address, groups: groups, user: user, record)
    if stages.first?.verdict == .fail, let day = record.value(.scimTokenExpires), day <= program.now.date {
      program.hint("\(.caution("caution")): the token that the set-up knows of expired on \(untrusted: day)")
    }
    let works = stages.first?.verdict == .pass
    var facts: [FactKey: String] = [:]
    if works, let day = options.tokenCreated { facts[.scimTokenCreated] = day }
    let taken = record.take(proofs, facts: facts)
    let report = LiveReport(
      tool: Program.tool, now: program.now, check: options.check.rawValue, contacted: [address.text], stages: stages,
      closed: taken.closed, contradicted: taken.contradicted)
    return program.show(report, as: options.format, recorded: taken)
  }

  /// The groups that the service has.
  func groups() throws(Failure) -> (list: GroupList, path: String) {
    let record = try record()
    let address = try address(record)
    let probe = try probe(address, groups: [], user: nil)
    do throws(GroupsUnknown) {
      return (try probe.groupList(), address.text)
    } catch { throw Failure(error) }
  }

  // MARK: Whom to ask

  /// The set-up; it is needed where the command line says no endpoint.
  private func record() throws(Failure) -> LiveRecord {
    try LiveRecord(program, isNeeded: options.endpoint == nil && options.allowedEndpoint == nil)
  }

  private func address(_ record: LiveRecord) throws(Failure) -> SCIMAddress {
    guard let text = options.endpoint ?? options.allowedEndpoint ?? record.value(.scimEndpoint) else {
      throw .inputNeeded("the set-up does not know the SCIM endpoint yet: \(.command("--endpoint URL"))")
    }
    do throws(SCIMAddress.Refusal) {
      let address = try SCIMAddress(text, allowing: options.allowedEndpoint)
      if address.hadTrailingSlash {
        program.hint(
          """
          \(.notice("note")): the endpoint ends in a slash; it is asked without, but Okta, JumpCloud, CyberArk, OneLogin and \
          Ping refuse it so
          """)
      }
      compare(address, record)
      return address
    } catch { throw refusal(error) }
  }

  /// An endpoint of another Region is another instance's.
  private func compare(_ address: SCIMAddress, _ record: LiveRecord) {
    guard let region = address.endpoint?.region.code, let expected = record.value(.region), region != expected else {
      return
    }
    program.hint(
      "\(.caution("caution")): the endpoint is in \(untrusted: region), the set-up's instance in \(untrusted: expected)"
    )
  }

  private func refusal(_ refusal: SCIMAddress.Refusal) -> Failure {
    let form = "https://scim.<region>.amazonaws.com/<tenant>/scim/v2"
    return switch refusal {
    case .foreign(let what):
      .usage(
        """
        nothing was sent: the token is given to a SCIM endpoint of AWS alone (\(ours: form)), and this is \
        \(untrusted: what); a server on this machine is allowed by --allow-endpoint
        """)
    case .notProtected: .usage("nothing was sent: the endpoint has to begin with https, or others could read the token")
    case .lacksPath(let corrected):
      .usage("nothing was sent: /scim/v2 is missing; the endpoint is \(.code("\(untrusted: corrected)"))")
    case .notLocal:
      .usage("--allow-endpoint takes an address of this machine by its number: http://127.0.0.1:PORT/… or [::1]")
    }
  }

  private func probe(_ address: SCIMAddress, groups: [String], user: String?) throws(Failure) -> SCIMProbe {
    let tool = try program.tool(.curl)
    let curl = Curl(tool, environment: program.environment)
    program.hint(
      "asks \(.code("\(untrusted: address.text)")) with \(.path("\(untrusted: tool.path)")); every request only reads")
    if !address.isLocal {
      for (name, value) in curl.settings {
        program.hint("by the environment: \(untrusted: name)=\(untrusted: value)")
      }
    }
    return SCIMProbe(
      address, curl: curl, token: try TokenSource(options: options, program: program).token(), groups: groups,
      user: user)
  }

  // MARK: What it proves

  /// The stages, of which those that are about something else than the set-up's own prove nothing.
  private func proofs(
    _ stages: [LiveStage], _ address: SCIMAddress, groups: [String], user: String?, _ record: LiveRecord
  ) -> [LiveStage] {
    guard record.name != nil else { return [] }
    if let known = record.value(.scimEndpoint), !address.isLocal, (try? SCIMAddress(known))?.text != address.text {
      program.hint(
        "\(.caution("caution")): this is not the set-up's endpoint, so nothing is recorded: \(untrusted: known)")
      return []
    }
    let needed = Set(record.values(.requiredGroups) ?? [])
    return stages.filter { stage in
      switch stage.claim {
      case .groups: !needed.isEmpty && needed.isSubset(of: groups)
      case .pilotUser: user != nil && user == record.value(.pilotUser)
      default: true
      }
    }
  }
}

extension Program {
  /// A program that has to be there.
  func tool(_ name: Tool.Name) throws(Failure) -> Tool {
    do throws(Tool.Absence) {
      return try Tool.find(name, environment: environment)
    } catch { throw .couldNot("\(untrusted: error.description)") }
  }

  /// Says that a question was asked; one that was left out is in the report alone.
  func told(_ stage: LiveStage) {
    if stage.command != nil { hint("asked: \(untrusted: stage.title, limit: 80)") }
  }

  /// Prints what live systems said, why it was not recorded where that is so, and how the command ends: a failure is
  /// certain, so it counts more than what could not be found out or written down.
  func show(_ report: LiveReport, as format: ListingFormat, recorded taken: LiveRecord.Taken) -> ExitStatus {
    switch format {
    case .human: output.sink.write(HumanLiveReport(report, appearance: output.appearance).text)
    case .json: output.sink.write(report.json)
    }
    if let failure = taken.failure {
      // What was said stands before why it was not kept, also where both go to one place.
      flush()
      let isPart = !taken.closed.isEmpty || !taken.contradicted.isEmpty
      let what: StyledText = isPart ? "not all of this was recorded" : "nothing of this was recorded"
      notices.print(paragraph: "\(.danger("error")): \(what): \(failure.words)")
      flush()
    }
    if report.count(.fail) > 0 { return .findings }
    if let failure = taken.failure { return failure.status }
    return report.count(.unknown) > 0 ? .couldNot : .done
  }
}
