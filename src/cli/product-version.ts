import { readFileSync } from 'node:fs'

/** The version of this package, from its own manifest. */
export function productVersion(): string {
  // A manifest without a version could not have been published.
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  return manifest.version
}
