import { expect, test } from 'vitest'
import { failureOf, type PlayedLine } from './play-steps.fixture.ts'

const tenant: PlayedLine = { type: 'Context', text: 'the tenant architecture "factory"' }
const noGuests: PlayedLine = {
  type: 'Context',
  text: 'the Conditional Access policy:',
  block: `displayName: No guests
state: enabled
conditions:
  users: { includeUsers: [GuestsOrExternalUsers] }
  applications: { includeApplications: [All] }
  clientAppTypes: [all]
grantControls: { operator: OR, builtInControls: [block] }`,
}
const failing = (claim: string, ...more: readonly PlayedLine[]): string | undefined =>
  failureOf({ feature: 'features/a.feature', name: 'one', lines: [tenant, ...more, { type: 'Outcome', text: claim }] })

test('a claim about people whom the file does not declare is one about those who could exist, as in gates', () => {
  expect(failing('no sign-in by guests succeeds', noGuests)).toBeUndefined()
  expect(failing('no sign-in by guests succeeds')).toMatch(/of those that could exist, any other .*guest.*: refuted/)
  expect(failing('every sign-in by guests is blocked', noGuests)).toBeUndefined()
})

test('a claim that policies do not decide, or that counts, still asserts nothing', () => {
  expect(failing('every sign-in by guests with the certificate is verified by Microsoft Entra ID')).toMatch(
    /does not assert anything/,
  )
  expect(failing('at least 1 sign-ins by guests succeed', noGuests)).not.toBeUndefined()
})
