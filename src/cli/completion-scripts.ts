// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are parameters of the shells
/** Shells that have a completion script. */
export const shells = ['bash', 'zsh', 'fish'] as const

/** A shell with a completion script. */
export type Shell = (typeof shells)[number]

/**
 * The script of a shell: it asks `authplan completion values` what can stand in place of the last word, and completes
 * the names of files where nothing is offered.
 */
export const completionScripts: Readonly<Record<Shell, string>> = {
  bash: `# The line is read here, with its quotes: bash splits words at : = and @.
_authplan() {
  local line=\${COMP_LINE:0:COMP_POINT} words=() word='' quote='' there='' char value typed prefix
  while [ -n "$line" ]; do
    char=\${line:0:1} line=\${line:1}
    if [ "$char" = "$quote" ]; then quote=''
    elif [ "$quote" = "'" ]; then word+=$char
    elif [ "$char" = '\\' ]; then word+=\${line:0:1} line=\${line:1} there=1
    elif [ -n "$quote" ]; then word+=$char
    elif [[ $char == [\\'\\"] ]]; then quote=$char there=1
    elif [[ $char == [[:space:]] ]]; then
      [ -n "$there" ] && words+=("$word")
      word='' there=''
    else word+=$char there=1
    fi
  done
  # Completed words replace what follows the last of these characters, or the quote.
  typed=$word
  [ -z "$quote" ] && prefix=\${typed%"\${typed##*[=:@]}"} || prefix=''
  COMPREPLY=()
  while IFS=$'\\t' read -r value _; do
    value=\${value#"$prefix"}
    [ -z "$quote" ] && value=$(printf %q "$value")
    COMPREPLY+=("$value")
  done < <("\${words[0]}" completion values -- "\${words[@]:1}" "$typed" 2>/dev/null)
  if [ \${#COMPREPLY[@]} -eq 0 ]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r value; do COMPREPLY+=("\${value#"$prefix"}"); done < <(compgen -f -- "$typed")
  fi
}
complete -F _authplan authplan
`,
  zsh: `#compdef authplan
_authplan() {
  local -a found
  local line
  for line in "\${(@f)$("\${(Q)words[1]}" completion values -- "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null)}"; do
    [[ -n $line ]] && found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done
  if (( \${#found} )); then _describe 'authplan' found; else _files; fi
}
# The file is read when the first word is completed; with source, the function is only declared.
if [[ \${funcstack[1]} == _authplan ]]; then _authplan "$@"; else compdef _authplan authplan; fi
`,
  fish: `function __authplan_values
  set -l words (commandline -opc)
  set -l typed (string replace -r '^["\\']' '' -- (commandline -ct))
  set -l found ($words[1] completion values -- $words[2..-1] "$typed" 2>/dev/null)
  if test (count $found) -gt 0
    printf '%s\\n' $found
  else
    __fish_complete_path (commandline -ct)
  end
end
complete -c authplan -f -a '(__authplan_values)'
`,
}

/** Where a shell looks for the script of a program, and what else it needs. */
export function placeOf(
  shell: Shell,
  variables: Readonly<Record<string, string | undefined>>,
): { readonly file: string; readonly needs: string } | undefined {
  const home = variables['HOME']
  if (home === undefined || home === '') return undefined
  switch (shell) {
    case 'bash':
      return {
        file: `${variables['XDG_DATA_HOME'] || `${home}/.local/share`}/bash-completion/completions/authplan`,
        needs: 'a new shell completes with it, if the package bash-completion is installed',
      }
    case 'zsh':
      return {
        file: `${home}/.zfunc/_authplan`,
        needs: 'in ~/.zshrc, if it is not there: fpath+=(~/.zfunc); autoload -Uz compinit; compinit',
      }
    case 'fish':
      return {
        file: `${variables['XDG_CONFIG_HOME'] || `${home}/.config`}/fish/completions/authplan.fish`,
        needs: 'a new shell completes with it',
      }
  }
}
