import { sizeOf } from '../../classes/bitmap.ts'
import { alikeNetworks } from '../../simulate/alike-networks.ts'
import type { Loaded } from '../../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { tenantAt } from '../../tenant/tenant-at.ts'
import type { Watch } from '../../vocabulary/progress.ts'
import type { Instant, UserName } from '../../vocabulary/requests.ts'
import { breakInstants } from '../compare/time-differences.ts'
import { appPasswordsInUse, outlivedEvents } from './app-passwords.ts'
import { assumptions } from './assumptions.ts'
import { findingsByCause, withFindings } from './cause.ts'
import { namesOfPeople, sweptUsers } from './crowd.ts'
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
  /** The instant to judge at; by default the date in the file. */
  readonly at?: Instant
  /** The latest known date to consider; by default a year after the instant. */
  readonly horizon?: Instant
  /** Which sign-ins to sweep; by default every network without signals. */
  readonly filter?: SweepFilter
  /** Receives progress. */
  readonly watch?: Watch
  /** Play every sign-in from every network at every known date, even where nothing can make a difference. */
  readonly exhaustive?: boolean
  /** Sweep by class, or by sets of users with a few examples per finding; by default depends on the number of users. */
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

/** The result of a sweep, with access to all affected users. */
export interface GapsRun {
  readonly gaps: Gaps
  /** All users that a finding affects, including those that it does not name. */
  readonly namesOf: (people: GapPeople) => Iterable<UserName>
}

/** Plays every sign-in of every class of users and reports what an architect should know about them. */
export function gaps(tenant: Tenant, options: GapsOptions = {}): Loaded<Gaps> {
  const run = sweepGaps(tenant, options)
  return run.ok ? { ...run, value: run.value.gaps } : run
}

/** The same, with access to all affected users. */
export function sweepGaps(
  tenant: Tenant,
  { reader, at, horizon, filter = {}, watch, exhaustive = false, as }: GapsOptions = {},
): Loaded<GapsRun> {
  const loaded = sweptUsers(tenant, reader, {
    ...(watch && { onProgress: (users: number) => watch({ users }) }),
    ...(as && { as }),
  })
  if (!loaded.ok) return loaded
  const crowd = loaded.value
  const judged = at ?? tenant.asOf
  const until = horizon ?? yearAfter(judged)
  const sweep: Sweep = {
    crowd,
    tenant: crowd.sets.tenant,
    at: judged,
    horizon: until,
    filter,
    ...(watch && { watch }),
    exhaustive,
    likeness: alikeNetworks([judged, ...breakInstants(tenant, judged, until)].map((one) => tenantAt(tenant, one))),
  }
  const watching = observers.map((make) => make(sweep))
  let signIns = 0
  for (const played of sweepOf(sweep)) {
    if (!played.forPolicies) signIns += (crowd.whole ? 1 : sizeOf(played.users)) * played.networks.length
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
