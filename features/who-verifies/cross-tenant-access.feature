Feature: Both tenants have to let a guest through

  The home tenant says where its users may go, this tenant says who may come in, and settings for one partner come before the
  defaults. Two more parties can keep a sign-in out: another cloud that is not turned on, and the network, which restricts
  the tenants that are signed in to.
  https://learn.microsoft.com/entra/external-id/cross-tenant-access-overview
  https://learn.microsoft.com/entra/external-id/tenant-restrictions-v2

  Background:
    Given the tenant architecture "merger"

  Rule: organization settings come before the defaults, and either side can close

    Scenario Outline: <user> in Teams
      Given sign-ins come from the internet
      Then the verdicts are:
        | user   | client | purpose               | verdict   | verifier   | second factor | second factor by | rule   | error   |
        | <user> | teams  | send instant messages | <verdict> | <verifier> | <mfa>         | <by>             | <rule> | <error> |

      Examples:
        | user                         | verdict  | verifier              | mfa                   | by              | rule   | error        |
        | Ann of Fabrikam              | signs in | the home tenant       | asked                 | the home tenant | CRED-3 | -            |
        | Mia of Fabrikam              | signs in | the home tenant       | asked                 | the home tenant | CRED-3 | -            |
        | Shared channel of Fabrikam   | signs in | the home tenant       | asked                 | the home tenant | CRED-3 | -            |
        | Shared channel of a stranger | blocked  | -                     | -                     | -               | POL-34 | AADSTS500213 |
        | Guest of a stranger          | signs in | the home tenant       | asked                 | Entra ID        | CRED-3 | -            |
        | Nora of Northwind            | blocked  | -                     | -                     | -               | POL-34 | AADSTS500213 |
        | Banker                       | blocked  | -                     | -                     | -               | POL-35 | AADSTS500212 |
        | Agent of an agency           | signs in | the home tenant       | asked                 | Entra ID        | CRED-3 | -            |
        | Agent of another agency      | blocked  | -                     | -                     | -               | POL-31 | -            |
        | Li in China                  | blocked  | -                     | -                     | -               | POL-31 | -            |
        | Lee                          | signs in | the Microsoft account | registration required | -               | CRED-3 | -            |
        | Local guest                  | signs in | Entra ID              | asked                 | Entra ID        | CRED-3 | -            |

    Scenario: the settings name applications
      Given sign-ins come from the internet
      Then the verdicts are:
        | user                | client | purpose    | verdict  | rule   | error        |
        | Ann of Fabrikam     | portal | administer | blocked  | POL-34 | AADSTS500213 |
        | Guest of a stranger | portal | administer | blocked  | POL-34 | AADSTS500213 |
        | Local guest         | portal | administer | signs in | CRED-3 | -            |

    # The settings concern other tenants; a Microsoft account has none, and the pages disagree whether the default reaches it.
    Scenario: a guest without a tenant
      Given sign-ins come from the internet
      When Lee uses portal to administer
      Then the sign-in is undetermined without "crossTenant"

  Rule: guests with an emailed passcode depend on it

    # https://learn.microsoft.com/entra/external-id/one-time-passcode
    Scenario: the passcode is turned off
      Given sign-ins come from the internet
      Then the verdicts are:
        | user | client | purpose               | verdict | rule   |
        | Kim  | teams  | send instant messages | blocked | POL-37 |

    Scenario Outline: the passcode is <setting>
      Given sign-ins come from the internet
      And the tenant architecture has these changes:
        """yaml
        authenticationMethodsPolicy:
          authenticationMethodConfigurations:
            - { id: MicrosoftAuthenticator, state: enabled, includeTargets: [{ targetType: group, id: all_users }] }
            - { id: Email, state: enabled, allowExternalIdToUseEmailOtp: <setting>, includeTargets: [{ targetType: group, id: all_users }] }
        """
      Then the verdicts are:
        | user | client | purpose               | verdict  | verifier |
        | Kim  | teams  | send instant messages | signs in | Entra ID |

      Examples:
        | setting |
        | enabled |
        | default |

  Rule: the network restricts the tenants that are signed in to

    # https://learn.microsoft.com/entra/identity/enterprise-apps/tenant-restrictions
    Scenario Outline: <user> at the <network>
      Then the verdicts are:
        | user   | client | purpose               | network   | verdict   | rule   | error   |
        | <user> | teams  | send instant messages | <network> | <verdict> | <rule> | <error> |

      Examples:
        | user            | network                | verdict      | rule   | error         |
        | Own             | customer site          | blocked      | POL-32 | AADSTS500021  |
        | Ann of Fabrikam | customer site          | blocked      | POL-32 | AADSTS500021  |
        | Own             | managed customer site  | blocked      | POL-33 | AADSTS5000211 |
        | Ann of Fabrikam | managed customer site  | undetermined | POL-36 | -             |
        | Own             | friendly customer site | signs in     | CRED-3 | -             |
        | Ann of Fabrikam | friendly customer site | signs in     | CRED-3 | -             |
