import { declareCache, shown } from '../../memory/declared-cache.ts'
import { maskStore } from '../../memory/mask-store.ts'
import { keep, keepOf, keyStore, recall, recallOf } from '../../memory/stores.ts'
import type { ClauseState, DemandContext, Requirement } from './clause-states.ts'
import { byPromptOrder, type Clause, type Control, clauseOf } from './clauses.ts'
import { approvedApplicationRetired, canBeMet, customControlsEnding, isExempt, isMet } from './controls-met.ts'
import { type ContextStore, contextStore, contexts, type DemandIndex } from './demand-index.ts'
import { isOfDirectConnect, isOutsider, isWithoutTenant } from './outsider.ts'
import type { PolicySignIn } from './sign-in.ts'

// Invariant: the stores of these belong to a context, which belongs to the compiled policies.
const requirements = declareCache('requirements of clauses', ['clauses'])
const decisions = declareCache('decisions of policies that apply for sure', ['policies'])

const met: ClauseState = { kind: 'met' }

const isBoundToken = ({ kind }: Control): boolean => kind === 'boundToken'

/** Strengths reach guests from tenants; of other guests no page says whether one keeps them out. */
const isStrength = ({ kind }: Control): boolean => kind === 'strength'

const isCustom = ({ kind }: Control): boolean => kind === 'custom'

/** The controls of a clause that the vendor still asks for. */
function servedAt({ controls }: Clause, at: PolicySignIn['at']): readonly Control[] {
  return approvedApplicationRetired(at) ? controls.filter(({ kind }) => kind !== 'approvedApplication') : controls
}

function judgeClause(index: DemandIndex, clause: Clause, signIn: PolicySignIn): ClauseState {
  const served = servedAt(clause, signIn.at)
  if (served.length === 0) return met
  if (!signIn.legacy && served.some(({ kind }) => isExempt(kind, signIn))) return met
  if (signIn.tokenBinding === undefined && served.every(isBoundToken)) return met
  if (!signIn.legacy && served.some((control) => isMet(control, signIn, index.multifactor))) return met
  const ending = customControlsEnding(signIn.at)
  const others = ending ? served.filter((control) => !isCustom(control)) : []
  // Beside a custom control that may have ended, the others of the clause are asked for in any case.
  const asked = others.length > 0 ? others : served
  const ended = ending ? asked.filter(isCustom) : []
  const unproven = signIn.tokenBinding === 'open' ? asked.filter(isBoundToken) : []
  const beyond = isWithoutTenant(signIn.principal) && asked.every(isStrength) ? asked : []
  const open = [...ended, ...unproven, ...beyond].map(({ word }) => `satisfied.${word}`)
  const facts = [...asked.flatMap(({ unclear }) => unclear), ...open]
  if (facts.length > 0) return { kind: 'unknown', facts }
  const possible = asked.filter((control) => canBeMet(control, signIn))
  if (possible.length === 0) return { kind: 'impossible', clause: clauseOf(asked) }
  return { kind: 'open', clause: clauseOf(possible) }
}

function makeContext(index: DemandIndex, signIn: PolicySignIn): DemandContext {
  return {
    legacy: signIn.legacy,
    states: index.clauses.map((clause) => judgeClause(index, clause, signIn)),
    requirements: keyStore(requirements, 5000),
    decided: maskStore(decisions, 5000),
  }
}

/** Which of the vendor's dates on controls have passed. */
const datesPassed = (at: PolicySignIn['at']): number =>
  (approvedApplicationRetired(at) ? 1 : 0) + (customControlsEnding(at) ? 2 : 0)

const platforms = ['android', 'iOS', 'windows', 'windowsPhone', 'macOS', 'linux']

const sharedPlaces: readonly PolicySignIn['sharedDevice'][] = [undefined, 'room', 'phone']

/** Whether the account is at home elsewhere, whether in a tenant, and whether it has one here. */
const homeOf = (principal: PolicySignIn['principal']): number =>
  isOfDirectConnect(principal) ? 2 : (isOutsider(principal) ? 1 : 0) + (isWithoutTenant(principal) ? 2 : 0)

const bindingPlaces: readonly PolicySignIn['tokenBinding'][] = [undefined, 'bound', 'unbound', 'open']

/** Which bits of the number each part has, which a test leaves out. */
const bitsLeftOut: Readonly<Record<string, number>> = {
  legacy: 1 << 0,
  principal: 1 << 1,
  interactive: 1 << 2,
  authenticationFlow: 1 << 3,
  target: 1 << 4,
  exempt: 1 << 5,
  devicePlatform: 0b111 << 6,
  at: 0b11 << 9,
  tokenBinding: 0b11 << 11,
  sharedDevice: 0b11 << 13,
  home: 0b11 << 15,
  appProtection: 1 << 17,
}

/** A number for everything except objects that decides how clauses stand. */
function keyOf({ exemptible, dated, binding }: DemandIndex, signIn: PolicySignIn): number {
  const { legacy, principal, interactive, authenticationFlow, target, devicePlatform, at } = signIn
  const registering = 'userAction' in target && target.userAction === 'registerOrJoinDevices'
  const platform = devicePlatform === undefined ? 0 : platforms.indexOf(devicePlatform) + 2
  const key =
    (legacy ? 1 << 0 : 0) |
    (principal.kind === 'service-principal' ? 1 << 1 : 0) |
    (interactive === false ? 1 << 2 : 0) |
    (authenticationFlow === 'deviceCodeFlow' ? 1 << 3 : 0) |
    (registering ? 1 << 4 : 0) |
    (exemptible && isExempt('compliantDevice', signIn) ? 1 << 5 : 0) |
    (platform << 6) |
    (dated ? datesPassed(at) << 9 : 0) |
    (binding ? bindingPlaces.indexOf(signIn.tokenBinding) << 11 : 0) |
    (sharedPlaces.indexOf(signIn.sharedDevice) << 13) |
    (homeOf(principal) << 15) |
    (signIn.appProtection === 'none' ? 1 << 17 : 0)
  const { leftOut } = contexts
  return leftOut === undefined ? key : key & ~(bitsLeftOut[leftOut] ?? 0)
}

const storeUnder = (store: ContextStore, object: object | undefined): ContextStore =>
  object === undefined ? store : (recallOf(store.under, object) ?? keepOf(store.under, object, contextStore()))

/**
 * How every clause stands for this sign-in. Invariant: meeting a control depends on the parts of the key; grants and
 * devices do not change, and no object is both.
 */
export function contextOf(index: DemandIndex, signIn: PolicySignIn): DemandContext {
  const device = typeof signIn.device === 'object' ? signIn.device : undefined
  const ofGrants = storeUnder(index.contexts, shown(contexts, 'grants', signIn.grants, undefined))
  const { byNumber } = storeUnder(ofGrants, shown(contexts, 'device', device, undefined))
  const key = keyOf(index, signIn)
  return recall(byNumber, key) ?? keep(byNumber, key, makeContext(index, signIn))
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

/** The result of these clauses, given by index. */
export function requirementOf(context: DemandContext, indexes: readonly number[]): Requirement {
  const key = shown(requirements, 'clauses', indexes.length === 1 ? (indexes[0] ?? 0) : indexes.join(), 0)
  return recall(context.requirements, key) ?? keep(context.requirements, key, makeRequirement(context, indexes))
}
