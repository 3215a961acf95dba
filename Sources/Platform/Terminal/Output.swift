/// A stream of bytes to a descriptor that was open before we began: standard output, standard error, `/dev/tty`.
///
/// What is written waits in a buffer until there is enough of it, or until `flush`. A value that ends does not flush: an
/// error would have nowhere to go.
public struct Output: ~Copyable {
  private let descriptor: Int32
  private let bufferSize: Int
  private var buffer: [UInt8] = []
  private var failure: PlatformError?
  /// The name of the stream, for errors.
  public let name: String

  /// Writes to a descriptor, which stays open when the value ends.
  ///
  /// A reader that goes away ends the process by default, before there is an error: see `Interrupt.ignoreBrokenPipes`.
  public init(descriptor: Int32, named name: String, bufferSize: Int = 16 << 10) {
    self.descriptor = descriptor
    self.name = name
    self.bufferSize = bufferSize
  }

  /// Writes bytes, now or later.
  ///
  /// - Throws: What the first write that failed threw, and from then on always; `readerWentAway` where nobody reads.
  public mutating func write(_ bytes: some Sequence<UInt8>) throws(PlatformError) {
    if let failure { throw failure }
    buffer.append(contentsOf: bytes)
    if buffer.count >= bufferSize { try flush() }
  }

  /// Writes text in UTF-8, now or later.
  public mutating func write(_ text: String) throws(PlatformError) {
    try write(text.utf8)
  }

  /// Writes all that waits. When this returns, the system has it.
  public mutating func flush() throws(PlatformError) {
    if let failure { throw failure }
    var sent = 0
    while sent < buffer.count {
      do {
        sent += try System.writeOnce(descriptor, buffer, from: sent)
      } catch {
        if System.isInterruption(error) { continue }
        do throws(PlatformError) {
          guard System.wouldWait(error) else { throw PlatformError(.write, name, error) }
          var polls = [System.Poll(writing: descriptor)]
          _ = try doing(.write, name) { () throws(Errno) in try System.wait(for: &polls, milliseconds: -1) }
        } catch {
          failure = error
          buffer.removeAll()
          throw error
        }
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
