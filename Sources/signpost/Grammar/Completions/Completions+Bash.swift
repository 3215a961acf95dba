extension Completions {
  /// The script for bash. Nothing in it is newer than bash 3.2, which macOS has, unless it is looked for first. Words are
  /// compared by the script itself, for `compgen -W` would expand them.
  var bash: String {
    let program = grammar.program
    let name = "_" + program
    return head(.bash) + """

      # The words that lead on from a command: $1 is the command, without the program.
      \(name)_actions() {
        case $1 in
      \(branches(actions.map { (pattern($0.path), words($0.actions.map(\.name))) }))
        *) list=() ;;
        esac
      }

      # The flags that a command takes.
      \(name)_flags() {
        case $1 in
      \(branches(flags))
        *) list=() ;;
        esac
        list+=(\(everywhere.map { Shell.bash.quoted("--" + $0.name) }.joined(separator: " ")))
      }

      # What may be the value of a flag: $1 is the command and the flag. Fails where the flag takes none.
      \(name)_value() {
        list=() offer= divider=
        case $1 in
      \(branches(values))
        *) return 1 ;;
        esac
      }

      # What may be an argument: $1 is the command and the number of arguments before it.
      \(name)_argument() {
        list=() offer=
        case $1 in
      \(branches(arguments))
        esac
      }

      \(Self.walk.replacing("_PROGRAM", with: name))
      complete -F \(name) \(program)

      """
  }

  private var flags: [(String, String)] {
    commands.filter { !$0.flags.isEmpty }.map { (pattern($0.command.path), words($0.flags.map { "--" + $0.name })) }
  }

  private var values: [(String, String)] {
    let own = grammar.allCommands.flatMap { command in
      command.flags.filter { !$0.isHidden && $0.placeholder != nil }.map { flag in
        (pattern(command.path + ["--" + flag.name]), offer(flag.completion, divider: flag.separator))
      }
    }
    let shared = everywhere.filter { $0.placeholder != nil }.map { flag in
      ("*" + Shell.bash.quoted(" --" + flag.name), offer(flag.completion, divider: flag.separator))
    }
    return own + shared
  }

  private var arguments: [(String, String)] {
    grammar.allCommands.flatMap { command in
      command.arguments.enumerated().map { index, argument in
        let place =
          argument.isVariadic
          ? Shell.bash.quoted(command.path.joined(separator: " ") + " ") + "*" : pattern(command.path + ["\(index)"])
        return (place, offer(argument.completion, divider: nil))
      }
    }
  }

  private func pattern(_ path: [String]) -> String { Shell.bash.quoted(path.joined(separator: " ")) }

  private func words(_ words: [String]) -> String {
    "list=(" + words.map(Shell.bash.quoted).joined(separator: " ") + ")"
  }

  private func offer(_ completion: Completion, divider: Character?) -> String {
    switch completion {
    case .nothing, .never: "offer=nothing"
    case .files: "offer=files"
    case .directories: "offer=directories"
    case .words(let list): (divider.map { "divider=\(Shell.bash.quoted(String($0))) " } ?? "") + words(list)
    }
  }

  /// The branches of a case; patterns with the same answer stand together.
  private func branches(_ branches: [(pattern: String, answer: String)]) -> String {
    var order: [String] = []
    var patterns: [String: [String]] = [:]
    for branch in branches {
      if patterns[branch.answer] == nil { order.append(branch.answer) }
      patterns[branch.answer, default: []].append(branch.pattern)
    }
    return order.map { "  \((patterns[$0] ?? []).joined(separator: " | "))) \($0) ;;" }.joined(separator: "\n")
  }

  /// Finds where the cursor stands, and answers in COMPREPLY.
  private static let walk = """
    _PROGRAM() {
      local words list word raw cur stem lead path= flag= only= glued= offer= divider= count=0 last i
      words=() list=() COMPREPLY=()
      # Readline divides the line at = and : too; what belongs together is put together again.
      for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        last=$((${#words[@]} - 1))
        if ((last >= 0)) && [[ -n $word && ($glued || $word == [=:]*) ]]; then
          words[last]+=$word
        else
          words[last + 1]=$word
        fi
        glued=
        [[ $word =~ ^[=:]+$ ]] && glued=1
      done
      last=$((${#words[@]} - 1))
      cur=${words[last]}
      # Readline replaces only what stands behind the last of its divisions: the rest is not repeated.
      raw=${COMP_WORDS[COMP_CWORD]}
      [[ $glued ]] && raw=
      lead=${cur%"$raw"}

      for ((i = 0; i < last; i++)); do
        word=${words[i]}
        if [[ $flag ]]; then
          flag=
        elif [[ -z $only && $word == -- ]]; then
          only=1
        elif [[ -z $only && $word == -?* ]]; then
          [[ $word != *=* ]] && _PROGRAM_value "$path $word" && flag=$word
        else
          _PROGRAM_actions "$path"
          if ((count == 0)) && _PROGRAM_holds "$word"; then
            path="${path:+$path }$word"
          else
            count=$((count + 1))
          fi
        fi
      done

      list=() offer= divider= stem=
      if [[ $flag ]]; then
        _PROGRAM_value "$path $flag"
      elif [[ -z $only && $cur == --*=* ]]; then
        flag=${cur%%=*}
        stem=$flag=
        _PROGRAM_value "$path $flag" || return 0
      elif [[ -z $only && $cur == -* ]]; then
        _PROGRAM_flags "$path"
      else
        ((count == 0)) && _PROGRAM_actions "$path"
        ((${#list[@]})) || _PROGRAM_argument "$path $count"
        ((${#list[@]})) || [[ $offer || $only ]] || _PROGRAM_flags "$path"
      fi
      case $offer in
      files) _PROGRAM_files default -f "${cur#"$stem"}" ;;
      directories) _PROGRAM_files dirnames -d "${cur#"$stem"}" ;;
      esac
      if [[ $divider ]]; then
        word=${cur#"$stem"}
        [[ $word == *"$divider"* ]] && stem=$stem${word%"$divider"*}$divider
      fi
      for word in ${list[@]+"${list[@]}"}; do
        word=$stem$word
        [[ $word == "$cur"* ]] && COMPREPLY+=("${word#"$lead"}")
      done
      return 0
    }

    # Whether a word is in the list.
    _PROGRAM_holds() {
      local item
      for item in ${list[@]+"${list[@]}"}; do
        [[ $item == "$1" ]] && return 0
      done
      return 1
    }

    # Files or directories: by readline itself, which knows how to quote them; by their names where it cannot be told to.
    _PROGRAM_files() {
      type compopt >/dev/null 2>&1 && compopt -o "$1" 2>/dev/null && return
      local IFS=$'\\n'
      COMPREPLY=($(compgen "$2" -- "$3"))
    }
    """
}
