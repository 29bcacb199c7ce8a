import { expect, test } from 'vitest'
import { decidePolicies } from './evaluate.ts'
import { compiledFrom, samplePolicy, sampleSignIn } from './sample-policies.fixture.ts'
import type { PolicySignIn } from './sign-in.ts'

type Conditions = Readonly<Record<string, unknown>>

/** A sign-in of which nobody knows the platform. */
const { devicePlatform: _windows, ...anywhere } = sampleSignIn()

/** What a policy with these conditions demands, and what is missing to say. */
function demanded(conditions: Conditions, changes: Partial<PolicySignIn>): string {
  const compiled = compiledFrom({ policies: [samplePolicy('P', conditions)] })
  const { decision, missing = [] } = decidePolicies(compiled, { ...anywhere, ...changes }).combined
  return [decision, ...missing].join(' ')
}

const platforms = (includePlatforms: readonly string[], excludePlatforms: readonly string[] = []) => ({
  platforms: { includePlatforms, excludePlatforms },
})
const from = (devicePlatform?: string): Partial<PolicySignIn> =>
  devicePlatform === undefined ? {} : { devicePlatform }
const open = 'undetermined devicePlatform'
const mfa = 'controls-required'

test.each<[string, Conditions, string | undefined, string]>([
  ['one that is listed', platforms(['linux']), 'linux', mfa],
  ['another one', platforms(['linux']), 'windows', 'allow'],
  ['one that nobody knows', platforms(['linux']), undefined, open],
  ['one that nobody knows, where all are meant', platforms(['all']), undefined, mfa],
  ['one that nobody lists, where all are meant', platforms(['all']), 'haiku', mfa],
  ['one that is left out of all', platforms(['all'], ['windowsPhone']), 'windowsPhone', 'allow'],
  ['one that nobody knows, where one is left out', platforms(['all'], ['macOS']), undefined, open],
  ['one that nobody knows, where all are left out', platforms(['android'], ['all']), undefined, 'allow'],
  ['one that nobody lists, where all are left out', platforms(['all'], ['all']), 'haiku', 'allow'],
])('a platform: %s', (_, conditions, platform, expected) => {
  expect(demanded(conditions, from(platform))).toBe(expected)
})

const activeSync = (platform?: string): Partial<PolicySignIn> => ({
  clientAppType: 'exchangeActiveSync',
  ...from(platform),
})
const types = (...clientAppTypes: readonly string[]) => ({ clientAppTypes })

test.each<[string, Conditions, Partial<PolicySignIn>, string]>([
  ['ActiveSync, which is listed', types('exchangeActiveSync'), activeSync(), mfa],
  ['ActiveSync, where other types are listed', types('browser', 'other'), activeSync('iOS'), 'allow'],
  ['of unknown type', types('browser'), { clientAppType: 'unknown' }, 'undetermined clientAppType'],
  ['of all types at once', types('browser'), { clientAppType: 'all' }, 'undetermined clientAppType'],
  ['ActiveSync, supported, without a platform', types('easSupported'), activeSync(), open],
  ['ActiveSync, not supported, without a platform', types('easUnsupported'), activeSync(), open],
])('a client %s', (_, conditions, changes, expected) => {
  expect(demanded(conditions, changes)).toBe(expected)
})

test.each(['android', 'iOS', 'windows', 'windowsPhone', 'macOS'])('ActiveSync is supported on %s', (platform) => {
  expect(demanded(types('easSupported'), activeSync(platform))).toBe(mfa)
  expect(demanded(types('easUnsupported'), activeSync(platform))).toBe('allow')
  expect(demanded(types('easSupported', 'easUnsupported'), activeSync(platform))).toBe(mfa)
})

test('ActiveSync is not supported elsewhere', () => {
  expect(demanded(types('easSupported'), activeSync('linux'))).toBe('allow')
  expect(demanded(types('easUnsupported'), activeSync('linux'))).toBe(mfa)
  expect(demanded(types('easSupported', 'easUnsupported'), activeSync('linux'))).toBe(mfa)
})
