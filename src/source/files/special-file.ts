import { type Stats, statSync } from 'node:fs'
import type { SpecialFile } from '../diagnostics/source-codes.ts'

/** These names refer to a stream: standard input, or a shell's process substitution. */
const openStream = /^\/(?:dev\/(?:stdin|fd\/\d+)|proc\/self\/fd\/\d+)$/

/**
 * The kind of a path that is neither a file nor a folder: opening it may block forever, and reading it may never end.
 */
export function specialFile(path: string): SpecialFile | undefined {
  if (openStream.test(path)) return undefined
  const found: Stats = statSync(path)
  if (found.isFIFO()) return 'a pipe'
  if (found.isSocket()) return 'a socket'
  return found.isCharacterDevice() || found.isBlockDevice() ? 'a device' : undefined
}
