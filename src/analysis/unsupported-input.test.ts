import { describe, expect, test } from 'vitest'
import { everything, namedLocations } from '../simulate/conditional-access/policy-with-every-field.fixture.ts'
import { unknownPartsOf } from '../simulate/conditional-access/unknown-parts.fixture.ts'
import { parseSource } from '../source/document/located-document.ts'
import { loadTenantText } from '../tenant/load-tenant.ts'
import { schemaOfTenantFile } from '../tenant/tenant-file.schema.ts'
import { isMapping } from '../vocabulary/mapping.ts'
import { parseSignals } from './parse-signals.ts'
import { whatIf } from './what-if/what-if.ts'
import { signalKeys } from './wording/signal-words.ts'

const people = ['anna@contoso.com', 'ben@contoso.com']
const plan = (policies: readonly unknown[]) =>
  loadTenantText(
    JSON.stringify({
      name: 'Unsupported input',
      asOf: '2025-06-01',
      domains: [{ name: 'contoso.com', authenticationType: 'managed' }],
      workloads: { 'exchange-online': {}, 'sharepoint-online': {} },
      groups: ['g1', 'g2'].map((name) => ({ name })),
      users: people.map((userPrincipalName) => ({ userPrincipalName, id: userPrincipalName.split('@')[0] })),
      conditionalAccess: { namedLocations, policies },
    }),
    'tenant.json',
  )

describe('what is not supported is reported, never ignored', () => {
  const known = plan([everything])

  test('a policy with every field that is understood is not reported', () => {
    const found = known.ok ? known.warnings : known.diagnostics
    expect(found.filter(({ code }) => /^POL-(?:1|2|3|4|8|18|19|20)$/.test(code))).toEqual([])
  })

  const parts = unknownPartsOf(everything)
  test('in every place of a policy: a word, a rule or a field that nobody knows', () => {
    expect(parts.length).toBeGreaterThan(60)
    const silent = parts.filter(({ policy }) => {
      const loaded = plan([policy])
      const found = loaded.ok ? loaded.warnings : loaded.diagnostics
      return !found.some(({ code }) => code.startsWith('POL-'))
    })
    expect(silent.map(({ name }) => name)).toEqual([])
  })

  test('in every object of a tenant file: a key that nobody knows', () => {
    const open: string[] = []
    const visit = (value: unknown, place: string): void => {
      if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(item, `${place}.${index}`)
      if (!isMapping(value)) return
      if (isMapping(value['properties']) && value['type'] !== undefined && value['additionalProperties'] !== false)
        open.push(place)
      for (const [key, item] of Object.entries(value)) visit(item, `${place}.${key}`)
    }
    visit(schemaOfTenantFile(), '')
    // What an event sets of a service is read against the settings of that service: SHAPE-1 in scenarios/invalid.
    expect(open.filter((place) => !place.startsWith('.definitions.settings'))).toEqual([])
  })

  test('in signals: a key, and a value of every key with a list of values or a form', () => {
    const free = new Set(['scopes', 'domainHint'])
    const tried = signalKeys.filter((key) => !free.has(key)).map((key) => `${key}=telepathy`)
    expect(['telepathy=yes', ...tried].filter((entry) => parseSignals([entry]).ok)).toEqual([])
  })

  const conditions = {
    devicePlatform: 'telepathy',
    clientAppType: 'telepathy',
    signInRiskLevel: 'telepathy',
    userRiskLevel: 'telepathy',
    servicePrincipalRiskLevel: 'telepathy',
    insiderRiskLevel: 'telepathy',
    country: 'XX',
    ipAddress: 'telepathy',
    authenticationFlow: { transferMethod: 'telepathy' },
    deviceInfo: { trustType: 'telepathy' },
    telepathy: 'yes',
  }
  test.each(Object.entries(conditions))('in requests of what-if: %s %j', (key, value) => {
    const body = {
      signInIdentity: { userId: people[0] },
      signInContext: { includeApplications: ['exchange-online'] },
      signInConditions: { [key]: value },
    }
    const parsed = parseSource({ name: 'request.json', text: JSON.stringify(body) })
    if (!parsed.ok || !known.ok) throw new Error('no JSON, or no tenant')
    expect(whatIf(known.value, parsed.value, { signals: {}, at: known.value.asOf, missing: 'none' }).ok).toBe(false)
  })
})
