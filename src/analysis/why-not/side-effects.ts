import type { SourceReader } from '../../source/files/source-reader.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { type ComparedChange, compareCells } from '../compare/compare-cells.ts'
import { joinClasses } from '../compare/joint-classes.ts'
import { matrixOf } from '../matrix/matrix.ts'
import type { Plan } from '../matrix/plan.ts'

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

/** All other changes of sign-ins; undefined if the people of either tenant cannot be read. */
export function sideEffectsOf(
  plan: Plan,
  after: Tenant,
  { before: asked, after: askedAfter }: Asked,
  reader?: SourceReader,
): SideEffects | undefined {
  const people = [...new Set(asked.map(({ user }) => user))]
  const joined = joinClasses(plan.tenant, after, reader, { people })
  if (!joined.ok) return undefined
  const { before: one, after: other, joints, names } = joined.value
  const left = matrixOf(one, { at: plan.at })
  const right = matrixOf(other, { at: plan.at })
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
