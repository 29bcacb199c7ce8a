import type { Row } from './row.ts'

/** A client access policy that the vendor publishes for AD FS, as the text of its scenario means it. */
export interface AdfsAccessPolicy extends Row {
  readonly name: string
  /** All of these hold where a request is denied; a claim that is absent counts as not equal. */
  readonly deniesWhen: {
    readonly insideCorporateNetwork: false
    /** The client application is another one, or the claim is absent. */
    readonly clientApplicationIsNot?: string
    /** The request came to another path than this. */
    readonly endpointPathIsNot?: string
    /** The user is in none of the named groups. */
    readonly outsideGroups?: true
  }
  readonly statement: string
}

/** The four published policies, by name. Deny beats permit, regardless of the order of the rules. */
export const adfsAccessPolicies: readonly AdfsAccessPolicy[] = [
  {
    id: 'block-all-external',
    name: 'Block all external access',
    deniesWhen: { insideCorporateNetwork: false },
    statement: 'Requests from outside the corporate network are denied.',
    citation: { source: 'adfs-access-control', section: 'Scenario 1' },
  },
  {
    id: 'block-all-external-except-activesync',
    name: 'Block all external access except Exchange ActiveSync',
    deniesWhen: { insideCorporateNetwork: false, clientApplicationIsNot: 'Microsoft.Exchange.ActiveSync' },
    statement: 'Requests from outside are denied unless Exchange sent them for an ActiveSync client.',
    citation: { source: 'adfs-access-control', section: 'Scenario 2' },
  },
  {
    id: 'block-all-external-except-browser',
    name: 'Block all external access except browser-based applications',
    deniesWhen: { insideCorporateNetwork: false, endpointPathIsNot: '/adfs/ls/' },
    statement: 'Requests from outside are denied unless they came to the passive endpoint of browsers.',
    citation: { source: 'adfs-access-control', section: 'Scenario 3' },
  },
  {
    id: 'block-all-external-except-groups',
    name: 'Block all external access except for designated groups',
    deniesWhen: { insideCorporateNetwork: false, outsideGroups: true },
    statement: 'Requests from outside are denied unless the user is in a named group.',
    citation: { source: 'adfs-access-control', section: 'Scenario 4' },
  },
]

/** A claim that an access rule can see. */
export interface AdfsClaim extends Row {
  readonly claimType: string
  /** Who puts it there. */
  readonly setBy: 'ad-fs' | 'web-application-proxy' | 'exchange-online'
  readonly statement: string
}

const context = 'http://schemas.microsoft.com/2012/01/requestcontext/claims/'

/** The claims of a request, by the short name used in tenant files. */
export const adfsClaims: readonly AdfsClaim[] = [
  {
    id: 'authnmethodsreferences',
    claimType: 'http://schemas.microsoft.com/claims/authnmethodsreferences',
    setBy: 'ad-fs',
    statement: 'The methods used; Entra ID counts a second factor performed by AD FS only if this claim is passed on.',
    citation: { source: 'entra-mfa-adfs', section: 'Secure Microsoft Entra resources using AD FS' },
  },
  {
    id: 'insidecorporatenetwork',
    claimType: 'http://schemas.microsoft.com/ws/2012/01/insidecorporatenetwork',
    setBy: 'ad-fs',
    statement: 'True if the request reached the federation service directly, not through the proxy.',
    citation: { source: 'adfs-access-control', section: 'InsideCorporateNetwork' },
  },
  {
    id: 'x-ms-proxy',
    claimType: `${context}x-ms-proxy`,
    setBy: 'web-application-proxy',
    statement: 'The name of the proxy that passed the request.',
    citation: { source: 'adfs-access-control', section: 'X-MS-Proxy' },
  },
  {
    id: 'x-ms-forwarded-client-ip',
    claimType: `${context}x-ms-forwarded-client-ip`,
    setBy: 'exchange-online',
    statement: 'The client address that Exchange Online sees, including proxies; IPv4 only.',
    citation: { source: 'adfs-access-control', section: 'X-MS-Forwarded-Client-IP' },
  },
  {
    id: 'x-ms-client-application',
    claimType: `${context}x-ms-client-application`,
    setBy: 'exchange-online',
    statement: 'The protocol of the client on whose behalf Exchange Online asks; absent for browsers.',
    citation: { source: 'adfs-access-control', section: 'X-MS-Client-Application' },
  },
  {
    id: 'x-ms-client-user-agent',
    claimType: `${context}x-ms-client-user-agent`,
    setBy: 'exchange-online',
    statement: 'The kind of device of an ActiveSync client.',
    citation: { source: 'adfs-access-control', section: 'X-MS-Client-User-Agent' },
  },
  {
    id: 'x-ms-endpoint-absolute-path',
    claimType: `${context}x-ms-endpoint-absolute-path`,
    setBy: 'ad-fs',
    statement: 'The path of the request: /adfs/ls/ for browsers, a trust endpoint for active clients.',
    citation: { source: 'adfs-access-control', section: 'X-MS-Endpoint-Absolute-Path' },
  },
]
