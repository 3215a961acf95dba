/// What can be fed with bytes of others.
enum Target: String, CaseIterable {
  case metadata, certificate, base64, addresses, journal, configuration, checklist, response, terminal

  /// Feeds it, and says which claim does not hold.
  func run(_ bytes: [UInt8]) throws(Claim.Broken) {
    switch self {
    case .metadata: try MetadataRun.run(bytes)
    case .certificate: try CertificateRun.run(bytes)
    case .base64: try Base64Run.run(bytes)
    case .addresses: try AddressRun.run(bytes)
    case .journal: try JournalRun.run(bytes)
    case .configuration: try ConfigurationRun.run(bytes)
    case .checklist: try ChecklistRun.run(bytes)
    case .response: try ResponseRun.run(bytes)
    case .terminal: try TerminalRun.run(bytes)
    }
  }
}
