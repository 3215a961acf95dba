import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A SCIM service on this machine that answers as that of IAM Identity Center does, or misbehaves as it is told.
///
/// It stands for the service in tests of what asks it: users and groups can be listed and filtered with `eq`, a group
/// shows no members, a token that is not known gives 401, and so does another tenant.
public final class SCIMServer: Sendable {
  /// How it answers.
  public enum Manner: Sendable, Equatable {
    /// As the service does.
    case honest
    /// With this status to everything, these further headers, and a message of SCIM as its body.
    case status(Int, headers: [String] = [])
    /// With this status and these further headers to the first request, and as the service does from then on.
    case busy(Int, headers: [String] = [])
    /// With this body and type to everything, by status 200.
    case body(String, type: String = "application/json")
    /// With these bytes and nothing else.
    case bytes([UInt8])
    /// With an honest answer that says it is longer than it is, and breaks off.
    case cut
    /// With a byte now and then.
    case drip
    /// Never.
    case silence
    /// By closing at once.
    case close
    /// With headers without an end.
    case headers
    /// With a body without an end, in chunks.
    case flood
  }

  /// A user of the service.
  public struct User: Sendable {
    let name: String
    let isActive: Bool

    /// A user of that name.
    public init(_ name: String, isActive: Bool = true) {
      self.name = name
      self.isActive = isActive
    }
  }

  struct State {
    var manner: Manner
    var groups: [String]
    var users: [User]
    var requests: [String] = []
    var isStopped = false
  }

  /// The tenant in its address.
  public static let tenant = "1f2e3d4c-5b6a-7988-a7b6-c5d4e3f2a1b0"

  /// The number of its port.
  public let port: UInt16
  private let listener: Int32
  let token: String
  let pageSize: Int
  let state: Mutex<State>

  /// Begins to serve.
  ///
  /// - Parameter pageSize: how many groups a page has at most.
  public init(
    token: String, groups: [String] = [], users: [User] = [], manner: Manner = .honest, pageSize: Int = 100
  ) throws {
    self.token = token
    self.pageSize = pageSize
    state = Mutex(State(manner: manner, groups: groups, users: users))
    (listener, port) = try Self.listen()
    let server = unsafe Unmanaged.passRetained(self).toOpaque()
    #if canImport(Glibc)
    var thread = pthread_t()
    #else
    var thread: pthread_t?
    #endif
    _ = unsafe pthread_create(
      &thread, nil,
      { argument in
        pthread_detach(pthread_self())
        #if canImport(Darwin)
        let server = unsafe Unmanaged<SCIMServer>.fromOpaque(argument).takeRetainedValue()
        #else
        guard let argument = unsafe argument else { return nil }
        let server = unsafe Unmanaged<SCIMServer>.fromOpaque(argument).takeRetainedValue()
        #endif
        server.serve()
        return nil
      }, server)
  }

  /// Its address, as a set-up would have it.
  public var endpoint: String { "http://127.0.0.1:\(port)/\(Self.tenant)/scim/v2" }

  /// The requests that came: the head of each, with its headers.
  public var requests: [String] { state.withLock(\.requests) }

  /// Answers in another manner from now on.
  public func behave(_ manner: Manner) { state.withLock { $0.manner = manner } }

  /// Has other groups from now on.
  public func setGroups(_ groups: [String]) { state.withLock { $0.groups = groups } }

  /// Ends it. A server that nobody stops ends with the process.
  public func stop() { state.withLock { $0.isStopped = true } }

  // MARK: Connections

  private static func listen() throws -> (Int32, UInt16) {
    #if canImport(Glibc)
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
    let listener = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe bind(listener, pointer, size) == 0 && getsockname(listener, pointer, &size) == 0
      }
    }
    _ = fcntl(listener, F_SETFD, FD_CLOEXEC)
    #if canImport(Glibc)
    let isListening = Glibc.listen(listener, 16) == 0
    #elseif canImport(Musl)
    let isListening = Musl.listen(listener, 16) == 0
    #else
    let isListening = Darwin.listen(listener, 16) == 0
    #endif
    guard listener >= 0, bound, isListening else { throw SupportFailure("cannot listen: error \(errno)") }
    return (listener, UInt16(bigEndian: address.sin_port))
  }

  private var isStopped: Bool { state.withLock(\.isStopped) }

  private func serve() {
    while !isStopped {
      var polled = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&polled, 1, 100) > 0 else { continue }
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { continue }
      _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
      answer(connection)
      _ = close(connection)
    }
    _ = close(listener)
  }

  private func answer(_ connection: Int32) {
    let manner = state.withLock(\.manner)
    if manner == .close { return }
    guard let head = head(from: connection) else { return }
    state.withLock { $0.requests.append(head) }
    switch manner {
    case .honest: send(honestAnswer(to: head), on: connection)
    case .status(let status, let headers):
      send(Self.answer(status, Self.message(status, "told to"), headers: headers), on: connection)
    case .busy(let status, let headers):
      behave(.honest)
      send(Self.answer(status, Self.message(status, "told to"), headers: headers), on: connection)
    case .body(let body, let type): send(Self.answer(200, body, type: type), on: connection)
    case .bytes(let bytes): send(bytes, on: connection)
    case .cut: send(Array(honestAnswer(to: head).dropLast(20)), on: connection)
    case .drip:
      repeatedly(first: "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n", then: " ", pause: 100, connection)
    case .silence: repeatedly(first: "", then: "", pause: 50, connection)
    case .headers:
      repeatedly(
        first: "HTTP/1.1 200 OK\r\n", then: "X-Filler: " + String(repeating: "a", count: 4_000) + "\r\n", connection)
    case .flood:
      repeatedly(
        first: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        then: "1000\r\n" + String(repeating: " ", count: 4_096) + "\r\n", connection)
    case .close: return
    }
  }

  private func head(from connection: Int32) -> String? {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4_096)
    while !isStopped, bytes.count < 1 << 16 {
      var polled = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&polled, 1, 100) > 0 else { continue }
      let got = unsafe recv(connection, &piece, piece.count, 0)
      guard got > 0 else { return nil }
      bytes += piece[..<got]
      if bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) { return String(decoding: bytes, as: UTF8.self) }
    }
    return nil
  }

  /// Sends on and on until whoever asked has gone, or the server is stopped.
  private func repeatedly(first: String, then: String, pause: Int32 = 0, _ connection: Int32) {
    guard send(Array(first.utf8), on: connection) else { return }
    while !isStopped {
      if pause > 0 {
        var polled = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
        // What can be read now is the end.
        if unsafe poll(&polled, 1, pause) > 0 { return }
      }
      guard send(Array(then.utf8), on: connection) else { return }
    }
  }

  @discardableResult private func send(_ bytes: [UInt8], on connection: Int32) -> Bool {
    #if canImport(Darwin)
    let flags: Int32 = 0
    #else
    let flags = Int32(MSG_NOSIGNAL)
    #endif
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { all in
        guard let start = all.baseAddress else { return 0 }
        #if canImport(Glibc)
        return unsafe Glibc.send(connection, start + sent, all.count - sent, flags)
        #elseif canImport(Musl)
        return unsafe Musl.send(connection, start + sent, all.count - sent, flags)
        #else
        return unsafe Darwin.send(connection, start + sent, all.count - sent, flags)
        #endif
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }
}
