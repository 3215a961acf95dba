extension Completions {
  /// The function for zsh: a file for a directory of `fpath`, which can be sourced too.
  var zsh: String {
    let name = function([])
    return """
      #compdef \(grammar.program)
      \(head(.zsh))
      \(([place([], actions: grammar.commands)] + grammar.allCommands.map(place)).joined(separator: "\n\n"))

      if [[ ${funcstack[1]} == \(name) ]]; then
        \(name) "$@"
      else
        compdef \(name) \(grammar.program)
      fi

      """
  }

  private func place(_ command: CommandSpec) -> String {
    place(command.path, actions: command.subcommands, flags: command.flags.filter(\.isOffered), command.arguments)
  }

  /// The function for a command. `*::` makes the words behind an action the words of the action's own function.
  private func place(
    _ path: [String], actions: [CommandSpec], flags: [FlagSpec] = [], _ arguments: [ArgumentSpec] = []
  ) -> String {
    let quoted = Shell.zsh.quoted
    var specs = (flags + everywhere).map { quoted(spec($0)) }
    guard !actions.isEmpty else {
      specs += arguments.enumerated().map { quoted(spec($1, at: $0 + 1)) }
      return """
        \(function(path))() {
          _arguments \\
            \(specs.joined(separator: " \\\n    "))
        }
        """
    }
    specs += [quoted("1: :->action"), quoted("*:: :->rest")]
    let list = actions.map { quoted(plain($0.name) + ":" + $0.summary) }.joined(separator: "\n        ")
    let branches = actions.map { "\(quoted($0.name))) \(function($0.path)) ;;" }.joined(separator: "\n        ")
    return """
      \(function(path))() {
        local context state state_descr line
        typeset -A opt_args
        _arguments -C \\
          \(specs.joined(separator: " \\\n    ")) && return
        case $state in
        action)
          local -a actions=(
            \(list)
          )
          _describe -t commands \(path.isEmpty ? "command" : "action") actions
          ;;
        rest)
          case $words[1] in
            \(branches)
          esac
          ;;
        esac
      }
      """
  }

  private func function(_ path: [String]) -> String {
    "_" + ([grammar.program] + path).joined(separator: "_").replacing("-", with: "_")
  }

  /// `--flag=` takes its value with the sign and without.
  private func spec(_ flag: FlagSpec) -> String {
    let often = flag.isRepeatable ? "*" : ""
    let value = flag.placeholder.map { "=" + explained(flag.help) + ":" + plain($0) } ?? explained(flag.help)
    guard flag.placeholder != nil else { return "\(often)--\(flag.name)\(value)" }
    return "\(often)--\(flag.name)\(value):" + action(flag.completion, flag.placeholder ?? "", flag.separator)
  }

  private func spec(_ argument: ArgumentSpec, at index: Int) -> String {
    let place = argument.isVariadic ? "*:" : argument.arity == .optional ? "\(index)::" : "\(index):"
    return place + plain(argument.name) + ":" + action(argument.completion, argument.name, nil)
  }

  private func action(_ completion: Completion, _ what: String, _ separator: Character?) -> String {
    switch completion {
    case .nothing, .never: " "
    case .files: "_files"
    case .directories: "_files -/"
    case .words(let words):
      if let separator {
        "_values -s \(Shell.zsh.escaped(String(separator))) \(Shell.zsh.escaped(what)) "
          + words.map(Shell.zsh.escaped).joined(separator: " ")
      } else {
        "(" + words.map(Shell.zsh.escaped).joined(separator: " ") + ")"
      }
    }
  }

  private func explained(_ help: String) -> String {
    "[" + help.replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]") + "]"
  }

  /// Text in which a colon does not divide.
  private func plain(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing(":", with: "\\:")
  }
}
