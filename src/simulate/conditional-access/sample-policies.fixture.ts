import type { DeclaredNames } from '../../tenant/conditional-access/name-book.ts'
import { parseGraphSource } from '../../tenant/conditional-access/parse-graph-source.ts'
import { readConditionalAccess } from '../../tenant/conditional-access/read-conditional-access.ts'
import { type CompiledPolicies, compilePolicies } from './compile.ts'
import type { PolicySignIn } from './sign-in.ts'

/** What a test says in Graph's terms. */
export interface SamplePolicies {
  readonly policies: readonly unknown[]
  readonly namedLocations?: readonly unknown[]
  readonly authenticationStrengths?: readonly unknown[]
  readonly trustedIps?: readonly string[]
  /** What the tenant declares; without it every name stands for itself. */
  readonly declared?: DeclaredNames
}

/** Compiles policies given as plain objects; for tests. */
export function compiledFrom({ declared, ...sample }: SamplePolicies): CompiledPolicies {
  const parsed = parseGraphSource({ name: 'sample.json', text: JSON.stringify(sample) })
  if (!parsed.ok) throw new Error('the sample is no JSON')
  const part = (key: string) => [{ document: parsed.value, path: [key] }]
  const parts = {
    policies: part('policies'),
    ...(sample.namedLocations === undefined ? {} : { namedLocations: part('namedLocations') }),
    authenticationStrengths: part('authenticationStrengths'),
    authenticationContexts: [],
  }
  const { value } = readConditionalAccess(parts, declared)
  return compilePolicies(value, { trustedIps: sample.trustedIps ?? [] })
}

/** A policy for everyone and everything that demands MFA, changed as a test wants it. */
export function samplePolicy(
  name: string,
  conditions: Readonly<Record<string, unknown>> = {},
  grant: unknown = { operator: 'OR', builtInControls: ['mfa'] },
  rest: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return {
    id: name,
    displayName: name,
    state: 'enabled',
    conditions: {
      users: { includeUsers: ['All'] },
      applications: { includeApplications: ['All'] },
      clientAppTypes: ['all'],
      ...conditions,
    },
    grantControls: grant,
    ...rest,
  }
}

/** App id of Exchange Online. */
export const exchange = '00000002-0000-0ff1-ce00-000000000000'
/** App id of SharePoint Online. */
export const sharepoint = '00000003-0000-0ff1-ce00-000000000000'
/** App id of Teams. */
export const teams = 'cc15fd57-2c6c-4117-a88c-83b1d56b4bbe'

/** A modern desktop sign-in to the mailbox of a user in no group, changed as a test wants it. */
export function sampleSignIn(changes: Partial<PolicySignIn> = {}): PolicySignIn {
  return {
    principal: { id: 'anna', userPrincipalName: 'anna@contoso.com', kind: 'user', groups: new Set(), roles: new Set() },
    target: { applications: [exchange] },
    clientAppType: 'mobileAppsAndDesktopClients',
    legacy: false,
    devicePlatform: 'windows',
    location: { addresses: ['198.51.100.7'], country: 'DE' },
    signInRiskLevel: 'none',
    userRiskLevel: 'none',
    insiderRiskLevel: 'none',
    authenticationFlow: 'none',
    device: 'unregistered',
    at: Date.UTC(2025, 0, 1),
    ...changes,
  }
}
