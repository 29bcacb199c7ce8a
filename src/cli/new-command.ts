import { Command } from 'commander'
import { wrappedLines } from '../report/wrapped-lines.ts'
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
  return new Command(`authplan ${name}`)
    .description(summaryOf(name))
    .exitOverride()
    .showSuggestionAfterError(true)
    .helpOption('-h, --help', 'this text')
    .configureHelp({ helpWidth: environment.columns ?? 100 })
    .configureOutput({
      writeOut: environment.stdout,
      writeErr: environment.stderr,
      outputError: (text, write) => write(inOurWords(text, name)),
      getOutHasColors: () => environment.colour.stdout,
      getErrHasColors: () => environment.colour.stderr,
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

/** Commander's complaint in the shape of ours: backticks, and the way on in a help line. */
function inOurWords(text: string, name: CommandName): string {
  const [first = '', ...rest] = text.trim().split('\n')
  const meant = rest
    .map((line) => line.replace(/^\(Did you mean (?:one of )?(.*)\?\)$/, 'did you mean `$1`? '))
    .join('')
  return `${first.replace(/'([^']*)'/g, '`$1`')}\n  help: ${meant}see \`authplan ${name} --help\`\n`
}
