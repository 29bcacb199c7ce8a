Feature: What a policy demands, and with which error it turns away

  A device state that is known decides; one that is not stays a missing fact.
  Sources: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant
  and https://learn.microsoft.com/entra/identity/conditional-access/troubleshoot-conditional-access

  Background:
    Given the tenant architecture "conditional-access-controls"
    And sign-ins come from the hotel

  Scenario: each control, and who meets it
    Then the verdicts are:
      | user      | client                                        | purpose    | verdict        | rule   | error       | credential  | stage          |
      | compliant | Outlook on the managed laptop                 | read mail  | signs in       | CRED-3 | -           | interactive | -              |
      | compliant | Outlook on the private laptop                 | read mail  | blocked        | POL-7  | AADSTS53000 | -           | after-password |
      | joined    | Outlook on the joined laptop                  | read mail  | signs in       | CRED-3 | -           | interactive | -              |
      | joined    | Outlook on the managed laptop                 | read mail  | blocked        | POL-8  | AADSTS53001 | -           | after-password |
      | joined    | Outlook for iOS                               | read mail  | blocked        | POL-8  | AADSTS53001 | -           | after-password |
      | mobile    | Outlook on the managed laptop                 | read mail  | blocked        | POL-9  | AADSTS53002 | -           | after-password |
      | compliant | Kiosk                                         | read mail  | blocked        | POL-10 | AADSTS50005 | -           | after-password |
      | compliant | Exchange Online PowerShell with a device code | administer | blocked        | POL-4  | AADSTS53003 | -           | after-password |
      | strong    | Outlook on the managed laptop                 | read mail  | blocked        | POL-26 | AADSTS53003 | -           | after-password |
      | everyday  | Outlook on the managed laptop                 | read mail  | signs in       | CRED-3 | -           | interactive | -              |
      | everyday  | Outlook 2010                                  | read mail  | blocked        | POL-5  | AADSTS53003 | -           | after-password |
      | short     | Outlook on the managed laptop                 | read mail  | signs in       | CRED-3 | -           | interactive | -              |

  Scenario: MFA that a policy demands
    When the everyday uses Outlook on the managed laptop to read mail
    Then these policies take part:
      | policy           | effect  | rule | result  |
      | "MFA everywhere" | applies | CA-3 | failure |
    And rule MFA-7 decides the second factor
    And the second factor is asked by Microsoft Entra ID

  Scenario: a device of which nothing is known
    When the compliant uses Outlook for iOS to read mail
    Then the sign-in is undetermined without:
      | deviceInfo.isCompliant |

  Scenario Outline: a signal says that the device is <state>
    Given these signals:
      | deviceInfo.isCompliant | <value> |
    When the compliant uses Outlook for iOS to read mail
    Then rule <rule> ends the sign-in

    Examples:
      | state         | value | rule   |
      | compliant     | true  | CRED-3 |
      | not compliant | false | POL-7  |

  Scenario Outline: compliant or joined or MFA, <device>
    Given the Conditional Access policy:
      """yaml
      displayName: Known device or MFA
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [mfa, compliantDevice, domainJoinedDevice] }
      """
    When the clerk uses "<device>" to read mail
    Then the required credential is the interactive sign-in
    And these policies take part:
      | policy                | effect  | rule |
      | "Known device or MFA" | applies | CA-3 |
    And the second factor is <second factor>

    Examples:
      | device                        | second factor |
      | Outlook on the managed laptop | not-required  |
      | Outlook on the joined laptop  | not-required  |
      | Outlook on the private laptop | asked         |

  Scenario: all controls of one policy, where it says AND
    Given the Conditional Access policy:
      """yaml
      displayName: MFA on a managed device
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
      grantControls: { operator: AND, builtInControls: [mfa, compliantDevice] }
      """
    Then the verdicts are:
      | user  | client                        | purpose   | verdict        | second factor | rule   |
      | clerk | Outlook on the managed laptop | read mail | signs in       | asked         | CRED-3 |
      | clerk | Outlook on the private laptop | read mail | blocked        | -             | POL-7  |

  Scenario: terms of use are asked of a person and block a client that cannot show a page
    Given the Conditional Access policy:
      """yaml
      displayName: Terms of use
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [], termsOfUse: [40000000-0000-4000-8000-000000000001] }
      """
    When the clerk uses Outlook on the private laptop to read mail
    Then the required credential is the interactive sign-in
    And these policies take part:
      | policy         | effect  | rule |
      | "Terms of use" | applies | CA-3 |
    When the clerk uses Outlook 2010 to read mail
    Then the sign-in is blocked by the policy "Terms of use"
    And rule POL-5 ends the sign-in

  Scenario: the control for an approved app retires
    When the mobile uses Outlook on the managed laptop to read mail
    Then rule POL-9 ends the sign-in
    When the date becomes 2026-06-30
    Then rule POL-9 ends the sign-in
    When the date becomes 2026-07-01
    Then the required credential is the interactive sign-in
    And the second factor is not-required

  # https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant
  Scenario Outline: a member of the domain is not hybrid joined for that alone, registered <registered>
    Given the tenant architecture has these changes:
      """yaml
      devices:
        - { name: joined laptop, domainJoined: true, trustType: null, registered: <registered> }
      """
    And the Conditional Access policy:
      """yaml
      displayName: Joined devices
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [domainJoinedDevice] }
      """
    Then the verdicts are:
      | user  | client                       | purpose   | verdict   | rule   | missing   |
      | clerk | Outlook on the joined laptop | read mail | <verdict> | <rule> | <missing> |

    Examples:
      | registered | verdict        | rule   | missing              |
      | true       | signs in       | CRED-3 | -                    |
      | false      | blocked        | POL-8  | -                    |
      | null       | undetermined   | POL-6  | deviceInfo.trustType |

  # https://learn.microsoft.com/entra/identity/conditional-access/policy-all-users-device-compliance
  Scenario Outline: a device can be enrolled before it is compliant, <application>, <controls>
    Given the tenant architecture:
      """yaml
      name: Enrolling a device
      asOf: 2023-01-01
      createdDateTime: 2018-03-01
      domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
      securityDefaults: false
      workloads: { microsoft-graph: {} }
      networks: [{ name: internet }]
      devices: [{ name: new phone, platform: iOS, isCompliant: false, registered: false, domainJoined: false }]
      clients: [{ name: phone, device: new phone, kind: script, flows: [modern], platform: iOS, protocols: { get-token: [oauth] } }]
      users: [{ userPrincipalName: ada@contoso.com, displayName: Ada, registered: true, methods: [microsoftAuthenticatorPush], groups: [], roles: [] }]
      applications: [{ displayName: Asked, appId: <application> }]
      conditionalAccess:
        policies:
          - displayName: Compliant device
            state: enabled
            conditions:
              users: { includeUsers: [All] }
              applications: { includeApplications: [All] }
              clientAppTypes: [all]
            grantControls: { operator: AND, builtInControls: <controls> }
      """
    And sign-ins come from the internet
    When Ada uses phone to get a token for the application "Asked"
    Then rule <rule> ends the sign-in

    Examples:
      | application                          | controls                       | rule   |
      | d4ebce55-015a-49b5-a083-c84d1797ae8c | [compliantDevice]              | CRED-3 |
      | 74bcdadc-2fdc-4bb3-8459-76d06952a0e9 | [compliantDevice]              | CRED-3 |
      | d4ebce55-015a-49b5-a083-c84d1797ae8c | [compliantDevice, mfa]         | CRED-3 |
      | d4ebce55-015a-49b5-a083-c84d1797ae8c | [block]                        | POL-3  |
      | 11111111-0000-4000-8000-000000000001 | [compliantDevice]              | POL-7  |

  # https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant
  Scenario Outline: Apple Mail is neither an approved app nor one with app protection: <controls> on <date>
    Given the tenant architecture:
      """yaml
      name: Mail on phones
      asOf: <date>
      createdDateTime: 2018-03-01
      domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
      securityDefaults: false
      workloads: { exchange-online: {} }
      networks: [{ name: internet }]
      devices: [{ name: phone, platform: iOS, trustType: Workplace }]
      clients: [{ name: mail of the phone, client: apple-mail-ios-11, device: phone, accountSetup: since-modern }]
      users: [{ userPrincipalName: ada@contoso.com, displayName: Ada, registered: true, methods: [microsoftAuthenticatorPush], groups: [], roles: [] }]
      conditionalAccess:
        policies:
          - displayName: Apps on phones
            state: enabled
            conditions:
              users: { includeUsers: [All] }
              applications: { includeApplications: [All] }
              clientAppTypes: [all]
              platforms: { includePlatforms: [iOS, android] }
            grantControls: { operator: OR, builtInControls: <controls> }
      """
    And sign-ins come from the internet
    When Ada uses mail of the phone to read mail
    Then rule <rule> ends the sign-in

    Examples:
      | date       | controls                                    | rule   |
      | 2025-06-01 | [approvedApplication]                       | POL-9  |
      | 2025-06-01 | [compliantApplication]                      | POL-4  |
      | 2025-06-01 | [approvedApplication, compliantApplication] | POL-9  |
      | 2026-09-01 | [approvedApplication]                       | CRED-3 |
      | 2026-09-01 | [approvedApplication, compliantApplication] | POL-4  |
      | 2026-09-01 | [compliantApplication, mfa]                 | CRED-3 |
