import { workloadOf } from '../../catalog/workloads.ts'
import type { ArchitectureBox, ArchitectureLink, ArchitectureView } from '../../report/drawing/architecture-view.ts'
import { workloadWords } from '../../report/wording/nouns.ts'
import { capital, listed } from '../../report/wording/phrasing.ts'
import { zoneWords } from '../../report/wording/places.ts'
import type { IdentityProvider } from '../../tenant/domain.ts'
import type { Tenant, Workload } from '../../tenant/tenant.ts'

import { counted } from '../../vocabulary/counted.ts'

const isOnPremises = ({ name }: Workload): boolean => workloadOf(name).zone !== 'microsoft-cloud'

/** A tenant as a picture shows it. */
export function architectureOf(tenant: Tenant, people: number): ArchitectureView {
  const domains = [...tenant.domains.values()]
  const synced = tenant.syncDelay !== undefined || domains.some(({ managedSignIn }) => isSynced(managedSignIn))
  const providers = [...tenant.identityProviders.values()]
  const passThrough = domains.some(({ managedSignIn }) => managedSignIn === 'pass-through')
  const onPremises = [...tenant.workloads.values()].filter(isOnPremises)
  const cloud = [...tenant.workloads.values()].filter((workload) => !isOnPremises(workload))
  const hasDirectory = synced || providers.length > 0 || onPremises.length > 0
  return {
    title: tenant.name,
    zones: [
      { zone: 'client', name: 'People, clients, networks', boxes: clientBoxes(tenant, people) },
      {
        zone: 'microsoft-cloud',
        name: zoneWords['microsoft-cloud'],
        boxes: [entraBox(tenant), ...cloud.map((workload) => serviceBox(tenant, workload))],
      },
      {
        zone: 'on-premises',
        name: zoneWords['on-premises'],
        boxes: [
          ...(hasDirectory ? [directoryBox(tenant)] : []),
          ...providers.map(providerBox),
          ...(passThrough ? [agentBox] : []),
          ...onPremises.map((workload) => serviceBox(tenant, workload)),
        ],
      },
    ],
    links: linksOf(tenant, synced, passThrough),
  }
}

const isSynced = (signIn: string | undefined): boolean => signIn === 'password-hash-sync' || signIn === 'pass-through'

function clientBoxes(tenant: Tenant, people: number): readonly ArchitectureBox[] {
  const states = new Map<string, number>()
  for (const { perUserMfaState } of tenant.users.values())
    if (perUserMfaState !== undefined) states.set(perUserMfaState, (states.get(perUserMfaState) ?? 0) + 1)
  const clients = [...tenant.clients.values()].map(({ displayName }) => displayName)
  const shown = clients.slice(0, 6)
  return [
    {
      id: 'people',
      kind: 'people',
      name: counted(people, 'person', 'people'),
      facts: [...states].map(([state, count]) => `MFA ${state}: ${count}`),
    },
    ...[...tenant.networks.values()].map(
      ({ name, inside, ranges, country }): ArchitectureBox => ({
        id: `network ${name}`,
        kind: 'network',
        name: `Network ${name}`,
        facts: [
          inside ? 'inside the perimeter' : 'outside',
          ...ranges.slice(0, 4),
          ...(country === undefined ? [] : [`country ${country}`]),
        ],
      }),
    ),
    {
      id: 'clients',
      kind: 'people',
      name: counted(clients.length, 'client'),
      facts: tenant.clientsDeclared
        ? [...shown, ...(clients.length > shown.length ? [`and ${clients.length - shown.length} more`] : [])]
        : ['the whole catalog: the file names no clients'],
    },
  ]
}

function entraBox(tenant: Tenant): ArchitectureBox {
  const { multifactorAuthentication: mfa, securityDefaults, conditionalAccess } = tenant
  const domains = [...tenant.domains.values()].map(({ name, authentication, managedSignIn }) =>
    authentication === 'federated'
      ? `${name}: federated`
      : `${name}: managed${managedSignIn === undefined ? '' : `, ${managedSignIn.replaceAll('-', ' ')}`}`,
  )
  const policies = conditionalAccess.policies
  const on = policies.filter(({ state }) => state === 'enabled').length
  const reporting = policies.filter(({ state }) => state === 'enabledForReportingButNotEnforced').length
  return {
    id: 'entra-id',
    kind: 'token-issuer',
    name: 'Microsoft Entra ID',
    facts: [
      ...domains,
      `App passwords: ${mfa.appPasswords ?? 'not stated'}`,
      ...(mfa.trustedIps.length > 0 ? [`Trusted addresses: ${mfa.trustedIps.join(', ')}`] : []),
      `Security defaults: ${securityDefaults === undefined ? 'not stated' : securityDefaults ? 'on' : 'off'}`,
      policies.length === 0
        ? 'No Conditional Access policy'
        : `Conditional Access: ${on} on${reporting > 0 ? `, ${reporting} report only` : ''}, ${policies.length - on - reporting} off`,
    ],
  }
}

function directoryBox(tenant: Tenant): ArchitectureBox {
  const delay = tenant.syncDelay
  return {
    id: 'active-directory',
    kind: 'directory',
    name: 'Active Directory',
    facts: delay === undefined ? [] : [`changes reach the cloud within ${duration(delay)}`],
  }
}

function duration(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000)
  return minutes % 60 === 0 ? counted(minutes / 60, 'hour') : counted(minutes, 'minute')
}

function providerBox({
  name,
  product,
  performsMfa,
  reachableFromInternet,
  accessRules,
}: IdentityProvider): ArchitectureBox {
  const words = product === 'ad-fs' ? 'AD FS' : product
  return {
    id: `provider ${name}`,
    kind: 'identity-provider',
    name:
      words.toLowerCase().replace(/\W/g, '') === name.toLowerCase().replace(/\W/g, '') ? words : `${words}: ${name}`,
    facts: [
      ...(performsMfa === undefined ? [] : [performsMfa ? 'performs MFA' : 'does not perform MFA']),
      ...(reachableFromInternet === undefined
        ? []
        : [reachableFromInternet ? 'reachable from the internet' : 'internal network only']),
      ...(accessRules.length === 0 ? [] : [counted(accessRules.length, 'access rule')]),
    ],
  }
}

const agentBox: ArchitectureBox = {
  id: 'pass-through-agent',
  kind: 'identity-provider',
  name: 'Pass-through agent',
  facts: ['checks passwords for Entra ID'],
}

function serviceBox(tenant: Tenant, workload: Workload): ArchitectureBox {
  const { name, servers, modernAuthentication, modernAuthority } = workload
  const homes = [...tenant.users.values()].filter(
    ({ mailbox, registrar, archive, sharedMailbox }) =>
      mailbox === name || registrar === name || archive === name || sharedMailbox === name,
  ).length
  const isExchange = name.startsWith('exchange')
  return {
    id: name,
    kind: 'service',
    name: capital(workloadWords[name]),
    facts: [
      ...servers.map(({ version, cumulativeUpdate }) =>
        cumulativeUpdate === undefined ? `version ${version}` : `version ${version}, CU ${cumulativeUpdate}`,
      ),
      ...(modernAuthentication === undefined ? [] : [`Modern authentication: ${modernAuthentication}`]),
      ...(modernAuthority === undefined || modernAuthority === 'none'
        ? []
        : [`Tokens from ${modernAuthority === 'entra-id' ? 'Microsoft Entra ID' : 'AD FS'}`]),
      ...(homes > 0 ? [`Home of ${counted(homes, 'user')}`] : []),
      ...(isExchange && tenant.autodiscover !== undefined ? [`Autodiscover: ${tenant.autodiscover.kind}`] : []),
    ],
  }
}

function linksOf(tenant: Tenant, synced: boolean, passThrough: boolean): readonly ArchitectureLink[] {
  const links: ArchitectureLink[] = []
  if (synced) links.push({ from: 'active-directory', to: 'entra-id', kind: 'sync', text: 'directory sync' })
  for (const { name } of tenant.identityProviders.values()) {
    const domains = [...tenant.domains.values()].filter(({ identityProvider }) => identityProvider?.name === name)
    const text = domains.length === 0 ? 'federation' : `federation of ${listed(domains.map((domain) => domain.name))}`
    links.push({ from: 'entra-id', to: `provider ${name}`, kind: 'federation', text })
    links.push({ from: `provider ${name}`, to: 'active-directory', kind: 'check', text: checked })
  }
  if (passThrough) {
    links.push({ from: 'entra-id', to: 'pass-through-agent', kind: 'federation', text: 'has passwords checked' })
    links.push({ from: 'pass-through-agent', to: 'active-directory', kind: 'check', text: checked })
  }
  return [...links, ...[...tenant.workloads.values()].flatMap((workload) => linksOfService(tenant, workload))]
}

const checked = 'has passwords checked'

/** Who signs in there, whose tokens it trusts, and who checks the passwords that it gets. */
function linksOfService(tenant: Tenant, workload: Workload): readonly ArchitectureLink[] {
  const { name, modernAuthority, settings } = workload
  const links: ArchitectureLink[] = [{ from: 'clients', to: name, kind: 'sign-in', text: 'sign in' }]
  const trusts = (to: string): number => links.push({ from: name, to, kind: 'trust', text: 'trusts its tokens' })
  if (!isOnPremises(workload)) {
    if (settings['externalAuthenticationType'] !== 'passthru') trusts('entra-id')
    return links
  }
  links.push({ from: name, to: 'active-directory', kind: 'check', text: checked })
  if (settings['npsExtension'] === true)
    links.push({ from: name, to: 'entra-id', kind: 'trust', text: 'asks for the second factor' })
  if (modernAuthority === 'entra-id') trusts('entra-id')
  if (modernAuthority === 'ad-fs')
    for (const provider of tenant.identityProviders.values())
      if (provider.product === 'ad-fs') trusts(`provider ${provider.name}`)
  return links
}

/** What joins the boxes, in words. */
export function linkSentence({ links, zones }: ArchitectureView): readonly string[] {
  const names = new Map(zones.flatMap(({ boxes }) => boxes.map(({ id, name }) => [id, name] as const)))
  return links.map(({ from, to, text }) => `${capital(names.get(from) ?? from)} → ${names.get(to) ?? to}: ${text}`)
}
