import { nodeSourceReader } from '../source/files/read-source.ts'
import type { SourceReader } from '../source/files/source-reader.ts'
import type { Environment, ExitCode } from './environment.ts'
import { runCli } from './run.ts'
import type { Output } from './write-all.ts'

/** What a command line did. */
export interface RecordedRun {
  readonly code: ExitCode
  readonly stdout: string
  readonly stderr: string
  readonly files: Readonly<Record<string, string>>
}

/** The founding scenario, as seen from the root of the repository. */
export const founding = 'scenarios/federated-skype-on-premises.yaml'

function textOf(output: Output): string {
  if (typeof output === 'string') return output
  return output instanceof Uint8Array ? `${output.length} bytes` : [...output].join('')
}

/** Runs a command line in this process; files that it writes are caught. */
export async function recordedRun(
  argv: readonly string[],
  given?: SourceReader,
  changes: Partial<Environment> = {},
): Promise<RecordedRun> {
  const out: string[] = []
  const err: string[] = []
  const files: Record<string, string> = {}
  const environment: Environment = {
    stdout: (output) => void out.push(textOf(output)),
    stderr: (text) => void err.push(text),
    cwd: process.cwd(),
    reader: given ?? nodeSourceReader(changes.cwd ?? process.cwd()),
    writeFile: async (path, data) => {
      files[path] = textOf(data)
    },
    color: { stdout: false, stderr: false },
    columns: undefined,
    variables: {},
    untilInterrupted: () => AbortSignal.abort(),
    ...changes,
  }
  const code = await runCli(argv, environment)
  return { code, stdout: out.join(''), stderr: err.join(''), files }
}

/** The options that choose one sign-in of the worked example. */
export const oneSignIn = [
  '--user',
  'Finance lead',
  '--client',
  'outlook-2010',
  '--purpose',
  'open-address-book',
  '--network',
  'internet',
]

/** A tenant with nothing but a domain. */
export const bareTenant = `
name: Small
asOf: 2019-10-01
domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
`
