import { hasBit, type Mask, without } from '../../simulate/conditional-access/bits.ts'
import { sidesOf } from '../../simulate/conditional-access/judge-users.ts'
import type { PolicyPrincipal } from '../../simulate/conditional-access/sign-in.ts'
import { isProgram } from '../../simulate/plan-requests.ts'
import type { Loaded } from '../../source/diagnostics/diagnostic.ts'
import type { PolicyState } from '../../tenant/conditional-access/model.ts'
import type { CombinedDecision, ConditionName, PolicyOutcome } from '../../vocabulary/policies.ts'
import type { PolicyName, UserName } from '../../vocabulary/requests.ts'
import type { Population } from '../population/population.ts'
import type { WhatIfRequest } from './request.ts'
import { decideWhatIf, type WhatIfQuestion } from './what-if.ts'

/** What one policy does for one sign-in. `exempt`: the user is excluded, and would otherwise be included. */
export type SheetCell =
  | { readonly says: 'applies' | 'reports' | 'exempt' | 'off' | 'empty' }
  | { readonly says: 'misses'; readonly conditions: readonly ConditionName[] }
  | { readonly says: 'depends'; readonly missing: readonly string[] }

/** People for whom every policy does the same. */
export interface SheetRow {
  /** One user of each class of the row, in file order. */
  readonly representatives: readonly UserName[]
  /** How many people these classes have. */
  readonly people: number
  /** One for each policy. */
  readonly cells: readonly SheetCell[]
  readonly combined: CombinedDecision
}

/** People by policies, for one sign-in that all of them make. */
export interface PolicySheet {
  readonly policies: readonly { readonly name: PolicyName; readonly state: PolicyState }[]
  readonly rows: readonly SheetRow[]
}

/** The policies whose exclusions name a principal whom their inclusions name as well. */
function exemptions({ compiled }: WhatIfQuestion, principal: PolicyPrincipal): Mask {
  const { include, exclude } = sidesOf(compiled.users, principal)
  return without(include.certain, without(include.certain, exclude.certain))
}

function cellOf({ effect, conditions, reasons, missing = [] }: PolicyOutcome, exempt: boolean): SheetCell {
  if (effect === 'disabled') return { says: 'off' }
  if (effect === 'applies') return { says: 'applies' }
  if (effect === 'report-only') return { says: 'reports' }
  if (effect === 'signal-dependent') return { says: 'depends', missing }
  if (exempt && conditions.users === 'miss') return { says: 'exempt' }
  // The keys of a policy's findings are the names of its conditions.
  const names = Object.keys(conditions) as readonly ConditionName[]
  const missed = names.filter((name) => conditions[name] === 'miss')
  return missed.length === 0 && reasons.includes('emptyPolicy')
    ? { says: 'empty' }
    : { says: 'misses', conditions: missed }
}

/** What every policy does for one user. */
export interface SheetAnswer {
  readonly cells: readonly SheetCell[]
  readonly combined: CombinedDecision
}

/** Puts the question to every policy, for another identity if one is given. */
export function sheetAnswer(question: WhatIfQuestion, identity?: WhatIfRequest['identity']): Loaded<SheetAnswer> {
  const decided = decideWhatIf(question, identity)
  if (!decided.ok) return decided
  const { principal, evaluation } = decided.value
  const exempt = exemptions(question, principal)
  const cells = evaluation.outcomes().map((outcome, index) => cellOf(outcome, hasBit(exempt, index)))
  return { ok: true, value: { cells, combined: evaluation.combined }, warnings: [] }
}

function identityOf({ tenant }: Population, name: UserName): WhatIfRequest['identity'] {
  const user = tenant.users.get(name)
  return user !== undefined && isProgram(user) ? { servicePrincipalId: name } : { userId: name }
}

interface OpenRow extends SheetAnswer {
  readonly representatives: UserName[]
  people: number
}

/** Whom the request itself names. */
function nameOf({ request: { identity } }: WhatIfQuestion): UserName {
  return 'servicePrincipalId' in identity
    ? identity.servicePrincipalId
    : (identity.userId ?? identity.externalUserType ?? '')
}

function sheetWith({ tenant }: WhatIfQuestion, rows: readonly SheetRow[]): Loaded<PolicySheet> {
  const policies = tenant.conditionalAccess.policies.map(({ name, state }) => ({ name, state }))
  return { ok: true, value: { policies, rows }, warnings: [] }
}

/** The sheet of one row: the person whom the request names. */
export function sheetOfOne(question: WhatIfQuestion): Loaded<PolicySheet> {
  const answered = sheetAnswer(question)
  if (!answered.ok) return answered
  return sheetWith(question, [{ ...answered.value, representatives: [nameOf(question)], people: 1 }])
}

/** The sheet of a question about the tenant of a population; whom its request names does not matter. */
export function policySheet(question: WhatIfQuestion, population: Population): Loaded<PolicySheet> {
  const rows = new Map<string, OpenRow>()
  for (const { representative, size } of population.classes) {
    const answered = sheetAnswer(question, identityOf(population, representative))
    if (!answered.ok) return answered
    const key = JSON.stringify(answered.value)
    const known = rows.get(key) ?? { ...answered.value, representatives: [], people: 0 }
    known.representatives.push(representative)
    known.people += size
    rows.set(key, known)
  }
  return sheetWith(question, [...rows.values()])
}
