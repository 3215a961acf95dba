/// What can be fed with bytes of others. A run ends well, or the program ends.
enum Target: String, CaseIterable {
  case metadata, certificate, base64, addresses, journal, configuration, checklist, response, terminal

  func run(_ bytes: [UInt8]) {
    switch self {
    case .metadata: MetadataRun.run(bytes)
    case .certificate: CertificateRun.run(bytes)
    case .base64: Base64Run.run(bytes)
    case .addresses: AddressRun.run(bytes)
    case .journal: JournalRun.run(bytes)
    case .configuration: ConfigurationRun.run(bytes)
    case .checklist: ChecklistRun.run(bytes)
    case .response: ResponseRun.run(bytes)
    case .terminal: TerminalRun.run(bytes)
    }
  }
}
