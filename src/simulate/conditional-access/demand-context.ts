import type { ClauseState, DemandContext, Requirement } from './clause-states.ts'
import { byPromptOrder, type Clause, type Control, clauseOf } from './clauses.ts'
import { approvedApplicationRetired, canBeMet, isExempt, isMet } from './controls-met.ts'
import type { DemandIndex } from './demand-index.ts'
import type { PolicySignIn } from './sign-in.ts'

const met: ClauseState = { kind: 'met' }

function judgeClause(index: DemandIndex, clause: Clause, signIn: PolicySignIn): ClauseState {
  const retired = approvedApplicationRetired(signIn.at)
  const asked: readonly Control[] = retired
    ? clause.controls.filter(({ kind }) => kind !== 'approvedApplication')
    : clause.controls
  if (asked.length === 0) return met
  if (!signIn.legacy && asked.some(({ kind }) => isExempt(kind, signIn))) return met
  if (!signIn.legacy && asked.some((control) => isMet(control, signIn, index.multifactor))) return met
  const facts = asked.flatMap(({ unclear }) => unclear)
  if (facts.length > 0) return { kind: 'unknown', facts }
  const possible = asked.filter((control) => canBeMet(control, signIn))
  if (possible.length === 0) return { kind: 'impossible', clause: clauseOf(asked) }
  return { kind: 'open', clause: clauseOf(possible) }
}

function makeContext(index: DemandIndex, signIn: PolicySignIn): DemandContext {
  return {
    legacy: signIn.legacy,
    states: index.clauses.map((clause) => judgeClause(index, clause, signIn)),
    requirements: new Map(),
    decided: new Map(),
  }
}

const platforms = ['android', 'iOS', 'windows', 'windowsPhone', 'macOS', 'linux']

/** A number for everything but objects that decides how clauses stand. */
function numberOf(signIn: PolicySignIn): number {
  const { target, devicePlatform } = signIn
  const registering = 'userAction' in target && target.userAction === 'registerOrJoinDevices'
  const bits =
    (signIn.legacy ? 1 : 0) |
    (signIn.principal.kind === 'service-principal' ? 2 : 0) |
    (signIn.interactive === false ? 4 : 0) |
    (signIn.authenticationFlow === 'deviceCodeFlow' ? 8 : 0) |
    (registering ? 16 : 0) |
    (isExempt('compliantDevice', signIn) ? 1 << 12 : 0) |
    (approvedApplicationRetired(signIn.at) ? 32 : 0)
  return bits | ((devicePlatform === undefined ? 0 : platforms.indexOf(devicePlatform) + 2) << 6)
}

/** How every clause stands for this sign-in. */
export function contextOf(index: DemandIndex, signIn: PolicySignIn): DemandContext {
  const { grants, device } = signIn
  const said = typeof device === 'object' ? device : undefined
  if (grants !== undefined && said !== undefined) return makeContext(index, signIn)
  const object = grants ?? said
  let kept = index.contexts
  if (object !== undefined) {
    kept = index.contextsOfObjects.get(object) ?? new Map<number, DemandContext>()
    index.contextsOfObjects.set(object, kept)
  }
  const key = numberOf(signIn)
  const known = kept.get(key)
  if (known !== undefined) return known
  const made = makeContext(index, signIn)
  kept.set(key, made)
  return made
}

/** Drops every clause that another one implies, and all but one of equal ones. */
function absorb(clauses: readonly Clause[]): readonly Clause[] {
  const distinct = [...new Map(clauses.map((clause) => [clause.key, clause])).values()]
  return distinct.filter((clause) => {
    const words = new Set(clause.controls.map(({ word }) => word))
    return !distinct.some(
      (other) => other.controls.length < words.size && other.controls.every(({ word }) => words.has(word)),
    )
  })
}

function makeRequirement({ states }: DemandContext, indexes: readonly number[]): Requirement {
  const clauses = indexes.flatMap((index) => {
    const state = states[index]
    return state?.kind === 'open' || state?.kind === 'impossible' ? [state.clause] : []
  })
  const sorted = [...absorb(clauses)].sort(byPromptOrder)
  const controls = sorted.flatMap((clause) => clause.controls)
  const unresolved = controls.filter(({ kind, strength }) => kind === 'strength' && strength === undefined)
  return {
    required: sorted.map((clause) => clause.controls.map(({ word }) => word)),
    unresolved: [...new Set(unresolved.map(({ word }) => word))],
    key: sorted.map(({ key }) => key).join(';'),
  }
}

/** What these clauses, given by index, come to. */
export function requirementOf(context: DemandContext, indexes: readonly number[]): Requirement {
  const key = indexes.length === 1 ? (indexes[0] ?? 0) : indexes.join()
  const known = context.requirements.get(key)
  if (known !== undefined) return known
  const made = makeRequirement(context, indexes)
  context.requirements.set(key, made)
  return made
}
