import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Has something removed if the process is killed before it is finished; the answer says that it is finished. */
export type RemoveIfKilled = (remove: () => void) => () => void

/** Where a temporary folder is, and what happens before it is removed. */
export interface FolderOptions {
  readonly removeIfKilled: RemoveIfKilled | undefined
  /** The folder around it; without one, the system's folder for temporary files. */
  readonly within?: string
  /** How its name begins. */
  readonly name?: string
  /** Ends what still writes into it. */
  readonly stopWriters?: () => unknown
}

/** A folder for the time being. */
export interface TemporaryFolder {
  readonly path: string
  readonly remove: () => void
}

/** Makes a folder that is gone after `remove`, or when the process is killed before, if `removeIfKilled` is given. */
export function temporaryFolder({ removeIfKilled, within, name, stopWriters }: FolderOptions): TemporaryFolder {
  const path = mkdtempSync(join(within ?? tmpdir(), name ?? 'authplan-'))
  const removeNow = (): void => {
    stopWriters?.()
    removeFolder(path)
  }
  const finished = removeIfKilled?.(removeNow)
  return {
    path,
    remove: () => {
      removeNow()
      finished?.()
    },
  }
}

/** A program that is still starting writes on; when the process ends its launcher kills it, and this is asked again. */
function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 })
  } catch {
    return
  }
}
