import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A location in a module of the project. */
export interface CodePlace {
  /** Absolute. */
  readonly file: string
  readonly line: number
  readonly column?: number
}

/** The folder of our own code, in the sources or the build. */
const own = fileURLToPath(import.meta.url).replace(/^(.*[\\/](?:src|dist)[\\/]).*$/, '$1')

function pathOf(shown: string): string {
  return shown.startsWith('file:') ? fileURLToPath(shown) : shown
}

/** Modules of the project, as opposed to Node, packages, and this product. */
function isProjectFile(file: string): boolean {
  return !file.startsWith(own) && !file.includes(`${sep}node_modules${sep}`) && existsSync(file)
}

/** Where the project's own code failed, from the stack; undefined if none of it was involved. */
export function projectPlaceOf(thrown: unknown): CodePlace | undefined {
  if (!(thrown instanceof Error)) return undefined
  const stack = thrown.stack ?? ''
  return headPlace(stack) ?? framePlace(stack) ?? importerPlace(thrown.message)
}

/**
 * Node prints the location of a syntax error before the message: the file with its line, the source line, and markers.
 */
function headPlace(stack: string): CodePlace | undefined {
  const [, shown = '', line = '', marks] = /^(\S.*):(\d+)\n[^\n]*\n( *)\^/.exec(stack) ?? []
  if (shown === '') return undefined
  const file = pathOf(shown)
  return isProjectFile(file) ? { file, line: Number(line), column: (marks?.length ?? 0) + 1 } : undefined
}

function framePlace(stack: string): CodePlace | undefined {
  for (const [, shown = '', line, column] of stack.matchAll(
    /^\s+at (?:.*\()?((?:file:\/\/|\/|[A-Za-z]:\\).*?):(\d+):(\d+)\)?$/gm,
  )) {
    const file = pathOf(shown)
    if (isProjectFile(file)) return { file, line: Number(line), column: Number(column) }
  }
  return undefined
}

/** A missing module is reported with its importer. */
function importerPlace(message: string): CodePlace | undefined {
  const [, wanted = '', file = ''] = /^Cannot find (?:package|module) '([^']+)' imported from (.+)$/.exec(message) ?? []
  if (file === '' || !isProjectFile(file)) return undefined
  const name = wanted.replace(/^.*[\\/]/, '')
  return placeOfText(file, name) ?? { file, line: 1 }
}

/** The first line of a file that contains a text. */
export function placeOfText(file: string, text: string): CodePlace | undefined {
  const before = readFileSync(file, 'utf8').split(text)
  if (before.length < 2 || text === '') return undefined
  const lines = (before[0] ?? '').split('\n')
  return { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}

const mostFiles = 50

/** The location of a syntax error in a module or its relative imports: Node does not report it for imports. */
export function syntaxPlaceOf(file: string): CodePlace | undefined {
  const waiting = [file]
  const seen = new Set<string>()
  for (let next = waiting.shift(); next !== undefined && seen.size < mostFiles; next = waiting.shift()) {
    if (seen.has(next) || !existsSync(next)) continue
    seen.add(next)
    const { status, stderr } = spawnSync(process.execPath, ['--check', next], { encoding: 'utf8' })
    if (status !== 0) return headPlace(stderr) ?? { file: next, line: 1 }
    const folder = dirname(next)
    const imports = readFileSync(next, 'utf8').matchAll(/\b(?:from|import|require\()\s*\(?['"](\.[^'"]+)['"]/g)
    waiting.push(...[...imports].map(([, path = '']) => resolve(folder, path)))
  }
  return undefined
}
