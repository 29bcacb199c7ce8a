import { pseudonymOfPerson } from '../importers/pseudonyms.ts'
import { withPolicyState } from '../replay/calibrate/explain-disagreement.ts'
import type { ShapeSource } from '../replay/engine/shape-source.ts'
import { classifyPeople } from '../replay/people-of.ts'
import type { StagedShapes } from '../replay/play/play-shapes.ts'
import { judgeShapes, type PlanToJudge } from '../replay/replay.ts'
import type { ReplayedPlan } from '../report/text/replayed-plan-report.ts'
import { suggest } from '../source/diagnostics/suggest.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Environment } from './environment.ts'
import { keyedHash } from './keyed-hash.ts'
import { accepted, loadFor } from './load.ts'
import { readInstant } from './request-options.ts'
import { unknownWord, usageProblem } from './usage.ts'

/** The options that say which plan is judged, and what is said of people. */
export interface PlanOptions {
  readonly plan?: string
  readonly asOf?: string
  readonly enforce?: readonly string[]
  readonly people?: true
  readonly pseudonymize?: string
}

/** A plan that was asked for. */
export interface AskedPlan extends PlanToJudge {
  readonly file?: string
  readonly enforced: readonly string[]
}

/** The tenant with a report-only policy enforced; any other is refused. */
function enforced(tenant: Tenant, name: string): Tenant {
  const { policies } = tenant.conditionalAccess
  const wanted = name.toLowerCase()
  const policy = policies.find((one) => one.name.toLowerCase() === wanted || one.id?.toLowerCase() === wanted)
  if (policy === undefined) {
    const names = policies.map((one) => one.name)
    throw unknownWord(
      'policy',
      name,
      names,
      suggest(name, names) === undefined ? undefined : 'policies are named by display name or id',
    )
  }
  if (policy.state === 'enabledForReportingButNotEnforced') return withPolicyState(tenant, policy, 'enabled')
  const state = policy.state === 'enabled' ? 'enforced already' : 'off'
  throw usageProblem(`the policy \`${policy.name}\` is ${state}`, '`--enforce` is for a policy that is report-only')
}

/** The plan that the options ask for; none where they ask for no plan. */
export async function askedPlan(
  environment: Environment,
  today: Tenant,
  { plan, asOf, enforce = [], people, pseudonymize }: PlanOptions,
): Promise<AskedPlan | undefined> {
  if (plan === undefined && asOf === undefined && enforce.length === 0) {
    if (people || pseudonymize !== undefined)
      throw usageProblem(
        '`--people` and `--pseudonymize` have no effect without a plan',
        'add `--plan`, `--as-of` or `--enforce`',
      )
    return undefined
  }
  if (pseudonymize !== undefined && people !== true)
    throw usageProblem('`--pseudonymize` has no effect without `--people`')
  const written = plan === undefined ? today : await loadFor(environment, plan)
  const tenant = enforce.reduce(enforced, written)
  const classified = await accepted(environment, classifyPeople(tenant, environment.reader))
  return {
    people: classified,
    enforced: enforce,
    ...(plan === undefined ? {} : { file: plan }),
    ...(asOf === undefined ? {} : { at: readInstant(asOf) }),
  }
}

/** What the plan makes of the log, with the names of people where they are asked for. */
export async function replayedPlan(
  environment: Environment,
  today: StagedShapes,
  asked: AskedPlan,
  source: ShapeSource,
  { people, pseudonymize, outsideAddress }: PlanOptions & { readonly outsideAddress: string },
): Promise<ReplayedPlan> {
  const { judged, notJudged, openAlready, effects } = await judgeShapes(today, asked, source, outsideAddress)
  const { file, at, enforced: names } = asked
  const plan: ReplayedPlan = {
    ...(file === undefined ? {} : { file }),
    ...(at === undefined ? {} : { at }),
    enforced: names,
    judged,
    notJudged,
    openAlready,
    effects,
  }
  if (people !== true) return plan
  const hash = pseudonymize === undefined ? undefined : keyedHash(pseudonymize, environment.reader)
  const named: { effect: (typeof effects)[number]['effect']; names: readonly string[] }[] = []
  for (const { effect, shapes } of effects) {
    const found = await source.namePeople(shapes)
    named.push({
      effect,
      names: hash === undefined ? found : found.map((name) => pseudonymOfPerson(hash, name)).sort(),
    })
  }
  return { ...plan, people: named }
}

/** Whether anyone who signed in would be blocked. */
export const blocksAnybody = (plan: ReplayedPlan | undefined): boolean =>
  plan?.effects.some(({ effect }) => effect === 'newly blocked') ?? false
