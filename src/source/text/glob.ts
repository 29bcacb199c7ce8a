import { Minimatch } from 'minimatch'

/** Whether a path is a pattern. */
export function isPattern(path: string): boolean {
  return /[*?]/.test(path)
}

/**
 * A path matcher: `*` and `?` match within a name, `**` matches any number of folders; hidden names only match
 * explicitly.
 */
export function globMatcher(pattern: string): (path: string) => boolean {
  // All other special characters of the library are literal here.
  const plain = pattern.replace(/[[\]\\]/g, '\\$&')
  const matcher = new Minimatch(plain, {
    nobrace: true,
    noext: true,
    nonegate: true,
    nocomment: true,
    platform: 'linux',
  })
  return (path) => matcher.match(path)
}

/** The folder above the first wildcard, and the number of levels below it at which files can match. */
export function globRoot(pattern: string): { readonly folder: string; readonly levels: number } {
  const segments = pattern.split('/')
  const first = segments.findIndex(isPattern)
  const plain = first === -1 ? segments.length - 1 : first
  const folder = segments.slice(0, plain).join('/')
  const levels = segments.includes('**') ? Number.POSITIVE_INFINITY : segments.length - plain
  return { folder: folder === '' && pattern.startsWith('/') ? '/' : folder, levels }
}
