import { expect, test } from 'vitest'
import { parseSource } from '../../source/document/located-document.ts'
import { loadTenantText } from '../../tenant/load-tenant.ts'
import { whatIf } from './what-if.ts'

const pilots = '33333333-3333-4333-8333-333333333333'
const unlisted = '44444444-4444-4444-8444-444444444444'
const administrator = '62e90394-69f5-4237-9190-012177145e10'
const tenant = loadTenantText(
  JSON.stringify({
    name: 'undeclared',
    asOf: '2026-11-22',
    groups: [
      { name: 'Travellers', members: ['Pilots'] },
      { name: 'Pilots', id: pilots },
    ],
    users: [{ userPrincipalName: 'ada@contoso.com', groups: [], roles: [] }],
    domains: [{ name: 'contoso.com', authenticationType: 'managed' }],
    conditionalAccess: {
      namedLocations: [],
      policies: [
        {
          displayName: 'Block',
          state: 'enabled',
          conditions: {
            clientAppTypes: ['all'],
            applications: { includeApplications: ['All'] },
            users: { includeGroups: ['Travellers', unlisted], includeRoles: [administrator] },
          },
          grantControls: { operator: 'OR', builtInControls: ['block'] },
        },
      ],
    },
  }),
  'tenant.json',
)

function answered(identity: object) {
  if (!tenant.ok) throw new Error(JSON.stringify(tenant.diagnostics))
  const request = {
    signInIdentity: identity,
    signInContext: { includeApplications: ['00000002-0000-0ff1-ce00-000000000000'] },
    signInConditions: { clientAppType: 'browser' },
  }
  const document = parseSource({ name: 'request.json', text: JSON.stringify(request) })
  if (!document.ok) throw new Error('no document')
  const answer = whatIf(tenant.value, document.value)
  return answer.ok ? answer.value.combined.decision : answer.diagnostics.map(({ code }) => code)
}

test.each([
  ['nobody in particular', {}, 'allow'],
  ['somebody in a group that is nested in the one that the policy names', { groups: ['Pilots'] }, 'block'],
  ['the same, by id', { groups: [pilots.toUpperCase()] }, 'block'],
  ['somebody in a group that only the policy knows', { groups: [unlisted] }, 'block'],
  ['somebody with a role, by name', { roles: ['Global Administrator'] }, 'block'],
  ['somebody with another role', { roles: ['Reports Reader'] }, 'allow'],
  ['a group that nobody knows', { groups: ['Pilot'] }, ['POL-17']],
  ['a role that nobody knows', { roles: ['Chief'] }, ['POL-17']],
  ['no list', { groups: 'Pilots' }, ['POL-16']],
  ['a user of the file, of whom the file says it', { userId: 'ada@contoso.com', groups: ['Pilots'] }, ['POL-16']],
])('%s', (_, more, decision) => {
  const type = 'userId' in more ? {} : { externalUserType: 'none' }
  expect(answered({ ...type, ...more })).toEqual(decision)
})

test('a guest may be in a group too', () => {
  expect(answered({ externalUserType: 'b2bCollaborationGuest', groups: ['Travellers'] })).toBe('block')
})
