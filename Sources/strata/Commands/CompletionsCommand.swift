import ArgumentParser
import StrataText

/// Prints what makes a shell complete strata's words.
struct CompletionsCommand: ParsableCommand {
  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash, zsh, fish
  }

  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Print the completions for a shell.",
    discussion: """
      They complete commands, options, values, files, ids and the fields of queries. 'make install' installs them where the \
      shells look. By hand: as strata in ~/.local/share/bash-completion/completions, as _strata in a folder of zsh's fpath, \
      as strata.fish in ~/.config/fish/completions.

      Examples:
        source <(strata completions bash)     # in this shell, or in ~/.bashrc
        strata completions zsh > _strata
        strata completions fish | source
      """)

  @Argument(help: ArgumentHelp("bash, zsh or fish.", valueName: "shell"))
  var shell: Shell

  mutating func run() throws { Output.write(VisibleText(lines: shell.script)) }
}

extension CompletionsCommand.Shell {
  /// The whole script: it asks 'strata complete' and hands on what that says.
  var script: String {
    switch self {
    case .bash:
      #"""
      # Completions of strata for bash.
      _strata() {
        local line=${COMP_LINE:0:COMP_POINT} words word current behind= strip=
        read -ra words <<< "$line"
        [[ $line == *[[:space:]] ]] && words+=("")
        current=${words[${#words[@]}-1]}
        # bash takes a word apart at these: only what is behind the last of them is replaced.
        [[ $current == *[:=]* && $COMP_WORDBREAKS == *:* ]] && strip=${current%"${current##*[:=]}"}
        COMPREPLY=()
        while IFS= read -r word; do
          case $word in
            :files)
              compopt -o filenames 2> /dev/null
              while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$current") ;;
            :nospace) compopt -o nospace 2> /dev/null ;;
            *)
              word=${word%%"$(printf '\t')"*}
              COMPREPLY+=("${word#"$strip"}") ;;
          esac
        done < <("${words[0]}" complete -- "${words[@]:1}" 2> /dev/null)
      }
      complete -F _strata strata

      """#
    case .zsh:
      #"""
      #compdef strata
      # Completions of strata for zsh.
      _strata() {
        local line word meaning files=
        local -a space answers meanings
        while IFS= read -r line; do
          case $line in
            :files) files=1 ;;
            :nospace) space=(-S '') ;;
            *)
              word=${line%%$'\t'*}
              meaning=
              [[ $line == *$'\t'* ]] && meaning=" -- ${line#*$'\t'}"
              answers+=("$word")
              meanings+=("$word$meaning") ;;
          esac
        done < <("${words[1]}" complete -- "${(@)words[2,CURRENT-1]}" "$PREFIX" 2> /dev/null)
        (( ${#answers} )) && compadd "${space[@]}" -l -d meanings -a answers
        [[ -n $files ]] && _files
        return 0
      }
      if [ "${funcstack[1]}" = _strata ]; then
        _strata "$@"
      else
        compdef _strata strata
      fi

      """#
    case .fish:
      #"""
      # Completions of strata for fish.
      function __strata_complete
        set -l words (commandline -opc)
        set -l current (commandline -ct)
        $words[1] complete -- $words[2..] "$current" 2> /dev/null | while read -l line
          switch $line
            case :files
              __fish_complete_path "$current"
            case :nospace
            case '*'
              echo $line
          end
        end
      end
      complete -c strata -f -a '(__strata_complete)'

      """#
    }
  }
}
