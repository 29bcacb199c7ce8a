// The product through its library: policies compiled once; each decision keeps the policies and the rule behind it.
import { compilePolicies, decide, decidePolicies, loadTenantText } from '../../dist/index.js'
import { addressOf, answerOf, applicationId, asksPolicies, groupName, locationName } from '../problem.mjs'

export const name = 'authplan, with evidence'

const at = Date.parse('2026-11-22T00:00:00Z')

const graphPolicy = (policy) => ({
  displayName: policy.name,
  state: 'enabled',
  conditions: {
    users: {
      ...(policy.include === null ? { includeUsers: ['All'] } : { includeGroups: policy.include }),
      ...(policy.exclude === null ? {} : { excludeGroups: [policy.exclude] }),
    },
    applications: { includeApplications: policy.application === null ? ['All'] : [policy.application] },
    clientAppTypes: policy.types,
    ...(policy.location === null && policy.notFrom === null
      ? {}
      : {
          locations: {
            includeLocations: policy.location === null ? ['All'] : [policy.location],
            ...(policy.notFrom === null ? {} : { excludeLocations: [policy.notFrom] }),
          },
        }),
  },
  grantControls: { operator: 'OR', builtInControls: [policy.grant] },
})

const namedLocation = (index) => ({
  '@odata.type': '#microsoft.graph.ipNamedLocation',
  id: locationName(index),
  displayName: locationName(index),
  isTrusted: false,
  ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: addressOf(index) }],
})

/** The tenant file of the problem. */
export function tenantText(policies) {
  return JSON.stringify({
    name: 'bench',
    asOf: '2026-11-22',
    domains: [{ name: 'contoso.com', authenticationType: 'managed' }],
    groups: Array.from({ length: 200 }, (_, index) => ({ name: groupName(index) })),
    applications: Array.from({ length: 20 }, (_, index) => ({
      displayName: `App ${index}`,
      appId: applicationId(index),
    })),
    conditionalAccess: {
      policies: policies.map(graphPolicy),
      namedLocations: Array.from({ length: 10 }, (_, index) => namedLocation(index)),
    },
    securityDefaults: false,
    users: [],
  })
}

export function tenantOf(policies) {
  const loaded = loadTenantText(tenantText(policies), 'bench.json')
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics.map(({ code, args }) => [code, args])))
  return loaded.value
}

/** Where sign-ins come from: a tenant has few networks and many users. */
const places = Array.from({ length: 10 }, (_, index) => ({ addresses: [addressOf(index)] }))

const locationOf = (name) => Number(name.slice(name.lastIndexOf('-') + 1))

function signInOf(request) {
  return {
    principal: { kind: 'user', groups: new Set(request.groups), roles: new Set() },
    target: { applications: [request.application] },
    clientAppType: request.type,
    legacy: request.legacy,
    interactive: !request.legacy,
    location: places[locationOf(request.location)],
    at,
  }
}

/** The facts of the request in the product's words; what a policy demands is not among them yet. */
function factsOf(request) {
  const online = request.hosting === 'online'
  const windows = !online && request.joined && !request.legacy
  return {
    flow: windows ? 'windows-integrated' : request.legacy ? 'basic' : online ? 'modern' : 'basic',
    flowClass: request.application_only
      ? 'application'
      : !online
        ? 'on-premises'
        : request.legacy
          ? 'legacy'
          : 'interactive',
    issuer: online ? 'entra-id' : 'active-directory',
    secondFactor: 'not-required',
    appPassword: request.appPassword ? 'exists' : 'none',
    deviceSession: request.joined ? 'domain' : 'none',
    administrative: request.administers ? 'yes' : 'no',
    accountKind: 'user',
    sendsFromAllowedAddress: 'no',
    sendingRoute: 'none',
    connectorNamesCertificate: 'yes',
  }
}

export function prepare(policies, requests) {
  const compiled = compilePolicies(tenantOf(policies).conditionalAccess, { trustedIps: [] })
  const made = requests.map((request) => ({ request, signIn: signInOf(request), facts: factsOf(request) }))
  return {
    decide: (index) => decideWithEvidence(compiled, made[index]).answer,
    evidence: (index) => decideWithEvidence(compiled, made[index]),
  }
}

/** The answer with the policies that took part and the rule that decided. */
function decideWithEvidence(compiled, { request, signIn, facts }) {
  const asks = asksPolicies(request)
  const policies = asks ? decidePolicies(compiled, signIn).combined : undefined
  if (policies?.decision === 'block') return { answer: 'block', policies: policies.policies }
  const mfa = asks && (policies.decision === 'controls-required' || request.enforced)
  facts.secondFactor = mfa ? 'required' : 'not-required'
  const credential = decide('credential', facts)
  // The problem has one word for it that no credential works.
  const found = credential.answer === 'password-does-not-suffice' ? 'nothing' : credential.answer
  const answer = answerOf(found, mfa && !request.legacy)
  return { answer, policies: policies?.policies, rule: credential.rule }
}
