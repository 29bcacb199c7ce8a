import { describe, expect, test } from 'vitest'
import { importExports } from '../import-exports.ts'
import { columns, plainHeader } from './headers.ts'

const domains = {
  name: 'd.json',
  text: JSON.stringify({ id: 'contoso.com', authenticationType: 'Managed', isVerified: true }),
}
const byName = (one: { readonly userPrincipalName: string }, other: { readonly userPrincipalName: string }) =>
  one.userPrincipalName < other.userPrincipalName ? -1 : 1

function imported(text: string, options: object = {}, name = 'people.csv') {
  const made = importExports([domains, { name, text }], { asOf: '2026-01-01', ...options })
  const problems = made.ok ? made.warnings : made.diagnostics
  const codes = problems.map(({ code }) => code)
  if (!made.ok) return { users: [], groups: [], codes, coverage: [], problems }
  const { users = [], groups } = made.value.file
  return {
    users: [...(Array.isArray(users) ? users : [])].sort(byName),
    groups,
    codes,
    coverage: made.value.coverage,
    problems,
  }
}

test.each([
  ['the portal', 'User principal name,On-premises SAM account name,On-premises domain name', 'anna,contoso.local'],
  ['Get-ADUser', 'DistinguishedName,UserPrincipalName,SamAccountName', '"CN=Anna Ålund,OU=Staff,DC=contoso,DC=local"'],
])('the account on-premises in a list of %s', (_name, header, cells) => {
  const isPortal = header.startsWith('User')
  const row = isPortal ? `anna@contoso.com,${cells}` : `${cells},anna@contoso.com,anna`
  const { users, codes } = imported(`${header}\n${row}\n`)
  const account = { onPremisesSamAccountName: 'anna', onPremisesDomainName: 'contoso.local' }
  expect({ users, codes }).toEqual({ users: [{ userPrincipalName: 'anna@contoso.com', ...account }], codes: [] })
})

const expected = [
  {
    userPrincipalName: 'anna@contoso.com',
    displayName: 'Anna',
    id: '1',
    accountEnabled: true,
    onPremisesSyncEnabled: true,
  },
  {
    userPrincipalName: 'kim_fabrikam.com#EXT#@contoso.com',
    displayName: 'Kim',
    id: '2',
    kind: 'guest',
    homeIdentity: 'entra-tenant',
    accountEnabled: false,
    onPremisesSyncEnabled: false,
  },
]

describe('a list of people in the language of a portal', () => {
  const kim = 'kim_fabrikam.com#EXT#@contoso.com'
  test.each<[string, string]>([
    [
      'the Entra admin center',
      `userPrincipalName,displayName,surname,mail,givenName,id,userType,jobTitle,department,accountEnabled,usageLocation,streetAddress,state,country,officeLocation,city,postalCode,telephoneNumber,mobilePhone,alternateEmailAddress,ageGroup,consentProvidedForMinor,legalAgeGroupClassification,companyName,creationType,directorySynced,invitationState,identityIssuer,createdDateTime
anna@contoso.com,Anna,,,,1,Member,,,True,DE,,,,,,,,,,,,,,,True,,contoso.onmicrosoft.com,8/19/2021 1:25:31 PM
${kim},Kim,,,,2,Guest,,,False,,,,,,,,,,,,,,,Invitation,False,Accepted,ExternalAzureAD,8/19/2021 1:25:31 PM`,
    ],
    [
      'German',
      `Benutzerprinzipalname;Anzeigename;Objekt-ID;Benutzertyp;Konto aktiviert;Verzeichnis synchronisiert;Identitätsaussteller;Abteilung
anna@contoso.com;Anna;1;Mitglied;Ja;Ja;contoso.onmicrosoft.com;IT
${kim};Kim;2;Gast;Nein;Nein;ExternalAzureAD;`,
    ],
    [
      'French',
      `Nom d'utilisateur principal;Nom d’affichage;ID de l'objet;Type d'utilisateur;Compte activé;Annuaire synchronisé;Émetteur d'identité;Prénom
anna@contoso.com;Anna;1;Membre;Oui;Oui;contoso.onmicrosoft.com;A
${kim};Kim;2;Invité;Non;Non;ExternalAzureAD;K`,
    ],
    [
      'Spanish',
      `Nombre principal de usuario,Nombre para mostrar,Id. de objeto,Tipo de usuario,Cuenta habilitada,Directorio sincronizado,Emisor de identidad,Apellidos
anna@contoso.com,Anna,1,Miembro,Sí,Sí,contoso.onmicrosoft.com,A
${kim},Kim,2,Invitado,No,No,ExternalAzureAD,K`,
    ],
    [
      'PowerShell',
      `#TYPE Selected.Microsoft.Graph.PowerShell.Models.MicrosoftGraphUser
"UserPrincipalName","DisplayName","Id","UserType","AccountEnabled","OnPremisesSyncEnabled","IdentityIssuer"
"anna@contoso.com","Anna","1","Member","True","True",""
"${kim}","Kim","2","Guest","False","False","ExternalAzureAD"`,
    ],
  ])('%s', (_, text) => {
    const { users, codes } = imported(text)
    expect({ users, codes }).toEqual({ users: expected, codes: [] })
  })
})

test.each([
  ['ExternalAzureAD', 'entra-tenant'],
  ['MicrosoftAccount', 'microsoft-account'],
  ['mail', 'one-time-passcode'],
  ['google.com', 'federated'],
  ['https://idp.fabrikam.com/saml', 'federated'],
  ['contoso.onmicrosoft.com', undefined],
])('the issuer %s of a guest means %s', (issuer, home) => {
  const { users, codes } = imported(`userPrincipalName,userType,identityIssuer\ng@contoso.com,Guest,${issuer}`)
  expect({ home: users[0]?.homeIdentity, codes }).toEqual({ home, codes: [] })
})

describe('MFA of each person', () => {
  test.each<[string, string, object]>([
    ['the page of per-user MFA', 'Username,MFA Status\na@contoso.com,Enforced', { perUserMfaState: 'enforced' }],
    [
      'the older cmdlets',
      'UserPrincipalName,StrongAuthenticationRequirements\na@contoso.com,',
      { perUserMfaState: 'disabled' },
    ],
    ['a German report', 'Benutzername;MFA-Status\na@contoso.com;Erzwungen', { perUserMfaState: 'enforced' }],
    [
      'registration details',
      'UserPrincipalName,IsMfaRegistered,MethodsRegistered\na@contoso.com,True,"mobilePhone;microsoftAuthenticatorPush;email"',
      { registered: true, methods: ['microsoftAuthenticatorPush', 'sms', 'voice'] },
    ],
    ['block credential', 'User principal name,Block credential\na@contoso.com,True', { accountEnabled: false }],
  ])('%s', (_, text, stated) => {
    const { users, codes } = imported(text)
    expect({ users, codes }).toEqual({ users: [{ userPrincipalName: 'a@contoso.com', ...stated }], codes: [] })
  })

  test('a method that is not known leaves the methods open', () => {
    const { users, codes } = imported('UserPrincipalName,MethodsRegistered\na@contoso.com,telepathy')
    expect({ users, codes }).toEqual({ users: [{ userPrincipalName: 'a@contoso.com' }], codes: ['IMP-22'] })
  })

  test('the report of Graph names methods too', () => {
    const detail = {
      id: '1',
      userPrincipalName: 'a@contoso.com',
      isMfaRegistered: true,
      methodsRegistered: ['fido2SecurityKey'],
    }
    const user = {
      id: '1',
      userPrincipalName: 'a@contoso.com',
      displayName: 'A',
      identities: [{ issuer: 'MicrosoftAccount' }],
      userType: 'Guest',
    }
    const { users } = imported(JSON.stringify([detail, user]), {}, 'x.json')
    expect(users).toEqual([
      expect.objectContaining({ registered: true, methods: ['fido2'], homeIdentity: 'microsoft-account' }),
    ])
  })
})

test('members of groups, row by row', () => {
  const { groups, codes } = imported(
    'Group name,Group ID,User principal name\nStaff,g1,b@contoso.com\nStaff,g1,a@contoso.com\nBoard,g2,a@contoso.com',
  )
  expect(codes).toEqual([])
  expect(groups).toEqual([
    { name: 'Board', id: 'g2', members: ['a@contoso.com'] },
    { name: 'Staff', id: 'g1', members: ['a@contoso.com', 'b@contoso.com'] },
  ])
})

describe('a column whose header is not known', () => {
  const text = 'userPrincipalName,Aktiv?,Kostenstelle\na@contoso.com,Ja,7'

  test('is reported at the header', () => {
    const { codes, problems, coverage } = imported(text)
    expect(codes).toEqual(['IMP-32', 'IMP-32'])
    expect(problems.map(({ at }) => at.start)).toEqual([18, 25])
    expect(coverage.filter(({ status }) => status === 'not-understood').map(({ name }) => name)).toEqual([
      'aktiv?',
      'kostenstelle',
    ])
  })

  test('is read as the mapping says', () => {
    const named = new Map([
      [plainHeader('Aktiv?'), 'accountEnabled'],
      [plainHeader('Kostenstelle'), 'unused'],
    ])
    const { users, codes } = imported(text, { columns: named })
    expect({ users, codes }).toEqual({
      users: [{ userPrincipalName: 'a@contoso.com', accountEnabled: true }],
      codes: [],
    })
  })
})

test.each([
  [
    'English',
    'Date (UTC),Request ID,User,Username,Application,Client app\n2026-01-01,x,Anna,anna@contoso.com,Mail,Browser',
  ],
  ['German', 'Datum (UTC);Anforderungs-ID;Benutzer;Benutzername;Anwendung\n2026-01-01;x;Anna;anna@contoso.com;Mail'],
])('a list of sign-ins in %s is not a list of people', (_, text) => {
  const { users, coverage, codes } = imported(text)
  expect(users.map(({ userPrincipalName }) => userPrincipalName)).toEqual(['someone@contoso.com'])
  expect(codes).toEqual([])
  expect(coverage).toContainEqual(expect.objectContaining({ kind: '1 sign-in record', status: 'not-imported' }))
})

test('a list of sign-ins alone is nothing to import', () => {
  const made = importExports([{ name: 'log.csv', text: 'Date (UTC),Request ID,Username\n2026-01-01,x,a@contoso.com' }])
  expect(made.ok ? [] : made.diagnostics.map(({ code }) => code)).toEqual(['IMP-2'])
})

test('every header means one thing', () => {
  expect(new Set(columns.map(plainHeader)).size).toBe(columns.length)
})
