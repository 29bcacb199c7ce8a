import type { Tenant } from '../tenant/tenant.ts'
import { type Calibration, calibrate } from './calibrate/calibrate.ts'
import type { OpenEngine } from './engine/duckdb.ts'
import { reduceWithDuckDb } from './engine/duckdb-source.ts'
import type { ShapeSource } from './engine/shape-source.ts'
import type { LogFile } from './logs/log-file.ts'
import type { ClassifiedPeople } from './people-of.ts'
import { labelsOf } from './people-of.ts'
import { stageShapes } from './play/play-shapes.ts'
import { addressOutside } from './reduction/address-ranges.ts'
import { dimensionsFor } from './reduction/dimensions.ts'
import { rangesOf, settingsOf } from './settings-of.ts'

/** Reduces logs to what some tenants tell apart. */
export function reduceLogs(
  engine: OpenEngine,
  files: readonly LogFile[],
  people: readonly ClassifiedPeople[],
): Promise<ShapeSource> {
  const dimensions = dimensionsFor(settingsOf(people.map(({ population }) => population.tenant)))
  return reduceWithDuckDb(engine, files, dimensions, labelsOf(people))
}

/** An address for sign-ins from outside of every range that the tenants name. */
export function outsideAddressFor(tenants: readonly Tenant[]): string {
  return addressOutside(tenants.flatMap(rangesOf)) ?? 'unknown'
}

/** How well a tenant explains the shapes of a log. */
export function calibrateShapes(
  people: ClassifiedPeople,
  { shapes }: ShapeSource,
  outsideAddress: string,
): Calibration {
  return calibrate(stageShapes(people.population, shapes, { side: 0, outsideAddress }))
}
