import { formatVersion } from '../json/json.ts'
import type { JsonObject } from '../json/json-value.ts'
import type { ReplayReport } from './replay-report.ts'

const instant = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString()

/** How well a tenant explains a log, as the contract of JSON has it. */
export function replayJson({ tenant, file, logs, calibration, explained }: ReplayReport): JsonObject {
  const { disagreements, ...counts } = calibration
  const value = {
    formatVersion,
    tenant,
    file,
    logs: { ...logs, first: instant(logs.first), last: instant(logs.last) },
    explained,
    ...counts,
    disagreements: disagreements.map(({ shapes, witness: { user: _, ...witness }, ...one }) => ({
      ...one,
      shapes: shapes.length,
      witness: { ...witness, at: instant(witness.at) },
    })),
  }
  // Plain data throughout; what is undefined is left out.
  return JSON.parse(JSON.stringify(value)) as JsonObject
}
