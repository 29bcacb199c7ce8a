import type { SourceReader } from '../../source/files/source-reader.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { type ComparedChange, compareCells } from '../compare/compare-cells.ts'
import { joinSides, readSide, type Side } from '../compare/joint-classes.ts'
import { matrixOf } from '../matrix/matrix.ts'
import type { Plan } from '../matrix/plan.ts'
import { matchNames } from '../population/match-names.ts'
import type { Matrix } from '../population/results.ts'

/** The effect of a change on all other sign-ins. */
export interface SideEffects {
  /** Sign-ins that are added or removed, or whose verdict or credential changes. */
  readonly verdicts: number
  /** The number of users with at least one of them. */
  readonly users: number
  /** Sign-ins among them that worked and no longer do. */
  readonly lost: number
}

const placeOf = ({ user, client, purpose, network }: ClientRequest): string =>
  [user, client, purpose, network].join('\u0000').toLowerCase()

const working: ReadonlySet<string | undefined> = new Set(['signs-in', 'several-credentials', 'conflict'])

function counts({ change }: ComparedChange): boolean {
  const { before, after, aspects } = change
  return before === undefined || after === undefined || aspects.includes('verdict') || aspects.includes('credential')
}

/** Tracks renamed clients: the new name, and the previous one. */
function renamedClients(asked: readonly ClientRequest[], after: readonly ClientRequest[]): readonly [string, string][] {
  return after.flatMap(({ client }, index): readonly [string, string][] => {
    const before = asked[index]?.client
    return before === undefined || before === client ? [] : [[client, before]]
  })
}

/** The sign-ins concerned, under the names before and after the changes. */
export interface Asked {
  readonly before: readonly ClientRequest[]
  readonly after: readonly ClientRequest[]
}

/** The sign-ins of the unchanged tenant, which every change is compared with. */
export interface Unchanged {
  readonly side: Side
  readonly matrix: Matrix
}

/** Plays the unchanged tenant, in which some users are apart from all others; undefined if its people cannot be read. */
export function unchangedSide(
  { tenant, at }: Plan,
  asked: readonly ClientRequest[],
  reader?: SourceReader,
): Unchanged | undefined {
  const side = readSide(tenant, reader, { people: namesIn(asked) })
  return side.ok ? { side: side.value, matrix: matrixOf(side.value.population, { at }) } : undefined
}

const namesIn = (asked: readonly ClientRequest[]): readonly string[] => [...new Set(asked.map(({ user }) => user))]

/** All other changes of sign-ins; undefined if the people of the changed tenant cannot be read. */
export function sideEffectsOf(
  { tenant, at }: Plan,
  { side: one, matrix: left }: Unchanged,
  after: Tenant,
  { before: asked, after: askedAfter }: Asked,
  reader?: SourceReader,
): SideEffects | undefined {
  const other = readSide(after, reader, { people: namesIn(asked) })
  if (!other.ok) return undefined
  const { joints, names } = joinSides(one, other.value, matchNames(tenant, after))
  const right = matrixOf(other.value.population, { at })
  const own = new Set([...asked, ...askedAfter].map(placeOf))
  const isOwn = ({ before: was, after: is }: ComparedChange): boolean =>
    [was, is].some((request) => request !== undefined && own.has(placeOf(request)))
  const clients = new Map([...names.clients, ...renamedClients(asked, askedAfter)])
  const changes = compareCells(left, right, joints, { ...names, clients }).filter(
    (change) => counts(change) && !isOwn(change),
  )
  const sizes = new Map(changes.map(({ joint }) => [`${joint.before ?? ''} ${joint.after ?? ''}`, joint.size]))
  return {
    verdicts: changes.reduce((sum, { joint }) => sum + joint.size, 0),
    users: [...sizes.values()].reduce((sum, size) => sum + size, 0),
    lost: changes
      .filter(
        ({ change: { before, after: end } }) => working.has(before?.verdict.kind) && !working.has(end?.verdict.kind),
      )
      .reduce((sum, { joint }) => sum + joint.size, 0),
  }
}
