import { expect, test } from 'vitest'
import { completionsOf } from './completions.ts'
import { sampleSignIn } from './sample-policies.fixture.ts'
import type { PolicySignIn } from './sign-in.ts'

const risks = ['none', 'low', 'medium', 'high']

// https://learn.microsoft.com/graph/api/resources/signinconditions
test.each<[keyof PolicySignIn, readonly string[]]>([
  ['devicePlatform', ['android', 'iOS', 'windows', 'windowsPhone', 'macOS', 'linux', 'unknown']],
  ['signInRiskLevel', risks],
  ['userRiskLevel', risks],
  ['servicePrincipalRiskLevel', risks],
  ['insiderRiskLevel', ['none', 'minor', 'moderate', 'elevated']],
  ['authenticationFlow', ['none', 'deviceCodeFlow', 'authenticationTransfer']],
])('%s could be each of its values', (signal, values) => {
  const signIn = sampleSignIn()
  const completed = completionsOf(signIn, [signal])
  expect(completed.map((one) => one[signal])).toEqual(values)
  expect(completed.map((one) => ({ ...one, [signal]: undefined }))).toEqual(
    values.map(() => ({ ...signIn, [signal]: undefined })),
  )
})

test.each([
  ['nothing is missing', []],
  ['the values of the signal cannot be listed', ['country']],
  ['two signals are missing', ['devicePlatform', 'signInRiskLevel']],
])('where %s there is nothing to try', (_, missing) => expect(completionsOf(sampleSignIn(), missing)).toEqual([]))
