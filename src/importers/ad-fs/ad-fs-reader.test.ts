import { describe, expect, test } from 'vitest'
import { forms, recordsIn } from '../formats.fixture.ts'
import { adfsOfLitware } from './ad-fs.fixture.ts'
import { adfsReader } from './ad-fs-reader.ts'

const claims = 'http://schemas.microsoft.com/2012/01/requestcontext/claims/'
const permits = 'http://schemas.microsoft.com/authorization/claims/permit'
const denies = 'http://schemas.microsoft.com/authorization/claims/deny'
const sid = 'http://schemas.microsoft.com/ws/2008/06/identity/claims/groupsid'
const inside = 'http://schemas.microsoft.com/ws/2012/01/insidecorporatenetwork'
const all = `@RuleName = "All" => issue(Type = "${permits}", Value = "true");`

const trust = (fields: object) => ({
  Name: 'Microsoft Office 365 Identity Platform',
  Identifier: ['urn:federation:MicrosoftOnline'],
  Enabled: true,
  ...fields,
})

function read(...objects: readonly object[]) {
  const { file, diagnostics, coverage } = adfsReader.read(recordsIn('x.json', JSON.stringify(objects)))
  const [provider] = file.identityProviders ?? []
  return { provider, codes: diagnostics.map(({ code }) => code), coverage }
}

const rulesOf = (text: string) => {
  const { provider, codes } = read(trust({ IssuanceAuthorizationRules: text }))
  return { rules: provider?.accessRules, open: provider?.notUnderstood, codes }
}

describe('every form of an export gives the tenant file that a user would write', () => {
  test.each(Object.entries(forms))('%s', (_, [ending, write]) => {
    const records = adfsOfLitware.flatMap((one) => recordsIn(`${one.cmdlet}.${ending}`, write(one)))
    const { file, diagnostics } = adfsReader.read(records)
    expect(diagnostics).toEqual([])
    expect(file).toEqual({
      identityProviders: [
        {
          name: 'sts.litware.com',
          product: 'ad-fs',
          version: '2019',
          passesClaims: ['authnmethodsreferences', 'insidecorporatenetwork'],
          accessRules: [
            {
              effect: 'deny',
              name: 'Block outside',
              conditions: [
                { claim: 'x-ms-proxy', operator: 'exists' },
                { claim: 'x-ms-forwarded-client-ip', operator: 'not-matches', value: '\\b203\\.0\\.113\\.' },
              ],
            },
          ],
        },
      ],
    })
  })
})

describe('issuance authorization rules', () => {
  const path = 'x-ms-endpoint-absolute-path'

  test.each<[string, string, readonly object[]]>([
    ['everyone is permitted', all, []],
    [
      'nobody is permitted without a rule that does',
      `=> issue(Type = "${denies}2", Value = "x");`,
      [{ effect: 'deny', name: 'no rule permits anyone', conditions: [] }],
    ],
    ['a claim that permits does so whatever its value', `=> issue(Type = "${permits}", Value = "false");`, []],
    [
      'a claim that denies does so whatever its value',
      `${all} => issue(Type = "${denies}", Value = "false");`,
      [{ effect: 'deny', name: 'rule 2', conditions: [] }],
    ],
    [
      'a rule that permits some denies the others',
      `exists([Type == "${inside}", Value == "true"]) => issue(Type = "${permits}", Value = "true");`,
      [
        {
          effect: 'permit',
          name: 'rule 1',
          conditions: [{ claim: 'insidecorporatenetwork', operator: 'equals', value: 'true' }],
        },
      ],
    ],
    [
      'a rule that permits some changes nothing where all are permitted',
      `${all} exists([Type == "http://x/y"]) => issue(Type = "${permits}", Value = "true");`,
      [],
    ],
    [
      'either scheme of a type',
      `${all} exists([Type == "${claims.replace('http', 'https')}x-ms-proxy"]) => issue(Type = "${denies.replace('http', 'https')}", Value = "true");`,
      [{ effect: 'deny', name: 'rule 2', conditions: [{ claim: 'x-ms-proxy', operator: 'exists' }] }],
    ],
    [
      'a claim that an earlier rule made',
      `${all}
      exists([Type == "${claims}x-ms-proxy"]) => add(Type = "http://custom/outside", Value = "true");
      c1:[Type == "http://custom/outside", Value == "true"] && c2:[Type == "${claims}${path}", Value != "/adfs/ls/"] => issue(Type = "${denies}", Value = "DenyUsersWithClaim");`,
      [
        {
          effect: 'deny',
          name: 'rule 3',
          conditions: [
            { claim: 'x-ms-proxy', operator: 'exists' },
            { claim: path, operator: 'exists' },
            { claim: path, operator: 'not-equals', value: '/adfs/ls/' },
          ],
        },
      ],
    ],
    [
      'a claim that an earlier rule did not make',
      `${all}
      exists([Type == "${claims}x-ms-proxy"]) => add(Type = "http://custom/outside", Value = "true");
      not exists([Type == "http://custom/outside"]) => issue(Type = "${denies}", Value = "true");`,
      [{ effect: 'deny', name: 'rule 3', conditions: [{ claim: 'x-ms-proxy', operator: 'absent' }] }],
    ],
    [
      'a group, as the template writes it',
      `c:[Type == "${sid}", Value =~ "^(?i)S-1-5-21-1-2-3-512$", Issuer == "AD AUTHORITY"] => issue(Type = "${permits}", Value = "PermitUsersWithClaim");`,
      [
        {
          effect: 'permit',
          name: 'rule 1',
          conditions: [{ claim: 'groupsid', operator: 'equals', value: 'S-1-5-21-1-2-3-512' }],
        },
      ],
    ],
    [
      'two ways in which a value is not another one',
      `${all} not exists([Type == "${inside}", Value != "true"]) => issue(Type = "${denies}", Value = "true");`,
      [
        { effect: 'deny', name: 'rule 2', conditions: [{ claim: 'insidecorporatenetwork', operator: 'absent' }] },
        {
          effect: 'deny',
          name: 'rule 2',
          conditions: [{ claim: 'insidecorporatenetwork', operator: 'equals', value: 'true' }],
        },
      ],
    ],
  ])('%s', (_, text, rules) => {
    expect(rulesOf(text)).toEqual({ rules, open: undefined, codes: [] })
  })

  test.each<[string, string]>([
    ['a claim that nobody knows', 'exists([Type == "http://x/department", Value == "IT"])'],
    ['a number of claims', `count([Type == "${sid}"]) >= 2`],
    ['a look-ahead in a pattern', `exists([Type == "${claims}x-ms-client-application", Value =~ "^(?!x)"])`],
    ['a value of another claim', `c1:[Type == "${claims}x-ms-proxy"] && c2:[Type == "${inside}", Value == c1.Value]`],
    ['another issuer', `exists([Type == "${claims}x-ms-proxy", Issuer == "x"])`],
    ['some other group', `exists([Type == "${sid}", Value != "S-1-5-21-1"])`],
    ['no type', 'exists([Value == "x"])'],
    ['what is no rule', 'if (x) then'],
  ])('%s leaves the answer open', (_, condition) => {
    const { open, codes } = rulesOf(
      `${all} @RuleName = "Odd" ${condition} => issue(Type = "${denies}", Value = "true");`,
    )
    expect({ open, codes }).toEqual({ open: ['Odd'], codes: ['IMP-30'] })
  })
})

describe('access control policies', () => {
  const policy = (name: string, parameters?: unknown) => {
    const { provider, codes } = read(
      trust({
        AccessControlPolicyName: name,
        AccessControlPolicyParameters: parameters,
        IssuanceAuthorizationRules: '',
      }),
    )
    return { rules: provider?.accessRules, open: provider?.notUnderstood, performsMfa: provider?.performsMfa, codes }
  }
  const secondFactor = [
    { claim: 'x-ms-endpoint-absolute-path', operator: 'not-equals', value: '/adfs/ls/' },
    {
      claim: 'authnmethodsreferences',
      operator: 'not-equals',
      value: 'http://schemas.microsoft.com/claims/multipleauthn',
    },
  ]

  test.each<[string, unknown, readonly object[], boolean | undefined]>([
    ['Permit everyone', undefined, [], undefined],
    [
      'Permit everyone for intranet access',
      undefined,
      [{ effect: 'permit', conditions: [{ claim: 'insidecorporatenetwork', operator: 'equals', value: 'true' }] }],
      undefined,
    ],
    ['Permit everyone and require MFA', undefined, [{ effect: 'deny', conditions: secondFactor }], true],
    [
      'Permit everyone and require MFA from extranet access',
      undefined,
      [
        {
          effect: 'deny',
          conditions: [{ claim: 'insidecorporatenetwork', operator: 'equals', value: 'false' }, ...secondFactor],
        },
      ],
      undefined,
    ],
    [
      'Permit specific group',
      { GroupParameter: ['LITWARE\\Staff', 'S-1-5-21-1'] },
      [
        { effect: 'permit', conditions: [{ claim: 'group', operator: 'equals', value: 'LITWARE\\Staff' }] },
        { effect: 'permit', conditions: [{ claim: 'groupsid', operator: 'equals', value: 'S-1-5-21-1' }] },
      ],
      undefined,
    ],
  ])('%s', (name, parameters, rules, performsMfa) => {
    const named = rules.map((rule) => ({ ...rule, name }))
    expect(policy(name, parameters)).toEqual({ rules: named, open: undefined, performsMfa, codes: [] })
  })

  test.each<[string, unknown]>([
    ['A policy of our own', undefined],
    ['Permit specific group', undefined],
  ])('%s without what it is for leaves the answer open', (name, parameters) => {
    expect(policy(name, parameters)).toEqual({ rules: [], open: [name], performsMfa: undefined, codes: ['IMP-31'] })
  })
})

describe('the federation service', () => {
  test.each<[string, object, object]>([
    [
      'no provider of second factors',
      { AdditionalAuthenticationProvider: [], PrimaryIntranetAuthenticationProvider: ['WindowsAuthentication'] },
      { performsMfa: false, PrimaryIntranetAuthenticationProvider: ['WindowsAuthentication'] },
    ],
    [
      'a provider of second factors',
      {
        AdditionalAuthenticationProvider: ['AzureMfaAuthentication'],
        PrimaryIntranetAuthenticationProvider: ['WindowsAuthentication'],
      },
      { PrimaryIntranetAuthenticationProvider: ['WindowsAuthentication'] },
    ],
    [
      'endpoints that no proxy publishes',
      { AddressPath: '/adfs/ls/', Enabled: true, Proxy: false },
      { reachableFromInternet: false },
    ],
    ['endpoints that are published', { AddressPath: '/adfs/ls/', Enabled: true, Proxy: true }, {}],
    [
      'user agents for Windows authentication',
      { CurrentFarmBehavior: 3, WIASupportedUserAgents: ['MSIE 6.0', '=~Windows\\s*NT.*Edg.*'] },
      { version: '2016', WIASupportedUserAgents: ['MSIE 6.0', '=~Windows\\s*NT.*Edg.*'] },
    ],
    ['the level of the farm', { CurrentFarmBehavior: 3, FarmNodes: ['a'] }, { version: '2016' }],
  ])('%s', (_, fields, stated) => {
    const { provider, codes } = read(fields)
    expect({ provider, codes }).toEqual({ provider: { name: 'AD FS', product: 'ad-fs', ...stated }, codes: [] })
  })

  test.each<[string, object]>([
    [
      'another attribute to sign in with',
      { Name: 'Active Directory', AlternateLoginID: 'mail', AcceptanceTransformRules: '' },
    ],
    ['no pages for people outside', { PrimaryExtranetAuthenticationProvider: ['CertificateAuthentication'] }],
    ['a trust that is switched off', trust({ AccessControlPolicyName: 'Permit everyone', Enabled: false })],
  ])('%s is reported, since no setting states it', (_, fields) => {
    expect(read(fields).codes).toEqual(['IMP-27'])
  })

  test('rules for a second factor leave open who gets a token without one', () => {
    const method = 'http://schemas.microsoft.com/ws/2008/06/identity/claims/authenticationmethod'
    const text = `c:[Type == "${inside}", Value == "false"] => issue(Type = "${method}", Value = "http://schemas.microsoft.com/claims/multipleauthn");`
    const { provider, codes } = read(trust({ IssuanceAuthorizationRules: all, AdditionalAuthenticationRules: '' }), {
      AdditionalAuthenticationRules: text,
    })
    expect(codes).toEqual([])
    expect(provider?.accessRules).toMatchObject([
      { effect: 'deny', conditions: [{ value: 'false' }, { value: '/adfs/ls/' }, { claim: 'authnmethodsreferences' }] },
    ])
  })

  test('rules over several lines are read from a listing as PowerShell writes it', () => {
    const text = `
Name                       : Microsoft Office 365 Identity Platform Worldwide
Identifier                 : {https://login.microsoftonline.com/extSTS.srf, urn:federation:MicrosoftOnline}
Enabled                    : True
IssuanceAuthorizationRules : @RuleTemplate = "AllowAllAuthzRule"
                              => issue(Type = "${permits}", Value = "true");

                             @RuleName = "Block legacy"
                             c1:[Type == "${claims}x-ms-proxy"] &&
                             c2:[Type == "${claims}x-ms-endpoint-absolute-path", Value =~ "/adfs/services/trust"]
                              => issue(Type = "${denies}", Value = "true");
AccessControlPolicyName    :
`
    const { file, diagnostics } = adfsReader.read(recordsIn('trusts.txt', text))
    expect(diagnostics).toEqual([])
    expect(file.identityProviders?.[0]?.accessRules).toEqual([
      {
        effect: 'deny',
        name: 'Block legacy',
        conditions: [
          { claim: 'x-ms-proxy', operator: 'exists' },
          { claim: 'x-ms-endpoint-absolute-path', operator: 'matches', value: '/adfs/services/trust' },
        ],
      },
    ])
  })

  test('lock-out is recognized and not imported', () => {
    const { coverage } = read({
      HostName: 'sts.litware.com',
      EnableExtranetLockout: true,
      ExtranetLockoutThreshold: 10,
    })
    expect(coverage.filter(({ status }) => status === 'not-imported').map(({ kind }) => kind)).toEqual([
      'extranet lock-out',
    ])
  })
})
