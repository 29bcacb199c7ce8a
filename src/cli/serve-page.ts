import { type FSWatcher, watch } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, resolve } from 'node:path'
import type { MadePage } from './html-page.ts'

/** A page that is rebuilt for each visit, and reloads itself when one of its files is saved. */
export interface ServedPage {
  /** 0 takes a free port. */
  readonly port: number
  readonly cwd: string
  readonly until: AbortSignal
  readonly make: (reloadFrom: string) => Promise<MadePage>
  readonly onStart: (address: string) => void
}

const changesPath = '/changes'
/** Editors write a file in several steps. */
const settled = 80

interface Serving extends ServedPage {
  readonly listeners: Set<ServerResponse>
  readonly watchers: Map<string, FSWatcher>
}

/** Serves a page on loopback; it is over when the signal says so. */
export async function servePage(page: ServedPage): Promise<void> {
  const serving: Serving = { ...page, listeners: new Set(), watchers: new Map() }
  const server = createServer((request, response) => {
    answer(serving, server, request, response).catch(() => response.destroy())
  })
  await listening(server, page.port)
  page.onStart(`http://127.0.0.1:${portOf(server)}/`)
  await new Promise<void>((done) => {
    if (page.until.aborted) done()
    else page.until.addEventListener('abort', () => done(), { once: true })
  })
  for (const watcher of serving.watchers.values()) watcher.close()
  for (const listener of serving.listeners) listener.end()
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', () => done())
  })
}

function portOf(server: Server): number {
  // A server that listens on a port has an address with one.
  return (server.address() as AddressInfo).port
}

async function answer(
  serving: Serving,
  server: Server,
  { method, url, headers }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const port = portOf(server)
  // Another site can point a name at this machine; only its own names are answered.
  if (headers.host !== `127.0.0.1:${port}` && headers.host !== `localhost:${port}`)
    return ended(response, 403, 'only available from this machine\n')
  if (method !== 'GET' && method !== 'HEAD') return ended(response, 405, 'only GET is supported\n')
  const path = (url ?? '/').replace(/[?#].*$/, '')
  if (path === changesPath) return listen(serving, response)
  if (path !== '/') return ended(response, 404, 'only / is available\n')
  const { html, files } = await serving.make(changesPath)
  for (const file of files) watchFolder(serving, dirname(resolve(serving.cwd, file)))
  ended(response, 200, html, 'text/html; charset=utf-8')
}

function ended(response: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8'): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  })
  response.end(text)
}

function listen({ listeners }: Serving, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write(': waiting for changes\n\n')
  listeners.add(response)
  response.on('close', () => listeners.delete(response))
}

/** Folders are watched and not files, since many editors put a new file instead of the old one. */
function watchFolder({ watchers, listeners }: Serving, folder: string): void {
  if (watchers.has(folder)) return
  let waiting: NodeJS.Timeout | undefined
  const tell = (): void => {
    for (const listener of listeners) listener.write('data: changed\n\n')
  }
  const watcher = watch(folder, () => {
    clearTimeout(waiting)
    waiting = setTimeout(tell, settled)
  })
  watcher.on('error', () => watcher.close())
  watchers.set(folder, watcher)
}
