import { createRequire } from 'node:module'
import type { DuckDBConnection } from '@duckdb/node-api'
import { locatePackage } from '../../source/files/locate-package.ts'
import { type RemoveIfKilled, type TemporaryFolder, temporaryFolder } from '../../source/files/temporary-folder.ts'

/** The package that reads logs; the rest of the product does not need it. */
export const enginePackage = '@duckdb/node-api'

/** Resource limits of the engine. */
export interface EngineLimits {
  readonly memory: `${number}MB`
  readonly temporary: string
  readonly threads?: number
}

/** An engine with a connection, and a temporary folder that is removed when it is closed. */
export interface OpenEngine {
  readonly connection: DuckDBConnection
  readonly folder: string
  readonly limits: EngineLimits
  readonly close: () => void
}

/** With what the engine does not count, and with the rest of the product, less than 2 GB are used. */
const usualLimits: EngineLimits = { memory: '1000MB', temporary: '20GB' }

/**
 * No downloads: extensions are neither installed nor loaded automatically. Once the files are named, the engine can
 * open no others, and the configuration is locked.
 */
const settings = ({ path }: TemporaryFolder, { memory, temporary, threads }: EngineLimits) => ({
  memory_limit: memory,
  temp_directory: path,
  max_temp_directory_size: temporary,
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  allow_community_extensions: 'false',
  preserve_insertion_order: 'false',
  ...(threads === undefined ? {} : { threads: String(threads) }),
})

/** Starts the engine in this process; undefined if its package is not installed. */
export async function openEngine(
  removeIfKilled: RemoveIfKilled | undefined,
  limits: EngineLimits = usualLimits,
): Promise<OpenEngine | undefined> {
  const entry = locatePackage(enginePackage)
  if (entry === undefined) return undefined
  // loaded by path only when logs are read; the path is what the type import names
  const { DuckDBInstance } = createRequire(import.meta.url)(entry) as typeof import('@duckdb/node-api')
  const folder = temporaryFolder({ removeIfKilled, name: 'authplan-replay-' })
  try {
    const instance = await DuckDBInstance.create(':memory:', settings(folder, limits))
    const connection = await instance.connect()
    const close = (): void => {
      connection.closeSync()
      instance.closeSync()
      folder.remove()
    }
    return { connection, folder: folder.path, limits, close }
  } catch (problem) {
    folder.remove()
    throw problem
  }
}
