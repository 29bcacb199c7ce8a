import type { ChangeGroup } from '../../replay/plan/group-changes.ts'
import { formatVersion } from '../json/json.ts'
import type { JsonObject } from '../json/json-value.ts'
import type { ReplayReport } from './replay-report.ts'
import type { ReplayedPlan } from './replayed-plan-report.ts'

const instant = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString()

const groupJson = ({ shapes, ...group }: ChangeGroup) => ({ ...group, shapes: shapes.length })

function planJson({ effects, at, ...plan }: ReplayedPlan) {
  return {
    ...plan,
    at: instant(at),
    effects: effects.map(({ causes, applications, weeks, ...all }) => ({
      ...groupJson(all),
      causes: causes.map(groupJson),
      applications: applications.map(groupJson),
      weeks: weeks.map(groupJson),
    })),
  }
}

/** How well a tenant explains a log, in the JSON contract. */
export function replayJson({ tenant, file, logs, calibration, explained, plan }: ReplayReport): JsonObject {
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
    plan: plan && planJson(plan),
  }
  // Plain data throughout; what is undefined is left out.
  return JSON.parse(JSON.stringify(value)) as JsonObject
}
