/// Random numbers that are the same in every run (xorshift64, by George Marsaglia).
public struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  /// - Parameter seed: anything but 0, from which only zeros would follow.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
