import type { SourceReader } from '../source/files/source-reader.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { type Calibration, calibrate } from './calibrate/calibrate.ts'
import type { OpenEngine } from './engine/duckdb.ts'
import { reduceWithDuckDb } from './engine/duckdb-source.ts'
import type { ShapeSource } from './engine/shape-source.ts'
import { type Inventory, inventoryOf } from './inventory/inventory.ts'
import type { LogFile } from './logs/log-file.ts'
import type { ClassifiedPeople } from './people-of.ts'
import { labelsOf } from './people-of.ts'
import { type EffectGroup, groupChanges } from './plan/group-changes.ts'
import { judgePlan, type PlanJudgment } from './plan/judge-plan.ts'
import { type StagedShapes, stageShapes } from './play/play-shapes.ts'
import { addressOutside } from './reduction/address-ranges.ts'
import { dimensionsFor } from './reduction/dimensions.ts'
import { rangesOf, settingsOf } from './settings-of.ts'

/** Reduces logs to the distinctions that some tenants make. */
export function reduceLogs(
  engine: OpenEngine,
  files: readonly LogFile[],
  people: readonly ClassifiedPeople[],
  reader: SourceReader,
): Promise<ShapeSource> {
  const dimensions = dimensionsFor(settingsOf(people.map(({ population }) => population.tenant)))
  return reduceWithDuckDb(engine, files, dimensions, labelsOf(people), reader)
}

/** An address outside of every range that the tenants name. */
export function outsideAddressFor(tenants: readonly Tenant[]): string {
  return addressOutside(tenants.flatMap(rangesOf)) ?? 'unknown'
}

/** A plan to judge by a log: its people, and the instant to judge at if it is not that of each sign-in. */
export interface PlanToJudge {
  readonly people: ClassifiedPeople
  readonly at?: number
}

/** A tenant as it is today, with the sign-ins of a log. */
export const stageToday = (
  { population }: ClassifiedPeople,
  { shapes }: ShapeSource,
  outsideAddress: string,
): StagedShapes => stageShapes(population, shapes, { side: 0, outsideAddress })

/** Judges a plan by the sign-ins that succeeded. */
export async function judgeShapes(
  today: StagedShapes,
  { people, at }: PlanToJudge,
  source: ShapeSource,
  outsideAddress: string,
): Promise<PlanJudgment & { readonly effects: readonly EffectGroup[] }> {
  const { shapes } = source
  const judgment = judgePlan(
    today,
    stageShapes(people.population, shapes, { side: 1, outsideAddress, ...(at === undefined ? {} : { at }) }),
  )
  return { ...judgment, effects: await groupChanges(judgment, source) }
}

/** The clients that occur in a log, as a tenant classifies them. */
export function inventoryOfShapes(
  people: ClassifiedPeople,
  source: ShapeSource,
  outsideAddress: string,
): Promise<Inventory> {
  return inventoryOf(stageToday(people, source, outsideAddress), source)
}

/** How well the model of a tenant matches the shapes of a log. */
export const calibrateShapes = (today: StagedShapes): Calibration => calibrate(today)
