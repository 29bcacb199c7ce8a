import { closeSync, lstatSync, mkdirSync, openSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { systemReason, usageProblem } from './usage.ts'

/** A file to make; the path starts from the folder of the project. */
export interface NewFile {
  readonly path: string
  readonly text: string
}

/** Whether something stands at a path, be it a link that leads nowhere. */
export function isTaken(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    // Below a file there is nothing; what the system keeps from us shows when it is written.
    return false
  }
}

/**
 * Makes files that are not there yet, then runs `finish`; when one of them fails, what was made is removed again, folders
 * included, so that there is never half a project.
 */
export async function writeProject(
  folder: string,
  files: readonly NewFile[],
  finish: () => Promise<void>,
): Promise<void> {
  const made: { readonly path: string; readonly remove: (path: string) => void }[] = []
  let current = folder
  try {
    for (const { path, text } of files) {
      current = join(folder, path)
      for (const parent of missingFolders(dirname(current))) {
        mkdirSync(parent)
        made.push({ path: parent, remove: rmdirSync })
      }
      // Fails where something has come up in the meantime: nothing is overwritten.
      const opened = openSync(current, 'wx')
      made.push({ path: current, remove: (file) => rmSync(file, { force: true }) })
      try {
        writeFileSync(opened, text)
      } finally {
        closeSync(opened)
      }
    }
    current = join(folder, 'package.json')
    await finish()
  } catch (problem) {
    for (const { path, remove } of made.reverse()) attempt(() => remove(path))
    throw refusal(problem, current)
  }
}

/** The folders on the way to a path that are not there, the outermost first. */
function missingFolders(path: string): readonly string[] {
  const parent = dirname(path)
  return isTaken(path) || parent === path ? [] : [...missingFolders(parent), path]
}

function attempt(remove: () => void): void {
  try {
    remove()
  } catch {
    // A folder in which someone else has put a file stays.
  }
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOTDIR', 'a file is in the way of a folder'],
  ['EEXIST', 'it was created in the meantime'],
])

function refusal(problem: unknown, path: string): unknown {
  if (!(problem instanceof Error) || !('code' in problem) || !('syscall' in problem)) return problem
  const code = String(problem.code)
  return usageProblem(
    `cannot write \`${path}\`: ${reasons.get(code) ?? systemReason(code) ?? code}; nothing was written`,
    'choose a folder you can write to, or move the conflicting file',
  )
}
