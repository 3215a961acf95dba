/// An open file of the system, closed when the value ends.
struct Descriptor: ~Copyable {
  let number: Int32

  init(owning number: Int32) {
    self.number = number
  }

  deinit {
    System.closeFile(number)
  }

  /// Writes all of the bytes, however many calls that takes.
  func write(_ bytes: [UInt8]) throws(Errno) {
    try System.writeAll(number, bytes)
  }
}
