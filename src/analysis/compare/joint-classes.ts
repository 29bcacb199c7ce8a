import type { Loaded } from '../../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { PopulationOptions } from '../population/classes.ts'
import { matchNames, type NameMatch } from '../population/match-names.ts'
import { type Population, populationOf } from '../population/population.ts'
import type { JointClass } from './compare-cells.ts'

/** Two populations being compared. */
export interface Joined {
  readonly before: Population
  readonly after: Population
  readonly joints: readonly JointClass[]
  readonly names: NameMatch
}

interface OpenJoint {
  readonly before?: number
  readonly after?: number
  readonly userBefore?: string
  readonly userAfter?: string
  size: number
}

type Named = Pick<PopulationOptions, 'people'>

const position = (index: number | undefined): number => index ?? Number.MAX_SAFE_INTEGER
const byClasses = (one: JointClass, other: JointClass): number =>
  position(one.before) - position(other.before) || position(one.after) - position(other.after)

/** Pairs each class with itself, for a population that is compared with itself. */
export function sameClasses(population: Population): readonly JointClass[] {
  return population.classes.map(({ index, representative, size }) => ({
    before: index,
    after: index,
    userBefore: representative,
    userAfter: representative,
    size,
  }))
}

function countedInto(joints: Map<string, OpenJoint>, joint: Omit<OpenJoint, 'size'>): void {
  const key = `${joint.before ?? ''} ${joint.after ?? ''}`
  const known = joints.get(key)
  if (known === undefined) joints.set(key, { ...joint, size: 1 })
  else known.size += 1
}

/** Reads the populations of two tenants and pairs their classes by shared users. */
export function joinClasses(before: Tenant, after: Tenant, reader?: SourceReader, options: Named = {}): Loaded<Joined> {
  const names = matchNames(before, after)
  const there = new Map<string, { readonly index: number; readonly name: string }>()
  const ones = populationOf(before, reader, {
    ...options,
    onUser: (name, index) => there.set(name.toLowerCase(), { index, name }),
  })
  if (!ones.ok) return ones
  const joints = new Map<string, OpenJoint>()
  const others = populationOf(after, reader, {
    ...options,
    onUser: (name, index) => {
      const folded = (names.users.get(name) ?? name).toLowerCase()
      const found = there.get(folded)
      there.delete(folded)
      const left = found === undefined ? {} : { before: found.index, userBefore: found.name }
      countedInto(joints, { ...left, after: index, userAfter: name })
    },
  })
  if (!others.ok) return others
  for (const { index, name } of there.values()) countedInto(joints, { before: index, userBefore: name })
  const value = { before: ones.value, after: others.value, joints: [...joints.values()].sort(byClasses), names }
  return { ok: true, value, warnings: [...ones.warnings, ...others.warnings] }
}

/** A population with the class of each user. */
export interface Side {
  readonly population: Population
  /** Keyed by user name in lower case. */
  readonly classOf: ReadonlyMap<string, { readonly index: number; readonly name: string }>
}

/** Reads the population of a tenant once, for use in several comparisons. */
export function readSide(tenant: Tenant, reader?: SourceReader, options: Named = {}): Loaded<Side> {
  const classOf = new Map<string, { readonly index: number; readonly name: string }>()
  const read = populationOf(tenant, reader, {
    ...options,
    onUser: (name, index) => classOf.set(name.toLowerCase(), { index, name }),
  })
  return read.ok ? { ...read, value: { population: read.value, classOf } } : read
}

/** Pairs the classes of two populations that were already read; the callback receives each pair. */
export function joinSides(
  before: Side,
  after: Side,
  names: NameMatch,
  onPair?: (name: string, key: string) => void,
): Joined {
  const joints = new Map<string, OpenJoint>()
  const left = new Map(before.classOf)
  for (const [folded, { index, name }] of after.classOf) {
    const known = (names.users.get(name) ?? name).toLowerCase()
    const found = left.get(known) ?? left.get(folded)
    left.delete(known)
    const ofBefore = found === undefined ? {} : { before: found.index, userBefore: found.name }
    countedInto(joints, { ...ofBefore, after: index, userAfter: name })
    onPair?.(name, `${found?.index ?? ''} ${index}`)
  }
  for (const { index, name } of left.values()) countedInto(joints, { before: index, userBefore: name })
  return {
    before: before.population,
    after: after.population,
    joints: [...joints.values()].sort(byClasses),
    names,
  }
}
