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
  bash: `# bash splits words at : = and @, so the line is read as it was typed.
_authplan() {
  local line=\${COMP_LINE:0:COMP_POINT} words value typed prefix
  read -ra words <<< "$line"
  [[ $line == *[[:space:]] ]] && words+=('')
  typed=\${words[\${#words[@]}-1]}
  prefix=\${typed%"\${typed##*[=:@]}"}
  COMPREPLY=()
  while IFS=$'\\t' read -r value _; do
    value=$(printf %q "$value")
    COMPREPLY+=("\${value#"$prefix"}")
  done < <("\${words[0]}" completion values -- "\${words[@]:1}" 2>/dev/null)
  if [ \${#COMPREPLY[@]} -eq 0 ]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -f -- "$typed")
  fi
}
complete -F _authplan authplan
`,
  zsh: `#compdef authplan
_authplan() {
  local -a found
  local line
  for line in "\${(@f)$("\${words[1]}" completion values -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -n $line ]] && found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done
  if (( \${#found} )); then _describe 'authplan' found; else _files; fi
}
compdef _authplan authplan 2>/dev/null
`,
  fish: `function __authplan_values
  set -l words (commandline -opc)
  set -l found ($words[1] completion values -- $words[2..-1] (commandline -ct) 2>/dev/null)
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
