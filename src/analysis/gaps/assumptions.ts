import { defaults } from '../../catalog/defaults.ts'
import { decide, isAlike } from '../../rules/decide.ts'
import { questionFacts } from '../../rules/question-facts.ts'
import type { Declared } from '../../tenant/declared.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import { decisions } from '../../trace/views.ts'
import { type FactName, factDomains, type LegFacts } from '../../vocabulary/facts.ts'
import type { Origin } from '../../vocabulary/origin.ts'
import type { Question } from '../../vocabulary/questions.ts'
import { nearestOrigin } from './origin.ts'
import { collector, type Observer, type Sweep } from './sweep.ts'

type Known = Map<string, boolean>

/** A precondition is not a fact of a rule, and no decision depends on it. */
const isFact = (name: string): name is FactName => Object.hasOwn(factDomains, name)

/** Whether the answer to a question changes with the value of a fact; results are cached. */
function dependsOn(question: Question, facts: LegFacts, fact: FactName, known: Known): boolean {
  const reads: readonly FactName[] = questionFacts[question]
  if (!reads.includes(fact)) return false
  const key = [fact, question, ...reads.map((name) => facts[name])].join('|')
  const found = known.get(key) ?? isOpen(question, facts, fact)
  known.set(key, found)
  return found
}

function isOpen(question: Question, facts: LegFacts, fact: FactName): boolean {
  const usual = decide(question, facts)
  return factDomains[fact].some((value) => {
    const other = decide(question, { ...facts, [fact]: value })
    return !isAlike(question, other.answer, usual.answer)
  })
}

/** Whether a decision of this leg depends on the assumed fact. */
function decides(trace: Trace, fact: FactName, known: Known): boolean {
  const verdict = verdictOf(trace)
  const credential = 'credential' in verdict ? verdict.credential : undefined
  const asked = decisions(trace).filter(({ about }) => about === undefined || about === credential)
  return asked.some(({ question }) => dependsOn(question, trace.facts, fact, known))
}

/** The object that does not set a fact, by its place in the file. */
function silentThing(tenant: Tenant, { request }: Trace, fact: FactName, id: string): Origin | undefined {
  const user = tenant.users.get(request.user)
  const things: readonly (Declared | undefined)[] = [
    user,
    tenant.clients.get(request.client),
    tenant.networks.get(request.network),
    tenant.workloads.get(request.relyingParty),
    user?.domain,
    user?.domain?.identityProvider,
    tenant.multifactorAuthentication,
    tenant,
  ]
  return things.find((thing) => thing?.assumed[fact] === id)?.origin
}

/** Defaults that apply because the file does not set a value, and that affect a decision. */
export function assumptions(sweep: Sweep): Observer {
  const { tenant } = sweep
  const found = collector(sweep)
  const known: Known = new Map()
  return {
    see: (played) => {
      if (played.forPolicies) return
      for (const trace of played.traces)
        for (const step of trace.steps) {
          if (step.kind !== 'assumption') continue
          if (!isFact(step.fact)) continue
          const stated = defaults.find(({ id }) => id === step.default)
          if (stated === undefined || !decides(trace, step.fact, known)) continue
          const { statement, citation } = stated
          found.add(played, {
            kind: 'verdict-hangs-on-assumption',
            severity: 'note',
            about: step.default,
            because: [{ statement, citation }],
            origin: silentThing(tenant, trace, step.fact, step.default) ?? nearestOrigin(tenant, trace),
            details: { fact: step.fact, value: step.value },
            acrossClasses: true,
          })
        }
    },
    end: found.cases,
  }
}
