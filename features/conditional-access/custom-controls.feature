Feature: A custom control is a second factor that another provider performs

  The person is sent to the provider, and what is done there is no MFA of Microsoft Entra ID: it satisfies no demand for
  MFA, and a second factor that Microsoft Entra ID remembers does not satisfy the control.
  https://learn.microsoft.com/entra/identity/conditional-access/controls

  Background:
    Given the tenant architecture "conditional-access-controls"
    And sign-ins come from the hotel

  Scenario Outline: <operator> of <built-in> and the custom control, <device>
    Given the Conditional Access policy:
      """yaml
      displayName: Other provider
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
      grantControls: { operator: <operator>, builtInControls: <built-in>, customAuthenticationFactors: [DuoMfa] }
      """
    Then the verdicts are:
      | user  | client                   | purpose   | verdict   | second factor | second factor by |
      | clerk | Outlook on the <device> | read mail | <verdict> | <factor>      | <by>             |

    Examples:
      | operator | built-in          | device         | verdict        | factor       | by              |
      | OR       | []                | private laptop | signs in       | asked        | custom control  |
      | OR       | [mfa]             | private laptop | signs in       | asked        | Entra ID        |
      | AND      | [mfa]             | private laptop | signs in       | asked        | Entra ID        |
      | OR       | [compliantDevice] | managed laptop | signs in       | not required | -               |
      | OR       | [compliantDevice] | private laptop | signs in       | asked        | custom control  |
      | AND      | [compliantDevice] | managed laptop | signs in       | asked        | custom control  |
      | AND      | [compliantDevice] | private laptop | blocked        | -            | -               |

  Scenario Outline: what the sign-in brings along, <signal> <value>
    Given the Conditional Access policy:
      """yaml
      displayName: Other provider
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [], customAuthenticationFactors: [DuoMfa] }
      """
    And these signals:
      | <signal> | <value> |
    Then the verdicts are:
      | user  | client                         | purpose   | verdict  | second factor | second factor by |
      | clerk | Outlook on the private laptop | read mail | signs in | <factor>      | custom control   |

    Examples:
      | signal    | value                              | factor            |
      | satisfied | customAuthenticationFactor:DuoMfa  | already satisfied |
      | satisfied | mfa                                | asked             |
      | mfaClaim  | entra-id                           | asked             |

  Scenario: Microsoft Entra ID asks a person with Authenticator for the password alone
    Given the tenant architecture:
      """yaml
      name: A provider of its own
      asOf: 2026-06-01
      licences: [p1]
      domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
      workloads: { exchange-online: { modernAuthentication: true } }
      clients: [outlook-web]
      users:
        - { userPrincipalName: ada@contoso.com, displayName: Ada, mailbox: exchange-online, methods: [microsoftAuthenticatorPush] }
      """
    And the Conditional Access policy:
      """yaml
      displayName: Other provider
      state: enabled
      conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [all] }
      grantControls: { operator: OR, builtInControls: [], customAuthenticationFactors: [DuoMfa] }
      """
    When Ada uses Outlook on the web to read mail
    Then the second factor is asked by the custom control
    And the user presents a password
    And the provider of the custom control is contacted

  Scenario: a client that cannot show a page is blocked
    Given the Conditional Access policy:
      """yaml
      displayName: Other provider
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [], customAuthenticationFactors: [DuoMfa] }
      """
    When the clerk uses Outlook 2010 to read mail
    Then the sign-in is blocked by the policy "Other provider"
    And rule POL-5 ends the sign-in

  Scenario Outline: custom controls end early in 2027, on a day that no page names: <date>
    https://learn.microsoft.com/entra/identity/conditional-access/how-to-migrate-custom-controls-external-mfa
    Given the Conditional Access policy:
      """yaml
      displayName: Other provider
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: <beside>, customAuthenticationFactors: [DuoMfa] }
      """
    And the date becomes <date>
    Then the verdicts are:
      | user  | client                         | purpose   | verdict   |
      | clerk | Outlook on the private laptop | read mail | <verdict> |

    Examples:
      | date       | beside | verdict      |
      | 2026-12-31 | []     | signs in     |
      | 2027-01-01 | []     | undetermined |
      | 2027-08-01 | []     | undetermined |
      | 2027-08-01 | [mfa]  | signs in     |
