import { sizeOf } from '../../classes/bitmap.ts'
import type { Loaded } from '../../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Watch } from '../../vocabulary/progress.ts'
import type { Instant, UserName } from '../../vocabulary/requests.ts'
import { appPasswordsInUse, outlivedEvents } from './app-passwords.ts'
import { assumptions } from './assumptions.ts'
import { findingsByCause, withFindings } from './cause.ts'
import { crowdOf, namesOfPeople } from './crowd.ts'
import { exclusions } from './exclusions.ts'
import { breaks } from './horizon.ts'
import { idlePolicies } from './idle-policies.ts'
import type { GapPeople, Gaps } from './result.ts'
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
  /** Sweep class by class, or sets of users of whom findings name a few; by the number of users, unless given. */
  readonly as?: 'classes' | 'sets'
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

/** All that a sweep found, and everyone whom it found it of. */
export interface GapsRun {
  readonly gaps: Gaps
  /** All users whom a finding is of, however many of them it names. */
  readonly namesOf: (people: GapPeople) => Iterable<UserName>
}

/** Plays every sign-in of every class of users and tells what an architect should know about them. */
export function gaps(tenant: Tenant, options: GapsOptions = {}): Loaded<Gaps> {
  const run = sweepGaps(tenant, options)
  return run.ok ? { ...run, value: run.value.gaps } : run
}

/** The same, with a way to everyone whom a finding is of. */
export function sweepGaps(
  tenant: Tenant,
  { reader, at, horizon, filter = {}, watch, exhaustive = false, as }: GapsOptions = {},
): Loaded<GapsRun> {
  const loaded = crowdOf(tenant, reader, {
    ...(watch && { onProgress: (users: number) => watch({ users }) }),
    ...(as && { as }),
  })
  if (!loaded.ok) return loaded
  const crowd = loaded.value
  const judged = at ?? tenant.asOf
  const sweep: Sweep = {
    crowd,
    tenant: crowd.sets.tenant,
    at: judged,
    horizon: horizon ?? yearAfter(judged),
    filter,
    ...(watch && { watch }),
    exhaustive,
  }
  const watching = observers.map((make) => make(sweep))
  let signIns = 0
  for (const played of sweepOf(sweep)) {
    if (!played.forPolicies) signIns += crowd.whole ? 1 : sizeOf(played.users)
    for (const { see } of watching) see(played)
  }
  const findings = findingsByCause(watching.flatMap(({ end }) => end()))
  const { kinds, users } = crowd.sets
  const about = { tenant: tenant.name, file: tenant.file, at: judged, horizon: sweep.horizon }
  return {
    ok: true,
    value: {
      gaps: withFindings({ ...about, users, classes: kinds.length, signIns }, findings),
      namesOf: (people) => namesOfPeople(crowd, people),
    },
    warnings: loaded.warnings,
  }
}
