import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'
import { parseCidr } from '../../source/text/parse-cidr.ts'
import { present } from '../../tenant/freeze.ts'
import { countryMeantBy, countryOf } from '../../vocabulary/countries.ts'
import { deviceProperties, devicePropertyNamed, isDeviceSignal } from '../../vocabulary/device-properties.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import { clientAppTypes } from '../../vocabulary/policies.ts'
import { signalValues } from '../wording/signal-words.ts'
import { lacks, type Part, partsOf, type Reading, refuse, textOf, wordOf } from './request-reader.ts'

/** The validated parts of a request body, in Graph's names. */
export interface WhatIfRequest {
  readonly identity:
    | {
        readonly userId?: string
        readonly externalUserType?: string
        readonly externalTenantId?: string
        /** Groups and roles of someone whom the tenant file does not declare. */
        readonly groups?: readonly string[]
        readonly roles?: readonly string[]
      }
    | { readonly servicePrincipalId: string }
  readonly context:
    | { readonly includeApplications: readonly string[] }
    | { readonly userAction: 'registerSecurityInformation' | 'registerOrJoinDevices' }
    | { readonly authenticationContextValue: string }
  readonly conditions: WhatIfConditions
  readonly appliedPoliciesOnly: boolean
  /** The paths of the items of the context. */
  readonly contextPaths: readonly DocumentPath[]
  /** The path of the identity, for later diagnostics. */
  readonly identityPath: DocumentPath
}

/** The conditions of a request; an absent one was not given. */
export interface WhatIfConditions {
  readonly devicePlatform?: string
  readonly clientAppType?: string
  readonly signInRiskLevel?: string
  readonly userRiskLevel?: string
  readonly servicePrincipalRiskLevel?: string
  readonly insiderRiskLevel?: string
  readonly country?: string
  readonly ipAddress?: string
  readonly transferMethod?: string
  readonly deviceInfo?: Readonly<Record<string, string>>
}

const externalUserTypes = [
  'none',
  'internalGuest',
  'b2bCollaborationGuest',
  'b2bCollaborationMember',
  'b2bDirectConnectUser',
  'otherExternalUser',
  'serviceProvider',
]

/** Groups or roles, of someone whom the file does not declare: those of its users are stated there. */
function readMemberships(
  reading: Reading,
  parts: ReadonlyMap<string, Part>,
  name: 'groups' | 'roles',
): readonly string[] | undefined {
  const part = parts.get(name)
  if (part === undefined) return undefined
  if (parts.has('userId') || !Array.isArray(part.value)) {
    refuse(reading, part, [parts.has('userId') ? 'omitted, since the file says it of its users' : 'a list'])
    return undefined
  }
  return part.value.flatMap((value: unknown, index) => {
    const text = textOf(reading, { value, path: [...part.path, index] }, name === 'groups' ? 'a group' : 'a role')
    return text === undefined ? [] : [text]
  })
}

function readIdentity(reading: Reading, part: Part): WhatIfRequest['identity'] | undefined {
  const names = ['userId', 'externalUserType', 'externalTenantId', 'servicePrincipalId', 'groups', 'roles']
  const parts = partsOf(reading, part, names)
  const service = textOf(reading, parts.get('servicePrincipalId'), 'an id')
  if (service !== undefined) return { servicePrincipalId: service }
  const userId = textOf(reading, parts.get('userId'), 'an id')
  const type = wordOf(reading, parts.get('externalUserType'), externalUserTypes)
  const tenant = textOf(reading, parts.get('externalTenantId'), 'an id')
  if (userId === undefined && type === undefined) {
    lacks(reading, 'signInIdentity.userId', '`userId`, `externalUserType` or `servicePrincipalId`', part.path)
    return undefined
  }
  const memberships = {
    groups: readMemberships(reading, parts, 'groups'),
    roles: readMemberships(reading, parts, 'roles'),
  }
  return {
    ...(userId === undefined ? {} : { userId }),
    ...present(memberships),
    ...(type === undefined || (type === 'none' && userId !== undefined) ? {} : { externalUserType: type }),
    ...(tenant === undefined ? {} : { externalTenantId: tenant }),
  }
}

interface Context {
  readonly context: WhatIfRequest['context']
  readonly paths: readonly DocumentPath[]
}

function readApplications(reading: Reading, part: Part): Context {
  const items: readonly unknown[] = Array.isArray(part.value) ? part.value : [part.value]
  const named = items.flatMap((value, index) => {
    const path = Array.isArray(part.value) ? [...part.path, index] : part.path
    const word = textOf(reading, { value, path }, 'an app id')
    return word === undefined ? [] : [{ word, path }]
  })
  if (named.length === 0) lacks(reading, 'includeApplications', 'at least one app id', part.path)
  return { context: { includeApplications: named.map(({ word }) => word) }, paths: named.map(({ path }) => path) }
}

const isBlank = (value: unknown): boolean => value === '' || (Array.isArray(value) && value.length === 0)

const contextFields = ['includeApplications', 'userAction', 'authenticationContextValue']

function readContext(reading: Reading, part: Part): Context | undefined {
  const parts = partsOf(reading, part, contextFields)
  const given = contextFields.flatMap((field) => parts.get(field) ?? []).filter(({ value }) => !isBlank(value))
  for (const more of given.slice(1))
    refuse(reading, more, ['omitted, because the request already targets something else'])
  const applications = parts.get('includeApplications')
  if (applications !== undefined && given.every((part) => part === applications))
    return readApplications(reading, applications)
  const actions = ['registerSecurityInformation', 'registerOrJoinDevices'] as const
  const word = wordOf(reading, parts.get('userAction'), actions)
  const userAction = actions.find((action) => action === word)
  if (userAction !== undefined) return { context: { userAction }, paths: [] }
  const labeled = parts.get('authenticationContextValue')
  const value = textOf(reading, labeled, 'a value such as c1')
  if (value !== undefined && labeled !== undefined)
    return { context: { authenticationContextValue: value }, paths: [labeled.path] }
  if (!parts.has('userAction')) {
    const expected = '`includeApplications`, `userAction` or `authenticationContextValue`'
    lacks(reading, 'signInContext', expected, part.path)
  }
  return undefined
}

/** The properties of a device as texts; lists are joined by commas. */
function readDevice(reading: Reading, part: Part | undefined): Readonly<Record<string, string>> | undefined {
  if (part === undefined) return undefined
  const names = deviceProperties.map(({ name }) => name)
  const shown = (value: unknown): string => (Array.isArray(value) ? value.map(String).join(',') : String(value))
  const read = [...partsOf(reading, part, names)].map(([name, { value, path }]) => {
    const property = devicePropertyNamed(name)
    if (property !== undefined && !isDeviceSignal(property, shown(value)))
      refuse(reading, { value: shown(value), path }, property.values ?? [])
    return [name, shown(value)] as const
  })
  return Object.fromEntries(read)
}

function readAddress(reading: Reading, part: Part | undefined): string | undefined {
  const address = textOf(reading, part, 'an address')
  if (part === undefined || address === undefined) return undefined
  if (!address.includes('/') && parseCidr(address) !== undefined) return address
  refuse(reading, part, ['an IPv4 or IPv6 address'])
  return undefined
}

function readCountry(reading: Reading, part: Part | undefined): string | undefined {
  const country = textOf(reading, part, 'two letters')
  if (part === undefined || country === undefined) return undefined
  const code = country === 'unknown' ? country : countryOf(country)
  const meant = countryMeantBy(country)
  if (code === undefined) refuse(reading, part, ['a two-letter ISO 3166 code', ...(meant === undefined ? [] : [meant])])
  return code
}

function transferOf(reading: Reading, part: Part | undefined): string | undefined {
  const inner = isMapping(part?.value) ? partsOf(reading, part, ['transferMethod']).get('transferMethod') : part
  return wordOf(reading, inner, signalValues.authenticationFlow)
}

const unstated: ReadonlySet<string> = new Set(['all', 'unknownFutureValue'])
const stated = (word: string | undefined): string | undefined =>
  word === undefined || unstated.has(word) ? undefined : word

function readConditions(reading: Reading, part: Part): WhatIfConditions {
  const names = [
    ...['devicePlatform', 'clientAppType', 'signInRiskLevel', 'userRiskLevel', 'servicePrincipalRiskLevel'],
    ...['insiderRiskLevel', 'country', 'ipAddress', 'authenticationFlow', 'deviceInfo'],
  ]
  const parts = partsOf(reading, part, names)
  const word = (name: string, known: readonly string[]): string | undefined =>
    stated(wordOf(reading, parts.get(name), [...known, 'unknownFutureValue']))
  const conditions = {
    devicePlatform: word('devicePlatform', [...signalValues.devicePlatform, 'all']),
    clientAppType: word('clientAppType', [...clientAppTypes, 'easSupported', 'unknown', 'all']),
    signInRiskLevel: word('signInRiskLevel', signalValues.signInRiskLevel),
    userRiskLevel: word('userRiskLevel', signalValues.userRiskLevel),
    servicePrincipalRiskLevel: word('servicePrincipalRiskLevel', signalValues.servicePrincipalRiskLevel),
    insiderRiskLevel: word('insiderRiskLevel', signalValues.insiderRiskLevel),
    country: readCountry(reading, parts.get('country')),
    ipAddress: readAddress(reading, parts.get('ipAddress')),
    transferMethod: transferOf(reading, parts.get('authenticationFlow')),
    deviceInfo: readDevice(reading, parts.get('deviceInfo')),
  }
  // Absent conditions are omitted, which the type of fromEntries cannot express.
  return Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== undefined)) as WhatIfConditions
}

/** Reads a request body and reports all problems. */
export function readWhatIfRequest(document: LocatedDocument): {
  readonly request?: WhatIfRequest
  readonly diagnostics: readonly Diagnostic[]
} {
  const reading: Reading = { document, diagnostics: [] }
  const names = ['signInIdentity', 'signInContext', 'signInConditions', 'appliedPoliciesOnly']
  const parts = partsOf(reading, { value: document.value, path: [] }, names)
  const [identityPart, contextPart] = [parts.get('signInIdentity'), parts.get('signInContext')]
  if (identityPart === undefined) lacks(reading, 'signInIdentity', 'who signs in', [])
  if (contextPart === undefined) lacks(reading, 'signInContext', 'what the sign-in is for', [])
  const identity = identityPart && readIdentity(reading, identityPart)
  const context = contextPart && readContext(reading, contextPart)
  const conditionsPart = parts.get('signInConditions')
  const conditions = conditionsPart === undefined ? {} : readConditions(reading, conditionsPart)
  const only = parts.get('appliedPoliciesOnly')
  if (only !== undefined && typeof only.value !== 'boolean') refuse(reading, only, ['true', 'false'])
  if (identity === undefined || context === undefined || reading.diagnostics.length > 0 || identityPart === undefined) {
    return { diagnostics: reading.diagnostics }
  }
  const request = {
    identity,
    context: context.context,
    contextPaths: context.paths,
    conditions,
    appliedPoliciesOnly: only?.value === true,
    identityPath: identityPart.path,
  }
  return { request, diagnostics: [] }
}
