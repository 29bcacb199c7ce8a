// Sets of policies like those of large tenants, from few patterns for many groups of people, applications and places.
import { addressOf, choices } from './problem.mjs'

const groups = 120
const applications = 20
const locations = 10
const group = (index) => `group-${index}`
const application = (index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`

const grants = [
  { operator: 'OR', builtInControls: ['mfa'] },
  { operator: 'OR', builtInControls: ['mfa', 'compliantDevice'] },
  { operator: 'AND', builtInControls: ['mfa', 'compliantDevice'] },
  { operator: 'OR', builtInControls: ['block'] },
  { operator: 'OR', builtInControls: [], authenticationStrength: { id: '00000000-0000-0000-0000-000000000004' } },
]

function policy(choose, index) {
  const grantControls = grants[choose(grants.length)]
  const blocks = grantControls.builtInControls[0] === 'block'
  // Nobody blocks everybody.
  const scoped = blocks || choose(8) !== 0
  const types = choose(3)
  const few = (what, many) => Array.from({ length: 1 + choose(3) }, () => what(choose(many)))
  return {
    id: `p${index}`,
    displayName: `Policy ${index}`,
    state: 'enabled',
    conditions: {
      users: {
        ...(scoped ? { includeGroups: few(group, groups) } : { includeUsers: ['All'] }),
        excludeGroups: !scoped || choose(2) === 0 ? few(group, groups) : [],
      },
      applications:
        choose(2) === 0 ? { includeApplications: ['All'] } : { includeApplications: few(application, applications) },
      clientAppTypes: [['all'], ['browser', 'mobileAppsAndDesktopClients'], ['exchangeActiveSync', 'other']][types],
      ...(choose(3) === 0
        ? { locations: { includeLocations: ['All'], excludeLocations: few((at) => `place-${at}`, locations) } }
        : {}),
      ...(choose(6) === 0
        ? { platforms: { includePlatforms: [['iOS', 'android', 'windows', 'macOS'][choose(4)]] } }
        : {}),
      ...(choose(10) === 0 ? { signInRiskLevels: ['high', 'medium'].slice(choose(2)) } : {}),
      ...(choose(14) === 0 ? { userRiskLevels: ['high'] } : {}),
    },
    grantControls,
    ...(choose(6) === 0
      ? { sessionControls: { signInFrequency: { isEnabled: true, type: 'hours', value: 1 + choose(12) } } }
      : {}),
  }
}

/** A tenant of so many policies; `changed` of them, spread over all, are others than in the set without changes. */
export function tenantText(count, changed = 0) {
  const made = Array.from({ length: count }, (_, index) => {
    const other = changed > 0 && index % Math.floor(count / changed) === 0
    return policy(choices(other ? 100_000 + index : index), index)
  })
  const people = choices(5)
  const users = Array.from({ length: 300 }, (_, index) => ({
    userPrincipalName: `user${index}@contoso.com`,
    groups: [...new Set(Array.from({ length: people(5) }, () => group(people(groups))))],
    roles: [],
  }))
  return JSON.stringify({
    name: `${count} policies`,
    asOf: '2026-11-22',
    securityDefaults: false,
    domains: [{ name: 'contoso.com', authenticationType: 'managed' }],
    groups: Array.from({ length: groups }, (_, index) => ({ name: group(index) })),
    conditionalAccess: {
      namedLocations: Array.from({ length: locations }, (_, index) => ({
        '@odata.type': '#microsoft.graph.ipNamedLocation',
        id: `place-${index}`,
        displayName: `place-${index}`,
        isTrusted: index < 3,
        ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: addressOf(index) }],
      })),
      policies: made,
    },
    users,
  })
}
