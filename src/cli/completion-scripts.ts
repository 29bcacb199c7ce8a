// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are parameters of the shells
/** Shells that can be taught. */
export const shells = ['bash', 'zsh', 'fish'] as const

/** A command as a shell completes it. */
export interface CompletedCommand {
  readonly name: string
  readonly summary: string
  readonly options: readonly { readonly flag: string; readonly description: string }[]
}

/** The script that teaches a shell our commands and their options. */
export function renderCompletion(shell: (typeof shells)[number], commands: readonly CompletedCommand[]): string {
  switch (shell) {
    case 'bash':
      return bash(commands)
    case 'zsh':
      return zsh(commands)
    case 'fish':
      return fish(commands)
  }
}

const flags = ({ options }: CompletedCommand): string => options.map(({ flag }) => flag).join(' ')

function bash(commands: readonly CompletedCommand[]): string {
  return [
    '_authplan() {',
    '  local word="${COMP_WORDS[COMP_CWORD]}" words=""',
    '  if [ "$COMP_CWORD" -eq 1 ]; then',
    `    words="${commands.map(({ name }) => name).join(' ')} --help --version"`,
    '  else',
    '    case "${COMP_WORDS[1]}" in',
    ...commands.map((command) => `      ${command.name}) words="${flags(command)}" ;;`),
    '    esac',
    '  fi',
    '  case "$word" in',
    '    -*) COMPREPLY=($(compgen -W "$words" -- "$word")) ;;',
    '    *) if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W "$words" -- "$word"));',
    '       else COMPREPLY=($(compgen -f -- "$word")); fi ;;',
    '  esac',
    '}',
    'complete -o filenames -F _authplan authplan',
    '',
  ].join('\n')
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

const zshDescription = (text: string): string => text.replace(/[[\]:]/g, ' ')

function zsh(commands: readonly CompletedCommand[]): string {
  const branch = (command: CompletedCommand): readonly string[] => [
    `    ${command.name})`,
    '      _arguments \\',
    ...command.options.map(
      ({ flag, description }) => `        ${quoted(`*${flag}[${zshDescription(description)}]`)} \\`,
    ),
    "        '*:file:_files' ;;",
  ]
  return [
    '#compdef authplan',
    '_authplan() {',
    '  if (( CURRENT == 2 )); then',
    '    local -a commands=(',
    ...commands.map(({ name, summary }) => `      ${quoted(`${name}:${zshDescription(summary)}`)}`),
    '    )',
    "    _describe 'command' commands",
    '    return',
    '  fi',
    '  case "${words[2]}" in',
    ...commands.flatMap(branch),
    '  esac',
    '}',
    'compdef _authplan authplan 2>/dev/null',
    '',
  ].join('\n')
}

function fish(commands: readonly CompletedCommand[]): string {
  const names = ({ name, summary }: CompletedCommand): string =>
    `complete -c authplan -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`
  const options = ({ name, options }: CompletedCommand): readonly string[] =>
    options.map(
      ({ flag, description }) =>
        `complete -c authplan -n '__fish_seen_subcommand_from ${name}' -l ${flag.slice(2)} -d ${quoted(description)}`,
    )
  return `${[...commands.map(names), ...commands.flatMap(options)].join('\n')}\n`
}
