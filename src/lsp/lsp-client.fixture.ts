import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Diagnostic } from 'vscode-languageserver'

// What an editor connects with; its own package has no types of an entry that Node resolves here.
const rpc = createRequire(createRequire(import.meta.url).resolve('vscode-languageserver/node'))(
  'vscode-languageserver-protocol/node',
) as typeof import('vscode-languageserver-protocol/node')

/** An editor: a real connection to the built program over its streams. */
export interface Editor {
  readonly request: <Answer>(method: string, params: unknown) => Promise<Answer>
  readonly notify: (method: string, params: unknown) => Promise<void>
  /** The next diagnostics of a file. */
  readonly diagnostics: (uri: string) => Promise<readonly Diagnostic[]>
  readonly cancelled: (method: string, params: unknown) => Promise<unknown>
  readonly pid: number
  readonly exited: Promise<number | null>
  readonly written: () => string
  readonly kill: () => void
}

/** Starts the built program in a folder. */
export function startEditor(folder: string): Editor {
  const child = spawn(process.execPath, [resolve('dist/cli/main.cjs'), 'lsp', '--stdio'], { cwd: folder })
  const written: string[] = []
  child.stderr.on('data', (data: Buffer) => written.push(String(data)))
  const connection = rpc.createMessageConnection(
    new rpc.StreamMessageReader(child.stdout),
    new rpc.StreamMessageWriter(child.stdin),
  )
  const waiting = new Map<string, ((found: readonly Diagnostic[]) => void)[]>()
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
    for (const heard of waiting.get(uri)?.splice(0) ?? []) heard(diagnostics)
  })
  connection.listen()
  return {
    request: (method, params) => connection.sendRequest(method, params),
    notify: (method, params) => connection.sendNotification(method, params),
    diagnostics: (uri) =>
      new Promise((heard) => {
        waiting.set(uri, [...(waiting.get(uri) ?? []), heard])
      }),
    cancelled: (method, params) => {
      const source = new rpc.CancellationTokenSource()
      const answer = connection.sendRequest(method, params, source.token)
      source.cancel()
      return answer
    },
    pid: child.pid ?? 0,
    exited: new Promise((end) => child.once('exit', (code) => end(code))),
    written: () => written.join(''),
    kill: () => void child.kill(),
  }
}

/** The address of a file. */
export const uriOf = (folder: string, name: string): string => pathToFileURL(resolve(folder, name)).href
