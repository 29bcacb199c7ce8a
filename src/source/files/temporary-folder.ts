import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder for the time being. */
export interface TemporaryFolder {
  readonly path: string
  readonly remove: () => void
}

/** Makes a folder that is gone after `remove`, or when the process is killed before, if `removeIfKilled` is given. */
export function temporaryFolder(removeIfKilled?: (remove: () => void) => () => void): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'authplan-'))
  const removeNow = (): void => rmSync(path, { recursive: true, force: true })
  const finished = removeIfKilled?.(removeNow)
  return {
    path,
    remove: () => {
      removeNow()
      finished?.()
    },
  }
}
