import type { DomainFile } from '../../tenant/settings/domains.ts'
import type { IdentityProviderFile } from '../../tenant/settings/identity-providers.ts'
import type { CoverageEntry } from '../coverage.ts'
import { differentValues, disputedValues } from '../in-dispute.ts'
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

const isDisputed = (fields: Fields): boolean =>
  ['authenticationtype', 'type'].some((field) => disputedValues(fields.get(field)) !== undefined)

/** Domains from their own export, otherwise from the organization's. */
function domainFacts(objects: readonly GraphObject[]): readonly DomainFacts[] {
  const facts = new Map<string, DomainFacts>()
  const disputed = new Set<string>()
  const add = (fields: Fields, name: string | undefined, source: string): void => {
    const federated = authenticationOf(fields)
    // Where exports of a domain disagree on it, no other object settles it.
    if (name !== undefined && isDisputed(fields)) disputed.add(name.toLowerCase())
    if (name === undefined || federated === undefined) return
    if (facts.has(name.toLowerCase()) || disputed.has(name.toLowerCase())) return
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

const behaviorOf = (word: unknown) => behaviors.find((known) => known.toLowerCase() === `${word}`.toLowerCase())

/** The federation settings on which copies of a configuration disagree. */
function federationDisputes(fields: Fields): DomainFile['exportsDisagree'] {
  const words = disputedValues(fields.get('federatedidpmfabehavior'))
  // A word that is not known may mean any of them.
  const behavior = words?.flatMap((word) => behaviorOf(word) ?? behaviors)
  const supports = disputedValues(fields.get('supportsmfa'))?.filter((value) => typeof value === 'boolean')
  const all = {
    ...optional('federatedIdpMfaBehavior', several(behavior)),
    ...optional('supportsMfa', several(supports)),
  }
  return Object.keys(all).length === 0 ? undefined : all
}

const several = (values: readonly unknown[] | undefined): readonly unknown[] | undefined =>
  values === undefined || differentValues(values).length < 2 ? undefined : differentValues(values)

function federationFields(fields: Fields | undefined): Partial<DomainFile> {
  if (fields === undefined) return {}
  const behavior = behaviorOf(textIn(fields, 'federatedidpmfabehavior'))
  const protocol = textIn(fields, 'preferredauthenticationprotocol')?.toLowerCase()
  return {
    ...optional('federatedIdpMfaBehavior', behavior),
    ...optional('exportsDisagree', federationDisputes(fields)),
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
function rolloutGroups(objects: readonly GraphObject[], isCertain: boolean): readonly string[] {
  const features = ['passwordhashsync', 'passthroughauthentication']
  const groups = ofKind(objects, 'rollout policy').flatMap(({ fields }) => {
    const isOfFeature = features.includes(textIn(fields, 'feature')?.toLowerCase() ?? '')
    const isOpen = disputedValues(fields.get('isenabled')) !== undefined
    const counts = isOfFeature && flagIn(fields, 'isenabled') !== false && !(isOpen && isCertain)
    return counts
      ? listIn(fields, 'appliesto').flatMap((group) => textIn(group, 'id') ?? textIn(group, 'displayname') ?? [])
      : []
  })
  return [...new Set(groups)].sort()
}

/** The staged rollout of a federated domain, or what exports say of it where they disagree. */
function stagedRollout(objects: readonly GraphObject[]): Pick<DomainFile, 'stagedRollout' | 'exportsDisagree'> {
  const [certain, possible] = [rolloutGroups(objects, true), rolloutGroups(objects, false)]
  if (certain.length < possible.length)
    return { exportsDisagree: { stagedRollout: [{ groups: certain }, { groups: possible }] } }
  return certain.length === 0 ? {} : { stagedRollout: { groups: certain } }
}

/** How managed users sign in, if an export states it; no export states pass-through authentication. */
function managedSignInOf(objects: readonly GraphObject[]): keyof typeof assumptions | undefined {
  const organization = ofKind(objects, 'organization')[0]?.fields
  const [features] = ofKind(objects, 'directory synchronization').flatMap(({ fields }) => listIn(fields, 'features'))
  if (features !== undefined && flagIn(features, 'passwordsyncenabled') === true) return 'password-hash-sync'
  const synced = organization?.get('onpremisessyncenabled')
  if (disputedValues(synced) !== undefined || disputedValues(features?.get('passwordsyncenabled')) !== undefined)
    return undefined
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

function readFederated(
  domain: DomainFacts,
  fields: Fields | undefined,
  rollout: ReturnType<typeof stagedRollout>,
): Read {
  const { name, isDefault, source } = domain
  const provider = providerOf(domain, fields)
  const federation = federationFields(fields)
  const all = { ...rollout.exportsDisagree, ...federation.exportsDisagree }
  const disputes = Object.keys(all).length === 0 ? undefined : all
  const open = 'its federation settings are not in the export: Get-MgDomainFederationConfiguration'
  const entry = { source, kind: 'domain', name }
  return {
    domain: {
      name,
      ...(isDefault ? { isDefault } : {}),
      authenticationType: 'federated',
      identityProvider: provider.name,
      ...rollout,
      ...federation,
      ...optional('exportsDisagree', disputes),
    },
    provider,
    coverage: fields === undefined ? { ...entry, status: 'assumed', note: open } : { ...entry, status: 'understood' },
  }
}

/** Domains with their federation settings, and the identity providers behind them. */
export function importDomains(objects: readonly GraphObject[]): ImportedDomains {
  const facts = domainFacts(objects)
  const managedSignIn = managedSignInOf(objects)
  const rollout = stagedRollout(objects)
  const read = facts.map((domain) =>
    domain.federated
      ? readFederated(domain, federationOf(domain, facts, objects)?.fields, rollout)
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
