import type { Loaded } from '../../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Watch } from '../../vocabulary/progress.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { populationOf } from '../population/population.ts'
import { appPasswordsInUse, outlivedEvents } from './app-passwords.ts'
import { assumptions } from './assumptions.ts'
import { findingsByCause, withFindings } from './cause.ts'
import { breaks } from './horizon.ts'
import { exclusions, idlePolicies } from './policies.ts'
import type { Gaps } from './result.ts'
import { bypasses, legacyPaths, unaudited } from './second-factor.ts'
import { conflicts, lockedOut, nobodySignsIn, openVerdicts } from './sessions.ts'
import { type Observer, type Sweep, type SweepFilter, sweepOf } from './sweep.ts'

/** How to sweep. */
export interface GapsOptions {
  readonly reader?: SourceReader
  /** Judge at this instant instead of the date in the file. */
  readonly at?: Instant
  /** How far known dates are looked at; a year after the instant judged, unless given. */
  readonly horizon?: Instant
  /** Which sign-ins to sweep; every network and no signals, unless given. */
  readonly filter?: SweepFilter
  /** Hears how far the sweep is. */
  readonly watch?: Watch
  /** Play every sign-in again at every known date, also those that nothing of that date can alter. */
  readonly exhaustive?: boolean
}

const observers: readonly ((sweep: Sweep) => Observer)[] = [
  nobodySignsIn,
  lockedOut,
  conflicts,
  bypasses,
  legacyPaths,
  exclusions,
  appPasswordsInUse,
  outlivedEvents,
  idlePolicies,
  unaudited,
  openVerdicts,
  assumptions,
  breaks,
]

function yearAfter(at: Instant): Instant {
  const date = new Date(at)
  return date.setUTCFullYear(date.getUTCFullYear() + 1)
}

/** Plays every sign-in of every class of users and tells what an architect should knows about them. */
export function gaps(
  tenant: Tenant,
  { reader, at, horizon, filter = {}, watch, exhaustive = false }: GapsOptions = {},
): Loaded<Gaps> {
  const loaded = populationOf(tenant, reader, watch && { onProgress: (users) => watch({ users }) })
  if (!loaded.ok) return loaded
  const population = loaded.value
  const judged = at ?? tenant.asOf
  const { tenant: swept } = population
  const sweep: Sweep = {
    population,
    tenant: swept,
    at: judged,
    horizon: horizon ?? yearAfter(judged),
    filter,
    ...(watch && { watch }),
    exhaustive,
  }
  const watching = observers.map((make) => make(sweep))
  let signIns = 0
  for (const played of sweepOf(sweep)) {
    if (!played.forPolicies) signIns += 1
    for (const { see } of watching) see(played)
  }
  const findings = findingsByCause(watching.flatMap(({ end }) => end()))
  const { classes, users } = population
  const about = { tenant: tenant.name, file: tenant.file, at: judged, horizon: sweep.horizon }
  return {
    ok: true,
    value: withFindings({ ...about, users, classes: classes.length, signIns }, findings),
    warnings: loaded.warnings,
  }
}
