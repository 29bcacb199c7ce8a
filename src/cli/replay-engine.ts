import { type OpenEngine, openEngine } from '../replay/engine/duckdb.ts'
import { engineMissing, problemInLogs } from '../replay/engine/engine-problem.ts'
import type { LogFile } from '../replay/logs/log-file.ts'
import type { LogsProblem } from '../replay/logs/log-problem.ts'
import { removeIfKilled } from './leftovers.ts'
import { usageProblem } from './usage.ts'

/** A problem in logs as a problem of usage. */
export const usageOf = ({ message, help }: LogsProblem): Error => usageProblem(message, help)

/** The engine that reads logs; that its package is missing ends the command with 2. */
export async function engineForLogs(): Promise<OpenEngine> {
  const engine = await openEngine(removeIfKilled)
  if (engine !== undefined) return engine
  throw usageOf(engineMissing)
}

/** Why the engine gave up on logs, as a problem of usage: a file that is not what it began as, or too little room. */
export function problemOfEngine(thrown: unknown, files: readonly LogFile[]): unknown {
  const found = problemInLogs(thrown, files)
  return found === undefined ? thrown : usageOf(found)
}
