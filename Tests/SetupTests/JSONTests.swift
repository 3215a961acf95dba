import Testing

@testable import Setup

@Suite("JSON")
struct JSONTests {
  private func read(_ text: String) throws(JSON.ReadingError) -> JSON { try JSON(reading: Array(text.utf8)) }

  @Test("keys are sorted by their bytes, and the same value is the same bytes")
  func order() {
    let value: JSON = ["b": 1, "a": [true, nil, "x"], "é": [:], "Z": []]
    #expect(value.compact == #"{"Z":[],"a":[true,null,"x"],"b":1,"é":{}}"#)
    #expect(
      value.indented == """
        {
          "Z": [],
          "a": [
            true,
            null,
            "x"
          ],
          "b": 1,
          "é": {}
        }

        """)
  }

  @Test(
    "what cannot be seen is escaped, all else stands as it is",
    arguments: [
      ("a\"b\\c/d", #""a\"b\\c/d""#),
      ("\n\r\t\u{0}\u{1F}\u{7F}\u{9B}", #""\n\r\t\u0000\u001f\u007f\u009b""#),
      (
        "\u{2028}\u{2029}\u{202E}\u{2066}\u{200B}\u{FEFF}\u{A0}\u{AD}",
        #""\u2028\u2029\u202e\u2066\u200b\ufeff\u00a0\u00ad""#
      ),
      ("\u{E0041}", #""\udb40\udc41""#), ("\u{EEFF}\u{378}", #""\ueeff\u0378""#),
      ("Zoë 東京 🙂", "\"Zoë 東京 🙂\""),
      ("e\u{301}", "\"e\u{301}\""),
    ])
  func escapes(text: String, expected: String) throws {
    let value = JSON.string(text)
    #expect(value.compact.utf8.elementsEqual(expected.utf8))
    #expect(try read(value.compact).string?.utf8.elementsEqual(text.utf8) == true)
  }

  @Test(
    "what was written is read again as the same",
    arguments: [
      #"{"a":[1,-2,0,9223372036854775807],"b":{"c":null,"d":false},"e":"\u0000"}"#,
      #"[1.5,1e9,-0,123456789012345678901234567890,0.10]"#, "[]", "{}", "null", "\"\"",
    ])
  func roundTrip(text: String) throws {
    #expect(try read(text).compact == text)
    #expect(try read(read(text).indented) == read(text))
  }

  @Test(
    "what is no JSON, with its place and without a word of it",
    arguments: [
      ("", "line 1, column 1: the text ends where a value is expected"),
      ("{\"a\": 1,\n \"a\": 2}", "line 2, column 2: this name stands a second time in its object"),
      ("{\"a\" 1}", "line 1, column 6: a colon is expected behind the name"),
      ("{a: 1}", "line 1, column 2: a name in double quotes is expected"),
      ("{\"a\": 1,}", "line 1, column 9: a name in double quotes is expected"),
      ("[1 2]", "line 1, column 4: a comma or ] is expected"),
      ("\"abc", "line 1, column 1: the quotes are never closed"),
      ("\"a\nb\"", "line 1, column 3: a control character that is not escaped"),
      ("\"\\q\"", "line 1, column 2: there is no such escape"),
      ("\"\\ud800\"", "line 1, column 2: half of a pair of surrogates"),
      ("\"\\ud83d\\u0041\"", "line 1, column 2: half of a pair of surrogates"),
      ("\"\\u00g0\"", "line 1, column 4: four hexadecimal digits are expected behind \\u"),
      ("01", "line 1, column 1: a number that begins with 0"),
      ("1.", "line 1, column 3: digits are expected behind the point"),
      ("1e", "line 1, column 3: digits are expected in the exponent"),
      ("NaN", "line 1, column 1: a value is expected"),
      ("true false", "line 1, column 6: the text goes on behind its end"),
    ])
  func errors(text: String, expected: String) {
    #expect { try read(text) } throws: { "\($0)" == expected }
  }

  @Test("sixty-four levels and no more; bytes that are no UTF-8; a byte order mark")
  func limits() throws {
    func nested(_ levels: Int) -> String {
      String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }
    #expect(throws: Never.self) { try read(nested(65)) }
    #expect(throws: JSON.ReadingError.self) { try read(nested(66)) }
    #expect(throws: JSON.ReadingError.self) { try read(nested(100_000)) }
    #expect(throws: JSON.ReadingError.self) { try JSON(reading: [0x22, 0xFF, 0x22]) }
    #expect(try JSON(reading: [0xEF, 0xBB, 0xBF] + Array("7".utf8)) == 7)
  }

  @Test("looking inside, and leaving out what is nothing")
  func access() {
    let text: String? = nil
    let number: Int? = nil
    let value = JSON.compact(["a": "x", "b": nil, "c": JSON(["p", "q"]), "d": true, "e": 5, "f": JSON(text)])
    #expect(value["a"]?.string == "x" && value["b"] == nil && value["c"]?.strings == ["p", "q"])
    #expect(value["d"]?.bool == true && value["e"]?.int == 5 && value["f"] == .null && JSON(number) == .null)
    #expect(value.object?.count == 5 && value["c"]?.array?.count == 2 && value.string == nil)
    #expect((["a", 1] as JSON).strings == nil)
    let name = "x"
    #expect(("is \(name)" as JSON) == .string("is x"))
  }
}
