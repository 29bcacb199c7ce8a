import { writeSync } from 'node:fs'

/** What a command writes: a text, or one that is made while it is written. */
export type Output = string | Uint8Array | Iterable<string>

const pieceSize = 1 << 16
const waitMilliseconds = 5

/** Writes until everything is written: the system may take less than it is given, or ask to wait. */
export function writeAll(descriptor: number, data: string | Uint8Array): void {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(descriptor, bytes, written, bytes.length - written)
    } catch (problem) {
      if (systemCode(problem) !== 'EAGAIN') throw problem
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMilliseconds)
    }
  }
}

/** The code of what the system refused. */
export function systemCode(problem: unknown): string | undefined {
  return problem instanceof Error && 'code' in problem && typeof problem.code === 'string' ? problem.code : undefined
}

/** An output in pieces that are worth a call of the system. */
export function* piecesOf(output: Output): Generator<string | Uint8Array> {
  if (typeof output === 'string' || output instanceof Uint8Array) {
    yield output
    return
  }
  let waiting = ''
  for (const text of output) {
    waiting += text
    if (waiting.length < pieceSize) continue
    yield waiting
    waiting = ''
  }
  if (waiting !== '') yield waiting
}

/** Writes to an open stream of the process; once its reader has gone, the rest is dropped without being made. */
export function streamWriter(descriptor: number): (output: Output) => void {
  let open = true
  return (output) => {
    if (!open) return
    for (const piece of piecesOf(output)) {
      try {
        writeAll(descriptor, piece)
      } catch (problem) {
        open = false
        if (systemCode(problem) === 'EPIPE') return
        throw problem
      }
    }
  }
}
