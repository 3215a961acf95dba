import Parties

/// What to do about a problem in the consoles of several identity providers, each in its own words.
///
/// A console whose words are not listed is served by the rule's general remedy, which is also that of the generic
/// provider.
struct ProviderRemedies: Sendable, ExpressibleByDictionaryLiteral {
  /// What to do, by provider.
  let texts: [Provider: String]
  /// Why a console has no words of its own here.
  let silent: [Provider: String]

  init(_ texts: [Provider: String], silent: [Provider: String] = [:]) {
    self.texts = texts
    self.silent = silent
  }

  init(dictionaryLiteral elements: (Provider, String)...) {
    self.init(Dictionary(elements) { $1 })
  }

  /// The same in other words for some of the providers.
  func with(_ others: [Provider: String]) -> ProviderRemedies {
    ProviderRemedies(texts.merging(others) { $1 }, silent: silent.filter { others[$0.key] == nil })
  }

  /// What to do first, then this: the sentence stands before each text.
  func after(_ sentence: String) -> ProviderRemedies {
    ProviderRemedies(texts.mapValues { "\(sentence) \($0)" }, silent: silent)
  }

  /// This, and what follows: the sentence stands behind each text.
  func followed(by sentence: String) -> ProviderRemedies {
    ProviderRemedies(texts.mapValues { "\($0) \(sentence)" }, silent: silent)
  }

  /// The actions that rules share. The consoles that Signpost guides through are in each, or it says why not.
  static let actions: [(name: String, remedies: ProviderRemedies)] = [
    ("download the metadata again", .downloadAgain), ("make the file smaller", .smallerFile),
    ("correct the entity ID", .entityID), ("correct the sign-in address", .signOnAddress),
    ("offer a browser binding", .browserBinding),
    ("make a certificate", .newCertificate), ("make the next certificate", .nextCertificate),
    ("make a stronger key", .strongerKey), ("replace a stolen key", .stolenKey),
    ("remove an old certificate", .oldCertificate), ("activate a certificate later", .laterActivation),
    ("choose the right application", .rightApplication), ("enter the ACS URL", .acsURL),
    ("add the ACS URLs of more Regions", .moreACSURLs), ("enter the issuer", .issuer),
    ("find the sign-in URL", .signOnURL), ("set the NameID format", .emailNameID),
    ("accept unsigned requests", .unsignedRequests), ("leave assertions unencrypted", .plainAssertions),
  ]
}

extension [String] {
  /// The way through a console's pages.
  var breadcrumb: String { joined(separator: " > ") }
}
