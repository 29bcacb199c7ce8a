import { describe, expect, test } from 'vitest'
import { parseDeviceRule } from './device-rule.ts'

const compare = (property: string, operator: string, values: readonly string[], negated = false) => ({
  kind: 'compare',
  property,
  operator,
  negated,
  values,
})
const compliant = compare('iscompliant', 'eq', ['true'])
const joined = compare('trusttype', 'eq', ['serverad'])

describe('a device filter', () => {
  test.each([
    ['device.isCompliant -eq True', compliant],
    ["device.isCompliant -eq 'True'", compliant],
    ['(device.isCompliant -eq "True")', compliant],
    ['device.isCompliant -eq True -or device.trustType -eq "ServerAD"', { kind: 'or', left: compliant, right: joined }],
    [
      'device.isCompliant -eq True -AND device.deviceOwnership -eq "Company"',
      { kind: 'and', left: compliant, right: compare('deviceownership', 'eq', ['company']) },
    ],
    ['-not (device.trustType -eq "ServerAD")', { kind: 'not', rule: joined }],
    ['device.model -notStartsWith "Surface \\"Hub\\""', compare('model', 'startswith', ['surface "hub"'], true)],
    [
      'device.operatingSystemVersion -in ["10.0.1", "10.0.2"]',
      compare('operatingsystemversion', 'in', ['10.0.1', '10.0.2']),
    ],
    ['device.extensionAttribute15 -notIn ["a"]', compare('extensionattribute15', 'in', ['a'], true)],
    ['device.physicalIds -contains "[ZTDId]:x"', compare('physicalids', 'contains', ['[ztdid]:x'])],
    ['device.displayName -notEndsWith "x"', compare('displayname', 'endswith', ['x'], true)],
  ])('%s is read', (text, rule) => expect(parseDeviceRule(text)).toEqual(rule))

  test('`-and` binds tighter than `-or`', () => {
    const text = 'device.isCompliant -eq True -or device.trustType -eq "ServerAD" -and device.model -eq "x"'
    const right = { kind: 'and', left: joined, right: compare('model', 'eq', ['x']) }
    expect(parseDeviceRule(text)).toEqual({ kind: 'or', left: compliant, right })
  })

  test.each([
    '',
    'device.isCompliant',
    'device.isCompliant -eq',
    'device.isCompliant -eq True -or',
    'device.isCompliant -like True',
    'device.color -eq "red"',
    'user.department -eq "x"',
    '(device.isCompliant -eq True',
    'device.isCompliant -eq True)',
    'device.model -in "x"',
    'device.model -in ["x"',
    'device.model == "x"',
    'device.isCompliant -eq True device.trustType -eq "x"',
    'device.model -eq "open',
  ])('%s is not understood', (text) => expect(parseDeviceRule(text)).toBeUndefined())
})
