import { allRules } from '../rules/index.ts'
import type { Step, Verdict } from '../trace/step.ts'
import { tierOf } from '../vocabulary/citations.ts'
import { type FactName, missing } from '../vocabulary/facts.ts'
import type { RuleId } from '../vocabulary/questions.ts'
import { type LesserTier, tiers } from '../vocabulary/sources/source.ts'
import type { LegPathContext } from './leg-context.ts'
import { changeInForce } from './vendor-state.ts'

type Change = ReturnType<typeof changeInForce>

/** The vendor's dated change behind a fact, where the fact depends on one that no page of the vendor's own names. */
export const changesBehind: Readonly<Partial<Record<FactName, (context: LegPathContext) => Change>>> = {
  basicAuthentication: ({ tenant, at, request }) => changeInForce(tenant, at, 'basic-authentication', request.protocol),
  outlookWebServices: ({ tenant, at }) => changeInForce(tenant, at, 'basic-authentication', 'ews'),
  ewsReading: ({ tenant, at }) =>
    changeInForce(tenant, at, 'ews-switch-unset', 'ews') ?? changeInForce(tenant, at, 'ews-switch-levels', 'ews'),
  protocolAvailable: ({ tenant, at, request }) => changeInForce(tenant, at, 'protocol', request.protocol),
  legacySharePoint: ({ tenant, at, workload }) =>
    workload?.settings['LegacyAuthProtocolsEnabled'] === false
      ? undefined
      : changeInForce(tenant, at, 'sign-in-assistant', 'sharepoint-online'),
  moduleSupport: ({ tenant, at, client }) => changeInForce(tenant, at, 'module', client.product.id),
}

interface Support {
  /** Its place among the tiers. */
  readonly tier: number
  readonly changes: readonly ((context: LegPathContext) => Change)[]
}

/** What each rule rests on. */
const supports: ReadonlyMap<RuleId, Support> = new Map(
  allRules.map(({ id, citation, because }) => [
    id,
    { tier: tiers.indexOf(tierOf(citation.source)), changes: because.flatMap((fact) => changesBehind[fact] ?? []) },
  ]),
)

/**
 * The weakest page without which a verdict would not stand; undefined if all of them are the vendor's own, and for
 * a verdict that is open, which asserts nothing. A verdict
 * stands on the rule that gives it and on the one that demands its second factor, with the dates of the facts they read.
 */
export function restsOn(context: LegPathContext, steps: readonly Step[], verdict: Verdict): LesserTier | undefined {
  if (verdict.rule === undefined || verdict.kind === 'undetermined') return undefined
  const rules: RuleId[] = [verdict.rule]
  if (verdict.kind === 'signs-in' && verdict.secondFactor !== 'not-required')
    for (const step of steps) if (step.kind === 'decision' && step.question === 'second-factor') rules.push(step.rule)
  let weakest = 0
  for (const rule of rules) {
    const support = supports.get(rule)
    if (support === undefined) continue
    weakest = Math.max(weakest, support.tier)
    for (const behind of support.changes) {
      const change = behind(context)
      if (change === undefined || change === missing) continue
      weakest = Math.max(weakest, tiers.indexOf(tierOf(change.citation.source)))
    }
  }
  const tier = tiers[weakest]
  return tier === 'vendor' ? undefined : tier
}
