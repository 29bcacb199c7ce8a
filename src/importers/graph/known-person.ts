import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'
import type { PageItem } from '../large-page.ts'
import type { GraphObject } from './collect.ts'
import { isPersonKind, type PeoplePage, type PersonKind, person } from './person.ts'

/** Fields of Graph's users and registrations that say nothing about what an object is, in lower case. */
const usual: ReadonlySet<string> = new Set(
  [
    ...['id', 'userPrincipalName', 'displayName', 'userType', 'accountEnabled', 'creationType', 'externalUserState'],
    ...['externalUserStateChangeDateTime', 'createdDateTime', 'lastPasswordChangeDateTime', 'passwordProfile'],
    ...['passwordPolicies', 'signInSessionsValidFromDateTime', 'refreshTokensValidFromDateTime', 'identities'],
    ...['perUserMfaState', 'memberOf', 'transitiveMemberOf', 'businessPhones', 'mobilePhone', 'faxNumber', 'mail'],
    ...['mailNickname', 'otherMails', 'proxyAddresses', 'imAddresses', 'givenName', 'surname', 'jobTitle', 'city'],
    ...['department', 'companyName', 'country', 'officeLocation', 'postalCode', 'streetAddress', 'usageLocation'],
    ...['preferredLanguage', 'preferredDataLocation', 'ageGroup', 'legalAgeGroupClassification', 'isResourceAccount'],
    ...['consentProvidedForMinor', 'employeeId', 'employeeType', 'employeeOrgData', 'employeeHireDate'],
    ...['employeeLeaveDateTime', 'showInAddressList', 'assignedLicenses', 'assignedPlans', 'provisionedPlans'],
    ...['licenseAssignmentStates', 'securityIdentifier', 'serviceProvisioningErrors', 'authorizationInfo'],
    ...['onPremisesDistinguishedName', 'onPremisesDomainName', 'onPremisesExtensionAttributes'],
    ...['onPremisesImmutableId', 'onPremisesLastSyncDateTime', 'onPremisesProvisioningErrors'],
    ...['onPremisesSamAccountName', 'onPremisesSecurityIdentifier', 'onPremisesSyncEnabled'],
    ...['onPremisesUserPrincipalName', 'isMfaRegistered', 'isMfaCapable', 'isSsprRegistered', 'isSsprEnabled'],
    ...['isSsprCapable', 'isPasswordlessCapable', 'isAdmin', 'methodsRegistered', 'defaultMfaMethod'],
    ...['isSystemPreferredAuthenticationMethodEnabled', 'systemPreferredAuthenticationMethods'],
    ...['userPreferredMethodForSecondaryAuthentication', 'userDisplayName', 'lastUpdatedDateTime', 'signInActivity'],
  ].map((field) => field.toLowerCase()),
)

/** Deeper parts, and more of them, are looked at with their places. */
const deepest = 20

/** How many fields a value and its parts have; not a number if it is deeper than usual. */
function membersOf(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0
  if (depth > deepest) return Number.NaN
  let count = 0
  if (Array.isArray(value)) for (const item of value) count += membersOf(item, depth + 1)
  else for (const part of Object.values(value)) count += 1 + membersOf(part, depth + 1)
  return count
}

/** An item that has no mistake and gives no field twice, without its places. */
function plainItem({ text, members }: PageItem): Mapping | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isMapping(value) && membersOf(value, 0) === members ? value : undefined
  } catch {
    return undefined
  }
}

/** The form of a record: its fields; undefined if what it is may depend on more. */
function formOf(value: Mapping): string | undefined {
  const entries = Object.entries(value)
  const isUsual = entries.every(([key, part]) => part === null || usual.has(key.toLowerCase()))
  return isUsual ? entries.map(([key]) => key).join('\n') : undefined
}

/** The people of a page that look like one that was recognized. */
export interface KnownPeople {
  /** Notes what an item was found to be. */
  readonly note: (item: PageItem, found: readonly GraphObject[]) => void
  /** The person that an item is for certain. */
  readonly find: (item: PageItem) => GraphObject | undefined
}

const mostForms = 1000

/** People in a page, of which one of each form is recognized and the others are taken for the same. */
export function knownPeople(page: PeoplePage): KnownPeople {
  const forms = new Map<string, PersonKind>()
  return {
    note: (item, [only, ...others]) => {
      if (only === undefined || others.length > 0 || !isPersonKind(only.kind) || forms.size >= mostForms) return
      const value = plainItem(item)
      const form = value && formOf(value)
      if (form !== undefined) forms.set(form, only.kind)
    },
    find: (item) => {
      const value = forms.size === 0 ? undefined : plainItem(item)
      const form = value && formOf(value)
      const kind = form === undefined ? undefined : forms.get(form)
      if (value === undefined || kind === undefined) return undefined
      return person(kind, page, value, { line: item.firstLine, column: item.firstColumn })
    },
  }
}
