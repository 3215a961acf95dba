import Synchronization

/// What the service says.
extension SCIMServer {
  func honestAnswer(to head: String) -> [UInt8] {
    let lines = head.split(separator: "\r\n").map(String.init)
    let target = lines.first?.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    let authorization = lines.first { $0.lowercased().hasPrefix("authorization:") }
    let base = "/\(Self.tenant)/scim/v2/"
    guard target.hasPrefix("/\(Self.tenant)"), authorization == "Authorization: Bearer \(token)" else {
      return Self.answer(401, Self.message(401, "Not Authorized"))
    }
    guard target.hasPrefix(base) else { return Self.answer(404, Self.message(404, "Not Found")) }
    let parts = target.dropFirst(base.count).split(separator: "?", maxSplits: 1).map(String.init)
    let query = Self.query(parts.count > 1 ? parts[1] : "")
    switch parts.first {
    case "ServiceProviderConfig": return Self.answer(200, Self.configuration)
    case "Users": return Self.answer(200, users(query))
    case "Groups": return Self.answer(200, groups(query))
    default: return Self.answer(404, Self.message(404, "Not Found"))
    }
  }

  private func users(_ query: [String: String]) -> String {
    var users = state.withLock(\.users)
    if let name = Self.value(of: "userName", in: query) { users = users.filter { $0.name == name } }
    let shown = users.prefix(query["count"].flatMap { Int($0) } ?? 100).map { user in
      """
      {"id":"11111111-2222-3333-4444-555555555555","userName":\(Self.quoted(user.name)),"active":\(user.isActive),\
      "schemas":["urn:ietf:params:scim:schemas:core:2.0:User"]}
      """
    }
    return Self.list(shown, total: users.count)
  }

  private func groups(_ query: [String: String]) -> String {
    var groups = state.withLock(\.groups)
    if let name = Self.value(of: "displayName", in: query) {
      groups = groups.filter { $0.utf8.elementsEqual(name.utf8) }
    }
    let start = query["cursor"].flatMap { Int($0) } ?? 0
    let page = groups.dropFirst(start).prefix(pageSize)
    let shown = page.map { name in
      """
      {"id":"66666666-2222-3333-4444-555555555555","displayName":\(Self.quoted(name)),"members":[],\
      "schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"]}
      """
    }
    let isPaged = query["cursor"] != nil && page.endIndex < groups.endIndex
    return Self.list(shown, total: groups.count, next: isPaged ? String(page.endIndex) : nil)
  }

  private static func list(_ entries: [String], total: Int, next: String? = nil) -> String {
    let place = next.map { "\"nextCursor\":\"\($0)\"" } ?? "\"totalResults\":\(total),\"startIndex\":1"
    return """
      {"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"itemsPerPage":\(entries.count),\(place),\
      "Resources":[\(entries.joined(separator: ","))]}
      """
  }

  private static let configuration = """
    {"schemas":["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],\
    "authenticationSchemes":[{"type":"oauthbearertoken","name":"OAuth Bearer Token","primary":true}],\
    "patch":{"supported":true},"bulk":{"supported":false,"maxOperations":1,"maxPayloadSize":1048576},\
    "filter":{"supported":true,"maxResults":50},"changePassword":{"supported":false},"sort":{"supported":false},\
    "etag":{"supported":false}}
    """

  /// An error as it is seen on the wire.
  static func message(_ status: Int, _ detail: String) -> String {
    """
    {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"detail":\(quoted(detail)),"status":"\(status)",\
    "exceptionRequestId":"99999999-2222-3333-4444-555555555555","timeStamp":"2026-01-01 00:00:00.000"}
    """
  }

  /// An answer of HTTP.
  public static func answer(
    _ status: Int, _ body: String, type: String = "application/json", headers: [String] = []
  ) -> [UInt8] {
    let lines =
      [
        "HTTP/1.1 \(status) Told", "Content-Type: \(type)", "Content-Length: \(body.utf8.count)",
        "x-amzn-RequestId: 77777777-2222-3333-4444-555555555555", "Connection: close",
      ] + headers
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
  }

  // MARK: Reading

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// The value of a filter `name eq "value"`.
  private static func value(of attribute: String, in query: [String: String]) -> String? {
    guard let filter = query["filter"], filter.hasPrefix("\(attribute) eq \""), filter.hasSuffix("\"") else {
      return nil
    }
    return String(filter.dropFirst(attribute.count + 5).dropLast())
      .replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
  }

  private static func query(_ text: String) -> [String: String] {
    var query: [String: String] = [:]
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      query[String(parts[0])] = parts.count > 1 ? decoded(parts[1]) : ""
    }
    return query
  }

  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count > 1,
        let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
