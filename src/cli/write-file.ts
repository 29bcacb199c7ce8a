import {
  closeSync,
  fchmodSync,
  mkdirSync,
  openSync,
  readlinkSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { removeIfKilled } from './leftovers.ts'
import { type Output, piecesOf, systemCode, writeAll } from './write-all.ts'

let unfinished = 0

/**
 * Writes a file whole or not at all: next to it first, then renamed, so that no reader ever sees half of it. Links are
 * followed; what is not a regular file (a device, a pipe) is written in place. Makes the folders that are missing.
 */
export async function writeAtomically(cwd: string, path: string, data: Output): Promise<void> {
  const target = linkedFile(resolve(cwd, path))
  const descriptor = descriptorOf(target)
  if (descriptor !== undefined) return writePieces(descriptor, data)
  const before = statIfThere(target)
  if (before !== undefined && !before.isFile() && !before.isDirectory()) return writeInPlace(target, data)
  mkdirSync(dirname(target), { recursive: true })
  unfinished += 1
  const beside = join(dirname(target), `.${basename(target).slice(0, 100)}.${process.pid}.${unfinished}.part`)
  const finished = removeIfKilled(() => rmSync(beside, { force: true }))
  try {
    await writeTo(openSync(beside, 'wx'), data, before)
    renameSync(beside, target)
  } catch (problem) {
    rmSync(beside, { force: true })
    throw problem
  } finally {
    finished()
  }
}

/** A reader that has gone has read what it wanted. */
async function writeInPlace(target: string, data: Output): Promise<void> {
  try {
    await writeTo(openSync(target, 'w'), data, undefined)
  } catch (problem) {
    if (systemCode(problem) !== 'EPIPE') throw problem
  }
}

async function writeTo(descriptor: number, data: Output, before: Stats | undefined): Promise<void> {
  try {
    if (before !== undefined) fchmodSync(descriptor, before.mode & 0o7777)
    await writePieces(descriptor, data)
  } finally {
    closeSync(descriptor)
  }
}

/** Between pieces the process can be interrupted. */
async function writePieces(descriptor: number, data: Output): Promise<void> {
  for (const piece of piecesOf(data)) {
    writeAll(descriptor, piece)
    await new Promise((next) => setImmediate(next))
  }
}

/** The open stream that a path such as /dev/stdout stands for: what it leads to is never replaced. */
function descriptorOf(path: string): number | undefined {
  const [, stream, number] =
    /^(?:\/dev\/(?=std|fd\/)|\/proc\/self\/(?=fd\/))(?:(stdout|stderr)|fd\/(\d+))$/.exec(path) ?? []
  if (stream !== undefined) return stream === 'stdout' ? 1 : 2
  return number === undefined ? undefined : Number(number)
}

const mostLinks = 40

/** What a path leads to in the end, there or not; the system answers for a circle of links. */
export function linkedFile(path: string): string {
  let target = path
  for (let passed = 0; passed < mostLinks; passed += 1) {
    const next = linkOf(target)
    if (next === undefined) return target
    target = resolve(dirname(target), next)
  }
  return target
}

function linkOf(path: string): string | undefined {
  // What the links below /proc and /dev/fd name is not a path: the system itself opens what they stand for.
  if (/^\/(?:proc|dev)\//.test(path)) return undefined
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}

function statIfThere(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch (problem) {
    if (systemCode(problem) === 'ENOENT') return undefined
    throw problem
  }
}
