/// A text in which `«…»` encloses ranges: the text without the marks, and the ranges in bytes.
struct MarkedText {
  let text: String
  let ranges: [Range<Int>]

  init(_ marked: String) {
    var text = ""
    var ranges: [Range<Int>] = []
    var start = 0
    for character in marked.unicodeScalars {
      switch character {
      case "«": start = text.utf8.count
      case "»": ranges.append(start..<text.utf8.count)
      default: text.unicodeScalars.append(character)
      }
    }
    self.text = text
    self.ranges = ranges
  }
}
