/** Services that a client can talk to. A tenant declares those it has; ids are the same in YAML, JSON and code. */
export const workloadNames = [
  'exchange-online',
  'exchange-server',
  'skype-for-business-online',
  'skype-for-business-server',
  'sharepoint-online',
  'teams',
  'vpn',
  'remote-desktop-gateway',
  'application-proxy',
  'azure-files',
  'file-server',
  'sql-server',
  'sharepoint-server',
  'remote-computer',
  'joined-computer',
  'domain-services',
  'entra-self-service',
  'azure-management',
  'microsoft-365-admin',
  'microsoft-graph',
  'application',
] as const

/** The id of a service that a client talks to. */
export type WorkloadName = (typeof workloadNames)[number]

/** Who can check a secret. `home-tenant` is the tenant that a guest comes from, `microsoft-account` the service of personal accounts, `relying-party` is the service itself: a certificate it issued, an address it allows. */
export const verifiers = [
  'entra-id',
  'federated-idp',
  'active-directory',
  'pass-through-agent',
  'home-tenant',
  'microsoft-account',
  'relying-party',
] as const

/** Who checks the secret itself. */
export type Verifier = (typeof verifiers)[number]

/** Who issues the token, or vouches for the account, that a relying party trusts. */
export const issuers = ['entra-id', 'federated-idp', 'active-directory', 'relying-party'] as const

/** The issuer that a relying party trusts on one leg. */
export type Issuer = (typeof issuers)[number]

/** Everyone who can take part in a sign-in. */
export type ActorId =
  | 'user'
  | 'client'
  | WorkloadName
  | Exclude<Verifier, 'relying-party'>
  | 'custom-provider'
  | 'external-provider'
  | 'directory-sync'

/** Where an actor is in a drawing. */
export type Zone = 'client' | 'microsoft-cloud' | 'perimeter' | 'on-premises'

/** Trails that can record a sign-in. */
export const auditTrails = ['entra-id', 'federated-idp', 'active-directory', 'relying-party'] as const

/** A log that records a sign-in. */
export type AuditTrail = (typeof auditTrails)[number]
