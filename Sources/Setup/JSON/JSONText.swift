/// A JSON text whose values know where they stand, for messages about a file that somebody wrote by hand.
public struct JSONText: Sendable {
  /// What the text says.
  public let value: JSON
  private let bytes: [UInt8]
  private let places: JSONPlaces

  /// Reads one JSON text by the rules of `JSON.init(reading:)`.
  public init(reading bytes: [UInt8]) throws(JSON.ReadingError) {
    var reader = JSONReader(bytes, places: JSONPlaces())
    value = try reader.document()
    places = reader.places ?? JSONPlaces()
    self.bytes = bytes
  }

  /// That something is wrong with a value; `path` leads to it by names, and by numbers from 0 in lists.
  public func error(_ reason: String, at path: [String]) -> JSON.ReadingError {
    JSON.ReadingError(reason, at: places.values[path] ?? 0, in: bytes)
  }

  /// That something is wrong with the name that a value has.
  public func error(_ reason: String, atName path: [String]) -> JSON.ReadingError {
    JSON.ReadingError(reason, at: places.names[path] ?? places.values[path] ?? 0, in: bytes)
  }
}

/// The offsets of names and values, by the path that leads to them.
struct JSONPlaces {
  var values: [[String]: Int] = [:]
  var names: [[String]: Int] = [:]
  /// The path to what is being read.
  var path: [String] = []
}

extension JSON.ReadingError {
  init(_ reason: String, at offset: Int, in bytes: [UInt8]) {
    let before = bytes[..<min(offset, bytes.count)]
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    self.init(reason: reason, line: before.count { $0 == 0x0A } + 1, column: before.count - lineStart + 1)
  }
}
