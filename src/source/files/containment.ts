import { realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { globRoot } from '../text/glob.ts'
import { folderOf, isRooted, joinPath } from '../text/source-path.ts'
import type { SourceRange } from '../text/source-text.ts'

/** Which part of the disk may be read. */
export interface ReadScope {
  /** The folder that must contain every file, after resolving symbolic links; by default the working directory. */
  readonly root?: string
  /** Whether files may refer to files anywhere. */
  readonly allowOutside?: boolean
}

/** Where a file is requested: the location in another file that names it, or undefined if the user named it. */
export type Referrer = SourceRange | undefined

/** Whether a file, or the root folder of a pattern, may be read. */
export interface Containment {
  readonly admitsFile: (name: string, from: Referrer) => boolean
  readonly admitsPattern: (pattern: string, from: Referrer) => boolean
}

/** A path with the links of its existing part resolved; the rest stays as written. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    const folder = dirname(path)
    // A path that does not exist or is not accessible is judged by its nearest accessible ancestor.
    return folder === path ? path : join(realPath(folder), basename(path))
  }
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/**
 * Restricts references to a root. A file outside of it that the user names has its own folder as root; references in a
 * file use the root of that file. Links are resolved before comparison, and nothing is opened.
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
  // A drive letter of another system is never a folder of this one.
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
