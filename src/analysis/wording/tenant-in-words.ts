import type { Domain } from '../../tenant/domain.ts'
import type { Tenant, Workload } from '../../tenant/tenant.ts'
import { topologyOf } from '../../tenant/topology-of.ts'
import { counted } from '../../vocabulary/counted.ts'
import type { UserClass } from '../population/results.ts'

/** People in a separate file, by class; one user represents each class. */
export interface PeopleBeside {
  readonly from: string
  readonly users: number
  readonly classes: readonly UserClass[]
}

/** One line of the summary. */
export interface SummaryLine {
  readonly term: string
  readonly text: string
}

/** Summarizes the architecture in a few lines, in the file's terms. */
export function tenantSummary(tenant: Tenant, beside?: PeopleBeside): readonly SummaryLine[] {
  const lines: readonly (SummaryLine | undefined)[] = [
    list('Domains', [...tenant.domains.values()].map(domainText)),
    list('Services', [...tenant.workloads.values()].map(workloadText)),
    topology(tenant),
    tenant.autodiscover === undefined ? undefined : { term: 'Autodiscover', text: tenant.autodiscover.kind },
    mfa(tenant, beside),
    policies(tenant),
    list(
      'Networks',
      [...tenant.networks.values()].map(({ name, inside }) => `${name} (${inside ? 'inside' : 'outside'})`),
    ),
    { term: 'People', text: people(tenant, beside) },
    beside === undefined ? undefined : { term: 'Classes', text: classesInWords(beside) },
    tenant.events.length === 0 ? undefined : { term: 'Events', text: counted(tenant.events.length, 'dated event') },
  ]
  return lines.filter((line) => line !== undefined)
}

function list(term: string, items: readonly string[]): SummaryLine | undefined {
  return items.length === 0 ? undefined : { term, text: items.join('; ') }
}

function domainText({ name, authentication, managedSignIn, identityProvider }: Domain): string {
  const by = identityProvider === undefined ? managedSignIn : identityProvider.name
  return `${name} ${authentication}${by === undefined ? '' : ` (${by})`}`
}

function workloadText({ name, modernAuthentication }: Workload): string {
  return modernAuthentication === undefined ? name : `${name} (modern authentication ${modernAuthentication})`
}

function topology(tenant: Tenant): SummaryLine | undefined {
  const found = topologyOf(tenant)
  return found === undefined ? undefined : { term: 'Published topology', text: found.name }
}

function mfa({ multifactorAuthentication, users }: Tenant, beside: PeopleBeside | undefined): SummaryLine {
  const sizes = new Map(beside?.classes.map(({ representative, size }) => [representative, size]))
  const numberIn = (state: string): number =>
    [...users.values()]
      .filter(({ perUserMfaState }) => perUserMfaState === state)
      .reduce((sum, { userPrincipalName }) => sum + (sizes.get(userPrincipalName) ?? 1), 0)
  const counts = (['enforced', 'enabled', 'disabled'] as const)
    .map((state) => [state, numberIn(state)] as const)
    .flatMap(([state, count]) => (count === 0 ? [] : [`${count} ${state}`]))
  const setting = multifactorAuthentication.appPasswords
  const text = [counts.join(', ') || 'not stated', ...(setting === undefined ? [] : [`app passwords ${setting}`])].join(
    '; ',
  )
  return { term: 'Per-user MFA', text }
}

function policies({ conditionalAccess, securityDefaults }: Tenant): SummaryLine {
  const states = conditionalAccess.policies.map(({ state }) => state)
  const enabled = states.filter((state) => state === 'enabled').length
  const access =
    states.length === 0 ? 'no policy' : `${counted(states.length, 'policy', 'policies')}, ${enabled} enabled`
  const defaults = securityDefaults === undefined ? '' : `; security defaults ${securityDefaults ? 'on' : 'off'}`
  return { term: 'Conditional Access', text: `${access}${defaults}` }
}

function people({ users, clients, clientsDeclared }: Tenant, beside: PeopleBeside | undefined): string {
  const who =
    beside === undefined ? counted(users.size, 'principal') : `${counted(beside.users, 'user')} of ${beside.from}`
  return `${who}; ${clientsDeclared ? counted(clients.size, 'client') : 'every client of the catalog'}`
}

/** States that one user represents others, with the largest classes as examples. */
export function classesInWords({ from, users, classes }: PeopleBeside): string {
  const count = `${users} ${users === 1 ? 'user' : 'users'} of ${from} in ${classes.length} ${classes.length === 1 ? 'class' : 'classes'}`
  const largest = classes.toSorted((one, other) => other.size - one.size).slice(0, 12)
  const stands = largest.map(({ representative, size }) => `${representative} represents ${size}`)
  const more = classes.length > largest.length ? `, and ${classes.length - largest.length} smaller classes` : ''
  return `${count}, one user for each class of users with the same outcomes: ${stands.join(', ')}${more}`
}
