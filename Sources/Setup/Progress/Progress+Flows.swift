public import Playbook

extension Progress {
  /// The flows of the set-up, in the order in which they were begun or gone back to last.
  public var flows: [Playbook.Flow] {
    var flows: [Playbook.Flow] = []
    for record in history {
      guard case .started(let start) = record.event, start.provider == playbook.provider,
        let flow = Playbook.Flow(rawValue: start.flow)
      else { continue }
      flows.removeAll { $0 == flow }
      flows.append(flow)
    }
    return flows
  }

  /// Where the flows stand that are not to be forgotten beside this one: that which made the connection, and those that
  /// recur and were left unfinished. One that makes a connection takes the place of those that did so before.
  public var others: [Progress] {
    let flows = flows
    let maker = playbook.flow.recurs ? flows.last { !$0.recurs } : nil
    return flows.filter { $0 != playbook.flow && ($0.recurs || $0 == maker) }
      .compactMap { Playbook.of(playbook.provider, flow: $0)?.under(overlayNamed: playbook.overlay) }
      .map { Progress(history, playbook: $0, now: now) }
      .filter { !$0.isFinished }
  }
}
