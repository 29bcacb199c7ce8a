import { createRequire } from 'node:module'
import { serve } from '../../lsp/serve.ts'
import { locatePackage } from '../../source/files/locate-package.ts'
import { committedText } from '../committed-text.ts'
import type { DefineCommand } from '../define-command.ts'
import type { Environment, ExitCode } from '../environment.ts'
import { newCommand } from '../new-command.ts'
import { productVersion } from '../product-version.ts'
import { usageProblem } from '../usage.ts'
import type { Output } from '../write-all.ts'

/** The package that speaks the protocol of editors; nothing else of the product needs it. */
const protocolPackage = 'vscode-languageserver'

/** `authplan lsp`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'lsp', {
    notes:
      'A language server on standard input and output, for editors: diagnostics, completion, hover, definitions, references, renaming, outline, quick fixes, code lenses and inlay hints in tenant files, plans, claims and features. It writes no files and contacts nothing.',
    examples: [
      { line: 'authplan lsp --stdio', says: 'started by an editor, in the folder of the project' },
      { line: 'npx authplan lsp --stdio', says: 'as the command of a language server in the settings of an editor' },
    ],
  })
  command.option('--stdio', 'accepted because editors pass it; there is no other way to connect')
  return command.action(async () => {
    exit(await start(environment))
  })
}

interface Protocol {
  readonly node: typeof import('vscode-languageserver/node')
  readonly common: typeof import('vscode-languageserver')
}

/** Loads the protocol; undefined where its package is not installed. */
function loadProtocol(): Protocol | undefined {
  const [node, common] = [locatePackage(`${protocolPackage}/node`), locatePackage(protocolPackage)]
  if (node === undefined || common === undefined) return undefined
  const load = createRequire(import.meta.url)
  // The paths are what the type imports name; the part for Node comes first, since the other needs what it sets up.
  return { node: load(node) as Protocol['node'], common: load(common) as Protocol['common'] }
}

async function start(environment: Environment): Promise<ExitCode> {
  const protocol = loadProtocol()
  if (protocol === undefined)
    throw usageProblem(
      `\`authplan lsp\` needs the package ${protocolPackage}`,
      `install it: \`npm install --save-dev ${protocolPackage}\``,
    )
  const { stdin, stdout } = process
  const { node, common } = protocol
  const ended = new Promise<ExitCode>((end) => {
    // The connection of the package would end the process itself, and the command would have no result.
    const watchDog = {
      shutdownReceived: false,
      initialize: () => {},
      exit: (code: number) => end(code === 0 ? 0 : 1),
    }
    const streams = (logger: import('vscode-languageserver').Logger) =>
      node.createProtocolConnection(new node.StreamMessageReader(stdin), new node.StreamMessageWriter(stdout), logger)
    stdin.once('end', () => end(watchDog.shutdownReceived ? 0 : 1))
    environment.untilInterrupted().addEventListener('abort', () => end(0), { once: true })
    serve(common.createConnection(streams, watchDog), {
      cwd: environment.cwd,
      version: productVersion(),
      run: (words) => captured(words, environment),
      committed: committedText,
      ResponseError: node.ResponseError,
    })
  })
  const code = await ended
  stdin.destroy()
  if (code === 1) environment.stderr('the editor left without a word\n')
  return code
}

const piecesOf = (output: Output): string =>
  typeof output === 'string' ? output : output instanceof Uint8Array ? '' : [...output].join('')

/** Runs a command line and gives back what it writes, since the streams belong to the protocol. */
async function captured(words: readonly string[], environment: Environment): Promise<string> {
  const { run, watch: _, ...rest } = environment
  if (run === undefined) throw new Error('the program does not say how it runs commands')
  const written: string[] = []
  await run(words, {
    ...rest,
    stdout: (output) => void written.push(piecesOf(output)),
    stderr: (text) => void written.push(text),
    color: { stdout: false, stderr: false },
    columns: undefined,
  })
  return written.join('')
}
