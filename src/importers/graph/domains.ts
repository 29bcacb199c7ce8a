import type { DomainFile } from '../../tenant/settings/domains.ts'
import type { IdentityProviderFile } from '../../tenant/settings/identity-providers.ts'
import type { CoverageEntry } from '../coverage.ts'
import { flagIn, type GraphObject, listIn, ofKind, textIn } from './collect.ts'
import type { Fields } from './recognize.ts'

/** Domains and identity providers of an export. */
export interface ImportedDomains {
  readonly domains: readonly DomainFile[]
  readonly identityProviders: readonly IdentityProviderFile[]
  readonly coverage: readonly CoverageEntry[]
}

interface DomainFacts {
  readonly name: string
  readonly federated: boolean
  readonly isDefault: boolean
  readonly source: string
}

function authenticationOf(fields: Fields): boolean | undefined {
  const word = (textIn(fields, 'authenticationtype') ?? textIn(fields, 'type'))?.toLowerCase()
  return word === 'federated' ? true : word === 'managed' ? false : undefined
}

/** Domains from their own export, otherwise from the organization's. */
function domainFacts(objects: readonly GraphObject[]): readonly DomainFacts[] {
  const facts = new Map<string, DomainFacts>()
  const add = (fields: Fields, name: string | undefined, source: string): void => {
    const federated = authenticationOf(fields)
    if (name === undefined || federated === undefined || facts.has(name.toLowerCase())) return
    facts.set(name.toLowerCase(), { name, federated, isDefault: flagIn(fields, 'isdefault') === true, source })
  }
  for (const { fields, document } of ofKind(objects, 'domain')) {
    if (flagIn(fields, 'isverified') !== false)
      add(fields, textIn(fields, 'id') ?? textIn(fields, 'name'), document.source.name)
  }
  for (const { fields, document } of ofKind(objects, 'organization')) {
    for (const domain of listIn(fields, 'verifieddomains')) add(domain, textIn(domain, 'name'), document.source.name)
  }
  return [...facts.values()].sort((one, other) => (one.name < other.name ? -1 : 1))
}

const addressed = /domains\('([^']+)'\)/i

/** The federation configuration of a domain: by the address it was asked from, by name, or as the only one there is. */
function federationOf(
  domain: DomainFacts,
  all: readonly DomainFacts[],
  objects: readonly GraphObject[],
): GraphObject | undefined {
  const configurations = ofKind(objects, 'federation configuration')
  const name = domain.name.toLowerCase()
  const named = configurations.find(({ fields, context }) => {
    const address = (
      addressed.exec(context)?.[1] ??
      textIn(fields, 'domainname') ??
      textIn(fields, 'domainid')
    )?.toLowerCase()
    return address === name || (address === undefined && textIn(fields, 'displayname')?.toLowerCase() === name)
  })
  const only = configurations.length === 1 && all.filter(({ federated }) => federated).length === 1
  return named ?? (only ? configurations[0] : undefined)
}

const behaviors = ['acceptIfMfaDoneByFederatedIdp', 'enforceMfaByFederatedIdp', 'rejectMfaByFederatedIdp'] as const

const optional = <Key extends string, Value>(key: Key, value: Value | undefined): { readonly [Name in Key]?: Value } =>
  // A computed key loses its literal type.
  (value === undefined ? {} : { [key]: value }) as { readonly [Name in Key]?: Value }

function federationFields(fields: Fields | undefined): Partial<DomainFile> {
  if (fields === undefined) return {}
  const behavior = behaviors.find(
    (known) => known.toLowerCase() === textIn(fields, 'federatedidpmfabehavior')?.toLowerCase(),
  )
  const protocol = textIn(fields, 'preferredauthenticationprotocol')?.toLowerCase()
  return {
    ...optional('federatedIdpMfaBehavior', behavior),
    ...optional('supportsMfa', flagIn(fields, 'supportsmfa')),
    ...optional('issuerUri', textIn(fields, 'issueruri')),
    ...optional('activeSignInUri', textIn(fields, 'activesigninuri')),
    ...optional('passiveSignInUri', textIn(fields, 'passivesigninuri')),
    ...optional('metadataExchangeUri', textIn(fields, 'metadataexchangeuri')),
    ...(protocol === 'wsfed' ? { preferredAuthenticationProtocol: 'wsFed' as const } : {}),
    ...(protocol === 'saml' ? { preferredAuthenticationProtocol: 'saml' as const } : {}),
    ...optional('promptLoginBehavior', textIn(fields, 'promptloginbehavior')),
  }
}

function hostOf(address: string | undefined): string | undefined {
  return /^[a-z]+:\/\/([^/:]+)/i.exec(address ?? '')?.[1]?.toLowerCase()
}

/** The identity provider of a federated domain; a placeholder if its configuration is missing. */
function providerOf(domain: DomainFacts, fields: Fields | undefined): IdentityProviderFile {
  const address =
    fields && (textIn(fields, 'passivesigninuri') ?? textIn(fields, 'activesigninuri') ?? textIn(fields, 'issueruri'))
  const name = hostOf(address) ?? `identity provider of ${domain.name}`
  return { name, ...(/\/adfs\//i.test(address ?? '') ? { product: 'ad-fs' } : {}) }
}

/** Groups whose members sign in as managed although their domain is federated. */
function rolloutGroups(objects: readonly GraphObject[]): readonly string[] {
  const features = ['passwordhashsync', 'passthroughauthentication']
  return ofKind(objects, 'rollout policy').flatMap(({ fields }) => {
    const counts =
      features.includes(textIn(fields, 'feature')?.toLowerCase() ?? '') && flagIn(fields, 'isenabled') !== false
    return counts
      ? listIn(fields, 'appliesto').flatMap((group) => textIn(group, 'id') ?? textIn(group, 'displayname') ?? [])
      : []
  })
}

/** How managed users sign in, if an export states it; no export states pass-through authentication. */
function managedSignInOf(objects: readonly GraphObject[]): keyof typeof assumptions | undefined {
  const organization = ofKind(objects, 'organization')[0]?.fields
  const [features] = ofKind(objects, 'directory synchronization').flatMap(({ fields }) => listIn(fields, 'features'))
  if (features !== undefined && flagIn(features, 'passwordsyncenabled') === true) return 'password-hash-sync'
  const synced = organization?.get('onpremisessyncenabled')
  return organization?.has('onpremisessyncenabled') === true && synced !== true ? 'cloud-only' : undefined
}

const assumptions = {
  'password-hash-sync':
    'the export shows that hashes are synchronized, but not whether pass-through agents verify the password',
  'cloud-only': 'the organization does not synchronize accounts',
} as const

interface Read {
  readonly domain: DomainFile
  readonly provider?: IdentityProviderFile
  readonly coverage: CoverageEntry
}

function readManaged(
  { name, isDefault, source }: DomainFacts,
  managedSignIn: keyof typeof assumptions | undefined,
): Read {
  const open = 'how passwords are verified is undetermined: Get-MgDirectoryOnPremiseSynchronization'
  return {
    domain: {
      name,
      ...(isDefault ? { isDefault } : {}),
      authenticationType: 'managed',
      ...optional('managedSignIn', managedSignIn),
    },
    coverage: {
      source,
      kind: 'domain',
      name,
      status: 'assumed',
      note: managedSignIn === undefined ? open : assumptions[managedSignIn],
    },
  }
}

function readFederated(domain: DomainFacts, fields: Fields | undefined, groups: readonly string[]): Read {
  const { name, isDefault, source } = domain
  const provider = providerOf(domain, fields)
  const open = 'its federation settings are not in the export: Get-MgDomainFederationConfiguration'
  const entry = { source, kind: 'domain', name }
  return {
    domain: {
      name,
      ...(isDefault ? { isDefault } : {}),
      authenticationType: 'federated',
      identityProvider: provider.name,
      ...federationFields(fields),
      ...(groups.length === 0 ? {} : { stagedRollout: { groups } }),
    },
    provider,
    coverage: fields === undefined ? { ...entry, status: 'assumed', note: open } : { ...entry, status: 'understood' },
  }
}

/** Domains with their federation settings, and the identity providers behind them. */
export function importDomains(objects: readonly GraphObject[]): ImportedDomains {
  const facts = domainFacts(objects)
  const managedSignIn = managedSignInOf(objects)
  const groups = [...new Set(rolloutGroups(objects))].sort()
  const read = facts.map((domain) =>
    domain.federated
      ? readFederated(domain, federationOf(domain, facts, objects)?.fields, groups)
      : readManaged(domain, managedSignIn),
  )
  const providers = new Map(
    read.flatMap(({ provider }) => (provider === undefined ? [] : [[provider.name, provider] as const])),
  )
  return {
    domains: read.map(({ domain }) => domain),
    identityProviders: [...providers.values()].sort((one, other) => (one.name < other.name ? -1 : 1)),
    coverage: read.map(({ coverage }) => coverage),
  }
}
