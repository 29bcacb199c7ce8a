import { hasBit } from '../simulate/conditional-access/bits.ts'
import type { PolicySignIn } from '../simulate/conditional-access/sign-in.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Instant, PolicyName } from '../vocabulary/requests.ts'
import type { DimensionName, InexactPart } from './atom.ts'
import { type BoxPart, partsOf, type SignInWords, signInsAt, wordsAt } from './box-parts.ts'
import { boxesOf } from './boxes.ts'
import { changedPolicies } from './changed-policies.ts'
import { effectBook, effectsOf, onlyBy } from './effects.ts'
import { gridOf } from './grid.ts'
import { endedSearch, type Mode, type PreparedSearch, prepareSearch } from './ground.ts'
import { distinctionsOfPolicies, type PopulationScope, type Space, spaceOfPeople, spaceOfPrograms } from './layers.ts'
import { type Outcome, outcomeOf, outcomeText, type Relation } from './outcome.ts'
import { type GridBox, isSettled, type SearchTask, type Term } from './quest.ts'
import { type ReplayRequest, replayRequests } from './replay-request.ts'
import { type Side, sideOf } from './side.ts'

/** Sign-ins whose outcome differs in the same way under the second set of policies. */
export interface ChangedBox {
  /** Empty if the box covers the whole space. */
  readonly parts: readonly BoxPart[]
  /** An example sign-in of the box: the display name for each dimension, and the sign-in as policies see it. */
  readonly witness: SignInWords
  readonly signIns: readonly PolicySignIn[]
  readonly before: Outcome
  readonly after: Outcome
  /** The `what-if` requests that show the example before and after. */
  readonly requests: () => readonly ReplayRequest[]
}

/** A change of the outcome, and every sign-in that it affects. */
export interface Change {
  readonly relation: Exclude<Relation, 'equal' | 'open'>
  readonly space: Space['of']
  readonly before: string
  readonly after: string
  readonly boxes: readonly ChangedBox[]
  readonly complete: boolean
  /** Policies whose effect is on one side only, or that contribute to the outcome on one side only. */
  readonly policies: readonly PolicyName[]
}

/** How the second set of policies relates to the first over every possible sign-in. */
export interface PolicyComparison {
  readonly result: 'equivalent' | 'stricter' | 'looser' | 'incomparable' | 'open'
  readonly changes: readonly Change[]
  /** Whether both sides have an enforced policy that is not fully understood. */
  readonly alikeOpen: boolean
  readonly atoms: Readonly<Partial<Record<DimensionName, number>>>
  readonly policies: readonly [number, number]
  /** What could not be partitioned or searched exactly; the proof does not cover it. */
  readonly open: readonly InexactPart[]
}

const worstFirst: readonly Relation[] = ['looser', 'opened', 'different', 'closed', 'stricter']

/** Maximum number of boxes listed for one change. */
const mostBoxes = 8

type Sides = readonly [Side, Side]

interface Found {
  readonly relation: Change['relation']
  readonly box: ChangedBox
  /** The policy that has the effect on its side. */
  readonly policy: PolicyName | undefined
}

/** A direction of comparison: effects of one side are looked up on the other. */
interface Direction {
  readonly from: 0 | 1
  readonly to: 0 | 1
  /**
   * The relation if the effect is certainly absent, if its presence is unknown, and if its earlier presence was
   * unknown.
   */
  readonly lost: 'looser' | 'stricter'
  readonly unknown: 'opened' | 'closed'
  readonly known: 'opened' | 'closed'
}

const directions: readonly Direction[] = [
  { from: 0, to: 1, lost: 'looser', unknown: 'opened', known: 'closed' },
  { from: 1, to: 0, lost: 'stricter', unknown: 'closed', known: 'opened' },
]

function changedBox(sides: Sides, { grid }: PreparedSearch, box: GridBox): ChangedBox {
  const signIns = signInsAt(grid, box.witness)
  // Invariant: there is a sign-in for each of the two sides.
  const [before, after] = sides.map((side, at) => outcomeOf(side, signIns[at] as PolicySignIn)) as [Outcome, Outcome]
  const requests = (): readonly ReplayRequest[] => replayRequests(sides, signIns)
  return { parts: partsOf(grid, box), witness: wordsAt(grid, box.witness), signIns, before, after, requests }
}

interface Gathered {
  readonly found: readonly Found[]
  readonly complete: boolean
  /** What a search that ended at its limit leaves open. */
  readonly open: readonly InexactPart[]
}

/** The sign-ins for which an effect exists on one side and not on the other. */
function gather(
  sides: Sides,
  ground: PreparedSearch,
  { term, policy }: { readonly term: Term } & Pick<Found, 'policy'>,
  relations: readonly [Mode, Found['relation']][],
): Gathered {
  const found: Found[] = []
  const boxes: GridBox[] = []
  let [complete, gaveUp] = [true, false]
  for (const [mode, relation] of relations) {
    const quest: SearchTask = { ground, term, mode }
    if (mode !== 'surely' && isSettled(quest)) continue
    const some = boxesOf(quest, mostBoxes, boxes)
    complete &&= some.complete
    gaveUp ||= some.gaveUp
    boxes.push(...some.boxes)
    found.push(...some.boxes.map((box) => ({ relation, policy, box: changedBox(sides, ground, box) })))
  }
  return { found, complete, open: gaveUp ? [endedSearch(ground)] : [] }
}

/** Removing a relaxation makes a session stricter, so the relation is inverted. */
const opposite = { looser: 'stricter', stricter: 'looser', opened: 'closed', closed: 'opened' } as const

/** All effects that one side has and the other one does not, as boxes. */
function gatherAll(sides: Sides, grounds: readonly PreparedSearch[], direction: Direction): Gathered {
  const { from, to, lost, unknown, known } = direction
  const [side, other] = [sides[from], sides[to]]
  const book = effectBook(side)
  const grids = grounds.map(({ grid }) => grid)
  const all = changedPolicies(sides, grids, from, to).flatMap((index) =>
    effectsOf(side, index, book).flatMap((effect) => {
      const term = onlyBy(effect, side.compiled.policies.length, index, other.compiled.enforced, { from, to })
      const named = ([lost, unknown, known] as const).map((one) => (effect.kind === 'relaxation' ? opposite[one] : one))
      const [first = lost, second = unknown, third = known] = named
      return grounds.map((ground) =>
        gather(sides, ground, { term, policy: side.compiled.policies[index]?.name }, [
          ['surely', first],
          ['no-longer-known', second],
          ['not-known-before', third],
        ]),
      )
    }),
  )
  return {
    found: all.flatMap(({ found }) => found),
    complete: all.every(({ complete }) => complete),
    open: all.flatMap(({ open }) => open),
  }
}

/** Policies whose effect, or contribution to the outcome, is on one side only. */
function responsibleFor(found: readonly Found[]): readonly PolicyName[] {
  const responsible = new Set<PolicyName>(found.flatMap(({ policy }) => policy ?? []))
  for (const { box } of found) {
    const { before, after } = box
    for (const [one, other] of [
      [before, after],
      [after, before],
    ] as const)
      for (const name of one.policies) if (!other.policies.includes(name)) responsible.add(name)
  }
  return [...responsible].sort()
}

const spaceOf = ({ signIns: [signIn] }: ChangedBox): Space['of'] =>
  signIn?.principal.kind === 'service-principal' ? 'programs' : 'people'

/** Groups boxes of one relation whose examples have the same outcomes into one change. */
function changesOf({ found, complete }: Gathered): readonly Change[] {
  const groups = new Map<string, Found[]>()
  const seen = new Set<string>()
  for (const one of found) {
    const { box } = one
    const text = JSON.stringify([one.relation, box.parts])
    // The same box can lose two effects.
    if (seen.has(text)) continue
    seen.add(text)
    const key = `${one.relation}\n${spaceOf(box)}\n${outcomeText(box.before)}\n${outcomeText(box.after)}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].flatMap((group): readonly Change[] => {
    const [first] = group
    if (first === undefined) return []
    const boxes = group.map(({ box }) => box)
    return [
      {
        relation: first.relation,
        space: spaceOf(first.box),
        before: outcomeText(first.box.before),
        after: outcomeText(first.box.after),
        boxes,
        complete,
        policies: responsibleFor(group),
      },
    ]
  })
}

/** Whether both sides have an enforced policy that is not fully understood. */
const bothOpen = (sides: Sides): boolean =>
  sides.every(({ compiled }) =>
    compiled.policies.some((policy, index) => hasBit(compiled.enforced, index) && policy.notUnderstood.length > 0),
  )

function resultOf(changes: readonly Change[], open: readonly InexactPart[]): PolicyComparison['result'] {
  const found = new Set(changes.map(({ relation }) => relation))
  if (found.has('different') || (found.has('looser') && found.has('stricter'))) return 'incomparable'
  if (found.has('looser')) return 'looser'
  if (open.length > 0 || found.has('opened') || found.has('closed')) return 'open'
  return found.has('stricter') ? 'stricter' : 'equivalent'
}

/**
 * Compares two sets of policies over every possible sign-in: every user that the files declare and any other user,
 * every client, location and device that a policy can distinguish. The comparison is exhaustive, not sampled.
 */
export function comparePolicies(
  one: { readonly tenant: Tenant; readonly at?: Instant },
  other: { readonly tenant: Tenant; readonly at?: Instant },
  who: PopulationScope = {},
): PolicyComparison {
  const sides: Sides = [sideOf(one.tenant, one.at), sideOf(other.tenant, other.at)]
  const spaces = [spaceOfPeople(sides, distinctionsOfPolicies(who.anyMembership)), spaceOfPrograms(sides)]
  const grounds = spaces.map((space) => prepareSearch(gridOf(sides, space), who))
  const gathered = directions.map((direction) => gatherAll(sides, grounds, direction))
  const changes = gathered
    .flatMap(changesOf)
    .sort((first, second) => worstFirst.indexOf(first.relation) - worstFirst.indexOf(second.relation))
  const [ended] = gathered.flatMap((one) => one.open)
  const open = [...spaces.flatMap((space) => space.open), ...(ended === undefined ? [] : [ended])]
  const atoms = [...spaces]
    .reverse()
    .flatMap(({ layers }) => layers.map(({ dimension, atoms: all }) => [dimension, all.length]))
  return {
    result: resultOf(changes, open),
    changes,
    alikeOpen: bothOpen(sides),
    atoms: Object.fromEntries(atoms),
    policies: [sides[0].compiled.policies.length, sides[1].compiled.policies.length],
    open,
  }
}
