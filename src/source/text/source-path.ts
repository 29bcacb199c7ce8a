import type { SourceRange } from './source-text.ts'

const rooted = /^(?:\/|[A-Za-z]:\/)/

/** Whether a name with forward slashes is absolute on any system. */
export function isRooted(name: string): boolean {
  return rooted.test(name)
}

/** Joins a path to a folder and removes `.` and `..`; forward slashes on every system. */
export function joinPath(folder: string, path: string): string {
  const forward = path.replaceAll('\\', '/')
  const whole = rooted.test(forward) || folder === '' ? forward : `${folder}/${forward}`
  const root = rooted.exec(whole)?.[0] ?? ''
  const parts: string[] = []
  for (const part of whole.slice(root.length).split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '..' || root === '') parts.push(part)
  }
  return root + parts.join('/') || '.'
}

/** The folder of a file name; empty for a name alone. */
export function folderOf(name: string): string {
  const slash = name.lastIndexOf('/')
  return slash === 0 ? '/' : name.slice(0, Math.max(0, slash))
}

/** The name under which a file is read and shown: relative to the file that names it, if any. */
export function resolveFrom(path: string, from: SourceRange | undefined): string {
  return joinPath(from === undefined ? '' : folderOf(from.source.name), path)
}
