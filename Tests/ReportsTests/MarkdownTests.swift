import Testing

@testable import Reports

@Suite struct MarkdownTests {
  @Test(arguments: [
    ("a <b> & `c`", "a \\<b\\> \\& \\`c\\`"), ("a | b", "a \\| b"), ("[x](javascript:y)", "\\[x\\](javascript:y)"),
    ("see https://a.example/x_y", "see https\\://a.example/x\\_y"), ("www.a.example", "www\\.a.example"),
    ("- [x] done", "\\- \\[x\\] done"), ("# heading", "\\# heading"), ("---", "\\---"), ("@here", "\\@here"),
    ("one\ntwo", "one\\\\ntwo"), ("plain: text, 1.0", "plain: text, 1.0"),
  ])
  func runningTextIsInert(text: String, markdown: String) {
    #expect(Markdown.text(text) == markdown)
  }

  @Test(arguments: [
    ("a", "`a`"), ("a`b", "``a`b``"), ("`", "`` ` ``"), ("a|b", "`a\\|b`"), ("", "`  `"), ("x\n# y", "`x\\n# y`"),
    ("\u{202E}", "`\\u{202E}`"),
  ])
  func codeStaysInItsFence(text: String, markdown: String) {
    #expect(Markdown.code(text) == markdown)
  }

  @Test func blocksAreFencedLongerThanTheirLines() {
    #expect(Markdown.block(["a", "````", "b"], language: "text") == "`````text\na\n````\nb\n`````")
    #expect(Markdown.block(["a"], language: "text") == "```text\na\n```")
  }
}
