import { loadTenantText } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Trace } from '../trace/step.ts'
import type { ClientRequest } from '../vocabulary/requests.ts'
import { simulateSession } from './simulate-session.ts'

type Part = Readonly<Record<string, unknown>>

/** What a test changes in a small tenant of one user and one network. */
export interface Plan {
  readonly asOf?: string
  readonly tenant?: Part
  readonly domain?: Part
  readonly provider?: Part
  readonly user?: Part
  readonly network?: Part
  readonly workloads?: Part
  /** A client declared by its capabilities, called `own`. */
  readonly client?: Part
  readonly policies?: readonly Part[]
}

const contoso = {
  name: 'Contoso',
  asOf: '2020-03-15',
  createdDateTime: '2018-03-01',
  securityDefaults: false,
  multifactorAuthentication: { appPasswords: 'allowed', trustedIps: [] },
  directorySync: { delay: 'PT30M' },
}

const ada = {
  userPrincipalName: 'ada@contoso.com',
  displayName: 'Ada',
  perUserMfaState: 'disabled',
  registered: true,
  methods: ['microsoftAuthenticatorPush'],
  appPasswords: [],
  groups: [],
  roles: [],
  mailbox: 'exchange-online',
  archive: 'none',
}

/** A domain whose passwords are checked by the identity provider. */
export const federated = { authenticationType: 'federated', identityProvider: 'adfs' }

/** A small tenant: everything is stated, and each test changes what it is about. */
export function tenantOf(plan: Plan): Tenant {
  const text = JSON.stringify({
    ...contoso,
    ...(plan.asOf === undefined ? {} : { asOf: plan.asOf }),
    domains: [
      {
        name: 'contoso.com',
        authenticationType: 'managed',
        ...(plan.domain?.['authenticationType'] === 'federated' ? {} : { managedSignIn: 'password-hash-sync' }),
        ...plan.domain,
      },
    ],
    identityProviders: [
      { name: 'adfs', product: 'ad-fs', performsMfa: false, reachableFromInternet: true, ...plan.provider },
    ],
    workloads: plan.workloads ?? { 'exchange-online': { OAuth2ClientProfileEnabled: true } },
    networks: [{ name: 'here', country: 'US', ...plan.network }],
    ...(plan.client === undefined
      ? {}
      : { clients: [{ name: 'own', displayName: 'Own client', kind: 'mail', platform: 'windows', ...plan.client }] }),
    users: [{ ...ada, ...plan.user }],
    ...(plan.policies === undefined ? {} : { conditionalAccess: { namedLocations: [], policies: plan.policies } }),
    ...plan.tenant,
  })
  const loaded = loadTenantText(text, 'plan.json')
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics.map(({ code, args }) => [code, args])))
  return loaded.value
}

/** A policy for everyone and everything, unless a part of it says otherwise. */
export function policy(grant: Part | undefined, conditions: Part = {}, rest: Part = {}): Part {
  return {
    displayName: 'Policy',
    state: 'enabled',
    conditions: {
      users: { includeUsers: ['All'] },
      applications: { includeApplications: ['All'] },
      clientAppTypes: ['all'],
      ...conditions,
    },
    ...(grant === undefined ? {} : { grantControls: { operator: 'OR', ...grant } }),
    ...rest,
  }
}

/** The legs of one sign-in of the user; of a client of the catalog, or of the declared one. */
export function legsOf(plan: Plan, request: Partial<ClientRequest> = {}): readonly Trace[] {
  const tenant = tenantOf(plan)
  const [user = ''] = [...tenant.users.keys()]
  return simulateSession(tenant, {
    user,
    client: plan.client === undefined ? 'outlook-2016' : 'own',
    purpose: 'read-mail',
    network: 'here',
    at: tenant.asOf,
    signals: {},
    ...request,
  })
}
