import { describe, expect, test } from 'vitest'
import { recordsIn } from '../formats.fixture.ts'
import { exchangeReader } from './exchange-reader.ts'

const own = 'DC=corp,DC=litware,DC=com'
const mailboxes = [
  { Name: 'Team', Alias: 'team', DistinguishedName: `CN=Team,OU=Shared,${own}`, RecipientTypeDetails: 'SharedMailbox' },
  {
    Name: 'Bernd',
    UserPrincipalName: 'bernd@litware.com',
    SamAccountName: 'bernd',
    DistinguishedName: `CN=Bernd,OU=Staff,${own}`,
    RecipientTypeDetails: 'UserMailbox',
  },
]
const remote = [
  {
    Name: 'Info',
    RemoteRoutingAddress: 'SMTP:info@x.mail.onmicrosoft.com',
    RecipientTypeDetails: 'RemoteSharedMailbox',
  },
]

const permission = (Identity: string, User: string, fields: object = {}) => ({
  Identity,
  User,
  AccessRights: ['FullAccess'],
  IsInherited: false,
  Deny: false,
  ...fields,
})

function read(permissions: readonly object[], folder = 'on-premises') {
  const records = [
    ...recordsIn('Get-Mailbox.json', JSON.stringify(mailboxes)),
    ...recordsIn('Get-RemoteMailbox.json', JSON.stringify(remote)),
    ...recordsIn(`${folder}/Get-MailboxPermission.json`, JSON.stringify(permissions)),
  ]
  const { file, coverage, diagnostics } = exchangeReader.read(records)
  const users: readonly Readonly<Record<string, unknown>>[] = Array.isArray(file.users) ? file.users : []
  const opened = users.flatMap((user) =>
    user['sharedMailbox'] === undefined ? [] : [[user['userPrincipalName'], user['sharedMailbox']]],
  )
  return {
    opened,
    codes: diagnostics.map(({ code }) => code),
    permissions: coverage.filter(({ kind }) => kind === 'mailbox permission'),
  }
}

describe('a permission on a mailbox', () => {
  test.each<[string, object, readonly (readonly string[])[]]>([
    [
      'of an account of the domain',
      permission('litware.com/Shared/Team', 'LITWARE\\bernd'),
      [['bernd@litware.com', 'exchange-server']],
    ],
    ['on a mailbox that has moved', permission('Info', 'LITWARE\\bernd'), [['bernd@litware.com', 'exchange-online']]],
    ['by the address of the user', permission('Team', 'cara@litware.com'), [['cara@litware.com', 'exchange-server']]],
    [
      'in numbers',
      permission('Team', 'cara@litware.com', { AccessRights: [1] }),
      [['cara@litware.com', 'exchange-server']],
    ],
    ['to read permissions', permission('Team', 'cara@litware.com', { AccessRights: ['ReadPermission'] }), []],
    ['to read permissions, in numbers', permission('Team', 'cara@litware.com', { AccessRights: [131072] }), []],
    ['that denies', permission('Team', 'cara@litware.com', { Deny: true }), []],
    ['that is inherited', permission('Team', 'LITWARE\\bernd', { IsInherited: true }), []],
    ['on the own mailbox', permission('Bernd', 'LITWARE\\bernd'), []],
    ['of the mailbox itself', permission('Team', 'NT AUTHORITY\\SELF'), []],
  ])('%s', (_, one, opened) => {
    expect(read([one])).toMatchObject({ opened, codes: [] })
  })

  test('of a group leaves the mailbox of its members open, and says so', () => {
    const { opened, permissions } = read([permission('Team', 'LITWARE\\Sales')])
    expect(opened).toEqual([])
    expect(permissions).toEqual([expect.objectContaining({ name: 'LITWARE\\Sales', status: 'assumed' })])
  })

  test('on mailboxes of both sides leaves open which one', () => {
    const { opened, permissions } = read([permission('Team', 'LITWARE\\bernd'), permission('Info', 'LITWARE\\bernd')])
    expect(opened).toEqual([])
    expect(permissions.map(({ status }) => status)).toEqual(['not-understood', 'not-understood'])
  })

  test('on a mailbox that is nowhere else is where the list was made', () => {
    expect(read([permission('Other', 'cara@litware.com')], 'online').opened).toEqual([
      ['cara@litware.com', 'exchange-online'],
    ])
    expect(read([permission('Other', 'cara@litware.com')], 'x')).toMatchObject({ opened: [], codes: ['IMP-26'] })
  })
})
