import { createRequire } from 'node:module'
import { join } from 'node:path'

/** The file of an optional package, installed next to authplan or in the project it runs in. */
export function locatePackage(name: string): string | undefined {
  for (const from of [import.meta.url, join(process.cwd(), 'package.json')]) {
    try {
      return createRequire(from).resolve(name)
    } catch {
      // Not here: try the next location.
    }
  }
  return undefined
}
