import type { Change } from '../../analysis/population/results.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import type { Trace } from '../../trace/step.ts'
import type { UserName } from '../../vocabulary/requests.ts'
import { findingKinds } from '../finding-kinds.ts'
import type { SignInPair } from '../persona-result.ts'
import type { PlanFinding } from '../result.ts'
import type { StagedPlan } from '../states/staged-plan.ts'
import type { Point } from './states.ts'
import type { Transition } from './transitions.ts'

/** A finding with the points between which it was found. */
export interface FoundAt {
  readonly finding: PlanFinding
  readonly transition: Transition
}

const classAt = ({ state: { side } }: Point, user: UserName): number | undefined =>
  side.classOf.get(user.toLowerCase())?.index

/** The sign-in of a change at one of its points, in the name of the user where the tenant file declares that user. */
function playedAt(point: Point, index: number | undefined, user: UserName, change: Change): readonly Trace[] {
  const cell = point.matrix.cells.find(
    ({ class: one, request: { client, purpose, network } }) =>
      one === index && client === change.client && purpose === change.purpose && network === change.network,
  )
  if (cell === undefined) return []
  const { tenant } = point.state.plan
  return tenant.users.has(user)
    ? simulateSession(tenant, { ...cell.request, user })
    : simulateSession(point.state.side.population.tenant, cell.request)
}

/** The first change of a finding that concerns someone of a cohort, and that person. */
function exampleOf(
  { finding: { changes }, transition: { before, after } }: FoundAt,
  members: readonly UserName[] | undefined,
): { readonly change: Change; readonly user: UserName } | undefined {
  if (members === undefined) return { change: changes[0], user: changes[0].users.representative }
  for (const change of changes) {
    const user = members.find(
      (one) => classAt(after, one) === change.users.after && classAt(before, one) === change.users.before,
    )
    if (user !== undefined) return { change, user }
  }
  return undefined
}

/** The gravest change of a cohort in a stage, message by message before and after. */
function pairOf(
  found: readonly FoundAt[],
  persona: string | undefined,
  members: readonly UserName[] | undefined,
): readonly SignInPair[] {
  for (const one of found) {
    const example = exampleOf(one, members)
    if (example === undefined) continue
    const { change, user } = example
    const { client, purpose, network, users } = change
    const { before, after } = one.transition
    const { stage, at, kind } = one.finding
    const traces = {
      before: playedAt(before, users.before, user, change),
      after: playedAt(after, users.after, user, change),
    }
    return [
      { stage, at, ...(persona === undefined ? {} : { persona }), kind, user, client, purpose, network, ...traces },
    ]
  }
  return []
}

/** What a stage itself brings stands before what a date in it brings, and the graver before the less grave. */
function inOrder(all: readonly FoundAt[], stage: number): readonly FoundAt[] {
  return (['stage', 'time'] as const).flatMap((by) =>
    findingKinds.flatMap((kind) =>
      all.filter(({ finding }) => finding.stage === stage && finding.by === by && finding.kind === kind),
    ),
  )
}

/** For each stage and cohort one sign-in that changes, as it was and as it becomes. */
export function signInPairsOf({ stages, cohorts }: StagedPlan, all: readonly FoundAt[]): readonly SignInPair[] {
  const personas = cohorts.length === 0 ? [{ name: undefined, members: undefined }] : cohorts
  return stages.flatMap(({ index }) => {
    const found = inOrder(all, index)
    return personas.flatMap(({ name, members }) => pairOf(found, name, members))
  })
}
