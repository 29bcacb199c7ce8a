import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Registers cleanup for when the process is killed; the returned function unregisters it. */
export type RemoveIfKilled = (remove: () => void) => () => void

/** The location of a temporary folder, and a callback before its removal. */
export interface FolderOptions {
  readonly removeIfKilled: RemoveIfKilled | undefined
  /** The parent folder; by default the system's folder for temporary files. */
  readonly within?: string
  /** A prefix for its name. */
  readonly name?: string
  /** Stops processes that still write into it. */
  readonly stopWriters?: () => unknown
}

/** A temporary folder. */
export interface TemporaryFolder {
  readonly path: string
  readonly remove: () => void
}

/** Creates a folder that `remove` deletes, or `removeIfKilled` if the process is killed first. */
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

/**
 * A program that is still starting may continue to write; its launcher kills it when the process ends, and this runs
 * again.
 */
function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 })
  } catch {
    return
  }
}
