import type { PolicySignIn } from '../simulate/conditional-access/sign-in.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Instant, PolicyName } from '../vocabulary/requests.ts'
import type { DimensionName, OpenCut } from './atom.ts'
import type { BoxPart, SignInWords } from './box-parts.ts'
import { type Diagram, diagramOf, type Node } from './diagram.ts'
import { type Space, spaceOfPeople, spaceOfPrograms } from './layers.ts'
import { comparison, type Outcome, outcomeOf, outcomeText, type Relation } from './outcome.ts'
import { type Box, regionOf } from './regions.ts'
import { type Side, sideOf } from './side.ts'

/** Sign-ins that end otherwise under the second set of policies, all in one way. */
export interface ChangedBox {
  /** None for every sign-in of the space. */
  readonly parts: readonly BoxPart[]
  /** A sign-in of the box, by the word of each dimension, and as policies see it. */
  readonly witness: SignInWords
  readonly signIns: readonly PolicySignIn[]
  readonly before: Outcome
  readonly after: Outcome
}

/** A change of the outcome, and every sign-in that it happens to. */
export interface Change {
  readonly relation: Exclude<Relation, 'equal' | 'open'>
  readonly space: Space['of']
  readonly before: string
  readonly after: string
  readonly boxes: readonly ChangedBox[]
  readonly complete: boolean
  /** Policies that take part in the outcome on one side only. */
  readonly policies: readonly PolicyName[]
}

/** How the second of two sets of policies relates to the first over every possible sign-in. */
export interface PolicyComparison {
  readonly result: 'equivalent' | 'stricter' | 'looser' | 'incomparable' | 'open'
  readonly changes: readonly Change[]
  /** Whether some sign-ins are open on both sides alike. */
  readonly alikeOpen: boolean
  readonly atoms: Readonly<Partial<Record<DimensionName, number>>>
  readonly policies: readonly [number, number]
  /** What could not be cut or searched exactly: nothing is proved of it. */
  readonly open: readonly OpenCut[]
}

const worstFirst: readonly Relation[] = ['looser', 'opened', 'different', 'closed', 'stricter']

/** The most boxes that are written out for one change. */
const mostBoxes = 8

const wordOf = (diagram: Diagram, layer: number, place: number): string =>
  diagram.space.layers[layer]?.atoms[place]?.words[0] ?? ''

function partsOf({ space }: Diagram, { chosen }: Box): readonly BoxPart[] {
  return space.layers.flatMap(({ dimension, atoms }, at): readonly BoxPart[] => {
    const inside = atoms.filter((_, place) => chosen[at]?.has(place) === true).flatMap(({ words }) => words)
    const outside = atoms.filter((_, place) => chosen[at]?.has(place) !== true).flatMap(({ words }) => words)
    if (outside.length === 0) return []
    return [{ dimension, words: inside, ...(outside.length < inside.length ? { except: outside } : {}) }]
  })
}

function walk({ root }: Diagram, places: readonly number[]): Node | undefined {
  let node: Node | undefined = root
  for (const place of places) node = node?.next[place]
  return node
}

function signInsOf(sides: readonly Side[], diagram: Diagram, places: readonly number[]): readonly PolicySignIn[] {
  const end = walk(diagram, places)
  return sides.map((side, at) => {
    const parts = places.map((place, layer) => diagram.space.layers[layer]?.atoms[place]?.contributions[at])
    const base = end?.signIns[at]
    // Invariant: a path ends somewhere, and every sign-in starts from the same blank.
    return Object.assign({}, base, ...parts, { at: side.at }) as PolicySignIn
  })
}

interface Grouped {
  readonly relation: Change['relation']
  readonly before: string
  readonly after: string
  readonly ends: Set<Node>
}

function groupsOf(
  [before, after]: readonly [Side, Side],
  diagram: Diagram,
): { readonly groups: readonly Grouped[]; readonly alikeOpen: boolean } {
  const relate = comparison(before, after)
  const groups = new Map<string, Grouped>()
  let alikeOpen = false
  for (const end of diagram.levels.at(-1) ?? []) {
    const [first, second] = end.signIns
    if (first === undefined || second === undefined) continue
    const [one, other] = [outcomeOf(before, first), outcomeOf(after, second)]
    const relation = relate(one, other)
    if (relation === 'open') alikeOpen = true
    if (relation === 'equal' || relation === 'open') continue
    const [was, is] = [outcomeText(one), outcomeText(other)]
    const key = `${relation}\n${was}\n${is}`
    const group = groups.get(key) ?? { relation, before: was, after: is, ends: new Set<Node>() }
    group.ends.add(end)
    groups.set(key, group)
  }
  return { groups: [...groups.values()], alikeOpen }
}

function changeOf(sides: readonly [Side, Side], diagram: Diagram, group: Grouped): Change {
  const { boxes, complete } = regionOf(diagram, group.ends, mostBoxes)
  const changed = boxes.map((box): ChangedBox => {
    const signIns = signInsOf(sides, diagram, box.witness)
    // Invariant: there is a sign-in for each of the two sides.
    const [before, after] = sides.map((side, at) => outcomeOf(side, signIns[at] as PolicySignIn)) as [Outcome, Outcome]
    const words = diagram.space.layers.map(({ dimension }, at) => [
      dimension,
      wordOf(diagram, at, box.witness[at] ?? 0),
    ])
    return { parts: partsOf(diagram, box), witness: Object.fromEntries(words), signIns, before, after }
  })
  const responsible = new Set<PolicyName>()
  for (const { before, after } of changed)
    for (const [one, other] of [
      [before, after],
      [after, before],
    ] as const)
      for (const name of one.policies) if (!other.policies.includes(name)) responsible.add(name)
  const { relation, before, after } = group
  return {
    relation,
    space: diagram.space.of,
    before,
    after,
    boxes: changed,
    complete,
    policies: [...responsible].sort(),
  }
}

function resultOf(changes: readonly Change[], open: readonly OpenCut[]): PolicyComparison['result'] {
  const found = new Set(changes.map(({ relation }) => relation))
  if (found.has('different') || (found.has('looser') && found.has('stricter'))) return 'incomparable'
  if (found.has('looser')) return 'looser'
  if (open.length > 0 || found.has('opened') || found.has('closed')) return 'open'
  return found.has('stricter') ? 'stricter' : 'equivalent'
}

/**
 * Compares two sets of policies over every possible sign-in: of everyone whom the files declare and of anyone
 * else, from every client, place and device that a policy could distinguish. Nothing is sampled.
 */
export function comparePolicies(
  one: { readonly tenant: Tenant; readonly at?: Instant },
  other: { readonly tenant: Tenant; readonly at?: Instant },
): PolicyComparison {
  const sides = [sideOf(one.tenant, one.at), sideOf(other.tenant, other.at)] as const
  const changes: Change[] = []
  const open: OpenCut[] = []
  const atoms: Partial<Record<DimensionName, number>> = {}
  let alikeOpen = false
  for (const space of [spaceOfPeople(sides), spaceOfPrograms(sides)]) {
    for (const { dimension, atoms: cut } of space.layers) atoms[dimension] ??= cut.length
    open.push(...space.open)
    const diagram = diagramOf(sides, space)
    if (diagram.givenUpAt !== undefined) {
      open.push({
        dimension: space.layers.at(-1)?.dimension ?? 'people',
        reason: `too many combinations up to the dimension ${diagram.givenUpAt}`,
      })
      continue
    }
    const found = groupsOf(sides, diagram)
    alikeOpen ||= found.alikeOpen
    changes.push(...found.groups.map((group) => changeOf(sides, diagram, group)))
  }
  changes.sort((first, second) => worstFirst.indexOf(first.relation) - worstFirst.indexOf(second.relation))
  return {
    result: resultOf(changes, open),
    changes,
    alikeOpen,
    atoms,
    policies: [sides[0].compiled.policies.length, sides[1].compiled.policies.length],
    open,
  }
}
