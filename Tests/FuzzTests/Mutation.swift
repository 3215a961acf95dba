import Support

/// Inputs made of others, the same ones in every run.
struct Mutation {
  private let pieces: [[UInt8]]
  private let others: [[UInt8]]
  private let longest: Int
  private var numbers: SeededNumbers

  /// - Parameters:
  ///   - pieces: what an input may be made of beside the others.
  ///   - others: the inputs that there are.
  ///   - longest: how long one becomes at most.
  init(pieces: [[UInt8]], of others: [[UInt8]], longest: Int) {
    (self.pieces, self.others, self.longest) = (pieces, others, longest)
    numbers = SeededNumbers(seed: 0x9E37_79B9_7F4A_7C15)
  }

  /// One of the inputs, changed in up to four ways.
  mutating func next() -> [UInt8] {
    var input = Array((others.randomElement(using: &numbers) ?? []).prefix(longest))
    for _ in 0..<Int.random(in: 1...4, using: &numbers) { change(&input) }
    return Array(input.prefix(longest))
  }

  private mutating func change(_ input: inout [UInt8]) {
    let range = range(in: input)
    switch Int.random(in: 0..<8, using: &numbers) {
    case 0:
      if let place = input.indices.randomElement(using: &numbers) {
        input[place] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
      }
    case 1: input.removeSubrange(range.lowerBound...)
    case 2: input.removeSubrange(range)
    case 3: input.insert(contentsOf: input[range], at: range.upperBound)
    case 4: input.replaceSubrange(range, with: input[range].reversed())
    case 5:
      let other = (others.randomElement(using: &numbers) ?? []).prefix(longest)
      input.replaceSubrange(range, with: other[self.range(in: Array(other))])
    default: input.insert(contentsOf: pieces.randomElement(using: &numbers) ?? [], at: range.lowerBound)
    }
  }

  /// A part of an input, short ones as often as long ones.
  private mutating func range(in input: [UInt8]) -> Range<Int> {
    let start = Int.random(in: 0...input.count, using: &numbers)
    let reach = Bool.random(using: &numbers) ? 8 : input.count
    return start..<min(input.count, start + Int.random(in: 0...reach, using: &numbers))
  }
}
