import { realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { globRoot } from '../text/glob.ts'
import { folderOf, isRooted, joinPath } from '../text/source-path.ts'
import type { SourceRange } from '../text/source-text.ts'

/** Which part of the disk may be read. */
export interface ReadScope {
  /** The folder in which every file must be, symbolic links resolved; the working directory unless given. */
  readonly root?: string
  /** Files may refer to files anywhere. */
  readonly allowOutside?: boolean
}

/** What asks for a file: the place in another file that names it, or nothing if the user named it. */
export type Referrer = SourceRange | undefined

/** Whether a file, or the folder in which a pattern begins, may be read. */
export interface Containment {
  readonly admitsFile: (name: string, from: Referrer) => boolean
  readonly admitsPattern: (pattern: string, from: Referrer) => boolean
}

/** A path with every link of its existing part resolved; the rest of it stays as written. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    const folder = dirname(path)
    // What does not exist, or may not be looked at, is judged by the nearest folder that can be.
    return folder === path ? path : join(realPath(folder), basename(path))
  }
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/**
 * Keeps references inside a root. What the user names outside of it has its own folder as root; what a file names has
 * the root of that file. Links are resolved before anything is compared, and nothing is opened.
 */
export function containment(cwd: string, { root = '.', allowOutside = false }: ReadScope): Containment {
  const written = resolve(cwd, root)
  const real = realPath(written)
  const own = (folder: string): string => {
    const whole = resolve(cwd, folder)
    return isWithin(written, whole) || isWithin(real, whole) ? real : realPath(whole)
  }
  const admits = (folder: string, path: string): boolean =>
    allowOutside || isWithin(folder, realPath(resolve(cwd, path)))
  // A drive of another system is never a folder of this one.
  const foreign = (path: string): boolean => isRooted(path) && !isAbsolute(path)
  return {
    admitsFile: (name, from) =>
      allowOutside || (!foreign(name) && admits(own(folderOf(from === undefined ? name : from.source.name)), name)),
    admitsPattern: (pattern, from) => {
      const folder = from === undefined ? '' : folderOf(from.source.name)
      const start = joinPath(folder, globRoot(joinPath('', pattern)).folder)
      return allowOutside || (!foreign(start) && admits(own(from === undefined ? start : folder), start))
    },
  }
}
