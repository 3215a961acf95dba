/// Decompression of DEFLATE (RFC 1951), in which messages travel by HTTP-Redirect (SAML Bindings 3.4.4.1).
///
/// Nothing is written beyond the limit, however little input asks for it.
public enum Inflate {
  /// Why bytes could not be decompressed.
  public enum Fault: Error, Hashable, Sendable {
    /// The bytes end before their last block does.
    case truncated
    /// The bytes are no DEFLATE.
    case malformed
    /// There would be more bytes than this.
    case tooLong(limit: Int)
  }

  /// The bytes that were compressed; what comes after the last block is left alone.
  public static func decompress(_ bytes: ArraySlice<UInt8>, limit: Int) throws(Fault) -> [UInt8] {
    var inflater = Inflater(bits: BitReader(bytes: bytes), limit: limit)
    return try inflater.run()
  }
}

/// Bits, the least significant of each byte first (RFC 1951, section 3.1.1).
private struct BitReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var held: UInt32 = 0
  private var count = 0

  init(bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// A number of at most 16 bits.
  mutating func take(_ width: Int) throws(Inflate.Fault) -> Int {
    while count < width {
      guard position < bytes.endIndex else { throw .truncated }
      held |= UInt32(bytes[position]) << UInt32(count)
      position += 1
      count += 8
    }
    let value = held & (1 << UInt32(width) - 1)
    held >>= UInt32(width)
    count -= width
    return Int(value)
  }

  /// Leaves out the rest of a byte that was begun.
  mutating func align() {
    held >>= UInt32(count % 8)
    count -= count % 8
  }
}

/// A Huffman code, known by the lengths of its words (RFC 1951, section 3.2.2).
private struct HuffmanCode {
  /// How many words each length has, and the symbols in the order of their words.
  private var counts = [Int](repeating: 0, count: 16)
  private var symbols: [Int]
  /// Words that are possible and mean nothing; negative where there are more words than fit.
  let unused: Int

  init(lengths: ArraySlice<Int>) {
    for length in lengths { counts[length] += 1 }
    var unused = 1
    for length in 1..<16 where unused >= 0 { unused = unused * 2 - counts[length] }
    self.unused = counts[0] == lengths.count ? 0 : unused
    var offsets = [Int](repeating: 0, count: 17)
    for length in 1..<16 { offsets[length + 1] = offsets[length] + counts[length] }
    symbols = [Int](repeating: 0, count: lengths.count)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      symbols[offsets[length]] = symbol
      offsets[length] += 1
    }
  }

  /// Whether only one word has a length other than none, and that of one bit, which may leave the other one unused.
  var isSingle: Bool { counts[0] == symbols.count - 1 && counts[1] == 1 }

  func next(_ bits: inout BitReader) throws(Inflate.Fault) -> Int {
    var (word, first, index) = (0, 0, 0)
    for length in 1..<16 {
      word |= try bits.take(1)
      let count = counts[length]
      if word - count < first { return symbols[index + word - first] }
      index += count
      first = (first + count) << 1
      word <<= 1
    }
    throw .malformed
  }
}

private struct Inflater {
  var bits: BitReader
  let limit: Int
  var output: [UInt8] = []

  init(bits: BitReader, limit: Int) {
    self.bits = bits
    self.limit = limit
  }

  mutating func run() throws(Inflate.Fault) -> [UInt8] {
    var isLast = false
    while !isLast {
      isLast = try bits.take(1) == 1
      switch try bits.take(2) {
      case 0: try stored()
      case 1: try compressed(Self.fixedLiterals, Self.fixedDistances)
      case 2: try dynamic()
      default: throw .malformed
      }
    }
    return output
  }

  private mutating func append(_ byte: UInt8) throws(Inflate.Fault) {
    guard output.count < limit else { throw .tooLong(limit: limit) }
    output.append(byte)
  }

  /// A block that is not compressed (section 3.2.4).
  private mutating func stored() throws(Inflate.Fault) {
    bits.align()
    let length = try bits.take(16)
    guard try bits.take(16) == ~length & 0xFFFF else { throw .malformed }
    for _ in 0..<length { try append(UInt8(truncatingIfNeeded: try bits.take(8))) }
  }

  /// A block that brings its own codes (section 3.2.7).
  private mutating func dynamic() throws(Inflate.Fault) {
    let literals = try bits.take(5) + 257
    let distances = try bits.take(5) + 1
    let entries = try bits.take(4) + 4
    guard literals <= 286, distances <= 30 else { throw .malformed }
    var lengths = [Int](repeating: 0, count: 19)
    for index in 0..<entries { lengths[Self.order[index]] = try bits.take(3) }
    let code = HuffmanCode(lengths: lengths[...])
    guard code.unused == 0 else { throw .malformed }
    lengths = []
    while lengths.count < literals + distances {
      let symbol = try code.next(&bits)
      let (value, times): (Int, Int)
      switch symbol {
      case 16:
        guard let last = lengths.last else { throw .malformed }
        (value, times) = (last, 3 + (try bits.take(2)))
      case 17: (value, times) = (0, 3 + (try bits.take(3)))
      case 18: (value, times) = (0, 11 + (try bits.take(7)))
      default: (value, times) = (symbol, 1)
      }
      guard lengths.count + times <= literals + distances else { throw .malformed }
      lengths += repeatElement(value, count: times)
    }
    // Without a word for the end the block would have none.
    guard lengths[256] > 0 else { throw .malformed }
    let literal = HuffmanCode(lengths: lengths[..<literals])
    let distance = HuffmanCode(lengths: lengths[literals...])
    guard literal.unused == 0 || (literal.unused > 0 && literal.isSingle),
      distance.unused == 0 || (distance.unused > 0 && distance.isSingle)
    else { throw .malformed }
    try compressed(literal, distance)
  }

  /// Literals and repetitions, up to the block's end (section 3.2.5).
  private mutating func compressed(_ literal: HuffmanCode, _ distance: HuffmanCode) throws(Inflate.Fault) {
    while true {
      let symbol = try literal.next(&bits)
      if symbol < 256 {
        try append(UInt8(truncatingIfNeeded: symbol))
      } else if symbol == 256 {
        return
      } else {
        guard symbol < 286 else { throw .malformed }
        let length = Self.lengths[symbol - 257].base + (try bits.take(Self.lengths[symbol - 257].extra))
        let code = try distance.next(&bits)
        guard code < 30 else { throw .malformed }
        let back = Self.distances[code].base + (try bits.take(Self.distances[code].extra))
        guard back <= output.count else { throw .malformed }
        for _ in 0..<length { try append(output[output.count - back]) }
      }
    }
  }

  // MARK: Tables

  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  private static let lengths: [(base: Int, extra: Int)] = {
    var table: [(base: Int, extra: Int)] = []
    var base = 3
    for index in 0..<28 {
      let extra = index < 8 ? 0 : index / 4 - 1
      table.append((base, extra))
      base += 1 << extra
    }
    return table + [(258, 0)]
  }()

  private static let distances: [(base: Int, extra: Int)] = {
    var table: [(base: Int, extra: Int)] = []
    var base = 1
    for index in 0..<30 {
      let extra = index < 4 ? 0 : index / 2 - 1
      table.append((base, extra))
      base += 1 << extra
    }
    return table
  }()

  private static let fixedLiterals = HuffmanCode(
    lengths: ([Int](repeating: 8, count: 144) + [Int](repeating: 9, count: 112) + [Int](repeating: 7, count: 24)
      + [Int](repeating: 8, count: 8))[...])
  private static let fixedDistances = HuffmanCode(lengths: [Int](repeating: 5, count: 30)[...])
}
