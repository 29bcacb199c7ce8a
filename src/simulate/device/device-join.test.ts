import { expect, test } from 'vitest'
import { missing } from '../../vocabulary/facts.ts'
import { deviceJoinOf, deviceSystemOf } from './device-join.ts'

type Device = NonNullable<Parameters<typeof deviceJoinOf>[0]>

const joins: readonly (readonly [string, Partial<Device> | undefined, string | undefined, unknown])[] = [
  ['joined to the cloud', { properties: { trustType: 'AzureAD' } }, undefined, 'entra-joined'],
  ['joined to both', { properties: { trustType: 'ServerAD' } }, undefined, 'hybrid-joined'],
  ['registered by its user', { properties: { trustType: 'Workplace' } }, undefined, 'registered'],
  ['of another trust than declared', { properties: { trustType: 'AzureAD' } }, 'Workplace', 'registered'],
  ['of a trust that nobody knows', { properties: { trustType: 'other' }, registered: true }, undefined, missing],
  ['a member of the domain that is registered', { domainJoined: true, registered: true }, undefined, 'hybrid-joined'],
  ['a member of the domain alone', { domainJoined: true, registered: false }, undefined, 'domain-joined'],
  ['a member of the domain', { domainJoined: true }, undefined, missing],
  ['neither a member nor registered', { domainJoined: false, registered: false }, undefined, 'none'],
  ['not registered', { registered: false }, undefined, missing],
  ['not a member', { domainJoined: false }, undefined, missing],
  ['registered but not a member', { domainJoined: false, registered: true }, undefined, missing],
  ['not declared', undefined, undefined, missing],
  ['seen by its trust alone', undefined, 'serverad', 'hybrid-joined'],
]

test.each(joins)('a device that is %s', (_, device, trustType, expected) => {
  // Of a device these parts alone are read.
  const declared = device === undefined ? undefined : ({ properties: {}, ...device } as Device)
  expect(deviceJoinOf(declared, trustType === undefined ? {} : { deviceInfo: { trustType } })).toBe(expected)
})

const systems: readonly (readonly [string | undefined, unknown])[] = [
  ['windows', 'windows'],
  ['macOS', 'macOS'],
  ['iOS', 'mobile'],
  ['android', 'mobile'],
  ['linux', 'other'],
  ['any', missing],
  ['unknown', missing],
  [undefined, missing],
]

test.each(systems)('the platform %s', (platform, expected) => {
  expect(deviceSystemOf(platform)).toBe(expected)
})
