import { describe, expect, test } from 'vitest'
import { parseDeviceRule } from '../../tenant/conditional-access/device-rule.ts'
import { judgeDevices } from './judge-device.ts'
import type { Judged } from './judged.ts'
import type { PolicySignIn } from './sign-in.ts'

const understood = { include: [], exclude: [] }

function judge(text: string, device: PolicySignIn['device'], mode: 'include' | 'exclude' = 'include'): Judged {
  const rule = parseDeviceRule(text)
  if (rule === undefined) throw new Error(`not understood: ${text}`)
  return judgeDevices([{ mode, rule, text }], understood, device, 'undetermined')
}

const matches = (text: string, device: PolicySignIn['device']) => judge(text, device).result

describe('the operators of a device filter', () => {
  const surface = { model: 'Surface Pro 9', operatingSystemVersion: '10.0.22631.1' }
  test.each([
    ['device.model -eq "surface pro 9"', 'hit'],
    ['device.model -eq "Surface"', 'miss'],
    ['device.model -ne "Surface"', 'hit'],
    ['device.model -startsWith "surf"', 'hit'],
    ['device.model -startsWith "pro"', 'miss'],
    ['device.model -notStartsWith "pro"', 'hit'],
    ['device.model -endsWith "9"', 'hit'],
    ['device.model -endsWith "pro"', 'miss'],
    ['device.model -notEndsWith "9"', 'miss'],
    ['device.model -contains "pro"', 'hit'],
    ['device.model -contains "book"', 'miss'],
    ['device.model -notContains "pro"', 'miss'],
    ['device.model -in ["Other", "Surface Pro 9"]', 'hit'],
    ['device.model -in ["Other", "Surface"]', 'miss'],
    ['device.model -notIn ["Other", "Surface"]', 'hit'],
    ['device.operatingSystemVersion -startsWith "10.0.22"', 'hit'],
    ['device.model -eq "x" -or device.operatingSystemVersion -startsWith "10"', 'hit'],
    ['device.model -eq "x" -and device.operatingSystemVersion -startsWith "10"', 'miss'],
    ['-not (device.model -eq "x")', 'hit'],
  ])('%s: %s', (text, expected) => expect(matches(text, surface)).toBe(expected))
})

describe('a collection is searched item by item', () => {
  const device = { physicalIds: '[ZTDId]:1,[OrderId]:Kiosk, [Tag]:7', systemLabels: 'M365Managed\nAzureResource' }
  test.each([
    ['device.physicalIds -contains "[OrderId]:Kiosk"', 'hit'],
    ['device.physicalIds -contains "[OrderId]:K"', 'miss'],
    ['device.physicalIds -contains "[Tag]:7"', 'hit'],
    ['device.systemLabels -contains "AzureResource"', 'hit'],
    ['device.systemLabels -contains "Azure"', 'miss'],
    ['device.systemLabels -notContains "AzureResource"', 'miss'],
  ])('%s: %s', (text, expected) => expect(matches(text, device)).toBe(expected))
})

// https://learn.microsoft.com/entra/identity/conditional-access/concept-condition-filters-for-devices
describe('a trust type has several names', () => {
  test.each([
    ['AzureAD', ['AzureAD', 'EntraID', 'Azure AD joined', 'Microsoft Entra joined']],
    ['ServerAD', ['ServerAD', 'Hybrid Azure AD joined', 'Microsoft Entra hybrid joined']],
    ['Workplace', ['Workplace', 'Azure AD registered', 'Microsoft Entra registered']],
  ])('%s', (word, names) => {
    for (const name of names) {
      expect([name, matches(`device.trustType -eq "${word}"`, { trustType: name })]).toEqual([name, 'hit'])
      expect([name, matches(`device.trustType -eq "${name}"`, { trustType: word })]).toEqual([name, 'hit'])
      expect([name, matches(`device.trustType -eq "Other"`, { trustType: name })]).toEqual([name, 'miss'])
    }
  })

  test('and is a word like any other elsewhere', () => {
    expect(matches('device.model -eq "entraid"', { model: 'AzureAD' })).toBe('miss')
    expect(matches('device.model -eq "azuread"', { model: 'EntraID' })).toBe('miss')
  })
})

describe('every property is found by the name that requests have', () => {
  test.each([
    'deviceId',
    'displayName',
    'enrollmentProfileName',
    'isCompliant',
    'manufacturer',
    'mdmAppId',
    'model',
    'operatingSystem',
    'operatingSystemVersion',
    'physicalIds',
    'profileType',
    'systemLabels',
    'trustType',
    'extensionAttribute1',
    'extensionAttribute15',
  ])('%s', (name) => {
    const text = `device.${name} -eq "x"`
    expect(matches(text, { [name]: 'X' })).toBe('hit')
    expect(judge(text, {})).toMatchObject({ result: 'may', missing: [`deviceInfo.${name}`] })
    expect(judge(text, undefined)).toMatchObject({ result: 'may', missing: [`deviceInfo.${name}`] })
  })

  test('no property is taken for another', () => {
    expect(matches('device.model -eq "Company"', { deviceOwnership: 'Company' })).toBe('may')
  })

  test('deviceOwnership, which requests call ownership or deviceOwnership', () => {
    const text = 'device.deviceOwnership -eq "Company"'
    expect(matches(text, { ownership: 'Company' })).toBe('hit')
    expect(matches(text, { deviceOwnership: 'Company' })).toBe('hit')
    expect(judge(text, {})).toMatchObject({ missing: ['deviceInfo.ownership'] })
  })
})

describe('a device that the directory does not know', () => {
  test.each([
    ['device.model -eq "x"', 'miss'],
    ['device.model -ne "x"', 'hit'],
    ['device.isCompliant -notIn ["true"]', 'hit'],
  ])('%s: %s', (text, expected) => expect(matches(text, 'unregistered')).toBe(expected))
})

test('a filter that excludes is the opposite of one that includes', () => {
  const text = 'device.model -eq "x"'
  expect(judge(text, { model: 'x' }, 'exclude').result).toBe('miss')
  expect(judge(text, { model: 'y' }, 'exclude').result).toBe('hit')
  expect(judge(text, {}, 'exclude').result).toBe('may')
})

test('a part that is not understood leaves the devices open, unless another part settles it', () => {
  const unclear = { include: ['policy:P.devices'], exclude: [] }
  const rule = parseDeviceRule('device.model -eq "x"')
  if (rule === undefined) throw new Error('not understood')
  const devices = [{ mode: 'include', rule, text: '' }] as const
  expect(judgeDevices([], unclear, {}, 'none')).toMatchObject({ result: 'may', missing: unclear.include })
  expect(judgeDevices(devices, unclear, { model: 'y' }, 'none').result).toBe('miss')
  expect(judgeDevices(devices, unclear, { model: 'x' }, 'none').result).toBe('may')
})

test('where a signal that is not given counts as absent, only a negated comparison holds', () => {
  const read = (text: string) => {
    const rule = parseDeviceRule(text)
    return rule && judgeDevices([{ mode: 'include', rule, text }], understood, {}, 'none').result
  }
  expect([read('device.model -eq "x"'), read('device.model -ne "x"')]).toEqual(['miss', 'hit'])
})
