import Setup
import Testing

@Suite("JSON that knows where its values stand")
struct JSONTextTests {
  private let text = "{\n  \"a\": [1, {\"b\": \"Zoë\"}],\n  \"c\" : null\n}"

  @Test(
    "values and names are found by their path",
    arguments: [
      ([], 1, 1), (["a"], 2, 8), (["a", "0"], 2, 9), (["a", "1"], 2, 12), (["a", "1", "b"], 2, 18), (["c"], 3, 9),
    ])
  func values(path: [String], line: Int, column: Int) throws {
    let json = try JSONText(reading: Array(text.utf8))
    let error = json.error("wrong", at: path)
    #expect(error.description == "line \(line), column \(column): wrong")
  }

  @Test("a name stands before its value")
  func names() throws {
    let json = try JSONText(reading: Array(text.utf8))
    #expect(json.error("x", atName: ["a", "1", "b"]).column == 13)
    #expect(json.error("x", atName: ["c"]).line == 3)
    #expect(json.error("x", atName: ["c"]).column == 3)
  }

  @Test("it reads what JSON reads, and refuses what JSON refuses")
  func same() throws {
    #expect(try JSONText(reading: Array(text.utf8)).value == JSON(reading: Array(text.utf8)))
    #expect(throws: JSON.ReadingError.self) { try JSONText(reading: Array("{\"a\": 1, \"a\": 2}".utf8)) }
  }
}
