import { describe, expect, test } from 'vitest'
import { forms, recordsIn } from '../formats.fixture.ts'
import { importExports } from '../import-exports.ts'
import { clientsReader } from './clients-reader.ts'

const device = (fields: Readonly<Record<string, string>>) => ({
  cmdlet: 'Get-MobileDevice',
  type: 'Microsoft.Exchange.Data.Directory.Management.MobileDevice',
  objects: [{ DeviceId: 'X1', DeviceType: '', DeviceModel: '', DeviceOS: '', DeviceUserAgent: '', ...fields }],
})

describe('the client of a mobile device', () => {
  test.each<[string, Readonly<Record<string, string>>, object | undefined]>([
    [
      'Outlook for iOS',
      { DeviceType: 'Outlook', DeviceModel: 'Outlook for iOS and Android', DeviceOS: 'iOS 17.5' },
      { client: 'outlook-mobile-ios' },
    ],
    [
      'Outlook for Android',
      { DeviceUserAgent: 'Outlook-Android/2.0', DeviceOS: 'Android 14' },
      { client: 'outlook-mobile-android' },
    ],
    [
      'Apple Mail',
      { DeviceType: 'iPhone', DeviceOS: 'iOS 17.5.1 21F90' },
      { client: 'apple-mail-ios-11', build: '17.5.1' },
    ],
    ['Apple Mail on iOS 10', { DeviceType: 'iPad', DeviceOS: 'iOS 10.3.4 14G61' }, { client: 'apple-mail-ios-10' }],
    [
      'Apple Mail by the build in its user agent',
      { DeviceType: 'iPhone', DeviceUserAgent: 'Apple-iPhone9C3/1407.60' },
      { client: 'apple-mail-ios-10' },
    ],
    [
      'Apple Mail by a later build',
      { DeviceType: 'iPhone', DeviceUserAgent: 'Apple-iPhone15C3/2104.90' },
      { client: 'apple-mail-ios-11' },
    ],
    [
      'Samsung Email',
      { DeviceType: 'SAMSUNGSMG991B', DeviceUserAgent: 'SAMSUNG-SM-G991B/101.13' },
      { client: 'samsung-mail' },
    ],
    ['Gmail', { DeviceType: 'Android', DeviceUserAgent: 'Android-Mail/2024.03.10' }, { client: 'gmail-android' }],
    ['a program that nobody knows', { DeviceType: 'TouchDown', DeviceUserAgent: 'TouchDown(MSRPC)/8.1' }, undefined],
    [
      'a device that is turned away',
      { DeviceType: 'iPhone', DeviceOS: 'iOS 17.5', DeviceAccessState: 'Blocked' },
      undefined,
    ],
  ])('%s', (_, fields, expected) => {
    const { clients = [] } = clientsReader.read(recordsIn('d.json', JSON.stringify(device(fields).objects))).file
    const [found] = clients
    expect(
      typeof found === 'object' ? { client: found.client, ...(found.build && { build: found.build }) } : undefined,
    ).toEqual(expected)
  })
})

test.each(Object.entries(forms))('lists of devices count people, in the form %s', (_, [ending, write]) => {
  const objects = ['anna', 'anna', 'bernd'].map((name, index) => ({
    DeviceId: `D${index}`,
    DeviceType: 'Outlook',
    DeviceModel: 'Outlook for iOS and Android',
    DeviceOS: 'iOS 17.5',
    DeviceUserAgent: 'Outlook-iOS/2.0',
    UserDisplayName: name,
  }))
  const records = recordsIn(`x.${ending}`, write({ ...device({}), objects }))
  expect(clientsReader.read(records).file.clients).toEqual([
    { name: 'outlook-mobile-ios', client: 'outlook-mobile-ios', displayName: 'Outlook for iOS (2 people)' },
  ])
})

describe('the inventory of Microsoft 365 Apps', () => {
  const head = 'Device name,Product,Build,Update channel,Last user'
  test.each<[string, string]>([
    [
      'PC1,Microsoft 365 Apps for enterprise,16.0.17928.20114,Monthly Enterprise Channel,anna',
      'outlook-microsoft-365 16.0.17928.20114',
    ],
    ['PC1,O365ProPlusRetail,16.0.17928.20114,,anna', 'outlook-microsoft-365 16.0.17928.20114'],
    ['PC1,,16.0.17928.20114,Current Channel,anna', 'outlook-microsoft-365 16.0.17928.20114'],
    ['PC1,Office Professional Plus 2016,16.0.5400.1000,,anna', 'outlook-2016 16.0.5400.1000'],
    ['PC1,Office LTSC 2024,16.0.17928.20114,,anna', 'outlook-2024 16.0.17928.20114'],
    ['PC1,,15.0.5589.1000,,anna', 'outlook-2013 15.0.5589.1000'],
  ])('%s', (row, name) => {
    const { file } = clientsReader.read(recordsIn('inventory.csv', `${head}\n${row}\n`))
    expect(file.clients?.map((one) => (typeof one === 'string' ? one : one.name))).toEqual([name])
  })

  test('a product that is unknown is reported', () => {
    const { file, coverage } = clientsReader.read(
      recordsIn('i.csv', `${head}\nPC1,Office Starter,16.0.17928.20114,,anna\n`),
    )
    expect(file).toEqual({})
    expect(coverage).toEqual([expect.objectContaining({ status: 'not-understood', name: 'Office Starter' })])
  })
})

test('proposed clients are part of a tenant file that passes the check', () => {
  const text = JSON.stringify(device({ DeviceType: 'iPhone', DeviceOS: 'iOS 17.5.1' }).objects)
  const made = importExports([{ name: 'd.json', text }], { asOf: '2026-01-01' })
  expect(made.ok && made.value.file.clients).toEqual([
    {
      name: 'apple-mail-ios-11 17.5.1',
      client: 'apple-mail-ios-11',
      displayName: 'Apple Mail on iOS 11 17.5.1 (1 person)',
      build: '17.5.1',
    },
  ])
})
