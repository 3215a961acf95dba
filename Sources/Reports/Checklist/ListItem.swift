/// A line without the sign of a list in front of it.
struct ListItem {
  let isItem: Bool
  let text: String

  init(_ body: String) {
    let digits = body.prefix { $0.isASCII && $0.isNumber }.count
    let sign = body.dropFirst(digits).first
    let isSign =
      digits == 0 ? sign == "-" || sign == "*" || sign == "+" : digits < 10 && (sign == "." || sign == ")")
    let rest = body.dropFirst(digits + 1)
    isItem = isSign && (rest.isEmpty || rest.first?.isWhitespace == true)
    text = isItem ? rest.trimmed : body
  }
}
