import Platform
import SAML
import Setup

/// A SCIM service of IAM Identity Center, asked with a token. Nothing is ever changed by it.
struct SCIMService: Sendable {
  let address: SCIMAddress
  let curl: Curl
  let token: BearerToken

  /// An answer, and the digest of its bytes.
  struct Reply: Sendable {
    let json: JSON
    let digest: String
    /// The service was busy at first.
    let isSecond: Bool
  }

  /// How a request is named in what people read: it can be asked again by whoever has the token.
  func command(_ request: SCIMRequest) -> String { "GET \(address.text)\(request.path)" }

  /// Asks, and asks once more where the service says that it is busy: a question that only reads can be asked twice.
  func ask(_ request: SCIMRequest) throws(SCIMFault) -> Reply {
    let deadline = Deadline(in: curl.patience)
    var answer = try get(request, within: curl.patience)
    var isSecond = false
    if let pause = Self.pause(after: answer), pause + .seconds(1) < deadline.rest {
      if Deadline(in: pause).wait() != nil {
        throw SCIMFault(kind: .network(NetworkFault(.interrupted)), found: "", digest: nil)
      }
      answer = try get(request, within: deadline.rest)
      isSecond = true
    }
    let digest = Digest.sha256(answer.body.span).description
    if let kind = Self.kind(of: answer) {
      throw SCIMFault(kind: kind, found: token.covered(in: Self.words(about: answer, isSecond)), digest: digest)
    }
    do throws(JSON.ReadingError) {
      return Reply(json: try JSON(reading: answer.body), digest: digest, isSecond: isSecond)
    } catch {
      throw SCIMFault(kind: .notJSON, found: "the answer is no JSON: \(error)", digest: digest)
    }
  }

  private func get(_ request: SCIMRequest, within rest: Duration) throws(SCIMFault) -> HTTPAnswer {
    do throws(NetworkFault) {
      return try curl.get(address.text + request.path, token: token, isLocal: address.isLocal, within: rest)
    } catch { throw SCIMFault(kind: .network(error), found: error.message, digest: nil) }
  }

  /// How long to wait before the second try; nil where there is to be none. A service that wants more than ten seconds
  /// wants to be left alone.
  private static func pause(after answer: HTTPAnswer) -> Duration? {
    let wish = answer["retry-after"].map { Int($0.filter { $0 != " " }) ?? .max }
    switch answer.status {
    case 429: break
    case 502...504: if wish == nil { return .seconds(1) }
    default: return nil
    }
    guard let wish, (0...10).contains(wish) else { return nil }
    return .seconds(wish)
  }

  /// The entries of a list that was asked for.
  func list(_ request: SCIMRequest) throws(SCIMFault) -> (entries: [JSON], reply: Reply) {
    let reply = try ask(request)
    guard reply.json["schemas"]?.strings?.contains("urn:ietf:params:scim:api:messages:2.0:ListResponse") == true,
      reply.json.object?["Resources"] == nil || reply.json["Resources"]?.array != nil
    else { throw SCIMFault(kind: .shape, found: "the answer is no list of SCIM", digest: reply.digest) }
    return (reply.json["Resources"]?.array ?? [], reply)
  }

  private static func kind(of answer: HTTPAnswer) -> SCIMFault.Kind? {
    let start = answer.body.prefix(64).drop { $0 <= 0x20 }
    switch answer.status {
    case 401: return .refused
    case 403: return .forbidden
    case 404: return .notFound
    case 429: return .throttled
    case 500...599: return .server
    case 300...399: return .redirected
    case 200:
      if answer.body.starts(with: [0x1F, 0x8B]) || answer["content-encoding"].map({ $0 != "identity" }) == true {
        return .packed
      }
      return start.first == UInt8(ascii: "<") ? .page : nil
    default: return .status
    }
  }

  /// What the answer says of itself: the status, AWS's own words, where it wants to send us and how long to wait.
  private static func words(about answer: HTTPAnswer, _ isSecond: Bool) -> String {
    var words = "HTTP \(answer.status)" + (isSecond ? " at the second try" : "")
    if let json = try? JSON(reading: answer.body), let detail = json["detail"]?.string ?? json["message"]?.string {
      words += ": \(detail.prefix(200))"
    }
    if let place = answer["location"] { words += ", to \(place.prefix(200))" }
    if let time = answer["retry-after"] { words += ", to be asked again after \(time.prefix(20)) seconds" }
    if let type = answer["content-type"], answer.status == 200 { words += ", \(type.prefix(60))" }
    if let request = answer["x-amzn-requestid"] { words += ", request \(request.prefix(60))" }
    return words
  }
}
