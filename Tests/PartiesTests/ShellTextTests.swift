import Parties
import Platform
import Support
import Testing

@Suite("Text as a word of a shell")
struct ShellTextTests {
  @Test(
    "a shell reads each word as it was given, and runs nothing that it says",
    arguments: ["sh", "bash", "zsh"].filter(TestTool.isHere))
  func readBack(shell: String) throws {
    // The first form is for people to copy, and bare where it can be.
    let words =
      NaughtyString.all.map(\.text).filter { !$0.utf8.contains(0) }
      + ["", "=ls", "~", "a=b", "{a,b}", "!!", "-n", "a'b"]
    let script =
      "printf '%s\\0' " + words.flatMap { [ShellText.word($0), ShellText.quoted($0)] }.joined(separator: " ")
    let outcome = try ChildProcess.run(
      executable: #require(TestTool.path(of: shell)), arguments: [], environment: ["PATH": "", "LC_ALL": "C.UTF-8"],
      input: Array(script.utf8), deadline: .seconds(120), outputLimit: 16 << 20)
    #expect(outcome.errors.isEmpty, "\(String(decoding: outcome.errors, as: UTF8.self))")
    let read = outcome.output.split(separator: 0, omittingEmptySubsequences: false).dropLast()
    #expect(read.map { Array($0) } == words.flatMap { [Array($0.utf8), Array($0.utf8)] })
  }

  @Test(
    "a word that every shell takes as it stands goes without quotes",
    arguments: ["metadata.xml", "./a/b-c_d.xml", "https://idp.example/a", "name=value", "1,2", "50%"])
  func bare(text: String) { #expect(ShellText.word(text) == text) }

  @Test("whatever else is quoted", arguments: ["", "a b", "=ls", "~/x", "it's", "a\nb", "$HOME", "é", "a;b", "*"])
  func quoted(text: String) { #expect(ShellText.word(text) == ShellText.quoted(text)) }
}
