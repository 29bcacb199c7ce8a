import { type PolicyInWords, policyInWords } from '../analysis/wording/policy-in-words.ts'
import { jsonText } from '../report/json/json.ts'
import { markdownText } from '../report/tables/markdown-escape.ts'
import { singleLine } from '../report/tables/single-line.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Environment } from './environment.ts'
import { emit, type FormatTarget } from './formats.ts'
import { unknownWord, usageProblem } from './usage.ts'

const parts = [
  ['users', 'Who'],
  ['resources', 'To what'],
  ['conditions', 'Under which conditions'],
  ['grant', 'Then'],
  ['session', 'And in the session'],
  ['notUnderstood', 'Not understood'],
] as const satisfies readonly (readonly [keyof PolicyInWords, string])[]

/** One policy in words, nothing left out. */
export async function explainPolicy(
  tenant: Tenant,
  name: string,
  targets: readonly FormatTarget<'text' | 'json' | 'markdown'>[],
  environment: Environment,
): Promise<void> {
  const told = policyInWords(policyNamed(tenant, name), tenant)
  await emit(environment, targets, (format) => {
    if (format === 'json') return jsonText({ ...told })
    return format === 'text' ? textOf(told) : markdownOf(told)
  })
}

function policyNamed(tenant: Tenant, name: string) {
  const { policies } = tenant.conditionalAccess
  const wanted = name.toLowerCase()
  const named = policies.filter((policy) => policy.id?.toLowerCase() === wanted || policy.name.toLowerCase() === wanted)
  const found = named.length > 0 ? named : policies.filter((policy) => policy.displayName.toLowerCase() === wanted)
  const [policy] = found
  if (policy === undefined)
    throw unknownWord(
      'policy',
      name,
      policies.map((one) => one.name),
      policies.length === 0 ? 'the tenant file has none' : undefined,
    )
  if (found.length > 1) throw usageProblem(`${found.length} policies are named \`${name}\``, 'name it by its id')
  return policy
}

function textOf(told: PolicyInWords): string {
  const lines = parts.flatMap(([key, heading]) =>
    told[key].length === 0 ? [] : ['', heading, ...told[key].map((sentence) => `  ${singleLine(sentence)}`)],
  )
  return `${[`${singleLine(told.name)} (${told.state})`, ...lines].join('\n')}\n`
}

function markdownOf(told: PolicyInWords): string {
  const lines = parts.flatMap(([key, heading]) =>
    told[key].length === 0
      ? []
      : ['', `**${heading}**`, '', ...told[key].map((sentence) => `- ${markdownText(sentence)}`)],
  )
  return `${[`## ${markdownText(told.name)}`, '', markdownText(told.state), ...lines].join('\n')}\n`
}
