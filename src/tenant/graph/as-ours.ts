import type { LocatedDocument } from '../../source/document/located-document.ts'
import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'
import { homeOfIssuer } from './guest-home.ts'
import { policyAsOurs } from './methods-as-ours.ts'

type Change = (value: Mapping) => Mapping

/** A mapping with more keys, of which those that it has keep their values. */
const withDefaults = (value: Mapping, more: Mapping): Mapping => ({ ...more, ...value })

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** The name by which a file refers to a thing that Graph names otherwise. */
const named =
  (key: string): Change =>
  (value) =>
    'name' in value || textOf(value[key]) === undefined ? value : withDefaults(value, { name: value[key] })

const trustTypes: Readonly<Record<string, string>> = { AzureAd: 'AzureAD', ServerAd: 'ServerAD' }

/** Operating systems of the directory that are a platform of policies, lower-cased. */
const platforms: Readonly<Record<string, string>> = {
  windows: 'windows',
  ios: 'iOS',
  android: 'android',
  macos: 'macOS',
  linux: 'linux',
}

/** The platform of a device: the one stated, or that of its operating system. */
function platformOf({ platform, operatingSystem }: Mapping): Mapping {
  if (platform !== null && platform !== undefined) return { platform }
  const found = platforms[`${textOf(operatingSystem)?.toLowerCase()}`]
  return found === undefined ? {} : { platform: found }
}

/** A collection as a filter compares it; an empty one is nothing. */
const joined = (value: unknown): unknown => (Array.isArray(value) ? value.map(String).join(',') || null : value)

/** A device that is disabled cannot authenticate: to policies it is unknown, and it is joined to the domain as before. */
function disabled(value: Mapping): Mapping {
  const { trustType, isCompliant: _, ...rest } = value
  return { ...rest, ...(trustType === 'ServerAD' ? { domainJoined: true } : {}), registered: false }
}

function device(value: Mapping): Mapping {
  const own = described(value)
  return own['accountEnabled'] === false ? disabled(own) : own
}

function described(value: Mapping): Mapping {
  const { extensionAttributes, trustType, systemLabels, physicalIds, platform: _, unlockedWith, ...rest } = value
  const attributes = isMapping(extensionAttributes) ? extensionAttributes : {}
  return {
    ...withDefaults(named('displayName')(rest), attributes),
    ...platformOf(value),
    ...(unlockedWith === undefined
      ? {}
      : { unlockedWith: textOf(unlockedWith) === undefined ? unlockedWith : [unlockedWith] }),
    ...(textOf(trustType) === undefined ? {} : { trustType: trustTypes[`${trustType}`] ?? trustType }),
    ...(systemLabels === undefined ? {} : { systemLabels: joined(systemLabels) }),
    ...(physicalIds === undefined ? {} : { physicalIds: joined(physicalIds) }),
  }
}

/** Whether a password has to be changed first, as an expired one has. */
const mustChange = (profile: unknown): boolean =>
  isMapping(profile) &&
  (profile['forceChangePasswordNextSignIn'] === true || profile['forceChangePasswordNextSignInWithMfa'] === true)

/** Where a guest has its account, by the issuers of its identities, if they agree. */
function homeOf({ identities, userType, userPrincipalName }: Mapping): string | undefined {
  const isGuest = userType === 'Guest' || /#ext#@/i.test(`${userPrincipalName}`)
  if (!isGuest || !Array.isArray(identities)) return undefined
  const homes = identities.flatMap((one: unknown) =>
    isMapping(one) && one['signInType'] !== 'userPrincipalName' ? (homeOfIssuer(`${one['issuer']}`) ?? []) : [],
  )
  const [home, ...others] = [...new Set(homes)]
  return others.length === 0 ? home : undefined
}

const silent = ['displayName', 'userType', 'accountEnabled', 'onPremisesSamAccountName', 'onPremisesDomainName']

/** A user: null is nothing said, and an account that was never synchronized is not. */
export function userAsOurs(value: Mapping): Mapping {
  const { onPremisesSyncEnabled, passwordProfile } = value
  const home = homeOf(value)
  const said = silent.some((key) => value[key] === null)
    ? Object.fromEntries(Object.entries(value).filter(([key, own]) => own !== null || !silent.includes(key)))
    : value
  const more = {
    ...(home === undefined ? {} : { homeIdentity: home }),
    ...(mustChange(passwordProfile) ? { cloudPasswordExpired: true } : {}),
  }
  const own = Object.keys(more).length === 0 ? said : withDefaults(said, more)
  return onPremisesSyncEnabled === null ? { ...own, onPremisesSyncEnabled: false } : own
}

/** The setting in the definition of a policy, which Graph keeps as JSON in a text. */
function homeRealmDiscovery(value: Mapping): Mapping {
  const { definition } = value
  const [text] = Array.isArray(definition) ? definition : []
  if (textOf(text) === undefined || 'allowCloudPasswordValidation' in value) return value
  try {
    const parsed: unknown = JSON.parse(`${text}`)
    const inner = isMapping(parsed) ? parsed['HomeRealmDiscoveryPolicy'] : undefined
    if (!isMapping(inner)) return value
    // The vendor's default where a definition is silent.
    return { ...value, allowCloudPasswordValidation: inner['AllowCloudPasswordValidation'] ?? false }
  } catch {
    return value
  }
}

const lists: Readonly<Record<string, Change>> = {
  domains: named('id'),
  groups: named('displayName'),
  devices: device,
  users: userAsOurs,
  homeRealmDiscoveryPolicies: homeRealmDiscovery,
}

function listAsOurs(list: unknown, change: Change): unknown {
  if (!Array.isArray(list)) return list
  let changed = false
  const all = list.map((one: unknown) => {
    const own = isMapping(one) ? change(one) : one
    if (own !== one) changed = true
    return own
  })
  return changed ? all : list
}

/** A tenant file in which objects may be as Graph returns them, in our form; places stay those of the file. */
export function asOurs(document: LocatedDocument): LocatedDocument {
  if (!isMapping(document.value)) return document
  const value: Record<string, unknown> = { ...document.value }
  for (const [key, change] of Object.entries(lists)) if (key in value) value[key] = listAsOurs(value[key], change)
  const policy = value['authenticationMethodsPolicy']
  if (isMapping(policy)) value['authenticationMethodsPolicy'] = policyAsOurs(policy)
  return { ...document, value }
}
