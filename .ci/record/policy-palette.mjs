// A Conditional Access policy drawn at random, with every kind of condition, grant and session control.
import { tools } from './choices.mjs'
import { conditionsOf } from './condition-palette.mjs'

/** The named locations that drawn policies name. */
const places = [
  {
    '@odata.type': '#microsoft.graph.ipNamedLocation',
    id: 'office',
    displayName: 'Office',
    isTrusted: true,
    ipRanges: [
      { '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '198.51.100.0/24' },
      { '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '203.0.113.0/24' },
    ],
  },
  {
    '@odata.type': '#microsoft.graph.ipNamedLocation',
    id: 'lab',
    displayName: 'Lab',
    isTrusted: false,
    ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '192.0.2.0/25' }],
  },
  {
    '@odata.type': '#microsoft.graph.countryNamedLocation',
    id: 'alps',
    displayName: 'Alps',
    countriesAndRegions: ['CH', 'US'],
    includeUnknownCountriesAndRegions: false,
  },
  {
    '@odata.type': '#microsoft.graph.countryNamedLocation',
    id: 'elsewhere',
    displayName: 'Elsewhere',
    countriesAndRegions: ['FR'],
    includeUnknownCountriesAndRegions: true,
  },
]

/** Further places, of the kinds that few tenants have. */
const rarePlaces = [
  {
    '@odata.type': '#microsoft.graph.countryNamedLocation',
    id: '9b1d6b52-0001-4000-8000-000000000001',
    displayName: 'By position',
    countriesAndRegions: ['CH'],
    countryLookupMethod: 'authenticatorAppGps',
  },
  {
    '@odata.type': '#microsoft.graph.ipNamedLocation',
    id: '9b1d6b52-0002-4000-8000-000000000002',
    displayName: 'Perhaps trusted',
    isTrusted: 'perhaps',
    ipRanges: [{ '@odata.type': '#microsoft.graph.iPv6CidrRange', cidrAddress: '2001:db8::/32' }],
  },
  {
    '@odata.type': '#microsoft.graph.ipNamedLocation',
    id: '9b1d6b52-0003-4000-8000-000000000003',
    displayName: 'Not understood',
    isTrusted: true,
    ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: 'anywhere' }],
  },
  {
    '@odata.type': '#microsoft.graph.compliantNetworkNamedLocation',
    id: '3d46dbda-8382-466a-856d-eb00cbc6b910',
    displayName: 'All Compliant Network locations',
    compliantNetworkType: 'allTenantCompliantNetworks',
    isTrusted: true,
  },
]

function grantsOf({ combinationWords, grantControls, strengths }, next) {
  const { choose, rarely, some } = tools(next)
  const combinations = Object.keys(combinationWords)
  const controls = [...grantControls, 'mfa', 'notYetInvented']
  if (next() < 0.2) return { operator: 'OR', builtInControls: ['block'] }
  if (next() < 0.35) return { operator: 'OR', builtInControls: ['mfa'] }
  return {
    operator: choose(['AND', 'OR']),
    builtInControls: next() < 0.7 ? some(controls) : [],
    ...rarely(0.25, () => ({
      authenticationStrength: choose([
        { id: choose(strengths).id },
        { id: '5a3e0000-0000-4000-8000-000000000009', displayName: 'Own', allowedCombinations: some(combinations) },
        narrowedStrength(combinations, next),
      ]),
    })),
    ...rarely(0.12, () => ({ termsOfUse: ['a7d0d5b0-5c40-4c22-9f0f-3c3f3a1c5d11'] })),
    ...rarely(0.08, () => ({ customAuthenticationFactors: ['duo'] })),
  }
}

/** A strength that admits some keys of a combination alone. */
function narrowedStrength(combinations, next) {
  const { some } = tools(next)
  const allowed = some(combinations)
  return {
    id: '5a3e0000-0000-4000-8000-00000000000a',
    displayName: 'Narrowed',
    allowedCombinations: allowed,
    combinationConfigurations: [
      {
        '@odata.type': '#microsoft.graph.fido2CombinationConfiguration',
        appliesToCombinations: [allowed[0]],
        allowedAAGUIDs: ['90a3ccdf-635c-4729-a248-9b709135078f'],
      },
    ],
  }
}

function sessionOf(next) {
  const { choose, rarely } = tools(next)
  return {
    ...rarely(0.5, () => ({
      signInFrequency: choose([
        { isEnabled: true, value: choose([1, 4, 12]), type: choose(['hours', 'days']), frequencyInterval: 'timeBased' },
        {
          isEnabled: true,
          value: 8,
          type: 'hours',
          authenticationType: 'secondaryAuthentication',
          frequencyInterval: 'timeBased',
        },
        { isEnabled: true, frequencyInterval: 'everyTime' },
        { isEnabled: false, value: 1, type: 'hours' },
      ]),
    })),
    ...rarely(0.3, () => ({ persistentBrowser: { isEnabled: true, mode: choose(['always', 'never']) } })),
    ...rarely(0.2, () => ({
      cloudAppSecurity: {
        isEnabled: true,
        cloudAppSecurityType: choose(['monitorOnly', 'mcasConfigured', 'blockDownloads']),
      },
    })),
    ...rarely(0.2, () => ({ applicationEnforcedRestrictions: { isEnabled: true } })),
    ...rarely(0.2, () => ({ secureSignInSession: { isEnabled: true } })),
    ...rarely(0.2, () => ({
      continuousAccessEvaluation: { mode: choose(['strictEnforcement', 'disabled', 'strictLocation']) },
    })),
    ...rarely(0.1, () => ({ disableResilienceDefaults: true })),
    ...rarely(0.1, () => ({ notYetInvented: { isEnabled: true } })),
  }
}

/** A policy for a document, with a number in its name. */
export function policyPalette(vocabulary, document, next, at) {
  const { choose, rarely } = tools(next)
  const session = next() < 0.25 ? sessionOf(next) : {}
  const hasSession = Object.keys(session).length > 0
  return {
    displayName: next() < 0.06 ? `Microsoft-managed: Drawn ${at}` : `Drawn ${at}`,
    state: choose(['enabled', 'enabled', 'enabled', 'enabled', 'enabledForReportingButNotEnforced', 'disabled']),
    ...rarely(0.1, () => ({
      createdDateTime: choose(['2019-05-01T00:00:00Z', '2020-08-15T00:00:00Z', '2024-01-01T00:00:00Z']),
    })),
    conditions: conditionsOf(vocabulary, document, next),
    ...(hasSession && next() < 0.6 ? {} : { grantControls: grantsOf(vocabulary, next) }),
    ...(hasSession ? { sessionControls: session } : {}),
  }
}
policyPalette.places = places
policyPalette.rarePlaces = rarePlaces
