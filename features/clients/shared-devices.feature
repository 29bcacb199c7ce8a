Feature: Shared devices cannot meet what is asked of people

  A room, a phone on the wall and a connector of directory synchronization sign in with an account that belongs to nobody. The
  vendor lists what policies may ask of them; everything else keeps them out.
  https://learn.microsoft.com/microsoftteams/rooms/supported-ca-and-compliance-policies
  https://learn.microsoft.com/microsoftteams/rooms/rooms-authentication

  Background:
    Given the tenant architecture "factory"
    And sign-ins come from the plant

  Rule: MFA for everybody catches rooms and connectors that nobody excluded

    Scenario Outline: <client>, <user>
      Then the verdicts are:
        | user   | client   | purpose   | verdict   | credential   | second factor | rule   | error   |
        | <user> | <client> | <purpose> | <verdict> | <credential> | <mfa>         | <rule> | <error> |

      Examples:
        | user                      | client               | purpose        | verdict  | credential       | mfa          | rule   | error        |
        | Room without an exception | room-windows         | join a meeting | blocked  | -                | -            | POL-24 | AADSTS50076  |
        | Room without an exception | room-android         | join a meeting | blocked  | -                | -            | POL-4  | AADSTS53003  |
        | Room                      | room-windows         | join a meeting | signs in | account password | not required | CRED-5 | -            |
        | Room                      | room-windows         | open documents | signs in | account password | not required | CRED-5 | -            |
        | Room                      | room-android         | join a meeting | signs in | interactive      | not required | CRED-3 | -            |
        | Room                      | room-android-unmanaged | join a meeting | blocked  | -                | -            | POL-7  | AADSTS53000  |
        | Wall                      | wall-phone           | join a meeting | signs in | interactive      | asked        | CRED-3 | -            |
        | Wall                      | sip-phone            | join a meeting | signs in | interactive      | asked        | CRED-3 | -            |
        | Sync without an exception | sync                 | get a token    | blocked  | -                | -            | POL-24 | AADSTS50076  |
        | Sync                      | sync                 | get a token    | signs in | account password | not required | CRED-5 | -            |

  Rule: what a policy may ask of rooms and phones

    Scenario Outline: <control> of <user> at <client>
      Given the Conditional Access policy:
        """yaml
        displayName: More
        state: enabled
        conditions:
          users: { includeUsers: [All] }
          applications: { includeApplications: [All] }
          clientAppTypes: [all]
        grantControls: { operator: OR, builtInControls: [<control>] }
        """
      Then the verdicts are:
        | user   | client   | purpose        | verdict   | rule   |
        | <user> | <client> | join a meeting | <verdict> | <rule> |

      Examples:
        | user | client       | control              | verdict  | rule   |
        | Room | room-windows | compliantDevice      | signs in | CRED-5 |
        | Room | room-windows | domainJoinedDevice   | blocked  | POL-4  |
        | Room | room-android | compliantDevice      | signs in | CRED-3 |
        | Room | room-android | domainJoinedDevice   | blocked  | POL-4  |
        | Room | room-android | compliantApplication | blocked  | POL-4  |
        | Room | room-android | passwordChange       | blocked  | POL-4  |
        | Wall | wall-phone   | compliantDevice      | signs in | CRED-3 |
        | Wall | wall-phone   | compliantApplication | blocked  | POL-4  |

    Scenario Outline: a strength keeps <client> out
      Given the Conditional Access policy:
        """yaml
        displayName: Strength
        state: enabled
        conditions:
          users: { includeUsers: [All] }
          applications: { includeApplications: [All] }
          clientAppTypes: [all]
        grantControls: { operator: OR, builtInControls: [], authenticationStrength: { id: 00000000-0000-0000-0000-000000000002 } }
        """
      Then the verdicts are:
        | user   | client   | purpose        | verdict | rule   |
        | <user> | <client> | join a meeting | blocked | <rule> |

      Examples:
        | user | client       | rule   |
        | Room | room-windows | POL-24 |
        | Room | room-android | POL-4  |
        | Wall | wall-phone   | POL-4  |

  Rule: devices that show a code need the device code flow

    # https://learn.microsoft.com/entra/identity/conditional-access/policy-block-authentication-flows
    Scenario Outline: the device code flow is blocked, <client>
      Given the Conditional Access policy:
        """yaml
        displayName: No device codes
        state: enabled
        conditions:
          users: { includeUsers: [All] }
          applications: { includeApplications: [All] }
          clientAppTypes: [all]
          authenticationFlows: { transferMethods: deviceCodeFlow }
        grantControls: { operator: OR, builtInControls: [block] }
        """
      Then the verdicts are:
        | user   | client   | purpose        | verdict   |
        | <user> | <client> | join a meeting | <verdict> |

      Examples:
        | user | client       | verdict  |
        | Room | room-windows | signs in |
        | Room | room-android | blocked  |
        | Wall | wall-phone   | blocked  |
        | Wall | sip-phone    | blocked  |

  Rule: a requirement for compliant devices does not stop a device from being enrolled

    # https://learn.microsoft.com/entra/identity/conditional-access/policy-all-users-device-compliance
    Scenario Outline: <client>
      Given the Conditional Access policy:
        """yaml
        displayName: Compliant devices
        state: enabled
        conditions:
          users: { includeUsers: [All] }
          applications: { includeApplications: [All] }
          clientAppTypes: [all]
        grantControls: { operator: OR, builtInControls: [compliantDevice] }
        """
      Then the verdicts are:
        | user   | client     | purpose     | verdict  |
        | Worker | enrollment | get a token | signs in |

      Examples:
        | client         |
        | Company Portal |

  Rule: modules that ended, and apps that ask for one service

    Scenario Outline: <client> on <date>
      Given the tenant architecture has these changes:
        """yaml
        clients: [{ name: tool, client: <client> }]
        """
      Then the verdicts are:
        | user   | client | purpose   | date   | verdict   | rule   |
        | Worker | tool   | <purpose> | <date> | <verdict> | <rule> |

      Examples:
        | client                                | purpose        | date       | verdict  | rule    |
        | exchange-online-powershell-mfa-module | administer     | 2022-06-01 | signs in | CRED-3  |
        | exchange-online-powershell-mfa-module | administer     | 2023-02-01 | blocked  | GATE-17 |
        | exchange-online-powershell-v2         | administer     | 2023-02-01 | signs in | CRED-3  |
        | exchange-online-powershell-v2         | administer     | 2024-02-01 | blocked  | GATE-2  |
        | onedrive-sync                         | open documents | 2026-11-15 | signs in | CRED-3  |
        | onedrive-sync-mac                     | open documents | 2026-11-15 | signs in | CRED-3  |
        | power-bi-desktop                      | get a token    | 2026-11-15 | signs in | CRED-3  |
        | microsoft-365-copilot                 | get a token    | 2026-11-15 | signs in | CRED-3  |
        | outlook-mac-new                       | read mail      | 2026-11-15 | signs in | CRED-3  |
        | outlook-mac-2019                      | read mail      | 2023-11-15 | signs in | CRED-3  |

  Rule: a kiosk signs in by itself, and its users sign in to each program

    # https://learn.microsoft.com/windows/configuration/assigned-access/recommendations
    Scenario Outline: the kiosk is opened with <unlock>
      Given the tenant architecture has these changes:
        """yaml
        devices: [{ name: kiosk, unlockedWith: [<unlock>] }]
        """
      Then the verdicts are:
        | user   | client        | purpose   | verdict  | credential  | device checked by | device token | device ticket | prompts   | answered by |
        | Worker | kiosk-browser | read mail | signs in | interactive | <checked by>      | <token>      | <ticket>      | <prompts> | <answered>  |

      Examples:
        | unlock       | checked by | token | ticket | prompts | answered |
        | localAccount | device     | none  | none   | 1       | -        |

  Rule: whoever sets up a device with Windows Autopilot joins it with the work account

    # https://learn.microsoft.com/autopilot/user-driven
    Scenario: a policy on registering devices demands MFA
      Given the Conditional Access policy:
        """yaml
        displayName: MFA to join devices
        state: enabled
        conditions:
          users: { includeUsers: [All] }
          applications: { includeUserActions: ['urn:user:registerdevice'] }
          clientAppTypes: [all]
        grantControls: { operator: OR, builtInControls: [mfa] }
        """
      When Worker uses windows-autopilot to register a device
      Then the required credential is the interactive sign-in
      And the second factor is asked
