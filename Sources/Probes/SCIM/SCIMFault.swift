/// What is wrong with what a SCIM service answered, or why it did not.
struct SCIMFault: Error, Sendable, Equatable {
  /// What kind of answer it is.
  enum Kind: Sendable, Equatable {
    /// 401.
    case refused
    /// 403.
    case forbidden
    /// 404.
    case notFound
    /// 429.
    case throttled
    /// 5xx.
    case server
    /// 3xx.
    case redirected
    /// Any other status.
    case status
    /// A page for people.
    case page
    /// Packed, although nobody asked for that.
    case packed
    /// No JSON, or JSON that breaks off.
    case notJSON
    /// JSON of another kind.
    case shape
    /// None.
    case network(NetworkFault)
  }

  let kind: Kind
  /// What was seen; it may quote the answer.
  let found: String
  /// SHA-256 over the answer, where there was one.
  let digest: String?

  /// Whether it says for certain that something is not as it should be; else nothing is known.
  var isCertain: Bool {
    switch kind {
    case .refused, .forbidden, .notFound: true
    default: false
    }
  }

  /// Whether somebody asked us to stop.
  var isInterrupted: Bool { if case .network(let fault) = kind { fault.kind == .interrupted } else { false } }

  /// The likely cause.
  var cause: String {
    switch kind {
    case .refused:
      """
      the token is wrong, was deleted or has expired (it lives for one year), or the endpoint is another instance's: AWS \
      answers a tenant that does not fit the token in the same way
      """
    case .forbidden: "the token is known, and may not do this; a proxy or a firewall can answer so too"
    case .notFound: "there is no such service at this address: a part of the path is missing or another's"
    case .throttled: "AWS takes only so many requests a second, those of the identity provider included"
    case .server: "AWS, or something before it, is in trouble"
    case .redirected: "something before AWS answers: AWS itself sends nobody elsewhere; it was not followed"
    case .status: "AWS answers no such request with this status"
    case .page: "something before AWS answers, such as a proxy that wants a sign-in"
    case .packed: "something before AWS packs answers, although that was not asked for; it was not unpacked"
    case .notJSON: "the answer broke off, or something before AWS gave it"
    case .shape: "the address is not that of the SCIM service of IAM Identity Center"
    case .network(let fault): fault.cause
    }
  }

  /// What to do.
  var remedy: String {
    switch kind {
    case .refused:
      """
      compare the SCIM endpoint with Settings, Automatic provisioning, character by character; if it is the same, generate \
      another token there (signpost setup --flow renew-scim-token) and give it to the identity provider
      """
    case .forbidden: "generate another token in Settings, Automatic provisioning, and see what stands before AWS"
    case .notFound: "copy the SCIM endpoint anew: it ends in /scim/v2"
    case .throttled: "wait, and try it again when the identity provider is not synchronising"
    case .server: "try it again in some minutes; see https://health.aws.amazon.com/health/status"
    case .redirected, .page: "sign in at the proxy, or try it from another network"
    case .status, .packed, .notJSON: "try it again, and from another network"
    case .shape: "copy the SCIM endpoint anew from Settings, Automatic provisioning"
    case .network(let fault): fault.remedy
    }
  }
}
