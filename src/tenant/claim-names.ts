import { adfsClaims } from '../catalog/adfs-access.ts'

/** Claim names are matched by their last part, so that full claim URIs work as written. */
export function claimName(claim: string): string {
  return claim.slice(claim.lastIndexOf('/') + 1).toLowerCase()
}

/** Whether a text is a security identifier of Windows: S-1-5-21 and so on. */
export const isSecurityIdentifier = (text: string): boolean => /^s-1-\d/i.test(text)

/** Claims whose value follows from a sign-in; of any other nobody can say whether a condition on it holds. */
export const modeledClaims: ReadonlySet<string> = new Set([
  'upn',
  'group',
  'groupsid',
  'client-inside',
  'insidecorporatenetwork',
  'x-ms-proxy',
  'x-ms-forwarded-client-ip',
  'x-ms-client-application',
  'x-ms-endpoint-absolute-path',
])

/** Every claim that a rule can name without declaring it. */
export const knownClaims: ReadonlySet<string> = new Set([...modeledClaims, ...adfsClaims.map(({ id }) => id)])
