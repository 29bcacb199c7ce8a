import { isatty } from 'node:tty'
import { setFlagsFromString } from 'node:v8'
import { nodeSourceReader } from '../source/files/read-source.ts'
import type { SourceReader } from '../source/files/source-reader.ts'
import type { Watch } from '../vocabulary/progress.ts'
import { statusLine, watchOn } from './progress.ts'
import { standardError, standardOutput } from './standard-streams.ts'
import { cannotWrite } from './usage.ts'
import type { Output } from './write-all.ts'
import { writeAtomically } from './write-file.ts'

/** 0: as asserted; 1: findings, changed verdicts or failed assertions; 2: could not run. */
export type ExitCode = 0 | 1 | 2

/** Everything a command may touch of the world; a test hands in its own. */
export interface Environment {
  /** Results; all of it is written when it returns. */
  readonly stdout: (text: string | Iterable<string>) => void
  /** Chatter: progress, warnings, what went wrong. */
  readonly stderr: (text: string) => void
  readonly cwd: string
  readonly reader: SourceReader
  /** Writes a whole file or nothing of it; relative to the working directory. */
  readonly writeFile: (path: string, data: Output) => Promise<void>
  /** Whether the stream shows colors. */
  readonly color: { readonly stdout: boolean; readonly stderr: boolean }
  /** Width of the terminal; undefined if results go to a file or a program. */
  readonly columns: number | undefined
  readonly variables: Readonly<Record<string, string | undefined>>
  /** Hears how far a long command is; absent where no terminal shows it. */
  readonly watch?: Watch
  /** Asks for less memory and more time, for a command that reads very much; absent where nobody can do so. */
  readonly spareMemory?: () => void
  /** Says that the work is short, for a command whose code does not run often; absent where nobody can make use of it. */
  readonly shortWork?: () => void
  /** The processor time that the program has taken, in milliseconds; absent where nothing depends on it. */
  readonly processorTime?: () => number
  /** Runs another command line of this program, for a command that answers by others. */
  readonly run?: (argv: readonly string[], environment: Environment) => Promise<ExitCode>
  /** Aborted when the user interrupts; for commands that stay until then. */
  readonly untilInterrupted: () => AbortSignal
}

/** Colors follow https://no-color.org and FORCE_COLOR, otherwise the terminal. */
export function wantsColor(
  variables: Readonly<Record<string, string | undefined>>,
  stream: { readonly isTTY?: boolean },
): boolean {
  if (variables['NO_COLOR']) return false
  const forced = variables['FORCE_COLOR']
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  return stream.isTTY === true && variables['TERM'] !== 'dumb'
}

/** The last major version of V8 that is known to have the flag about budgets; one without it would print an error. */
const lastWithBudget = 14

const majorOf = (version: string | undefined): number => Number(version?.split('.')[0] ?? Number.POSITIVE_INFINITY)

/** What the engine of the process is told about the work. */
const flagsOf = (process: NodeJS.Process): Pick<Environment, 'spareMemory' | 'shortWork'> => ({
  // How much the heap may grow, in percent, before unused objects are looked for.
  spareMemory: () => setFlagsFromString('--heap-growing-percent=10'),
  // How often code runs before it is compiled once more, which takes up to a third of a short command.
  ...(majorOf(process.versions.v8) <= lastWithBudget && {
    shortWork: () => setFlagsFromString('--interrupt-budget=600000'),
  }),
})

/** The width of a terminal that does not say how wide it is. */
const unknownWidth = 100

/** COLUMNS as shells export it; anything but a sensible number is ignored. */
function widthOf(columns: string | undefined): number | undefined {
  const width = Number(columns)
  return Number.isInteger(width) && width >= 40 ? width : undefined
}

function interruption(process: NodeJS.Process): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort())
  return controller.signal
}

async function writeNamed(cwd: string, path: string, data: Output): Promise<void> {
  try {
    await writeAtomically(cwd, path, data)
  } catch (problem) {
    throw cannotWrite(`\`${path}\``, problem)
  }
}

/**
 * The environment of a real process. The streams of Node are touched only at a terminal: they would make a pipe
 * one that does not wait for its reader.
 */
export function nodeEnvironment(process: NodeJS.Process): Environment {
  const { env } = process
  const terminal = { stdout: isatty(1), stderr: isatty(2) }
  const [toOutput, toError] = [standardOutput(), standardError()]
  const line = terminal.stderr && env['TERM'] !== 'dumb' ? statusLine(toError) : undefined
  if (line !== undefined) process.once('exit', line.stop)
  return {
    stdout: (output) => {
      // On a terminal the progress would stand between the results.
      if (terminal.stdout) line?.stop()
      else line?.clear()
      toOutput(output)
    },
    stderr: (text) => {
      line?.clear()
      toError(text)
    },
    ...flagsOf(process),
    processorTime: () => {
      const { user, system } = process.cpuUsage()
      return (user + system) / 1000
    },
    ...(line && { watch: watchOn(line, () => performance.now()) }),
    cwd: process.cwd(),
    reader: nodeSourceReader(process.cwd()),
    writeFile: (path, data) => writeNamed(process.cwd(), path, data),
    color: {
      stdout: wantsColor(env, { isTTY: terminal.stdout }),
      stderr: wantsColor(env, { isTTY: terminal.stderr }),
    },
    columns: widthOf(env['COLUMNS']) ?? (terminal.stdout ? process.stdout.columns || unknownWidth : undefined),
    variables: env,
    untilInterrupted: () => interruption(process),
  }
}
