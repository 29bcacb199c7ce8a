import { formatInstant } from '../../source/text/parse-values.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Claim, Condition, Occasion } from './claim.ts'
import { deviceStates } from './device-states.ts'
import type { ClaimKey } from './keys.ts'
import { kindsOfClients } from './kinds-of-clients.ts'
import { kindsOfPeople } from './kinds-of-people.ts'
import { ofMany, type Predicate, predicates } from './predicates.ts'
import { namesOfKey } from './tenant-names.ts'
import { numberWord } from './tokens.ts'

/** The preposition before the values of a filter. */
const introductions: { readonly [Key in ClaimKey]?: string } = {
  people: 'by',
  user: 'by',
  group: 'by members of the group',
  role: 'by holders of the role',
  client: 'with the client',
  'client-kind': 'with',
  credential: 'with',
  device: 'on',
  platform: 'on',
  'relying-party': 'to',
  purpose: 'to',
  application: 'to the application',
  network: 'from the network',
  place: 'from',
}

/** Keys whose values are names, printed in quotation marks. */
const named: ReadonlySet<ClaimKey> = new Set([
  'user',
  'group',
  'role',
  'client',
  'application',
  'network',
  'policy',
  'applies',
  'error',
  'rule',
  'missing',
])

const many = (rows: readonly { readonly id: string; readonly words: readonly string[] }[], at: number) =>
  new Map(rows.map(({ id, words }) => [id, words[at] ?? id]))
const words: { readonly [Key in ClaimKey]?: ReadonlyMap<string, string> } = {
  people: many(kindsOfPeople, 0),
  'client-kind': new Map(kindsOfClients.map(({ id, words: [first = id, second] }) => [id, second ?? first])),
  device: many(deviceStates, 1),
}

/** The common name of a value if it has one, otherwise the value. */
function wordOf(tenant: Tenant, key: ClaimKey, value: string): string {
  const own = words[key]?.get(value)
  if (own !== undefined) return own
  if (named.has(key)) return `"${value}"`
  const names = [...namesOfKey(tenant, key)].flatMap(([name, [only, ...others]]) =>
    only === value && others.length === 0 ? [name] : [],
  )
  return names.at(0) ?? value
}

function listWords(tenant: Tenant, { key, values }: Condition): string {
  const all = values.map((value) => wordOf(tenant, key, value))
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`
}

/** A condition in the syntax of `--where`. */
export function whereWords({ key, values, negated }: Condition): string {
  const text = values.join(',')
  return `${key}${negated ? '!=' : '='}${/[\s",]/.test(text) && values.length === 1 ? `"${text}"` : text}`
}

function filterWords(tenant: Tenant, condition: Condition): string {
  const lead = introductions[condition.key]
  if (lead === undefined) return `where ${whereWords(condition)}`
  return `${condition.negated ? 'not ' : ''}${lead} ${listWords(tenant, condition)}`
}

/** The subject of a claim, without a preposition. */
function subjectWords(tenant: Tenant, condition: Condition): string {
  const lead = introductions[condition.key]?.replace(/^\S+ ?/, '') ?? ''
  return `${lead} ${listWords(tenant, condition)}`.trim()
}

const same = (one: Condition, other: Condition): boolean =>
  one.key === other.key && one.values.join() === other.values.join()

/** The words of a predicate if its conditions are equal to these. */
function phraseOf(
  tenant: Tenant,
  { words: pattern, means = [] }: Predicate,
  says: readonly Condition[],
): string | undefined {
  const slots = [...pattern.matchAll(/\{([^}]*)\}/g)].map(([, key]) => key)
  if (says.length !== means.length + slots.length) return undefined
  const fits = means.every((one, index) => {
    const said = says[index]
    return said !== undefined && same(one, said)
  })
  const rest = says.slice(means.length)
  if (!fits || rest.some(({ key }, index) => key !== slots[index])) return undefined
  let index = 0
  return pattern.replace(/\{[^}]*\}/g, () => {
    const condition = rest[index]
    index += 1
    return condition === undefined ? '' : listWords(tenant, condition)
  })
}

function saidWords(tenant: Tenant, says: readonly Condition[], plural: boolean): string {
  const phrase = predicates
    .filter(({ ofSuccess, about }) => ofSuccess !== 'always' && about === undefined)
    .map((predicate) => phraseOf(tenant, predicate, says))
    .find((one) => one !== undefined)
  const text = phrase ?? says.map(whereWords).join(' and ')
  const [verb = '', ...rest] = text.split(' ')
  const negated = says.at(-1)?.negated === true
  const auxiliary = verb === 'is' || verb === 'cannot' || verb === 'has'
  const head = plural ? ofMany(verb) : verb
  if (!negated) return [head, ...rest].join(' ')
  return auxiliary ? [head, 'not', ...rest].join(' ') : [plural ? 'do' : 'does', 'not', ofMany(verb), ...rest].join(' ')
}

function occasionWords(occasion: Occasion): string {
  if (occasion.kind === 'at') return `on ${formatInstant(occasion.at)}`
  return `between ${formatInstant(occasion.from)} and ${formatInstant(occasion.to)}`
}

function openingWords(tenant: Tenant, { quantifier, counts, where, exclusive }: Claim): string {
  const [first] = where
  if (exclusive && first !== undefined) return `only ${subjectWords(tenant, first)}`
  if (quantifier.kind === 'at-most' || quantifier.kind === 'at-least') {
    const bound = quantifier.kind === 'at-most' ? 'at most' : 'at least'
    return `${bound} ${numberWord(quantifier.count)} ${counts === 'people' ? 'people' : 'sign-ins'}`
  }
  return counts === 'people' ? `${quantifier.kind} people` : `${quantifier.kind} sign-in`
}

/** Prints a claim; parsing the result gives an equal claim. */
export function claimWords(tenant: Tenant, claim: Claim): string {
  const { quantifier, counts, where, says, occasion } = claim
  const plural = counts === 'people' || quantifier.kind === 'at-most' || quantifier.kind === 'at-least'
  const said = says === 'loses-access' ? (plural ? 'lose access' : 'loses access') : saidWords(tenant, says, plural)
  return [
    openingWords(tenant, claim),
    ...where.slice(claim.exclusive ? 1 : 0).map((condition) => filterWords(tenant, condition)),
    said,
    ...(occasion === undefined ? [] : [occasionWords(occasion)]),
  ].join(' ')
}
