public import Console
import Parties
import Rules
import SAML

extension ValidationReport {
  /// The counts in words: `2 errors, 1 warning in 3 files, 1 of them unreadable`. For the foot of a document, or for
  /// standard error beside a format that has none.
  public var summaryLine: StyledText {
    let summary = summary
    let counts = [
      (summary.errors, Severity.error), (summary.warnings, .warning), (summary.notes, .note),
    ].filter { $0.0 > 0 }
      .map { count, severity in counted(count, severity.rawValue).styled(severity.role) }
    let found: StyledText = counts.isEmpty ? "nothing to report" : counts.joined(separator: ", ")
    let broken = unreadable.count
    let rest: StyledText =
      switch (broken, files.count) {
      case (0, _): .empty
      case (1, 1): ", which could not be read"
      default: ", \(broken) of which could not be read"
      }
    let uncounted: StyledText = summary.uncounted.map { "; not counted: \(ours: $0)" } ?? .empty
    return "\(found) in \(counted(files.count, "file"))\(rest)\(uncounted)"
  }
}

extension ValidationReport.File {
  /// What the file is, in one line, where nothing was found in it; or why it could not be read.
  var calmLine: StyledText { calmLine(saying: "nothing to report") }

  /// The same, with these words at its end.
  func calmLine(saying words: StyledText) -> StyledText {
    let name = StyledText.path("\(untrusted: path)")
    if let error { return "\(.danger("error")): \(untrusted: error)" }
    let parts = [kind, entity, certificates].compactMap(\.self)
    return "\(name): \(parts.joined(separator: ", ")): \(.success(words))"
  }

  /// What verifying the signature has proved, and what it has not; nil where it has proved nothing.
  var signatureLine: StyledText? {
    guard let signature, signature.state == .verified, let digest = signature.certificate else { return nil }
    let key: StyledText =
      switch signature.isKeyOfRole {
      case true?: ", which is also a signing certificate of the identity provider"
      case false?: ", which is no signing certificate of the identity provider"
      case nil: .empty
      }
    return """
      \(.path("\(untrusted: path)")): signature \(.success("verified")): nothing was changed since it was signed. The \
      key comes from the file itself (certificate SHA-256 \(ours: String(digest.prefix(12)))…\(key)), so that who \
      signed it is not proved
      """
  }

  private var kind: StyledText {
    switch role {
    case .identityProvider:
      provider.map { "identity provider, \(ours: $0.displayName)" } ?? "identity provider"
    case .serviceProvider:
      region.map { "service provider, IAM Identity Center in \(ours: $0.code)" } ?? "service provider"
    case .both: "identity provider and service provider"
    case .aggregate: counted(entities, "entity", plural: "entities")
    case .unknown, .unreadable: "no role of SAML 2.0"
    }
  }

  private var entity: StyledText? {
    entityID.map { "entityID \(.code("\(untrusted: $0, limit: 120)"))" }
  }

  /// The date that matters: when the last certificate ends, and the file's own end where it comes first.
  private var certificates: StyledText? {
    guard let last = certificateEnds.max() else { return nil }
    let certificates: StyledText =
      certificateEnds.count == 1
      ? "signing certificate until \(ours: last.date)"
      : "\(certificateEnds.count) signing certificates, the last until \(ours: last.date)"
    guard let end = validUntil, end.date < last.date else { return certificates }
    return certificates + ", metadata valid until \(ours: end.date)"
  }
}

/// `1 error`, `2 errors`, `2 entities`.
func counted(_ count: Int, _ noun: String, plural: String? = nil) -> StyledText {
  StyledText(ours: SAML.counted(count, noun, plural: plural))
}
