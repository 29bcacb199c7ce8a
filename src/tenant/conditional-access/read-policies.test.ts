import { describe, expect, test } from 'vitest'
import { parseGraphSource } from './parse-graph-source.ts'
import { readConditionalAccess } from './read-conditional-access.ts'

function read(authored: unknown, text = JSON.stringify(authored)) {
  const parsed = parseGraphSource({ name: 'ca.json', text })
  if (!parsed.ok) throw new Error('no JSON')
  const part = { document: parsed.value, path: [] }
  const { value, diagnostics } = readConditionalAccess({
    policies: [part],
    authenticationStrengths: [],
    authenticationContexts: [],
  })
  const found = diagnostics.map(({ code, at }) => `${code} ${at.source.text.slice(at.start, at.end)}`)
  return { policies: value.policies, found, warnings: parsed.warnings.map(({ code }) => code) }
}

const conditions = {
  users: { includeUsers: ['All'] },
  applications: { includeApplications: ['All'] },
  clientAppTypes: ['all'],
}
const grantControls = { operator: 'OR', builtInControls: ['mfa'] }
const policy = { id: 'p1', displayName: 'P', state: 'enabled', conditions, grantControls }

describe('policies are found', () => {
  test.each([
    ['alone', policy, 1],
    ['in a list', [policy, { ...policy, id: 'p2' }], 2],
    ['in a value list', { '@odata.context': 'x', value: [policy] }, 1],
    ['in a value that collapsed to one', { Value: policy }, 1],
    ['in lists of lists', [[policy], { value: [{ ...policy, id: 'p2' }] }], 2],
    ['nowhere in an empty list', { value: [] }, 0],
  ])('%s', (_, authored, count) => {
    const { policies, found } = read(authored)
    expect(policies).toHaveLength(count)
    expect(found).toEqual([])
  })
  test('and what is none is an error at its place', () => {
    expect(read([policy, { ipRanges: [] }]).found).toEqual(['POL-8 {"ipRanges":[]}'])
    expect(read('nothing').found).toEqual(['POL-8 "nothing"'])
  })
})

test('of several states none counts', () => {
  const [found] = read({ ...policy, state: ['disabled', 'enabled'] }).policies
  expect([found?.state, found?.notUnderstood.map(({ path }) => path)]).toEqual(['enabled', ['state']])
})

describe('the forms in which exports come', () => {
  const plain = read(policy).policies[0]?.conditions
  test.each([
    [
      'keys in another case',
      {
        Id: 'p1',
        DisplayName: 'P',
        State: 'Enabled',
        Conditions: {
          Users: { IncludeUsers: ['all'] },
          Applications: { IncludeApplications: ['ALL'] },
          ClientAppTypes: ['All'],
        },
        GrantControls: { _Operator: 'or', BuiltInControls: ['Mfa'] },
      },
    ],
    [
      'lists of one collapsed to text',
      {
        ...policy,
        conditions: {
          users: { includeUsers: 'All' },
          applications: { includeApplications: 'All' },
          clientAppTypes: 'all',
        },
      },
    ],
    [
      'lists that hold null',
      {
        ...policy,
        conditions: {
          ...conditions,
          platforms: null,
          locations: [],
          users: { includeUsers: ['All'], excludeGroups: [null], includeRoles: null },
        },
      },
    ],
    [
      'keys of the transport',
      {
        ...policy,
        '@odata.type': 'x',
        'conditions@odata.context': 'y',
        conditions: { ...conditions, 'users@odata.type': 'z' },
      },
    ],
    [
      'fields of the past',
      {
        ...policy,
        templateId: 'x',
        createdDateTime: '/Date(1672531200000)/',
        modifiedDateTime: '2024-01-01T00:00:00.1234567Z',
        description: 'x',
        partialEnablementStrategy: null,
      },
    ],
    [
      'controls that are switched off',
      { ...policy, sessionControls: { signInFrequency: { isEnabled: false, value: 3, type: 'odd' } } },
    ],
  ])('%s', (_, authored) => {
    const { policies, found } = read(authored)
    expect(found).toEqual([])
    expect(policies[0]?.notUnderstood).toEqual([])
    expect(policies[0]?.conditions).toEqual(plain)
    expect(policies[0]?.grant?.controls).toEqual(['mfa'])
  })
  // https://learn.microsoft.com/graph/api/resources/conditionalaccesssessioncontrol: each session control has the switch.
  test('an unknown session control that is switched off is reported and leaves nothing open', () => {
    const { policies, found } = read({
      ...policy,
      sessionControls: { signInFrequenzy: { isEnabled: false, value: 3 } },
    })
    expect(found).toEqual(['POL-29 "signInFrequenzy"'])
    expect(policies[0]?.notUnderstood).toEqual([])
    expect(policies[0]?.session).toEqual({})
  })
  test('a field given twice is a warning, and the last one counts', () => {
    const text = `{"displayName":"P","state":"enabled","grantControls":null,"conditions":${JSON.stringify(conditions)},"grantControls":${JSON.stringify(grantControls)}}`
    const { policies, warnings } = read(undefined, text)
    expect(warnings).toEqual(['POL-18'])
    expect(policies[0]?.grant?.controls).toEqual(['mfa'])
  })
})

describe('what is not understood is reported at its place and leaves the policy open', () => {
  const within = (changes: unknown) => ({ ...policy, conditions: { ...conditions, ...(changes as object) } })
  test.each([
    [
      'a condition that is documented and not modeled',
      within({ agentIdRiskLevels: 'high' }),
      'POL-19 "agentIdRiskLevels"',
      'conditions.agentIdRiskLevels',
    ],
    [
      'an unknown part of a condition',
      within({ users: { includeUsers: ['All'], includeAgents: ['x'] } }),
      'POL-1 "includeAgents"',
      'conditions.users.includeAgents',
    ],
    [
      'an unknown value',
      within({ clientAppTypes: ['browser', 'telepathy'] }),
      'POL-2 "telepathy"',
      'conditions.clientAppTypes.1',
    ],
    [
      'a value that devices do not have',
      within({ devices: { deviceFilter: { mode: 'include', rule: 'device.trustType -eq "Hybrid"' } } }),
      'POL-2 "device.trustType -eq \\"Hybrid\\""',
      'conditions.devices.deviceFilter',
    ],
    [
      'an operator that the property does not take',
      within({ devices: { deviceFilter: { mode: 'include', rule: 'device.isCompliant -in ["True"]' } } }),
      'POL-2 "device.isCompliant -in [\\"True\\"]"',
      'conditions.devices.deviceFilter',
    ],
    [
      'an unknown control',
      { ...policy, grantControls: { operator: 'OR', builtInControls: ['retinaScan'] } },
      'POL-2 "retinaScan"',
      'grantControls.builtInControls.0',
    ],
    [
      'an unknown session control',
      { ...policy, sessionControls: { teleport: { isEnabled: true } } },
      'POL-1 "teleport"',
      'sessionControls.teleport',
    ],
    ['an unknown state', { ...policy, state: 'sleeping' }, 'POL-2 "sleeping"', 'state'],
    ['an unknown field beside the conditions', { ...policy, newThing: 1 }, 'POL-1 "newThing"', 'newThing'],
    [
      'a filter that cannot be read',
      within({ devices: { deviceFilter: { mode: 'include', rule: 'x' } } }),
      'POL-3 "x"',
      'conditions.devices.deviceFilter',
    ],
    [
      'an object cut off by the export',
      { ...policy, conditions: 'Microsoft.Graph.ConditionSet' },
      'POL-4 "Microsoft.Graph.ConditionSet"',
      'conditions',
    ],
    [
      'the risk of service principals in a policy for people',
      within({ servicePrincipalRiskLevels: ['high'] }),
      'POL-19 "servicePrincipalRiskLevels"',
      'conditions.servicePrincipalRiskLevels',
    ],
    ['times of day', within({ times: { includeDays: { days: ['monday'] } } }), 'POL-19 "times"', 'conditions.times'],
    [
      'a state of the policy that is documented and not modeled',
      { ...policy, partialEnablementStrategy: 'y' },
      'POL-19 "partialEnablementStrategy"',
      'partialEnablementStrategy',
    ],
    ['one field in two spellings', { ...policy, State: 'disabled' }, 'POL-18 "State"', 'State'],
    [
      'two words where Graph has one',
      { ...policy, state: ['enabled', 'disabled'] },
      'POL-4 ["enabled","disabled"]',
      'state',
    ],
    ['a list among other fields', { ...policy, value: [], odd: 1 }, 'POL-1 "odd"', 'odd'],
  ])('%s', (_, authored, expected, path) => {
    const { policies, found } = read(authored)
    expect(found).toContain(expected)
    expect(policies[0]?.notUnderstood.map((part) => part.path)).toContain(path)
  })
})

describe('what can have no effect is reported', () => {
  test.each([
    ['nobody', { ...policy, conditions: { ...conditions, users: { includeUsers: ['None'] } } }, 'POL-10'],
    ['nothing to protect', { ...policy, conditions: { ...conditions, applications: {} } }, 'POL-10'],
    ['no control', { ...policy, grantControls: null }, 'POL-10'],
    [
      'a block beside another control',
      { ...policy, grantControls: { operator: 'OR', builtInControls: ['block', 'mfa'] } },
      'POL-12',
    ],
    [
      'mfa beside a strength',
      {
        ...policy,
        grantControls: { ...grantControls, authenticationStrength: { id: '00000000-0000-0000-0000-000000000004' } },
      },
      'POL-12',
    ],
    ['one id twice', [policy, policy], 'POL-9'],
  ])('%s', (_, authored, code) => {
    expect(read(authored).found.map((text) => text.split(' ')[0])).toEqual([code])
  })
})
