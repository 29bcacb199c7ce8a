import {
  emptyMask,
  hasBit,
  indexesOf,
  keepMask,
  type Mask,
  meets,
  without,
} from '../simulate/conditional-access/bits.ts'
import type { PolicySignIn } from '../simulate/conditional-access/sign-in.ts'
import type { Atom, Layer } from './atom.ts'
import type { Space } from './layers.ts'
import { blankSignIn, type ConditionMasks, masksOf, type StandingOf, standingsOf, withContribution } from './rows.ts'
import type { Side } from './side.ts'

/** What the atoms chosen so far leave open of one side. */
interface Progress {
  /** Some policy that blocks applies, whatever follows. */
  readonly blocked: boolean
  /** Demands, by number, of policies that apply whatever follows. */
  readonly demanded: readonly number[]
  /** Policies that apply if what follows lets them, and those that may; neither demands only what is demanded already. */
  readonly certain: Mask
  readonly possible: Mask
}

/** Sign-ins that agree in all that is still to matter; one of them stands for all. */
export interface Node {
  /** The sign-in that stands for the others, under each side. */
  readonly signIns: readonly PolicySignIn[]
  readonly progress: readonly Progress[]
  /** The node that each atom of the next layer leads to; undefined if such a sign-in cannot exist. */
  readonly next: (Node | undefined)[]
  /** Its place among the nodes of its layer. */
  readonly index: number
}

/** All sign-ins of a space, layer by layer; the nodes of the last one are the ways in which they end. */
export interface Diagram {
  readonly space: Space
  readonly root: Node
  readonly levels: readonly (readonly Node[])[]
  /** The dimension at which the search was given up, since there were too many nodes. */
  readonly givenUpAt?: string
}

/** The most nodes of one layer. */
const mostNodes = 200_000

/** What each policy of a side demands, by number, what shapes the session included. */
interface Demands {
  readonly of: readonly (readonly number[])[]
  readonly blocks: Mask
}

function demandsOf({ compiled }: Side): Demands {
  const { policies, demands } = compiled
  const session = new Map<string, number>()
  const numberOf = (text: string): number => {
    const known = session.get(text) ?? demands.clauses.length + session.size
    session.set(text, known)
    return known
  }
  return {
    blocks: demands.blocks,
    of: policies.map((policy, index) => [
      ...demands.demanding.flatMap((mask, clause) => (hasBit(mask, index) ? [clause] : [])),
      ...Object.entries(policy.session).map(([key, value]) => numberOf(`${key} ${JSON.stringify(value)}`)),
    ]),
  }
}

/** What the conditions of a layer say about each of its atoms; undefined if no policy has any of them. */
type LayerMasks = (client: string | undefined, atom: number) => ConditionMasks | undefined

/** Invariant: a layer's conditions read its atom alone, and on the platform the client as well. */
function masksOfLayer(side: Side, at: number, layers: readonly Layer[], index: number): readonly ConditionMasks[][] {
  const layer = layers[index]
  const before = layer?.dimension === 'platform' ? (layers[0]?.atoms ?? []) : [undefined]
  return before.map((earlier) => {
    const base = withContribution(blankSignIn(side), earlier?.contributions[at])
    return (layer?.atoms ?? []).flatMap((atom) => {
      const signIn = withContribution(base, atom.contributions[at])
      return masksOf(side, signIn, layer?.conditions ?? []) ?? []
    })
  })
}

/** The masks of every layer of one side, found once for each atom. */
function allMasks(side: Side, at: number, layers: readonly Layer[]): readonly LayerMasks[] {
  const types = layers[0]?.atoms.map(({ contributions }) => contributions[at]?.clientAppType) ?? []
  return layers.map((layer, index) => {
    const byClient = masksOfLayer(side, at, layers, index)
    if (layer.dimension !== 'platform') return (_, atom) => byClient[0]?.[atom]
    return (client, atom) => byClient[types.indexOf(client)]?.[atom]
  })
}

/** Policies that each later layer lets apply whichever atom is chosen, by layer. */
function freeAfter(side: Side, at: number, layers: readonly Layer[]): readonly Mask[] {
  const all = (): Mask => emptyMask(side.compiled.policies.length).fill(-1)
  const byLayer = layers.map((_, index) => {
    const free = all()
    for (const masks of masksOfLayer(side, at, layers, index).flat()) keepMask(free, masks.certain)
    return free
  })
  const found: Mask[] = []
  const free = all()
  for (let index = layers.length - 1; index >= 0; index -= 1) {
    found[index] = free.slice()
    keepMask(free, byLayer[index] ?? free)
  }
  return found
}

/** Simplifies what is left of one side: what is demanded already need not be demanded again, and a block is a block. */
function simplified(progress: Progress, free: Mask, { of, blocks }: Demands): Progress {
  if (progress.blocked) return progress
  const settled = progress.certain.slice()
  keepMask(settled, free)
  const nothing = emptyMask(of.length)
  if (meets(settled, blocks)) return { blocked: true, demanded: [], certain: nothing, possible: nothing }
  const demanded = new Set(progress.demanded)
  for (const index of indexesOf(settled)) for (const demand of of[index] ?? []) demanded.add(demand)
  const idle = emptyMask(of.length)
  for (const index of indexesOf(progress.possible))
    if (!hasBit(blocks, index) && of[index]?.every((demand) => demanded.has(demand)) === true)
      idle[index >> 5] = (idle[index >> 5] ?? 0) | (1 << (index & 31))
  return {
    blocked: false,
    demanded: [...demanded].sort((one, other) => one - other),
    certain: without(progress.certain, idle),
    possible: without(progress.possible, idle),
  }
}

function step(progress: Progress, masks: ConditionMasks | undefined): Progress {
  if (progress.blocked || masks === undefined) return progress
  const certain = progress.certain.slice()
  const possible = progress.possible.slice()
  keepMask(certain, masks.certain)
  keepMask(possible, masks.possible)
  return { ...progress, certain, possible }
}

/** A legacy client registers nothing and opens no data behind an authentication context. */
function exists({ legacy, target }: PolicySignIn): boolean {
  return !legacy || 'applications' in target
}

const textOf = ({ blocked, demanded, certain, possible }: Progress): string =>
  blocked ? 'block' : `${demanded.join()}/${certain.join()}/${possible.join()}`

/** Between the flow and the device it matters what a device could still meet: a device code leaves its state behind. */
const beforeDevice: ReadonlySet<string> = new Set(['flow', 'signInRisk', 'userRisk', 'insiderRisk'])

/** What of the sign-in itself still matters, beside what the policies demand: the client until its platform is known. */
function carried(signIn: PolicySignIn | undefined, { dimension }: Layer): string {
  if (dimension === 'client') return `${signIn?.clientAppType}`
  return beforeDevice.has(dimension) ? `${signIn?.authenticationFlow === 'deviceCodeFlow'}` : ''
}

/** Equal for sign-ins that have the same to come. */
function keyOf(
  standings: readonly StandingOf[],
  signIns: readonly PolicySignIn[],
  progress: readonly Progress[],
  layer: Layer,
): string {
  const parts = standings.map((standingOf, at) => {
    const [signIn, own] = [signIns[at], progress[at]]
    if (signIn === undefined || own === undefined) return ''
    return `${signIn.legacy} ${own.blocked ? '' : standingOf(signIn)} ${textOf(own)}`
  })
  return `${carried(signIns[0], layer)}|${parts.join('|')}`
}

function startOf(side: Side): Progress {
  const { enforced, open, policies } = side.compiled
  return {
    blocked: false,
    demanded: [],
    certain: without(enforced, open),
    possible: policies.length === 0 ? enforced : enforced.slice(),
  }
}

/** Explores a space layer by layer, joining the sign-ins that can no longer end differently. */
export function diagramOf(sides: readonly Side[], space: Space): Diagram {
  const { layers } = space
  const demands = sides.map(demandsOf)
  const free = sides.map((side, at) => freeAfter(side, at, layers))
  const standings = sides.map(standingsOf)
  const masks = sides.map((side, at) => allMasks(side, at, layers))
  const root: Node = { signIns: sides.map(blankSignIn), progress: sides.map(startOf), next: [], index: 0 }
  const levels: (readonly Node[])[] = [[root]]
  for (const [depth, layer] of layers.entries()) {
    const level = new Map<string, Node>()
    const child = (node: Node, atom: Atom, place: number): Node | undefined => {
      const signIns = node.signIns.map((signIn, at) => withContribution(signIn, atom.contributions[at]))
      if (!signIns.every(exists)) return undefined
      const progress = sides.map((_, at) => {
        // Invariant: a node has a sign-in and a progress for each side.
        const found = masks[at]?.[depth]?.(signIns[at]?.clientAppType, place)
        const moved = step(node.progress[at] as Progress, found)
        return simplified(moved, free[at]?.[depth] ?? [], demands[at] as Demands)
      })
      const key = keyOf(standings, signIns, progress, layer)
      const known = level.get(key)
      if (known !== undefined) return known
      const made: Node = { signIns, progress, next: [], index: level.size }
      level.set(key, made)
      return made
    }
    for (const node of levels[depth] ?? []) {
      for (const [place, atom] of layer.atoms.entries()) node.next.push(child(node, atom, place))
      if (level.size > mostNodes) return { space, root, levels, givenUpAt: layer.dimension }
    }
    levels.push([...level.values()])
  }
  return { space, root, levels }
}
