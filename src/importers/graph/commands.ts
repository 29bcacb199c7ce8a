/** Commands that collect an export, each read-only and writing one file. */
export const collectCommands: readonly string[] = [
  'Connect-MgGraph -Scopes Policy.Read.All, Domain.Read.All, Organization.Read.All, Directory.Read.All, RoleManagement.Read.Directory',
  ...[
    ['Get-MgIdentityConditionalAccessPolicy -All', 'policies'],
    ['Get-MgIdentityConditionalAccessNamedLocation -All', 'locations'],
    ['Get-MgPolicyAuthenticationStrengthPolicy', 'strengths'],
    ['Get-MgDomain -All', 'domains'],
    ['Get-MgDomainFederationConfiguration -DomainId contoso.com', 'federation'],
    ['Get-MgOrganization', 'organization'],
    ['Get-MgDirectoryOnPremiseSynchronization', 'synchronization'],
    ['Get-MgPolicyIdentitySecurityDefaultEnforcementPolicy', 'security-defaults'],
    ['Get-MgRoleManagementDirectoryRoleAssignment -All', 'role-assignments'],
    ['Get-MgUser -All -ExpandProperty memberOf', 'users'],
    ['Get-MgGroup -All -ExpandProperty members', 'groups'],
    ["Invoke-MgGraphRequest 'beta/users/anna@contoso.com/authentication/requirements'", 'per-user-mfa'],
  ].map(([command, file]) => `${command} | ConvertTo-Json -Depth 20 | Out-File -Encoding utf8 ${file}.json`),
]
