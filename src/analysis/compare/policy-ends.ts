import { askedOfPolicies } from '../../simulate/asked-words.ts'
import { compiledOf } from '../../simulate/policies.ts'
import { legsUnder, type Said, saidOfLegs } from '../../simulate/said-of-leg.ts'
import {
  openSession,
  playLegBriefly,
  simulateSessionBriefly,
  type UndecidedLeg,
} from '../../simulate/simulate-session.ts'
import { withChanges } from '../../source/edit/change.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { tenantAt } from '../../tenant/tenant-at.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { tenantOfValue } from '../matrix/plan.ts'
import type { CellReading } from '../population/results.ts'
import { type Between, capacity, type Ends, keyOf, remembering } from './between.ts'
import { readingKey, readingOf } from './cell-reading.ts'
import type { ComparedChange } from './compare-cells.ts'
import { withDecidingPolicies } from './deciding-policies.ts'
import { namesPolicies } from './set-readings.ts'

/** The plan before with the policies of a plan to which some differences are applied. */
function madeWith({ comparison, parts }: Between, chosen: readonly number[]): Tenant | undefined {
  const { before, policiesOf: { document } = before, reader, after } = comparison
  const edits = chosen.flatMap((index) => parts[index]?.edits ?? [])
  if (edits.length === 0) return before.tenant
  const loaded = tenantOfValue(withChanges(document.value, edits), document.source.name, reader)
  if (!loaded.ok) return undefined
  const { conditionalAccess } = withDecidingPolicies(tenantAt(loaded.value, after.at))
  return { ...tenantAt(before.tenant, after.at), events: [], conditionalAccess }
}

/** A sign-in that is tried under other policies. */
interface Trying {
  readonly request: ClientRequest
  /** The legs up to where the policies come in. */
  readonly legs: () => readonly UndecidedLeg[]
  /** Equal for sign-ins of a user to which the same policies say the same. */
  readonly word: string
  readonly endings: Endings
}

/** The endings found so far of sign-ins that end the same way where the policies say the same. */
interface Endings {
  readonly find: (said: Said) => string | undefined
  readonly keep: (said: Said, end: string, names: boolean) => void
}

/** Where policies are named that block, it counts which of them say it. */
function endings(): Endings {
  const known = new Map<string, { readonly end: string; readonly names: boolean }>()
  const named = ({ what, by }: Said): string => `${what}\u0002${by}`
  return {
    find: (said) => {
      const found = known.get(said.what)
      return found?.names === true ? known.get(named(said))?.end : found?.end
    },
    keep: (said, end, names) => {
      known.set(said.what, { end, names })
      if (names) known.set(named(said), { end, names })
    },
  }
}

/** What the policies of a tenant say to those who ask the same, found once. */
type Saying = (trying: Trying) => Said | undefined

/** How many answers are kept. */
const mostSaid = 20_000

function sayingOf(tenant: Tenant): Saying {
  const known = new Map<string, Said | undefined>()
  return ({ legs, word }) => {
    if (known.has(word)) return known.get(word)
    const said = saidOfLegs(legsUnder(legs(), tenant))
    if (known.size >= mostSaid) known.clear()
    known.set(word, said)
    return said
  }
}

function played({ request, legs }: Trying, tenant: Tenant): CellReading | undefined {
  // Without policies a leg is planned with other assumptions.
  const none = tenant.conditionalAccess.policies.length === 0
  const traces = none ? simulateSessionBriefly(tenant, request) : legsUnder(legs(), tenant).map(playLegBriefly)
  return traces.length === 0 ? undefined : readingOf(traces)
}

function endUnder(trying: Trying, { tenant, saying }: Intermediate): string {
  const said = tenant.conditionalAccess.policies.length === 0 ? undefined : saying(trying)
  const found = said && trying.endings.find(said)
  if (found !== undefined) return found
  const reading = played(trying, tenant)
  const end = readingKey(reading)
  if (said !== undefined) trying.endings.keep(said, end, isNaming(reading))
  return end
}

const isNaming = (reading: CellReading | undefined): boolean => reading !== undefined && namesPolicies({ reading })

interface Intermediate {
  readonly tenant: Tenant
  readonly saying: Saying
}

const intermediate = (tenant: Tenant): Intermediate => ({ tenant, saying: sayingOf(tenant) })

/** Finds intermediate plans, each once. */
function intermediates(between: Between): (chosen: readonly number[]) => Intermediate | undefined {
  const known = new Map<string, Intermediate | undefined>()
  return (chosen) => {
    const key = keyOf(chosen)
    if (known.has(key)) return known.get(key)
    if (known.size >= capacity) known.clear()
    const tenant = madeWith(between, chosen)
    const made = tenant && intermediate(tenant)
    known.set(key, made)
    return made
  }
}

/** Finds the word of a sign-in; one that is known need not be opened for it. */
function wordOfUser(before: Tenant) {
  const askedBy = askedOfPolicies(compiledOf(before).locations)
  return ({ words, before: asked }: ComparedChange, legs: () => readonly UndecidedLeg[]): string => {
    const own = words === undefined ? legs().map((leg) => askedBy(leg).word) : ['', words.asked]
    return [asked?.user, ...own].join('\u0001')
  }
}

/**
 * How changed sign-ins end in intermediate plans where nothing differs but policies: the legs are those of the plan before,
 * and one of which the policies say what they say on either side ends as it does there.
 */
export function endsByPolicies(between: Between): (change: ComparedChange) => Ends {
  const { before, after } = between.comparison
  const tenantOf = intermediates(between)
  const sides = [before.tenant, after.tenant].map((tenant) =>
    intermediate(withDecidingPolicies(tenantAt(tenant, after.at))),
  )
  const wordFor = wordOfUser(before.tenant)
  let ending: string | undefined
  let known = endings()
  const endingsOf = ({ words }: ComparedChange): Endings => {
    // Changes of one sign-in follow each other.
    if (words === undefined || words.ending !== ending) known = endings()
    ending = words?.ending
    return known
  }
  return (change) => {
    const { before: asked, keys } = change
    if (asked === undefined) return () => readingKey(undefined)
    const request = { ...asked, at: after.at }
    let legs: readonly UndecidedLeg[] | undefined
    const opened = (): readonly UndecidedLeg[] => {
      legs ??= openSession(before.tenant, request)
      return legs
    }
    const trying = { request, legs: opened, word: wordFor(change, opened), endings: endingsOf(change) }
    for (const [at, { saying }] of sides.entries()) {
      const said = saying(trying)
      const [end, reading] = at === 0 ? [keys.before, change.change.before] : [keys.after, change.change.after]
      if (said !== undefined) trying.endings.keep(said, end, isNaming(reading))
    }
    const end: Ends = (chosen) => {
      const found = tenantOf(chosen)
      return found && endUnder(trying, found)
    }
    return remembering(end, new Map([[keyOf([]), keys.before]]))
  }
}
