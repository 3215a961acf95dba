import Console
import Platform
import Playbook
import SAML
import Setup

/// The set-ups of the store that the command line, the environment or the directory names.
struct SetUps {
  /// By what the set-up that is meant is told.
  var program: Program
  let store: SetupStore
  /// Those that were begun. A process can die between making a journal and writing the start into it; what it leaves
  /// is no set-up, and is begun anew.
  let existing: [SetupName]
  /// The identity provider of each that can be read.
  private let providers: [SetupName: String]
  /// Why others cannot.
  private let unreadable: [(name: SetupName, error: SetupError)]

  init(_ program: Program) throws(Failure) {
    self.program = program
    do throws(SetupStoreError) {
      store = try SetupStore(
        option: program.everywhere.store?.path, environment: { program.environment[$0] },
        currentDirectory: program.currentDirectory, isDirectory: Directory.exists)
    } catch { throw .couldNot("\(untrusted: error.description)") }
    var existing: [SetupName] = []
    var providers: [SetupName: String] = [:]
    var unreadable: [(name: SetupName, error: SetupError)] = []
    for name in try Self.names(in: store) {
      do throws(SetupError) {
        providers[name] = try Setup.openReadOnly(name, in: store, now: .init(seconds: 0)).progress.playbook.provider
        existing.append(name)
      } catch {
        guard error.reason != .notBegun else { continue }
        existing.append(name)
        unreadable.append((name, error))
      }
    }
    (self.existing, self.providers, self.unreadable) = (existing, providers, unreadable)
  }

  /// What journals there are. A store that is not there yet has none; one that cannot be looked into may have the very
  /// one that would be begun again.
  private static func names(in store: SetupStore) throws(Failure) -> [SetupName] {
    do throws(PlatformError) {
      return SetupStore.names(among: try Directory.entries(of: store.directory).map(\.name))
    } catch {
      guard !error.isMissing else { return [] }
      throw .couldNot("\(untrusted: error.words); make it usable, or choose another store with --store")
    }
  }

  /// Whether there are several, and none of them was named.
  var isUndecided: Bool { program.everywhere.name == nil && existing.count > 1 }

  /// Says that there are several, for what goes on without one.
  func noteUndecided() {
    program.hint("\(.notice("note")): there are several set-ups; --name SETUP says which one to compare with")
  }

  /// The set-up that `--name` names, or the only one, opened to be looked at.
  ///
  /// - Parameter preferred: the name that decides where there are several and none was named.
  /// - Parameter flow: whose progress is asked for; nil for the flow that was started last.
  func look(preferring preferred: String? = nil, flow: Playbook.Flow? = nil) throws(Failure) -> Setup {
    try look(at: chosen(preferring: preferred), flow: flow)
  }

  /// The set-up that `--name` names, or the only one, with all that was ever recorded in it.
  ///
  /// - Parameter refusal: what is not done with a part of one.
  func lookAtWhole(flow: Playbook.Flow? = nil, or refusal: StyledText) throws(Failure) -> Setup {
    let setup = try look(flow: flow)
    if setup.isDamaged || setup.isNewer {
      throw .couldNot("\(refusal): \(untrusted: setup.notices.joined(separator: "; "))")
    }
    return setup
  }

  /// A set-up that there is, opened to be looked at.
  func look(at name: SetupName, flow: Playbook.Flow? = nil) throws(Failure) -> Setup {
    do throws(SetupError) {
      return try Setup.openReadOnly(name, in: store, flow: flow, now: program.now)
    } catch { throw Failure(error) }
  }

  /// The set-up that `--name` names, or the only one, opened to be changed. What has to be told about its journal is said.
  func open(preferring preferred: String? = nil, flow: Playbook.Flow? = nil) throws(Failure) -> Setup {
    let name = try chosen(preferring: preferred)
    do throws(SetupError) {
      let setup = try Setup.open(name, in: store, flow: flow, now: program.now)
      program.tellNotices(of: setup)
      return setup
    } catch { throw Failure(error) }
  }

  /// The set-up of a provider to go on with; nil where one has to be begun.
  func existing(for provider: String) throws(Failure) -> SetupName? {
    if case .existing(let name) = try choice(for: provider) { name } else { nil }
  }

  /// The set-up to go on with, or a new one for this playbook. What has to be told about its journal is for the greeting.
  func openOrCreate(_ playbook: Playbook) throws(Failure) -> Setup {
    let choice = try choice(for: playbook.provider)
    do throws(SetupError) {
      switch choice {
      case .existing(let name): return try Setup.open(name, in: store, now: program.now)
      case .new(let name):
        return try Setup.create(name, in: store, playbook: playbook, by: program.user, at: program.now)
      }
    } catch { throw Failure(error) }
  }

  /// The flow of the set-up to go on with; nil where there is none, or none that can be read.
  func flow(of provider: String) -> Playbook.Flow? {
    guard case .existing(let name)? = try? choice(for: provider) else { return nil }
    guard let setup = try? Setup.openReadOnly(name, in: store, now: program.now) else { return nil }
    return setup.progress.playbook.flow
  }

  private func choice(for provider: String) throws(Failure) -> SetupStore.Choice {
    let choice: SetupStore.Choice
    do throws(SetupStoreError) {
      choice = try SetupStore.choose(
        name: name(), provider: provider, among: existing, providerOf: { providers[$0] })
    } catch { throw Failure(error) }
    // It may be the one that is meant.
    if case .new = choice, program.everywhere.name == nil, let first = unreadable.first { throw Failure(first.error) }
    return choice
  }

  private func name() throws(SetupStoreError) -> SetupName? {
    try program.everywhere.name.map { text throws(SetupStoreError) in try SetupName(text) }
  }

  private func chosen(preferring preferred: String?) throws(Failure) -> SetupName {
    do throws(SetupStoreError) {
      let likely = existing.count > 1 ? existing.first { $0.text == preferred } : nil
      return try SetupStore.choose(name: name() ?? likely, among: existing)
    } catch { throw Failure(error) }
  }
}

extension Program {
  /// Records an event of now.
  ///
  /// - Parameter author: who did it; nil for whoever runs this.
  func record(_ event: Event, in setup: inout Setup, by author: String? = nil) throws(Failure) {
    do throws(SetupError) {
      try setup.record(event, by: author ?? user, at: clock())
    } catch { throw Failure(error) }
  }
}

extension Failure {
  /// A store that holds no such set-up, or too many.
  init(_ error: SetupStoreError) {
    switch error {
    case .noHome: self = .couldNot("\(untrusted: error.description)")
    default: self = .usage("\(untrusted: error.description)")
    }
  }

  /// A set-up that cannot be opened or written to.
  init(_ error: SetupError) { self = .couldNot("\(untrusted: error.description); \(untrusted: error.remedy)") }
}
