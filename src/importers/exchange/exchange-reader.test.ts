import { describe, expect, test } from 'vitest'
import { exchangeOnlineOfLitware, exchangeServerOfLitware, type Printed } from '../company.fixture.ts'
import { forms, recordsIn } from '../formats.fixture.ts'
import { exchangeReader } from './exchange-reader.ts'

const company = [...exchangeOnlineOfLitware, ...exchangeServerOfLitware]
const basicSwitches = (allowed: readonly string[]) =>
  Object.fromEntries(
    [
      ...['ActiveSync', 'Autodiscover', 'Imap', 'Mapi', 'OfflineAddressBook', 'OutlookService', 'Pop', 'Powershell'],
      ...['ReportingWebServices', 'Rpc', 'Smtp', 'WebServices'],
    ].map((one) => [`AllowBasicAuth${one}`, allowed.includes(one)]),
  )
const legacySwitches = Object.fromEntries(
  ['ActiveSync', 'Autodiscover', 'Imap', 'Mapi', 'OfflineAddressBook', 'Pop', 'Rpc', 'WebServices'].map((one) => [
    `BlockLegacyAuth${one}`,
    true,
  ]),
)

/** The company as someone would write it by hand. */
const byHand = {
  workloads: {
    'exchange-online': {
      OAuth2ClientProfileEnabled: true,
      DefaultAuthenticationPolicy: 'Block Basic',
      EwsEnabled: null,
      EwsAllowOutlook: null,
      EwsAllowMacOutlook: false,
      RejectDirectSend: true,
      SmtpClientAuthenticationDisabled: true,
      authenticationPolicies: [
        { name: 'Block Basic', ...basicSwitches([]) },
        { name: 'Printers', ...basicSwitches(['Smtp', 'Pop']) },
      ],
      connectors: [{ name: 'Devices', SenderIPAddresses: ['203.0.113.10/32', '198.51.100.0/24'] }],
    },
    'exchange-server': {
      OAuth2ClientProfileEnabled: true,
      DefaultAuthenticationPolicy: null,
      MapiHttpEnabled: true,
      modernAuthority: 'entra-id',
      hybrid: 'classic-full',
      owaModernAuthentication: false,
      SSLOffloading: false,
      authenticationPolicies: [{ name: 'Block legacy', ...legacySwitches }],
      servers: [
        { name: 'EX1', version: '2019', cumulativeUpdate: 14, role: 'mailbox' },
        { name: 'EX2', version: '2016', cumulativeUpdate: 23, role: 'mailbox' },
      ],
      authenticationMethods: {
        'mapi-http': ['NTLM', 'Negotiate', 'OAuth'],
        ews: ['NTLM', 'Negotiate', 'OAuth'],
        autodiscover: ['Basic', 'NTLM', 'Negotiate', 'OAuth'],
        'rpc-http': ['Basic', 'NTLM', 'Negotiate'],
        'exchange-activesync': ['Basic', 'OAuth'],
        https: ['Basic'],
      },
    },
  },
  autodiscover: { kind: 'hybrid', serviceConnectionPoints: [{ host: 'autodiscover.litware.com', site: 'Berlin' }] },
  users: [
    {
      userPrincipalName: 'anna@litware.com',
      mailbox: 'exchange-online',
      archive: 'exchange-online',
      authenticationPolicy: 'Printers',
      mailboxSwitches: {
        ActiveSyncEnabled: true,
        OWAEnabled: true,
        PopEnabled: false,
        ImapEnabled: false,
        MAPIEnabled: true,
        EwsEnabled: null,
        SmtpClientAuthenticationDisabled: null,
        OutlookMobileEnabled: true,
      },
    },
    {
      userPrincipalName: 'bernd@litware.com',
      mailbox: 'exchange-server',
      archive: 'none',
      sharedMailbox: 'exchange-online',
    },
    {
      userPrincipalName: 'Ticket system',
      displayName: 'Ticket system',
      id: '0d3c5d1e-0000-4000-8000-0000000000a2',
      kind: 'service-principal',
      mailbox: 'exchange-online',
      mailboxAccess: 'granted',
    },
  ],
}

/** The records of all cmdlets in one form, each cmdlet in a separate file. */
function recordsOf(
  printed: readonly Printed[],
  form: string,
  nameOf = (one: Printed, index: number) => `${index}/${one.cmdlet}`,
) {
  const [ending, write] = forms[form] ?? ['', () => '']
  return printed.flatMap((one, index) => recordsIn(`${nameOf(one, index)}.${ending}`, write(one)))
}

describe('every form of an export gives the tenant file that a user would write', () => {
  test.each(Object.keys(forms))('%s', (form) => {
    const records = recordsOf(company, form)
    expect(records.filter((record) => !exchangeReader.recognizes(record))).toEqual([])
    const { file, diagnostics } = exchangeReader.read(records)
    expect(diagnostics).toEqual([])
    expect(file).toEqual(byHand)
  })

  test('all forms together state it once more', () => {
    const { file, diagnostics } = exchangeReader.read(Object.keys(forms).flatMap((form) => recordsOf(company, form)))
    expect(diagnostics).toEqual([])
    expect(file).toEqual(byHand)
  })
})

describe('what a record is does not depend on the name of its file', () => {
  const untyped = ['JSON', 'JSON with lists of one collapsed', 'CSV with semicolons']
  test.each(untyped)('%s', (form) => {
    const nameOf = ({ type }: Printed, index: number) =>
      `${exchangeServerOfLitware.some((one) => one.type === type && company[index] === one) ? 'on-premises' : 'online'}/export-${index}`
    const { file, diagnostics } = exchangeReader.read(recordsOf(company, form, nameOf))
    expect(diagnostics).toEqual([])
    expect(file).toEqual(byHand)
  })
})

describe('nothing depends on order or on case', () => {
  const turned = (one: Printed): Printed => ({
    ...one,
    objects: one.objects.toReversed().map((object) => Object.fromEntries(Object.entries(object).toReversed())),
  })
  const recased = (one: Printed, change: (key: string) => string): Printed => ({
    ...one,
    objects: one.objects.map((object) =>
      Object.fromEntries(Object.entries(object).map(([key, value]) => [change(key), value])),
    ),
  })
  const whole = exchangeReader.read(recordsOf(company, 'JSON'))

  test.each([
    { name: 'files, records and fields the other way round', printed: company.toReversed().map(turned) },
    { name: 'fields in lower case', printed: company.map((one) => recased(one, (key) => key.toLowerCase())) },
    { name: 'fields in upper case', printed: company.map((one) => recased(one, (key) => key.toUpperCase())) },
  ])('$name', ({ printed }) => {
    for (const form of ['JSON', 'CSV', 'Clixml', 'wrapped listing']) {
      const { file } = exchangeReader.read(recordsOf(printed, form))
      expect(JSON.stringify(file)).toBe(JSON.stringify(whole.file))
    }
  })
})

describe('what is not understood is reported at its place and left open', () => {
  const read = (name: string, ...objects: readonly object[]) => {
    const text = JSON.stringify(objects)
    const { file, diagnostics, coverage, disputes } = exchangeReader.read(recordsIn(`${name}.json`, text))
    return { file, coverage, disputes, problems: diagnostics.map(({ code, args }) => ({ code, ...args })) }
  }
  const online = { DistinguishedName: 'CN=x,DC=PROD,DC=OUTLOOK,DC=COM' }
  const policy = exchangeOnlineOfLitware.flatMap(({ cmdlet, objects }) =>
    cmdlet === 'Get-AuthenticationPolicy' ? objects : [],
  )[0]

  test.each([
    { name: 'a switch that is neither', field: { OAuth2ClientProfileEnabled: 'maybe' }, problem: 'not-a-switch' },
    { name: 'an object for a switch', field: { OAuth2ClientProfileEnabled: { IsPresent: true } }, problem: 'not-text' },
    {
      name: 'a list that was cut off',
      field: { OAuth2ClientProfileEnabled: null, EwsAllowedAppIDs: ['a', 'b...'] },
      problem: 'list-cut',
    },
    {
      name: 'the name of a type',
      field: { OAuth2ClientProfileEnabled: null, EwsAllowedAppIDs: 'System.Object[]' },
      problem: 'nested',
    },
  ])('$name', ({ field, problem }) => {
    const { file, problems } = read('Get-OrganizationConfig', { ...online, ...field })
    expect(problems).toMatchObject([{ code: 'IMP-22', problem }])
    expect(file).toEqual({ workloads: { 'exchange-online': {} } })
  })

  test('a method that is not known', () => {
    const { file, problems } = read('Get-MapiVirtualDirectory', {
      Name: 'mapi',
      IISAuthenticationMethods: ['Basic', 12],
    })
    expect(problems).toMatchObject([{ code: 'IMP-22', problem: 'unknown-word', word: '12' }])
    expect(file).toEqual({ workloads: { 'exchange-server': {} } })
  })

  test('servers that differ', () => {
    const methods = (Server: string, ...IISAuthenticationMethods: readonly string[]) => ({
      Name: 'mapi',
      Server,
      IISAuthenticationMethods,
    })
    const { file, problems, coverage, disputes } = read(
      'Get-MapiVirtualDirectory',
      methods('EX1', 'Ntlm'),
      methods('EX2', 'OAuth'),
    )
    expect(problems).toMatchObject([{ code: 'IMP-25', field: 'mapi-http', values: ['["NTLM"]', '["OAuth"]'] }])
    const path = ['workloads', 'exchange-server', 'authenticationMethods', 'mapi-http']
    expect(file.workloads?.['exchange-server']?.authenticationMethods).toEqual({ 'mapi-http': ['NTLM'] })
    expect(disputes).toEqual([{ path, values: [['NTLM'], ['OAuth']] }])
    expect(coverage.at(-1)?.status).toBe('not-understood')
  })

  test('a configuration of neither Exchange', () => {
    const { file, problems } = read('export', { OAuth2ClientProfileEnabled: true })
    expect(problems).toMatchObject([{ code: 'IMP-26' }])
    expect(file).toEqual({})
  })

  test('a configuration whose folder holds others of one Exchange is of that one', () => {
    const records = [
      ...recordsIn('estate/org.json', JSON.stringify([{ OAuth2ClientProfileEnabled: false }])),
      ...recordsIn('estate/policies.json', JSON.stringify([policy])),
    ]
    const { file, diagnostics } = exchangeReader.read(records)
    expect(diagnostics).toEqual([])
    expect(file.workloads?.['exchange-online']?.OAuth2ClientProfileEnabled).toBe(false)
  })

  test('a setting that a tenant file cannot state', () => {
    const field = { OAuth2ClientProfileEnabled: true, EwsApplicationAccessPolicy: 'EnforceBlockList' }
    const { problems } = read('Get-OrganizationConfig', { ...online, ...field })
    expect(problems).toMatchObject([{ code: 'IMP-27', field: 'EwsApplicationAccessPolicy', value: 'EnforceBlockList' }])
  })

  test('a policy without all of its switches', () => {
    const { AllowBasicAuthPop: _, ...rest } = policy ?? {}
    const { problems, coverage } = read('policies', { ...rest, AllowBasicAuthRest: true })
    expect(problems).toMatchObject([
      { code: 'IMP-27', field: 'AllowBasicAuthRest' },
      { code: 'IMP-28', missing: ['AllowBasicAuthPop'], takenAs: 'blocked' },
    ])
    expect(coverage).toMatchObject([{ status: 'not-understood' }])
  })

  test('the name of a policy that no export holds', () => {
    const { file, problems } = read('Get-OrganizationConfig', { ...online, DefaultAuthenticationPolicy: 'Block' })
    expect(problems).toEqual([{ code: 'IMP-29', policy: 'Block' }])
    expect(file).toEqual({ workloads: { 'exchange-online': {} } })
  })

  test('a server of two versions', () => {
    const server = (build: string) => ({ Name: 'EX1', AdminDisplayVersion: build, ServerRole: 'Mailbox' })
    const all = [server('Version 15.1 (Build 2507.6)'), server('15.2.1544.4')]
    const { file, problems, disputes } = read('Get-ExchangeServer', ...all)
    expect(problems).toMatchObject([
      { code: 'IMP-25', field: 'cumulativeUpdate' },
      { code: 'IMP-25', field: 'version' },
    ])
    expect(disputes?.map(({ path, values }) => [path.at(-1), values])).toEqual([
      ['cumulativeUpdate', [14, 23]],
      ['version', ['2016', '2019']],
    ])
    const [one] = file.workloads?.['exchange-server']?.servers ?? []
    expect(one).toMatchObject({ name: 'EX1', version: '2016', cumulativeUpdate: 14 })
  })

  test('an address of a connector that is none', () => {
    const connector = { Name: 'Devices', ConnectorType: 'OnPremises', SenderIPAddresses: '10.0.0.1-10.0.0.9' }
    const { file, problems } = read('Get-InboundConnector', connector)
    expect(problems).toMatchObject([{ code: 'IMP-22', word: '10.0.0.1-10.0.0.9' }])
    expect(file).toEqual({ workloads: { 'exchange-online': { connectors: [{ name: 'Devices' }] } } })
  })

  test('a misspelled switch of a script is the switch', () => {
    const { AllowBasicAuthWebServices: _, ...rest } = policy ?? {}
    const { problems, file } = read('policies', { ...rest, AllowBasicAuthWebService: 'True' })
    expect(problems).toEqual([])
    expect(file.workloads?.['exchange-online']?.authenticationPolicies?.[0]?.['AllowBasicAuthWebServices']).toBe(true)
  })
})

describe('who a mailbox belongs to', () => {
  const switches = { ActiveSyncEnabled: 'False', OWAEnabled: 'True' }
  const read = (...objects: readonly object[]) => exchangeReader.read(recordsIn('x.json', JSON.stringify(objects)))

  test('is its address where nothing else says it, which is an assumption', () => {
    const { file, coverage } = read({ PrimarySmtpAddress: 'anna.ahl@litware.com', ...switches })
    expect(file.users).toEqual([
      { userPrincipalName: 'anna.ahl@litware.com', mailboxSwitches: { ActiveSyncEnabled: false, OWAEnabled: true } },
    ])
    expect(coverage).toMatchObject([{ status: 'assumed' }])
  })

  test('is nobody where it has neither', () => {
    const { file, coverage } = read({ Name: 'Anna', ...switches })
    expect(file.users).toBeUndefined()
    expect(coverage).toMatchObject([{ status: 'not-understood' }])
  })

  test.each([
    ['1', 'exchange-server'],
    ['UserMailbox', 'exchange-server'],
    ['2147483648', 'exchange-online'],
    ['RemoteUserMailbox', 'exchange-online'],
    ['MailUser', undefined],
  ])('a user of type %s has the mailbox in %s', (type, home) => {
    const user = {
      UserPrincipalName: 'anna@litware.com',
      AuthenticationPolicy: null,
      RecipientTypeDetails: type,
      DistinguishedName: 'CN=Anna,OU=Staff,DC=litware,DC=com',
    }
    expect(read(user).file.users).toEqual([
      { userPrincipalName: 'anna@litware.com', ...(home === undefined ? {} : { mailbox: home }) },
    ])
  })
})

describe('who issues the tokens of clients', () => {
  const server = (fields: object) => ({ Name: 'EvoSts', Type: 'AzureAD', Enabled: true, ...fields })
  test.each([
    ['entra-id', [server({ IsDefaultAuthorizationEndpoint: true })]],
    ['ad-fs', [server({ Name: 'sts', Type: 'ADFS', IsDefaultAuthorizationEndpoint: 'True' })]],
    ['none', [server({ IsDefaultAuthorizationEndpoint: false })]],
    ['none', [server({ IsDefaultAuthorizationEndpoint: true, Enabled: false })]],
    [undefined, [server({ AuthMetadataUrl: 'https://login.windows.net/x' })]],
    [undefined, [server({ Name: 'x', Type: '4', IsDefaultAuthorizationEndpoint: true })]],
  ])('%s', (authority, servers) => {
    const { file } = exchangeReader.read(recordsIn('Get-AuthServer.json', JSON.stringify(servers)))
    expect(file.workloads?.['exchange-server']?.modernAuthority).toBe(authority)
  })
})
