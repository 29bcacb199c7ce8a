import { groupsIn, outcomeGroups, populationOfGroups } from '../analysis/compare/outcome-groups.ts'
import { type PeopleSets, readPeopleSets } from '../analysis/compare/people-sets.ts'
import { playedSets } from '../analysis/compare/played-sets.ts'
import type { Audience } from '../report/wording/nouns.ts'
import { setEngine } from '../simulate/play-sets.ts'
import type { Instant } from '../vocabulary/requests.ts'
import type { Environment } from './environment.ts'
import { accepted, loadFor } from './load.ts'
import { loadWithPeople, type WithPeople } from './load-people.ts'
import { readInstant } from './request-options.ts'

/** Users beside a tenant file from which a report groups them by the outcomes of their sign-ins. */
const manyUsers = 2000

/** What a report shows of people. */
export interface ShownPeople {
  /** `outcomes`: how sign-ins end. `policies`: also what each policy says. `none`: the report reads the files itself. */
  readonly of: 'outcomes' | 'policies' | 'none'
  readonly at?: Instant
}

/** The page works out everything itself; auditors are shown what each policy says. */
export function shownPeople(audience: Audience, formats: readonly string[], asOf: string | undefined): ShownPeople {
  const at = asOf === undefined ? {} : { at: readInstant(asOf) }
  if (audience === 'auditor') return { of: 'policies', ...at }
  const isPage = audience === 'architect' && formats.every((format) => format === 'html')
  return { of: isPage ? 'none' : 'outcomes', ...at }
}

/** The people of sets in groups by the outcome of all their sign-ins at an instant. */
function inGroups({ watch }: Environment, { sets }: PeopleSets, at: Instant) {
  const played = playedSets(setEngine(sets), at, new Map())
  const steps = outcomeGroups([played])
  for (;;) {
    const step = steps.next()
    if (step.done === true) return populationOfGroups(sets, groupsIn(sets, step.value))
    watch?.({ users: Math.floor(sets.users * step.value), ofUsers: sets.users, share: step.value })
  }
}

/**
 * A tenant for a report, with the people of the files that it names. Many people of whom only outcomes are shown are grouped
 * by these; see `loadWithPeople` otherwise. Errors in any file end the command with 2.
 */
export async function loadReported(environment: Environment, file: string, shown: ShownPeople): Promise<WithPeople> {
  const tenant = await loadFor(environment, file)
  if (tenant.population === undefined) return { tenant, asWritten: tenant }
  if (shown.of === 'policies') return loadWithPeople(environment, file)
  const people = await accepted(environment, readPeopleSets(tenant, environment.reader))
  if (shown.of === 'none') return { tenant, asWritten: tenant }
  if (people.sets.users <= manyUsers) return loadWithPeople(environment, file)
  const { from } = tenant.population
  const { tenant: grouped, users, classes } = inGroups(environment, people, shown.at ?? tenant.asOf)
  return { tenant: grouped, asWritten: tenant, beside: { from, users, classes } }
}
