extension Completions {
  /// The script for fish.
  var fish: String {
    let program = grammar.program
    let commands = self.commands.map(\.command)
    let parts =
      actions.map { place in place.actions.map { line(place.path, 0, "-a", $0.name, $0.summary) } }
      + [everywhere.map { flag($0, of: nil) }]
      + self.commands.map { entry in entry.flags.map { flag($0, of: entry.command.path) } }
      + commands.map { command in command.arguments.enumerated().map { argument($1, at: $0, of: command.path) } }
    let places = grammar.allCommands.map { Shell.fish.quoted($0.path.joined(separator: " ")) }
    return head(.fish) + """

      # The command in which the cursor stands, and then the number of arguments before it.
      function __\(program)_place
          set -l taking \(takingValues.map(Shell.fish.quoted).joined(separator: " "))
          set -l places \(places.joined(separator: " "))
          set -l words (commandline -opc)
          set -e words[1]
          set -l path ''
          set -l count 0
          set -l only no
          set -l value no
          for word in $words
              if test $value = yes
                  set value no
              else if test $only = yes
                  set count (math $count + 1)
              else if test "x$word" = x--
                  set only yes
              else if string match -q -- '-?*' "$word"
                  contains -- "$word" $taking; and set value yes
              else
                  set -l longer (string trim -- "$path $word")
                  if test $count -eq 0; and contains -- "$longer" $places
                      set path $longer
                  else
                      set count (math $count + 1)
                  end
              end
          end
          echo $path
          echo $count
      end

      # Whether the cursor stands in a command, behind so many arguments: `any`, or a number.
      function __\(program)_in
          set -l place (__\(program)_place)
          test "$argv[2..-1]" = "$place[1]"; or return 1
          test $argv[1] = any; or test $argv[1] = $place[2]
      end

      complete -c \(program) -f
      \(parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n"))

      """
  }

  private func flag(_ flag: FlagSpec, of path: [String]?) -> String {
    let place = path.map { condition($0, nil) } ?? ""
    let value = flag.placeholder.map { _ in self.value(flag.completion, flag.separator) } ?? ""
    return "complete -c \(grammar.program)\(place) -l \(flag.name)\(value) -d \(Shell.fish.quoted(flag.help))"
  }

  private func value(_ completion: Completion, _ separator: Character?) -> String {
    switch completion {
    case .nothing, .never: return " -x"
    case .files: return " -r -F"
    case .directories: return " -x -a '(__fish_complete_directories)'"
    case .words(let words):
      guard let separator else { return " -x -a " + Shell.fish.quoted(escaped(words)) }
      return " -x -a " + Shell.fish.quoted("(__fish_complete_list \(separator) 'printf %s\\\\n \(escaped(words))')")
    }
  }

  private func argument(_ argument: ArgumentSpec, at index: Int, of path: [String]) -> String {
    let count = argument.isVariadic ? nil : index
    return switch argument.completion {
    case .nothing, .never: "# \(path.joined(separator: " ")) <\(argument.name)>: whatever it is"
    case .files: "complete -c \(grammar.program)\(condition(path, count)) -F"
    case .directories: line(path, count, "-a", "(__fish_complete_directories)", argument.name)
    case .words(let words): line(path, count, "-a", escaped(words), argument.name)
    }
  }

  private func line(_ path: [String], _ count: Int?, _ option: String, _ words: String, _ meaning: String) -> String {
    "complete -c \(grammar.program)\(condition(path, count)) \(option) \(Shell.fish.quoted(words)) "
      + "-d \(Shell.fish.quoted(meaning))"
  }

  private func condition(_ path: [String], _ count: Int?) -> String {
    let words = ["__\(grammar.program)_in", count.map(String.init) ?? "any"] + path
    return " -n " + Shell.fish.quoted(words.joined(separator: " "))
  }

  /// Fish expands the words that it is to offer.
  private func escaped(_ words: [String]) -> String { words.map(Shell.fish.escaped).joined(separator: " ") }
}
