import type { DeclaredNames } from '../../tenant/conditional-access/name-book.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import { clientAppTypes, grantControls } from '../../vocabulary/policies.ts'

/** A place in a policy, by keys and indexes. */
export type Place = readonly (string | number)[]

/** A policy with one part that is not understood, and the policies that the part could turn out to mean. */
export interface UnknownPart {
  readonly name: string
  readonly policy: unknown
  readonly meanings: readonly unknown[]
}

/** The value at a place replaced by another; undefined removes it. */
export function replacedAt(whole: unknown, [step, ...rest]: Place, value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(whole)) {
    const items = [...(whole as unknown[])]
    const made = replacedAt(items[Number(step)], rest, value)
    if (made === undefined) items.splice(Number(step), 1)
    else items[Number(step)] = made
    return items
  }
  const object = isMapping(whole) ? whole : {}
  const made = replacedAt(object[String(step)], rest, value)
  const { [String(step)]: _, ...others } = object
  return made === undefined ? others : { ...object, [String(step)]: made }
}

const risks = ['low', 'medium', 'high', 'hidden', 'none']
const platforms = ['all', 'android', 'iOS', 'windows', 'windowsPhone', 'macOS', 'linux']
const types = ['internalGuest', 'b2bCollaborationGuest', 'b2bCollaborationMember', 'b2bDirectConnectUser']

/** The people and things that the policies of these tests can name. */
export const declared: DeclaredNames = {
  users: new Map(['anna', 'ben', 'anna@contoso.com'].map((name) => [name, name])),
  groups: new Map(['g1', 'g2'].map((name) => [name, name])),
  servicePrincipals: new Map([['backup', 'backup']]),
  homeTenants: new Map([['fabrikam.example', 'fabrikam.example']]),
  applications: new Map([['payroll', '3f1c7a52-8a3d-4c0b-9d0f-6a0f8a1b2c3d']]),
  peopleComplete: true,
  groupsComplete: true,
}

const exchange = '00000002-0000-0ff1-ce00-000000000000'
const sharepoint = '00000003-0000-0ff1-ce00-000000000000'
const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10'

const applications = ['All', 'None', 'Office365', 'MicrosoftAdminPortals', exchange, sharepoint, 'payroll']
const people = ['All', 'None', 'GuestsOrExternalUsers', 'anna', 'ben']
const programs = ['ServicePrincipalsInMyTenant', 'None', 'backup']
const places = ['All', 'AllTrusted', 'Office', 'Germany']
const states = ['enabled', 'disabled', 'enabledForReportingButNotEnforced']
const methods = ['password', 'password,sms', 'fido2', 'windowsHelloForBusiness']

/** What a word in each field of a policy can mean, as the pages of Graph list it or the tenant declares it. */
export const meaningsOf: Readonly<Record<string, readonly unknown[]>> = {
  state: states,
  includeUsers: people,
  excludeUsers: people,
  includeGroups: ['g1', 'g2'],
  excludeGroups: ['g1', 'g2'],
  includeRoles: [globalAdministrator],
  excludeRoles: [globalAdministrator],
  guestOrExternalUserTypes: types,
  membershipKind: ['all', 'enumerated'],
  includeServicePrincipals: programs,
  excludeServicePrincipals: programs,
  includeApplications: applications,
  excludeApplications: applications,
  includeUserActions: ['urn:user:registersecurityinfo', 'urn:user:registerdevice'],
  includeAuthenticationContextClassReferences: ['c1', 'c2'],
  clientAppTypes: ['all', ...clientAppTypes, 'easSupported'],
  includePlatforms: platforms,
  excludePlatforms: platforms,
  includeLocations: places,
  excludeLocations: places,
  signInRiskLevels: risks,
  userRiskLevels: risks,
  servicePrincipalRiskLevels: risks,
  insiderRiskLevels: ['minor', 'moderate', 'elevated'],
  transferMethods: ['none', 'deviceCodeFlow', 'authenticationTransfer'],
  mode: ['include', 'exclude'],
  operator: ['AND', 'OR'],
  builtInControls: ['block', ...grantControls],
  members: ['fabrikam.example', '3f2504e0-4f89-41d3-9a0c-0305e82c3301'],
  allowedCombinations: methods,
  cloudAppSecurityType: ['monitorOnly', 'mcasConfigured', 'blockDownloads'],
  type: ['hours', 'days'],
  frequencyInterval: ['timeBased', 'everyTime'],
  authenticationType: ['primaryAndSecondaryAuthentication', 'secondaryAuthentication'],
  isEnabled: [true, false],
}

const persistent = ['always', 'never']
const evaluated = ['strictEnforcement', 'disabled', 'strictLocation']
const rules = ['device.isCompliant -eq True', 'device.isCompliant -ne True', 'device.trustType -eq "ServerAD"']

/** What a text at a place can mean: nothing, or any word of its field. */
function wordsAt(place: Place): readonly unknown[] {
  const names = place.filter((step) => typeof step === 'string')
  const [field, parent] = [names.at(-1) ?? '', names.at(-2) ?? '']
  if (field === 'mode' && parent === 'persistentBrowser') return persistent
  if (field === 'mode' && parent === 'continuousAccessEvaluation') return evaluated
  if (field === 'rule') return rules
  return meaningsOf[field] ?? []
}

/** The policy with a control more. */
function withControl(policy: unknown, control: string): unknown {
  const grant = isMapping(policy) && isMapping(policy['grantControls']) ? policy['grantControls'] : { operator: 'AND' }
  const before = Array.isArray(grant['builtInControls']) ? grant['builtInControls'] : []
  return replacedAt(policy, ['grantControls'], { ...grant, builtInControls: [...before, control] })
}

/** The policy with a session control more. */
function withSession(policy: unknown, name: string, control: unknown): unknown {
  const session = isMapping(policy) && isMapping(policy['sessionControls']) ? policy['sessionControls'] : {}
  return replacedAt(policy, ['sessionControls'], { ...session, [name]: control })
}

/** A part that concerns nobody and nothing, for each part of the conditions that says whom or what a policy concerns. */
const nothing: Readonly<Record<string, unknown>> = {
  users: { includeUsers: ['None'] },
  applications: { includeApplications: ['None'] },
  clientApplications: { includeServicePrincipals: ['None'], excludeServicePrincipals: ['backup'] },
  includeGuestsOrExternalUsers: null,
  externalTenants: { membershipKind: 'enumerated', members: [] },
}

/** What a field that is unknown can mean below a part of the policy: nothing, or whatever a field there can do. */
function fieldsAt(place: Place, policy: unknown): readonly unknown[] {
  const granting = ['block', ...grantControls].map((control) => withControl(policy, control))
  const shaping = [
    withSession(policy, 'persistentBrowser', { mode: 'never', isEnabled: true }),
    withSession(policy, 'secureSignInSession', { isEnabled: true }),
  ]
  const off = replacedAt(policy, ['state'], 'disabled')
  if (place[0] === 'grantControls' && place[1] === 'authenticationStrength')
    return [policy, ...methods.map((method) => replacedAt(policy, [...place, 'allowedCombinations'], [method]))]
  if (place[0] === 'grantControls') return [policy, ...granting]
  if (place[0] === 'sessionControls') return [policy, ...shaping]
  if (place.length === 0) return [policy, off, ...granting, ...shaping]
  const narrowed = nothing[String(place.at(-1))]
  return [policy, narrowed === undefined ? off : replacedAt(policy, place, narrowed)]
}

const unknownWords = ['telepathy', 'unknownFutureValue']
/** Rules that can be read, with a value or an operator that the vendor does not have for the property. */
const unknownRules = [
  'device.trustType -eq "Hybrid"',
  'device.isCompliant -contains "True"',
  'device.isCompliant -ne "yes"',
]
const unknownField = { telepathy: { includeAll: ['x'] } }

/** Fields with no list of values: nothing in them can be a word that is unknown. */
const free: ReadonlySet<string> = new Set(['id', 'displayName', 'value'])

/** The service accepts no policy that blocks and demands something besides. */
function isAlone(policy: unknown, place: Place): boolean {
  const grant = isMapping(policy) && isMapping(policy['grantControls']) ? policy['grantControls'] : {}
  const controls = Array.isArray(grant['builtInControls']) ? grant['builtInControls'] : []
  const others = controls.filter((_, index) => index !== place.at(-1))
  return others.every((control) => control === 'block') && grant['authenticationStrength'] === undefined
}

function wordsReplaced(policy: unknown, place: Place): readonly UnknownPart[] {
  const meanings = wordsAt(place).filter((meaning) => meaning !== 'block' || isAlone(policy, place))
  if (meanings.length === 0) return []
  const words = place.at(-1) === 'rule' ? [...unknownWords, ...unknownRules] : unknownWords
  return words.map((word) => ({
    name: `${place.join('.')} = ${word}`,
    policy: replacedAt(policy, place, word),
    meanings: [...meanings, undefined].map((meaning) => replacedAt(policy, place, meaning)),
  }))
}

/** Every part of a policy that could be a word or a field that is not understood, one at a time. */
export function unknownPartsOf(policy: unknown): readonly UnknownPart[] {
  return partsBelow(policy, [], policy)
}

function partsBelow(policy: unknown, place: Place, value: unknown): readonly UnknownPart[] {
  if (Array.isArray(value)) {
    const items = value as readonly unknown[]
    const inside = items.flatMap((item, index) => partsBelow(policy, [...place, index], item))
    return [...inside, ...wordsReplaced(policy, [...place, items.length])]
  }
  if (isMapping(value)) {
    const inside = Object.entries(value).flatMap(([key, part]) => partsBelow(policy, [...place, key], part))
    const added = {
      name: `${place.join('.')} with a field more`,
      policy: replacedAt(policy, place, { ...value, ...unknownField }),
      meanings: fieldsAt(place, policy),
    }
    return [...inside, added]
  }
  const field = String(place.findLast((step) => typeof step === 'string'))
  return free.has(field) ? [] : wordsReplaced(policy, place)
}
