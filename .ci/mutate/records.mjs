// What is recorded, as things that are played one by one: sign-ins of tenants, decisions of policies, small estates in sets.
import { readFileSync } from 'node:fs'

/** How many entries the caches have made: whoever plays something empties them first. */
const entriesIn = (from) => `${from.entriesMade()}`

/** What is recorded of some sign-ins of a tenant, one after the other; without a sign-in, what is recorded of the tenant. */
export const playSignIns = (played, requests) => (from) =>
  requests.length === 0
    ? [from.plannedOf(played)]
    : [...requests.map((request) => JSON.stringify(from.answersTo(played, request))), entriesIn(from)]

/** What is recorded of some sign-ins that policies decide, one after the other. */
export const playDecisions = (sample, signIns) => (from) => {
  const compiled = from.compiledOf(sample)
  return [...signIns.map((signIn) => JSON.stringify(from.decisionsOf(compiled, signIn))), entriesIn(from)]
}

/** What is listed of an estate. */
export const playEstate = (seed) => (from) => {
  const { otherwise, sets, alike, entries } = from.playedEstate(seed)
  return [sets.join(' '), alike, `${entries}`, ...otherwise]
}

/** The modules that play what is recorded. */
export const recordEntries = [
  'src/simulate/conditional-access/recorded-decisions.fixture.ts',
  'src/simulate/recorded-sign-ins.fixture.ts',
  'src/analysis/population/sets-as-alone.fixture.ts',
  'src/simulate/record-tools.fixture.ts',
]

/** All that is recorded, the quickest kind first; each has a kind, a name and a play, made when it is asked for. */
export function recordedPlays(modules) {
  const read = (file) => readFileSync(file, 'utf8')
  const decisions = modules.readDecisions(read(modules.decisionsFile)).map(({ signIns, ...sample }) =>
    playDecisions(
      sample,
      signIns.map(({ signIn }) => signIn),
    ),
  )
  const signIns = modules.readRecord(read(modules.recordFile)).flatMap(({ file, changes, signIns: own }) => {
    const played = modules.playedTenant(modules.changedText(file, changes))
    const requests = own.map(({ request }) => request)
    // Sign-ins of one tenant are played together: what is kept of one must not be taken for the answer to the next.
    return [playSignIns(played, requests), ...(played.tenant.users.size < 12 ? [playSignIns(played, [])] : [])]
  })
  const estates = modules.readEstates(read(modules.estatesFile)).map(([seed]) => playEstate(seed))
  return Object.entries({ decisions, 'sign-ins': signIns, estates }).flatMap(([kind, all]) =>
    all.map((play, at) => ({ kind, name: `${kind} ${at + 1}`, play })),
  )
}
