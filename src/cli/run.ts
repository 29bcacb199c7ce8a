import { neutralizeLines } from '../source/text/neutralize.ts'
import { outputText } from '../source/text/output-text.ts'
import { commandNames, programHelp } from './commands.ts'
import type { Environment, ExitCode } from './environment.ts'
import { guardCommand } from './guard-command.ts'
import { loadCommand } from './load-command.ts'
import { neverSilent } from './never-silent.ts'
import { isInvalidInput, isUsageProblem, renderUsageProblem, unknownWord } from './usage.ts'

/** Runs one command line (without `node` and the script) to its exit code; never throws and never ends the process. */
export async function runCli(argv: readonly string[], outside: Environment): Promise<ExitCode> {
  const environment = guarded(outside)
  const heard = neverSilent(environment)
  try {
    return heard.ended(await dispatch(argv, heard.environment))
  } catch (thrown) {
    return report(thrown, environment)
  }
}

/** The last guard of both streams: no control character passes but line breaks, tabs and our own colors. */
function guarded(environment: Environment): Environment {
  const { stdout, stderr, color } = environment
  const quiet = (text: string): string => neutralizeLines(text, color.stdout)
  return {
    ...environment,
    stdout: (output) => stdout(typeof output === 'string' ? quiet(output) : quietPieces(output, quiet)),
    stderr: (text) => stderr(outputText('text', text, color.stderr)),
  }
}

function* quietPieces(pieces: Iterable<string>, quiet: (text: string) => string): Generator<string> {
  for (const piece of pieces) yield quiet(piece)
}

async function dispatch(argv: readonly string[], environment: Environment): Promise<ExitCode> {
  const [first, ...rest] = argv
  if (first === undefined) {
    environment.stderr(programHelp())
    return 2
  }
  if (first === 'help') return dispatch(rest.length > 0 ? [...rest.slice(0, 1), '--help'] : ['--help'], environment)
  if (first === '-h' || first === '--help') {
    environment.stdout(programHelp())
    return 0
  }
  const name = commandNames.find((known) => known === first)
  if (name === undefined) {
    const what = first.startsWith('-') ? 'option' : 'command'
    const known = what === 'option' ? ['--help', '--version'] : commandNames
    throw unknownWord(what, first, known, '`authplan --help` lists the commands')
  }
  let code: ExitCode = 0
  const define = await loadCommand(name)
  const command = define({ ...environment, run: runCli }, (ended) => {
    code = ended
  })
  guardCommand(command, environment.cwd)
  await command.parseAsync(rest, { from: 'user' })
  return code
}

function report(thrown: unknown, environment: Environment): ExitCode {
  if (isInvalidInput(thrown)) return 2
  if (isUsageProblem(thrown)) {
    // Nothing in it is painted, so no color in it is ours.
    environment.stderr(neutralizeLines(renderUsageProblem(thrown.message, thrown.help)))
    return 2
  }
  if (thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string') {
    if (thrown.code === 'commander.helpDisplayed' || thrown.code === 'commander.help') return 0
    // Commander has already said what is wrong.
    if (thrown.code.startsWith('commander.')) return 2
    if ('syscall' in thrown) {
      environment.stderr(renderUsageProblem(`the operating system reported: ${thrown.message}`, undefined))
      return 2
    }
  }
  const { name, message, stack } = thrown instanceof Error ? thrown : new Error(String(thrown))
  environment.stderr(`defect in authplan: ${name}: ${message}\n`)
  if (environment.variables['AUTHPLAN_DEBUG']) environment.stderr(`${stack ?? ''}\n`)
  else
    environment.stderr(
      '  help: please report this with this line, the command, its input files, and the versions of authplan and Node; AUTHPLAN_DEBUG=1 adds the stack trace\n',
    )
  return 2
}
