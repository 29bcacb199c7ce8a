import { describe, expect, test } from 'vitest'
import { missing } from '../../vocabulary/facts.ts'
import { legsOf } from '../sign-in.fixture.ts'

const factsFor = (name: string) =>
  legsOf(
    { asOf: '2026-06-01', tenant: { clients: ['browser'] } },
    { client: 'browser', purpose: 'get-token', application: name },
  )[0]?.facts

test.each([
  ['[Storage Account] files1.file.core.windows.net', missing],
  ['[Storage Account]files.file.core.windows.net', missing],
  ['[storage account]   my-files.file.core.usgovcloudapi.net', missing],
  ['Copy of [Storage Account] files.file.core.windows.net', 'not-used'],
  ['[Storage Account] files.blob.core.windows.net', 'not-used'],
  ['[Storage Account] .file.core.windows.net', 'not-used'],
  ['[Storage Account] two words.file.core.windows.net', 'not-used'],
  ['Files', 'not-used'],
])('an application named %s: tickets %s', (name, expected) => {
  expect(factsFor(name)).toMatchObject({ shareTickets: expected, shareAccess: 'open' })
})

interface Opening {
  readonly directory?: string
  readonly device?: Readonly<Record<string, unknown>>
  readonly user?: Readonly<Record<string, unknown>>
  readonly asOf?: string
  readonly cloud?: string
  readonly network?: Readonly<Record<string, unknown>>
}

const joined = { platform: 'windows', trustType: 'AzureAD' }

function opened({
  directory = 'AADKERB',
  device = joined,
  user,
  asOf = '2026-06-01',
  cloud = 'worldwide',
  network,
}: Opening) {
  const [leg] = legsOf(
    {
      asOf,
      user: { onPremisesSyncEnabled: true, mailbox: 'none', ...user },
      ...(network === undefined ? {} : { network }),
      workloads: { 'azure-files': { directoryServiceOptions: directory } },
      tenant: {
        cloud,
        devices: [{ name: 'pc', ...device }],
        clients: [{ name: 'explorer', client: 'windows-file-explorer', device: 'pc' }],
      },
    },
    { client: 'explorer', purpose: 'open-file-share' },
  )
  return [leg?.facts.shareTickets, leg?.facts.shareAccess]
}

describe('who gets a ticket for a file share', () => {
  test.each<readonly [string, Opening, readonly unknown[]]>([
    ['a joined device', {}, ['entra-id', 'open']],
    ['a hybrid joined one', { device: { platform: 'windows', trustType: 'ServerAD' } }, ['entra-id', 'open']],
    ['a registered one', { device: { platform: 'windows', trustType: 'Workplace' } }, ['entra-id', 'no-joined-device']],
    ['a device of which nothing is said', { device: { platform: 'windows' } }, ['entra-id', missing]],
    ['a user of the cloud alone', { user: { onPremisesSyncEnabled: false } }, ['entra-id', 'open']],
    [
      'the same before they were served',
      { user: { onPremisesSyncEnabled: false }, asOf: '2025-11-25' },
      ['entra-id', 'cloud-only'],
    ],
    ['the same at 21Vianet', { user: { onPremisesSyncEnabled: false }, cloud: '21Vianet' }, ['entra-id', 'cloud-only']],
    [
      'a guest',
      { user: { kind: 'guest', homeIdentity: 'entra-tenant', methods: undefined } },
      ['entra-id', 'outsider'],
    ],
    ['a domain in reach', { directory: 'AD', network: { insideCorporateNetwork: true } }, ['active-directory', 'open']],
    [
      'a domain out of reach',
      { directory: 'AD', network: { insideCorporateNetwork: false } },
      ['no-controller', 'open'],
    ],
    [
      'an account that the domain does not have',
      { directory: 'AD', network: { insideCorporateNetwork: true }, user: { onPremisesSyncEnabled: false } },
      ['active-directory', 'not-in-directory'],
    ],
    [
      'Domain Services, whatever the device',
      { directory: 'AADDS', device: { platform: 'windows' }, user: { onPremisesSyncEnabled: false } },
      ['domain-services', 'open'],
    ],
    ['keys alone', { directory: 'None', user: { onPremisesSyncEnabled: false } }, ['nobody', 'open']],
  ])('%s', (_, opening, expected) => {
    expect(opened(opening)).toEqual(expected)
  })
})
