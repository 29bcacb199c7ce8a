import { describe, expect, test } from 'vitest'
import { skypeOfLitware } from '../company.fixture.ts'
import { forms, recordsIn } from '../formats.fixture.ts'
import { skypeReader } from './skype-reader.ts'

const byHand = {
  workloads: {
    'skype-for-business-online': {},
    'skype-for-business-server': {
      Scenario: 'BlockWindowsAuthExternally',
      ClientAuthorizationOAuthServerIdentity: 'sts.litware.com',
      modernAuthority: 'ad-fs',
      UsePassiveAuthentication: false,
      servers: [{ name: 'fe1.corp.litware.com', version: '2019', buildOrUpdate: '7.0.2046.524' }],
    },
  },
  users: [
    { userPrincipalName: 'anna@litware.com', registrar: 'skype-for-business-server' },
    { userPrincipalName: 'bernd@litware.com', registrar: 'skype-for-business-online' },
  ],
}

describe('every form of an export gives the tenant file that a user would write', () => {
  test.each(Object.entries(forms))('%s', (_, [ending, write]) => {
    for (const nameOf of [(cmdlet: string) => cmdlet, (_cmdlet: string, index: number) => `export-${index}`]) {
      const records = skypeOfLitware.flatMap((one, index) => {
        const name = nameOf(one.cmdlet, index)
        return recordsIn(`${name}.${ending}`, write(one))
      })
      const { file, diagnostics } = skypeReader.read(records)
      expect(diagnostics).toEqual([])
      expect(file).toEqual(byHand)
    }
  })
})

describe('who issues the tokens of clients', () => {
  const read = (...objects: readonly object[]) => {
    const { file, diagnostics } = skypeReader.read(recordsIn('x.json', JSON.stringify(objects)))
    return { file: file.workloads, codes: diagnostics.map(({ code }) => code) }
  }
  const configuration = { Identity: 'Global', Realm: 'litware.com' }

  test('nobody, where no server is named', () => {
    const server = { UseWindowsAuth: 'Negotiate' }
    const { file } = read({ ...configuration, ClientAuthorizationOAuthServerIdentity: '' }, server)
    expect(file).toEqual({ 'skype-for-business-server': { modernAuthentication: false, modernAuthority: 'none' } })
  })

  test('Microsoft Entra ID, by the name that its instructions give it', () => {
    const { file } = read({ ...configuration, ClientAuthorizationOAuthServerIdentity: 'evoSTS' })
    expect(file?.['skype-for-business-server']?.modernAuthority).toBe('entra-id')
  })

  test('open, where the server is not in the export', () => {
    const { file } = read({ ...configuration, ClientAuthorizationOAuthServerIdentity: 'idp.litware.com' })
    expect(file?.['skype-for-business-server']).toEqual({ ClientAuthorizationOAuthServerIdentity: 'idp.litware.com' })
  })

  test('the cloud has a separate switch', () => {
    const { file } = read({ ...configuration, ClientAdalAuthOverride: 'Disallowed' })
    expect(file).toEqual({ 'skype-for-business-online': { ClientAdalAuthOverride: 'Disallowed' } })
  })

  test('a configuration that may be of either is reported', () => {
    expect(read({ ...configuration, ClientAdalAuthOverride: 'NoOverride' })).toEqual({
      file: undefined,
      codes: ['IMP-26'],
    })
  })

  test('methods that are turned off are reported, since no setting states them', () => {
    const off = { UseWindowsAuth: 'None', UseCertificateAuth: false }
    const proxy = { UseKerberosForClientToProxyAuth: false, UseNtlmForClientToProxyAuth: true }
    expect(read(off, proxy).codes).toEqual(['IMP-27', 'IMP-27', 'IMP-27'])
  })
})

test.each([
  [{ Enabled: false, RegistrarPool: 'p' }, 'none'],
  [{ Enabled: true, RegistrarPool: 'p' }, 'skype-for-business-server'],
  [{ Enabled: true, HostingProvider: 'SRV:' }, 'skype-for-business-server'],
  [{ Enabled: true, HostingProvider: 'sipfed.online.lync.com' }, 'skype-for-business-online'],
  [{ Enabled: true, HostingProvider: null }, undefined],
])('a user with %j is homed in %s', (fields, home) => {
  const user = { SipAddress: 'sip:anna@litware.com', ...fields }
  const { file } = skypeReader.read(recordsIn('Get-CsUser.json', JSON.stringify([user])))
  expect(file.users).toEqual([
    { userPrincipalName: 'anna@litware.com', ...(home === undefined ? {} : { registrar: home }) },
  ])
})
