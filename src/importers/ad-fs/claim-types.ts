import { adfsClaims } from '../../catalog/adfs-access.ts'

const soap = 'schemas.xmlsoap.org'
const microsoft = 'schemas.microsoft.com'

/** The names of claims in a tenant file by their types, without the scheme, in lower case. */
const names: ReadonlyMap<string, string> = new Map([
  ...adfsClaims.map(({ id, claimType }) => [claimType.replace(/^https?:\/\//i, '').toLowerCase(), id] as const),
  [`${soap}/ws/2005/05/identity/claims/upn`, 'upn'],
  [`${soap}/claims/upn`, 'upn'],
  [`${soap}/claims/group`, 'group'],
  [`${microsoft}/ws/2008/06/identity/claims/groupsid`, 'groupsid'],
])

/** A claim type in the form used for comparison: documentation and pasted rules use either scheme. */
export const claimType = (type: string): string =>
  type
    .trim()
    .replace(/^https?:\/\//i, '')
    .toLowerCase()

/** The name of a claim type in a tenant file; undefined if tenant files have no name for it. */
export const nameOfClaim = (type: string): string | undefined => names.get(claimType(type))

/** The types of claims by which AD FS permits and denies. */
export const authorization = {
  permit: `${microsoft}/authorization/claims/permit`,
  deny: `${microsoft}/authorization/claims/deny`,
} as const

/** The types of claims by which a rule asks for a second factor, and their value. */
export const secondFactorTypes: readonly string[] = [
  `${microsoft}/ws/2008/06/identity/claims/authenticationmethod`,
  `${microsoft}/claims/authnmethodsreferences`,
]

/** The method that represents a second factor, in claims of either type. */
export const multipleAuthentication = 'http://schemas.microsoft.com/claims/multipleauthn'
