/// What can be said to `completions`.
struct CompletionsOptions: Sendable, Equatable {
  var shell = Shell.bash
}

extension CommandSpec {
  static let completions = CommandSpec(
    "completions",
    summary: CommandWord.completions.summary,
    description: [
      """
      The script knows every command, flag and allowed word, where a file or a directory stands, and the ids of rules and \
      steps. It is complete in itself and never runs signpost. make install puts it where the shells look for it.
      """,
      """
      Without an installation: source <(signpost completions bash) in ~/.bashrc, the same with zsh in ~/.zshrc after \
      compinit, and signpost completions fish | source in ~/.config/fish/config.fish.
      """,
    ],
    arguments: [.one("shell", \.shell, "the shell that is to read it")],
    examples: [
      Example("signpost completions bash", "the script for bash 3.2 or newer"),
      Example("signpost completions zsh", "the function _signpost, for a directory of fpath"),
      Example("signpost completions fish", "the script for fish 3.0 or newer"),
    ],
    exitStatuses: [.done, .badUsage],
    options: CompletionsOptions(),
    command: Command.completions)
}
