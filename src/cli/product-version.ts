import { createRequire } from 'node:module'

/** The version of this package, from its own manifest; the name finds it from wherever a bundle has put this module. */
export function productVersion(): string {
  // A manifest without a version could not have been published.
  const manifest = createRequire(import.meta.url)('authplan/package.json') as { version: string }
  return manifest.version
}
