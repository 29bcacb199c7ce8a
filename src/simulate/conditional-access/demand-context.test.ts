import { expect, test } from 'vitest'
import { contextOf } from './demand-context.ts'
import { compiledFrom, samplePolicy, sampleSignIn } from './sample-policies.fixture.ts'
import type { PolicySignIn } from './sign-in.ts'

const controls = { operator: 'OR', builtInControls: ['approvedApplication', 'compliantDevice'] }
const bound = { sessionControls: { secureSignInSession: { isEnabled: true } } }
const { demands } = compiledFrom({
  policies: [samplePolicy('controls', {}, controls), samplePolicy('binding', {}, undefined, bound)],
})

const principal = { id: 'anna', kind: 'user', groups: new Set<string>(), roles: new Set<string>() } as const

// Invariant of the key: what differs in one of these parts may meet other controls.
test.each<[string, readonly object[]]>([
  [
    'platform',
    [undefined, 'android', 'iOS', 'windows', 'windowsPhone', 'macOS', 'linux', 'chromeOS'].map((devicePlatform) => ({
      devicePlatform,
    })),
  ],
  ['shared device', [undefined, 'room', 'phone'].map((sharedDevice) => ({ sharedDevice }))],
  ['token binding', [undefined, 'bound', 'unbound', 'open'].map((tokenBinding) => ({ tokenBinding }))],
  ['legacy client', [false, true].map((legacy) => ({ legacy }))],
  ['who signs in', [{ principal }, { principal: { ...principal, kind: 'service-principal' } }]],
  ['interaction', [undefined, false].map((interactive) => ({ interactive }))],
  ['flow', ['none', 'deviceCodeFlow'].map((authenticationFlow) => ({ authenticationFlow }))],
  ['target', [{ target: { applications: ['x'] } }, { target: { userAction: 'registerOrJoinDevices' } }]],
  ['date', ['2025-01-01', '2027-06-01'].map((day) => ({ at: Date.parse(day) }))],
])('how clauses stand is known by the %s', (_part, changes) => {
  // A part that is absent is listed as undefined.
  const contextsNow = () => changes.map((change) => contextOf(demands, sampleSignIn(change as Partial<PolicySignIn>)))
  const contexts = contextsNow()
  expect(new Set(contexts).size).toBe(changes.length)
  expect(contextsNow().every((context, at) => context === contexts[at])).toBe(true)
})
