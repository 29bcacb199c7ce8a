import type { Quantifier } from '../../analysis/claims/claim.ts'
import { claimWords } from '../../analysis/claims/print-claim.ts'
import { gapKinds } from '../../analysis/gaps/result.ts'
import { findingKinds } from '../../plan/finding-kinds.ts'
import { allRules } from '../../rules/index.ts'
import { questions } from '../../rules/question-facts.ts'
import { auditTrails, verifiers } from '../../vocabulary/actors.ts'
import { credentials, secondFactors } from '../../vocabulary/credentials.ts'
import { owners } from '../../vocabulary/owners.ts'
import { flows } from '../../vocabulary/protocols.ts'
import { legNames, purposes } from '../../vocabulary/requests.ts'
import { verdictKinds } from '../scenario/names.ts'
import { readClaim } from '../scenario/read-claim.ts'
import { type SignInWorld, tenantOf } from '../scenario/world.ts'

type Texts = readonly string[]

const some = (values: Iterable<string>): Texts => [...values].slice(0, 5)
const everyNinth = allRules.map(({ id }) => id).filter((_, index) => index % 9 === 0)

/** Other things that could be instead of a parameter or in a cell of a column, by its name. */
export function poolOf(name: string, world: SignInWorld, text: string): Texts {
  const tenant = world.file === undefined ? undefined : tenantOf(world)
  const pools: Readonly<Record<string, () => Texts>> = {
    user: () => some(tenant?.users.keys() ?? []),
    client: () => some(tenant?.clients.keys() ?? []),
    network: () => some(tenant?.networks.keys() ?? []),
    policy: () => some(tenant?.conditionalAccess.policies.map((policy) => policy.name) ?? []),
    purpose: () => purposes,
    credential: () => credentials,
    before: () => [...credentials, 'blocked', 'none'],
    after: () => [...credentials, 'blocked', 'none'],
    verdict: () => verdictKinds,
    verifier: () => verifiers,
    participant: () => [...verifiers.filter((one) => one !== 'relying-party'), 'exchange-online', 'exchange-server'],
    trail: () => auditTrails,
    owner: () => owners,
    'second factor': () => secondFactors,
    'second factor by': () => ['entra-id', 'federated-idp'],
    methods: () => ['Windows Hello for Business', 'password and text message'],
    presents: () => ['Windows Hello for Business', 'password and text message'],
    'second factor provider': () => ['entra-id', 'federated-idp'],
    flow: () => flows,
    leg: () => legNames,
    question: () => questions,
    rule: () => everyNinth,
    gap: () => gapKinds,
    'plan finding': () => findingKinds,
    date: () => ['2016-06-01', '2018-01-01', '2027-06-01'],
    credentials: () => [
      'the certificate or source-address',
      'an app password or app-only',
      'app-only or the certificate',
    ],
    demands: () => demands,
    claim: () => contraries(world, text),
    percentage: () => ['3 %', '99 %', '99.99 %', '100 %'],
    int: () => numbersBeside(text),
    prompts: () => numbersBeside(text),
    users: () => numbersBeside(text),
    'sign-ins': () => numbersBeside(text),
  }
  return (pools[name] ?? (() => []))()
}

const demands = [
  'nothing',
  'block access',
  'multifactor authentication',
  'a compliant device',
  'multifactor authentication and a compliant device',
  'multifactor authentication or a compliant device',
]

/** The claim said about none if it was said about all, about some if about none, of one more or one less. */
function contraries(world: SignInWorld, text: string): Texts {
  const { claim } = readClaim(text, world)
  const { quantifier } = claim
  const others: readonly Quantifier[] =
    quantifier.kind === 'at-most'
      ? [{ kind: 'at-least', count: quantifier.count + 1 }]
      : quantifier.kind === 'at-least'
        ? [{ kind: 'at-most', count: quantifier.count - 1 }]
        : [{ kind: quantifier.kind === 'no' ? 'some' : 'no' }]
  if (claim.exclusive === true || claim.says === 'loses-access') return []
  return others.map((one) => claimWords(tenantOf(world), { ...claim, quantifier: one }))
}

/** Parameters that are more than a name, and so not written in quotation marks. */
export const unquoted: ReadonlySet<string> = new Set(['int', 'percentage', 'credentials', 'demands', 'claim'])

const numbersBeside = (text: string): Texts =>
  [Number(text) + 1, Number(text) - 1, Number(text) + 10].filter((count) => count >= 0).map(String)

/** What a cell must never be read as: something else, a part of it, nothing. */
export function spoiled(cell: string): Texts {
  const part = /["\s]$/.test(cell) ? [] : [cell.slice(0, -1)]
  const words = cell.split(' ')
  const fewer =
    words.length > 1 && !cell.startsWith('"') ? [words.slice(1).join(' '), words.slice(0, -1).join(' ')] : []
  const nothing = cell === '-' || cell === 'none' ? [] : ['-']
  return ['zzz', `${cell}x`, '', ...part, ...fewer, ...nothing]
}
