import Console
import Playbook
import Reports
import Setup

/// `signpost export`: the checklist as a document to hand over.
struct Export {
  let options: ExportOptions
  let program: Program

  func run() throws(Failure) -> ExitStatus {
    try program.write(document(of: checklist()), to: options.output)
    return .done
  }

  private func document(of checklist: Checklist) throws(Failure) -> String {
    switch options.format {
    case .markdown: return MarkdownChecklist(checklist).text
    case .html: return HTMLChecklist(checklist).text
    case .json: return JSONChecklist(checklist).text
    case .ics:
      guard let calendar = DateCalendar(checklist) else { throw .noDates(isBlank: options.provider != nil) }
      return calendar.text
    }
  }

  /// Says that a set-up that was named beside a provider has no part in a blank checklist. A name that the environment
  /// gives is for the commands that are about a set-up.
  private func remark(on provider: ProviderName) {
    guard case .flag = program.origins["name"] else { return }
    let name = provider.rawValue
    program.hint(
      """
      this is the blank checklist of \(ours: name), which belongs to no set-up; leave out \(ours: name) for the set-up \
      that --name names
      """)
  }

  /// The blank checklist of a provider, or the set-up's.
  private func checklist() throws(Failure) -> Checklist {
    let audience = Reports.Audience(rawValue: options.audience.rawValue) ?? .all
    let flow = options.flow.flatMap { Playbook.Flow(rawValue: $0.rawValue) }
    guard let provider = options.provider else {
      let setup = try SetUps(program).lookAtWhole(flow: flow, or: "a part of a checklist is not handed over")
      try check(flow, in: setup)
      return Checklist(setup.progress, name: setup.name, for: audience)
    }
    remark(on: provider)
    guard Playbook.of(provider.rawValue) != nil else { throw .noPlaybook(for: provider) }
    guard
      let playbook = Playbook.of(provider.rawValue, flow: flow ?? .setUp, overlay: options.overlay?.rawValue)
    else {
      throw .noFlow(flow ?? .setUp, for: provider.rawValue)
    }
    return Checklist(playbook, for: audience)
  }

  /// Sees that the set-up has the flow, and says which others it has.
  private func check(_ flow: Playbook.Flow?, in setup: borrowing Setup) throws(Failure) {
    let flows = setup.progress.flows
    if let flow, !flows.contains(flow) {
      let known = flows.map(\.rawValue).joined(separator: ", ")
      throw .usage("the set-up \(ours: setup.name.text) has no flow \(ours: flow.rawValue); it has \(ours: known)")
    }
    guard flow == nil else { return }
    for other in setup.progress.others {
      let command = program.command("export", for: setup.name, flow: other.playbook.flow)
      program.hint("beside it stands \(ours: other.playbook.flow.rawValue): \(command)")
    }
  }
}

extension Failure {
  /// A calendar was asked for, and there is nothing to put into it.
  fileprivate static func noDates(isBlank: Bool) -> Failure {
    isBlank
      ? .usage("a blank checklist has no dates; leave the provider out, and name a set-up")
      : .couldNot(
        "no date is known yet: they follow from the identity provider's metadata and from the day on which the SCIM "
          + "token was created")
  }

  /// A flow that the provider's playbooks in this version do not include.
  static func noFlow(_ flow: Playbook.Flow, for provider: String) -> Failure {
    .usage("this version has no flow \(ours: flow.rawValue) for \(ours: provider)")
  }

  /// A provider that has no playbook in this version.
  static func noPlaybook(for provider: ProviderName) -> Failure {
    let known = Playbook.all.filter { $0.flow == .setUp }.map(\.provider).joined(separator: ", ")
    return .usage("this version has no checklist for \(ours: provider.rawValue) yet; it has \(ours: known)")
  }
}
