import { type Stats, statSync } from 'node:fs'
import type { SpecialFile } from '../diagnostics/source-codes.ts'

/** Opened by these names a stream is meant: standard input, or what a shell puts instead of a file. */
const openStream = /^\/(?:dev\/(?:stdin|fd\/\d+)|proc\/self\/fd\/\d+)$/

/** What a path leads to where it is neither a file nor a folder: opening it may wait forever, reading it never end. */
export function specialFile(path: string): SpecialFile | undefined {
  if (openStream.test(path)) return undefined
  const found: Stats = statSync(path)
  if (found.isFIFO()) return 'a pipe'
  if (found.isSocket()) return 'a socket'
  return found.isCharacterDevice() || found.isBlockDevice() ? 'a device' : undefined
}
