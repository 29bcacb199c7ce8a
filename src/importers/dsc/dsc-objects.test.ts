import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importExports } from '../import-exports.ts'
import { parseConfiguration } from './parse-configuration.ts'

const domains = {
  name: 'd.json',
  text: JSON.stringify({ id: 'contoso.com', authenticationType: 'Managed', isVerified: true }),
}
const script = (body: string): string => `# Generated with Microsoft365DSC version 1.24.717.1
param ( [parameter()] [System.Management.Automation.PSCredential] $Credential )
Configuration M365TenantConfig
{
    param ()
    if ($null -eq $Credential) { <# none #> $Credscredential = Get-Credential -Message "Credentials" }
    else { $CredsCredential = $Credential }
    $OrganizationName = $CredsCredential.UserName.Split('@')[1]
    Import-DscResource -ModuleName 'Microsoft365DSC' -ModuleVersion '1.24.717.1'
    Node localhost
    {
${body}
    }
}
M365TenantConfig -ConfigurationData .\\ConfigurationData.psd1
`
const data = `@{
    AllNodes = @( @{ NodeName = "localhost"; PSDscAllowPlainTextPassword = $true; } )
    NonNodeData = @( @{ OrganizationName = "contoso.com"; AdminGroup = "Emergency" } )
}`

const policy = `AADConditionalAccessPolicy "AADConditionalAccessPolicy-MFA"
{
    ApplicationEnforcedRestrictionsIsEnabled = $False;
    AuthenticationContexts = @();
    AuthenticationStrength = "";
    BuiltInControls = @("mfa");
    ClientAppTypes = @("all");
    CloudAppSecurityIsEnabled = $False;
    CloudAppSecurityType = "";
    Credential = $Credscredential;
    DeviceFilterRule = "";
    DisplayName = "MFA";
    Ensure = "Present";
    ExcludeGroups = @($ConfigurationData.NonNodeData.AdminGroup);
    ExcludeExternalTenantsMembers = @();
    ExcludeGuestOrExternalUserTypes = @("b2bCollaborationGuest","internalGuest");
    ExcludeExternalTenantsMembershipKind = "all";
    GrantControlOperator = "OR";
    Id = "11111111-1111-4111-8111-111111111111";
    IncludeApplications = @("All");
    IncludeUsers = @("All");
    PersistentBrowserIsEnabled = $False;
    PersistentBrowserMode = "";
    SignInFrequencyInterval = "timeBased";
    SignInFrequencyIsEnabled = $True;
    SignInFrequencyType = "hours";
    SignInFrequencyValue = 4;
    State = "enabled";
    TransferMethods = "";
}`

function imported(
  body: string,
  beside: readonly { readonly name: string; readonly text: string }[] = [],
  whole = false,
) {
  const made = importExports([domains, { name: 'M365.ps1', text: whole ? body : script(body) }, ...beside], {
    asOf: '2026-01-01',
  })
  const problems = made.ok ? made.warnings : made.diagnostics
  return {
    file: made.ok ? made.value.file : undefined,
    codes: problems.map(({ code }) => code),
    coverage: made.ok ? made.value.coverage : [],
    origins: made.ok ? made.value.origins : [],
  }
}

describe('a configuration of Microsoft365DSC', () => {
  test('gives the policy that Graph would show, with names instead of ids', () => {
    const group = 'AADGroup "g" { DisplayName = "Emergency"; Members = @("anna@contoso.com"); SecurityEnabled = $True }'
    const user = 'AADUser "u" { UserPrincipalName = "anna@contoso.com"; DisplayName = "Anna" }'
    const { file, codes, origins } = imported(`${policy}\n${group}\n${user}`, [
      { name: 'ConfigurationData.psd1', text: data },
    ])
    expect(codes).toEqual([])
    expect(file?.conditionalAccess?.policies).toEqual([
      {
        id: '11111111-1111-4111-8111-111111111111',
        displayName: 'MFA',
        state: 'enabled',
        conditions: {
          users: {
            includeUsers: ['All'],
            excludeGroups: ['Emergency'],
            excludeGuestsOrExternalUsers: {
              guestOrExternalUserTypes: 'b2bCollaborationGuest,internalGuest',
              externalTenants: { membershipKind: 'all' },
            },
          },
          applications: { includeApplications: ['All'] },
          clientAppTypes: ['all'],
        },
        grantControls: { operator: 'OR', builtInControls: ['mfa'] },
        sessionControls: {
          signInFrequency: { isEnabled: true, value: 4, type: 'hours', frequencyInterval: 'timeBased' },
        },
      },
    ])
    expect(file?.groups).toEqual([{ name: 'Emergency', members: ['anna@contoso.com'] }])
    const place = [...origins].find(
      ({ path }) => path.join('.') === 'conditionalAccess.policies.11111111-1111-4111-8111-111111111111',
    )
    expect(place?.at.source.name).toBe('M365.ps1')
  })

  test.each<[string, string]>([
    ['a variable', policy.replace('@("All");\n    Persistent', '@($Everyone);\n    Persistent')],
    ['a text with a variable', policy.replace('@("mfa")', '@("$control")')],
    ['a key that nobody knows', policy.replace('TransferMethods = ""', 'AgentContext = "all"')],
    ['a call', policy.replace('@("mfa")', '(Get-Controls)')],
  ])('%s leaves the policy open', (_, text) => {
    const { coverage } = imported(text, [{ name: 'ConfigurationData.psd1', text: data }])
    expect(coverage).toContainEqual(expect.objectContaining({ kind: 'policy', status: 'not-understood' }))
  })

  test('resources that a loop makes are refused in words', () => {
    const loop = `foreach ($one in $ConfigurationData.NonNodeData.Policies)\n{\n${policy}\n}`
    const { codes, coverage, file } = imported(loop)
    expect(codes).toEqual(['IMP-34'])
    expect(file?.conditionalAccess?.policies).toBeUndefined()
    expect(coverage).toContainEqual(expect.objectContaining({ kind: 'loop or condition', status: 'not-understood' }))
  })

  test('a resource that is to be absent, and those that no setting states, are not imported', () => {
    const absent = policy.replace('"Present"', '"Absent"')
    const { file, coverage } = imported(`${absent}\nTeamsFederationConfiguration "t" { AllowPublicUsers = $True }`)
    expect(file?.conditionalAccess?.policies).toBeUndefined()
    const left = coverage.filter(({ status }) => status === 'not-imported').map(({ name }) => name)
    expect(left).toEqual(['AADConditionalAccessPolicy that is to be absent', 'TeamsFederationConfiguration'])
  })

  test('Exchange Online, locations and titles without quotes', () => {
    const { file, codes } = imported(`
      EXOAuthenticationPolicy "a" { Identity = "Block Basic"; ${['ActiveSync', 'Autodiscover', 'Imap', 'Mapi', 'OfflineAddressBook', 'OutlookService', 'Pop', 'Powershell', 'ReportingWebServices', 'Rpc', 'Smtp', 'WebServices'].map((name) => `AllowBasicAuth${name} = $False`).join('; ')} }
      EXOOrganizationConfig "o" { IsSingleInstance = "Yes"; OAuth2ClientProfileEnabled = $True; DefaultAuthenticationPolicy = "Block Basic"; TenantId = $OrganizationName }
      EXOTransportConfig "t" { SmtpClientAuthenticationDisabled = $True }
      AADNamedLocationPolicy 2f0a0000-0000-4000-8000-000000000000 { DisplayName = "Office"; IpRanges = @("203.0.113.0/24"); IsTrusted = $True; OdataType = "#microsoft.graph.ipNamedLocation" }
    `)
    expect(codes).toEqual([])
    expect(file?.workloads?.['exchange-online']).toMatchObject({
      OAuth2ClientProfileEnabled: true,
      SmtpClientAuthenticationDisabled: true,
      DefaultAuthenticationPolicy: 'Block Basic',
    })
    expect(file?.conditionalAccess?.namedLocations).toEqual([
      {
        '@odata.type': '#microsoft.graph.ipNamedLocation',
        displayName: 'Office',
        isTrusted: true,
        ipRanges: [{ cidrAddress: '203.0.113.0/24' }],
      },
    ])
  })

  test('any text is read without an exception, in time', () => {
    const piece = fc.constantFrom(
      ...[
        'AADUser',
        '"a"',
        '{',
        '}',
        '@(',
        '@{',
        ')',
        '=',
        '$x',
        '$True',
        ';',
        ',',
        'if',
        'foreach',
        '<#',
        '#>',
        '"',
        "'",
        '`',
        '\n',
        '9',
      ],
    )
    const text = fc.array(piece, { maxLength: 60 }).map((all) => all.join(' '))
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (body) => {
        parseConfiguration({ name: 'x.ps1', text: body }, [])
      }),
      { seed: 3, numRuns: 500, interruptAfterTimeLimit: 3000 },
    )
    const nested = `AADUser "a" { X = ${'@('.repeat(50_000)}`
    expect(parseConfiguration({ name: 'x.ps1', text: nested }, []).resources).toHaveLength(1)
  })
})
