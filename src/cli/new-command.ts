import { Command } from 'commander'
import { wrappedLines } from '../report/tables/wrapped-lines.ts'
import { suggest } from '../source/diagnostics/suggest.ts'
import type { CommandName } from './commands.ts'
import { summaryOf } from './commands.ts'
import type { Environment } from './environment.ts'

/** One example in a help text. */
export interface Example {
  readonly line: string
  readonly says: string
}

/** The meaning of the exit codes, where a command has more to say than the common lines. */
export interface CommandHelp {
  readonly examples: readonly [Example, ...Example[]]
  /** What exit code 1 means; left out where the command never ends with it. */
  readonly exit1?: string
  readonly notes?: string
}

/** A command that writes to the environment, never ends the process and shows examples in its help. */
export function newCommand(environment: Environment, name: CommandName, help: CommandHelp): Command {
  const command = new Command(`authplan ${name}`)
  return command
    .description(summaryOf(name))
    .exitOverride()
    .showSuggestionAfterError(false)
    .helpOption('-h, --help', 'show this help')
    .configureHelp({ helpWidth: environment.columns ?? 100 })
    .configureOutput({
      writeOut: environment.stdout,
      writeErr: environment.stderr,
      outputError: (text, write) => write(inOurWords(text, name, flagsOf(command))),
      getOutHasColors: () => environment.color.stdout,
      getErrHasColors: () => environment.color.stderr,
    })
    .addHelpText('after', helpTail(help, environment.columns ?? 100))
}

function helpTail({ examples, exit1, notes }: CommandHelp, width: number): string {
  const lines = examples.map(({ line, says }) => `  ${line}\n      ${says}`)
  const exits = [
    '  0  done',
    ...(exit1 === undefined ? [] : [`  1  ${exit1}`]),
    '  2  could not run: usage or invalid input',
  ]
  return [
    '',
    ...(notes === undefined ? [] : [wrappedLines(notes, width), '']),
    'Examples:',
    ...lines,
    '',
    'Exit codes:',
    ...exits,
  ].join('\n')
}

const flagsOf = ({ options }: Command): readonly string[] => [...options.flatMap(({ long }) => long ?? []), '--help']

/** Commander's complaint in the shape of ours: backticks, and the way on in a help line; a mistyped option is answered. */
function inOurWords(text: string, name: CommandName, flags: readonly string[]): string {
  const [first = ''] = text.trim().split('\n')
  const typed = /unknown option '(--[^'=]+)/.exec(first)?.[1]
  const near = typed === undefined ? undefined : suggest(typed, flags)
  const meant = near === undefined ? '' : `did you mean \`${near}\`? `
  return `${first.replace(/'([^']*)'/g, '`$1`')}\n  help: ${meant}see \`authplan ${name} --help\`\n`
}
