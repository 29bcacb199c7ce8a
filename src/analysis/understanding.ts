import { rulebook } from '../rules/index.ts'
import type { Rule } from '../rules/rule.ts'
import { planRequests } from '../simulate/plan-requests.ts'
import { simulateSession } from '../simulate/simulate-session.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { tenantAt } from '../tenant/tenant-at.ts'
import type { Step, Trace } from '../trace/step.ts'
import { verdictOf } from '../trace/verdict.ts'
import { decisions } from '../trace/views.ts'
import type { FactName } from '../vocabulary/facts.ts'
import type { Origin } from '../vocabulary/origin.ts'
import type { Instant, PolicyName } from '../vocabulary/requests.ts'

/** What the sign-ins of a tenant make of one line that states something. */
export interface LineUse {
  readonly origin: Origin
  /** In how many sign-ins a decision reads it. */
  readonly signIns: number
  /** The facts that it states, and that rules read. */
  readonly facts: readonly FactName[]
  /** The policies that begin there. */
  readonly policies: readonly PolicyName[]
  /** What was not understood there. */
  readonly notUnderstood: readonly string[]
}

/** A documented default that stood in for something that the file does not state. */
export interface AssumedUse {
  readonly id: string
  readonly fact: string
  readonly value: string
  readonly signIns: number
}

/** Which lines were read in a decision, which in none, and what was assumed. */
export interface Understanding {
  readonly signIns: number
  readonly lines: readonly LineUse[]
  readonly assumed: readonly AssumedUse[]
}

interface OpenLine {
  readonly origin: Origin
  signIns: number
  readonly facts: Set<FactName>
  readonly policies: PolicyName[]
  readonly notUnderstood: string[]
}

interface Gathering {
  signIns: number
  readonly lines: Map<string, OpenLine>
  readonly assumed: Map<string, { readonly id: string; readonly fact: string; readonly value: string; signIns: number }>
  readonly policies: ReadonlyMap<PolicyName, Origin>
}

function lineAt({ lines }: Gathering, origin: Origin): OpenLine {
  const key = `${origin.file}:${origin.line}`
  const known = lines.get(key) ?? { origin, signIns: 0, facts: new Set(), policies: [], notUnderstood: [] }
  lines.set(key, known)
  return known
}

/** Every line that states a fact of the leg is there, whether a rule reads it or not. */
function takeStated(gathering: Gathering, trace: Trace): void {
  for (const table of trace.origins)
    for (const origin of Object.values(table)) if (origin !== undefined) lineAt(gathering, origin)
}

/** The facts that an answer rests on: those of its rule, and those by which the rules before it did not answer. */
const factsOf: ReadonlyMap<string, readonly FactName[]> = new Map(
  Object.values(rulebook).flatMap((rules: readonly Pick<Rule, 'id' | 'because'>[]) => {
    const read = new Set<FactName>()
    return rules.map(({ id, because }) => {
      for (const fact of because) read.add(fact)
      return [id, [...read]] as const
    })
  }),
)

const factsBehind = (rule: string): readonly FactName[] => factsOf.get(rule) ?? []

/** What conditions of policies read of networks and users, where the file states it in the same place. */
const readByPolicies: readonly FactName[] = ['trustedNetwork', 'adminRole', 'accountKind', 'accountHome']

/** What decides which of several methods is asked for; it is no decision of a conversation. */
const readByMethods: readonly FactName[] = [
  ...new Set(rulebook['method-preference'].flatMap(({ because }: Pick<Rule, 'because'>) => because)),
]

/** Facts that are derived from the per-user MFA state where the file does not state them. */
const derivedFromMfaState: readonly FactName[] = ['appPasswordCount', 'appPassword', 'mfaRegistered']

/** The lines on which the decisions of a leg rest; a fact may be stated in several places. */
function behind(gathering: Gathering, trace: Trace, used: Set<OpenLine>): void {
  const read = new Set(decisions(trace).flatMap(({ rule }) => factsBehind(rule)))
  if (trace.policyOutcomes !== undefined) for (const fact of readByPolicies) read.add(fact)
  if (derivedFromMfaState.some((fact) => read.has(fact))) read.add('perUserMfaState')
  const known = [...read].filter((fact) => trace.facts[fact] !== undefined)
  for (const fact of trace.methods === undefined ? known : [...known, ...readByMethods])
    for (const { [fact]: origin } of trace.origins) {
      if (origin === undefined) continue
      const line = lineAt(gathering, origin)
      line.facts.add(fact)
      used.add(line)
    }
  const verdict = verdictOf(trace)
  const names = [...(trace.conditionalAccess?.policies ?? []), ...(verdict.kind === 'blocked' ? verdict.policies : [])]
  for (const name of names) {
    const origin = gathering.policies.get(name)
    if (origin !== undefined) used.add(lineAt(gathering, origin))
  }
}

const isAssumption = (step: Step): step is Extract<Step, { kind: 'assumption' }> => step.kind === 'assumption'

function takeAssumed({ assumed }: Gathering, traces: readonly Trace[]): void {
  const here = new Map(traces.flatMap(({ steps }) => steps.filter(isAssumption)).map((step) => [step.default, step]))
  for (const [id, { fact, value }] of here) {
    const known = assumed.get(id) ?? { id, fact, value, signIns: 0 }
    known.signIns += 1
    assumed.set(id, known)
  }
}

function takeSession(gathering: Gathering, traces: readonly Trace[]): void {
  const used = new Set<OpenLine>()
  for (const trace of traces) {
    takeStated(gathering, trace)
    behind(gathering, trace, used)
  }
  for (const line of used) line.signIns += 1
  takeAssumed(gathering, traces)
  gathering.signIns += 1
}

function begun(tenant: Tenant): Gathering {
  const { policies } = tenant.conditionalAccess
  const gathering: Gathering = {
    signIns: 0,
    lines: new Map(),
    assumed: new Map(),
    policies: new Map(policies.map(({ name, origin }) => [name, origin])),
  }
  for (const { name, origin, notUnderstood } of policies) {
    const line = lineAt(gathering, origin)
    line.policies.push(name)
    line.notUnderstood.push(...notUnderstood.map(({ path, what }) => `${path}: ${what}`))
  }
  return gathering
}

function inOrder(one: Origin, other: Origin): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1
  return one.line - other.line
}

/** Plays every sign-in of a tenant and gathers what its file contributed; pauses after each. */
export function* understand(declared: Tenant, at: Instant): Generator<undefined, Understanding> {
  const gathering = begun(tenantAt(declared, at))
  for (const request of planRequests(declared, { at })) {
    takeSession(gathering, simulateSession(declared, request))
    yield
  }
  const { signIns, lines, assumed } = gathering
  const ordered = [...lines.values()].sort((one, other) => inOrder(one.origin, other.origin))
  return {
    signIns,
    lines: ordered.map((line) => ({ ...line, facts: [...line.facts].sort() })),
    assumed: [...assumed.values()].sort((one, other) => other.signIns - one.signIns || (one.id < other.id ? -1 : 1)),
  }
}
