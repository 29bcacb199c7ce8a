import { idOf, ids } from './directory.fixture.ts'

/** Files by name. */
export type Files = Readonly<Record<string, string>>

const legacyOfAzuread = {
  object_id: idOf('e'),
  id: `/identity/conditionalAccess/policies/${idOf('e')}`,
  display_name: 'Block legacy authentication',
  state: 'enabled',
  conditions: [
    {
      client_app_types: ['exchangeActiveSync', 'other'],
      applications: [{ included_applications: ['All'], excluded_applications: [] }],
      users: [{ included_users: ['All'], excluded_users: [], excluded_groups: [ids.field] }],
      locations: [
        {
          included_locations: ['All'],
          excluded_locations: [`/identity/conditionalAccess/namedLocations/${ids.branch}`],
        },
      ],
    },
  ],
  grant_controls: [{ operator: 'OR', built_in_controls: ['block'] }],
  session_controls: [],
}
const branchOfAzuread = {
  object_id: ids.branch,
  id: `/identity/conditionalAccess/namedLocations/${ids.branch}`,
  display_name: 'Branch',
  ip: [{ ip_ranges: ['198.51.100.0/24'], trusted: true }],
  country: [],
}

const resources = [
  { type: 'azuread_conditional_access_policy', name: 'legacy', values: legacyOfAzuread },
  { type: 'azuread_named_location', name: 'branch', values: branchOfAzuread },
].map((one) => ({ address: `${one.type}.${one.name}`, mode: 'managed', ...one }))

const configuration = `
locals {
  branches = ["198.51.100.0/24"]
}
variable "state" {
  default = "enabledForReportingButNotEnforced"
}
resource "azuread_named_location" "branch" {
  display_name = "Branch"
  ip {
    ip_ranges = local.branches
    trusted   = true
  }
}
data "azuread_group" "field" {
  display_name = "Field"
}
resource "azuread_conditional_access_policy" "legacy" {
  display_name = "Block legacy authentication"
  state        = var.state
  conditions {
    client_app_types = ["exchangeActiveSync", "other"]
    applications {
      included_applications = ["All"]
    }
    users {
      included_users  = ["All"]
      excluded_groups = [data.azuread_group.field.object_id]
    }
    locations {
      included_locations = ["All"]
      excluded_locations = [azuread_named_location.branch.id]
    }
  }
  grant_controls {
    operator          = "OR"
    built_in_controls = ["block"]
  }
}
`

/** The policy against legacy authentication as Terraform keeps it: in a state, a plan or a configuration. */
export const terraformOfLitware: Readonly<Record<string, Files>> = {
  state: {
    'terraform/state.json': JSON.stringify({
      format_version: '1.0',
      terraform_version: '1.9.0',
      values: { root_module: { resources } },
    }),
  },
  plan: {
    'terraform/plan.json': JSON.stringify({
      format_version: '1.2',
      terraform_version: '1.9.0',
      planned_values: { root_module: { child_modules: [{ address: 'module.access', resources }] } },
    }),
  },
  configuration: {
    'terraform/main.tf': configuration,
    'terraform/terraform.tfvars': 'state = "enabled"\n',
  },
}

/** The policy for administrators as Microsoft365DSC exports it: with names, not ids. */
export const dscOfLitware: Files = {
  'dsc/M365TenantConfig.ps1': `# Generated with Microsoft365DSC version 1.24.717.1
param ( [parameter()] [System.Management.Automation.PSCredential] $Credential )
Configuration M365TenantConfig
{
    Import-DscResource -ModuleName 'Microsoft365DSC' -ModuleVersion '1.24.717.1'
    Node localhost
    {
        AADConditionalAccessPolicy "AADConditionalAccessPolicy-Administrators"
        {
            AuthenticationStrength = "Phishing-resistant MFA";
            BuiltInControls        = @();
            ClientAppTypes         = @("all");
            Credential             = $Credscredential;
            DisplayName            = "Administrators";
            Ensure                 = "Present";
            GrantControlOperator   = "OR";
            Id                     = "${idOf('f')}";
            IncludeApplications    = @("All");
            IncludeRoles           = @($ConfigurationData.NonNodeData.AdminRole);
            IncludeUsers           = @();
            State                  = "enabled";
        }
    }
}
M365TenantConfig -ConfigurationData .\\ConfigurationData.psd1
`,
  'dsc/ConfigurationData.psd1': `@{
    AllNodes = @( @{ NodeName = "localhost" } )
    NonNodeData = @( @{ OrganizationName = "litware.com"; AdminRole = "Global Administrator" } )
}
`,
}
