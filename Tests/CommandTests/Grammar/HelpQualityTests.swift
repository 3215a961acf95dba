import Console
import Testing

@testable import signpost

@Suite struct HelpQualityTests {
  static let grammar = Grammar.signpost
  static let help = Help(grammar: grammar, appearance: .plain)
  static let topics: [[String]] =
    [[]] + grammar.allCommands.map(\.path) + grammar.topics.map { [$0.rawValue] }

  @Test("every page has lines of at most 80 columns, and nothing unfinished", arguments: topics)
  func pages(topic: [String]) throws {
    let page = try #require(Self.help.page(for: topic)).rendered(.plain)
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      #expect(DisplayWidth.columns(of: String(line)) <= 80, "\(line)")
      #expect(!line.hasSuffix(" "), "\(line)")
    }
    for word in ["TODO", "FIXME", "XXX", "TBD", "!"] { #expect(!page.contains(word)) }
    #expect(page.contains("xit status") || topic.count == 1 && HelpTopic(rawValue: topic[0]) != nil)
  }

  @Test(
    "every command says what it is for, in a line, and shows an example", arguments: grammar.allCommands.map(\.path))
  func commands(path: [String]) throws {
    let command = try #require(Self.grammar.command(at: path))
    #expect((10...60).contains(command.summary.count))
    #expect(!command.summary.hasSuffix("."))
    #expect(command.summary.first?.isLowercase == true)
    #expect(!command.examples.isEmpty)
    #expect(command.exitStatuses.contains(.done) && command.exitStatuses.contains(.badUsage))
    for paragraph in command.description { #expect(!paragraph.contains("\n"), "\(paragraph)") }
    for flag in command.flags { #expect(!flag.help.isEmpty && !flag.help.hasSuffix("."), "\(flag.name)") }
    for argument in command.arguments { #expect(!argument.help.isEmpty) }
  }

  @Test(
    "every example is understood, and is about the command that shows it",
    arguments: [([String](), grammar.examples.map(\.line))]
      + grammar.allCommands.map { ($0.path, $0.examples.map(\.line)) })
  func examples(path: [String], lines: [String]) throws {
    for line in lines {
      let all = words(line)
      let start = try #require(all.firstIndex(of: "signpost"))
      let arguments = Array(all[(start + 1)...])
      #expect(throws: Never.self, "\(line)") { try Self.grammar.parse(arguments) }
      #expect(arguments.starts(with: path))
    }
  }

  @Test("no flag stands twice, and none of a command hides one that every command takes")
  func names() {
    let everywhere = Self.grammar.everywhere.map(\.name)
    #expect(everywhere == ["name", "store", "now", "color", "quiet", "help", "version"])
    for command in Self.grammar.allCommands {
      let names = everywhere + command.flags.map(\.name)
      #expect(Set(names).count == names.count, "\(command.path)")
      for name in names { #expect(name.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "-") }) }
      #expect(!command.arguments.dropLast().contains { $0.isVariadic })
    }
  }

  @Test("this release offers these commands, in this order")
  func offered() {
    #expect(
      Self.grammar.commands.map(\.name)
        == [
          "setup", "status", "step", "log", "validate", "inspect", "compare", "export", "import", "verify", "diagnose",
          "generate",
          "rules", "explain", "config", "completions", "man", "help",
        ])
    #expect(
      Self.grammar.command(at: ["step"])?.subcommands.map(\.name) == ["done", "skip", "reopen", "note", "answer"])
  }

  @Test("there is no page for what does not exist")
  func noPage() {
    #expect(Self.help.page(for: ["xyzzy"]) == nil)
    #expect(Self.help.page(for: ["step", "xyzzy"]) == nil)
  }

  @Test("exit statuses are the ones that are promised")
  func exitStatuses() {
    #expect(ExitStatus.allCases.map(\.rawValue) == [0, 1, 2, 3, 4, 130])
  }
}
