import type { Environment, ExitCode } from '../environment.ts'
import { isUsageProblem, renderUsageProblem, usageProblem } from '../usage.ts'
import type { Output } from '../write-all.ts'
import { commandLineOf } from './command-line.ts'
import { searchAnswer, searchTool } from './search-knowledge.ts'
import { tools } from './tools.ts'

/** What an assistant gets. */
export interface ToolAnswer {
  readonly text: string
  readonly isError: boolean
}

/** Runs a command line; the program's own `runCli`, handed in since it loads this command among others. */
export type RunCommand = (argv: readonly string[], environment: Environment) => Promise<ExitCode>

/** The most characters of an answer; more would displace everything else that an assistant knows. */
const mostCharacters = 400_000

const piecesOf = (output: Output): string =>
  typeof output === 'string' ? output : output instanceof Uint8Array ? '' : [...output].join('')

/** An environment that keeps what is written to the streams, and refuses every file. */
function readOnly(outside: Environment): { readonly environment: Environment; readonly heard: () => [string, string] } {
  const [out, err]: [string[], string[]] = [[], []]
  const { watch: _, ...rest } = outside
  const environment: Environment = {
    ...rest,
    stdout: (output) => void out.push(piecesOf(output)),
    stderr: (text) => void err.push(text),
    writeFile: async () => {
      throw usageProblem('this server writes no files')
    },
    color: { stdout: false, stderr: false },
    columns: undefined,
  }
  return { environment, heard: () => [out.join(''), err.join('')] }
}

const asking =
  (outside: Environment, run: RunCommand) =>
  async (argv: readonly string[]): Promise<unknown> => {
    const { environment, heard } = readOnly(outside)
    await run(argv, environment)
    return JSON.parse(heard()[0])
  }

/** Answers a call of a tool; mistakes are answers too, so that the assistant can mend them. */
export async function answerCall(
  name: string,
  given: unknown,
  outside: Environment,
  run: RunCommand,
): Promise<ToolAnswer> {
  try {
    if (name === searchTool.name) return { text: await searchAnswer(given, asking(outside, run)), isError: false }
    const tool = tools.find((one) => one.name === name)
    if (tool === undefined) throw usageProblem(`there is no tool \`${name}\``)
    const { environment, heard } = readOnly(outside)
    const code = await run(commandLineOf(tool, given), environment)
    const [out, err] = heard()
    if (code === 2) return { text: err || out, isError: true }
    if (out.length > mostCharacters)
      throw usageProblem(
        `the answer has ${out.length} characters, more than ${mostCharacters}`,
        'ask for one user, one client, or fewer sign-ins',
      )
    return { text: out, isError: false }
  } catch (problem) {
    if (isUsageProblem(problem)) return { text: renderUsageProblem(problem.message, problem.help), isError: true }
    throw problem
  }
}
