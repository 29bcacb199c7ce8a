Feature: A Remote Desktop Gateway with the NPS extension takes calls and approvals only

  The gateway is a RADIUS client of a Network Policy Server: Active Directory checks the password, then the extension has Microsoft
  Entra ID ask for the second factor. The sign-in at the gateway has no field for a code or the digits of a text message.
  Sources: https://learn.microsoft.com/entra/identity/authentication/howto-mfa-nps-extension-rdg
  and https://learn.microsoft.com/entra/identity/authentication/how-to-mfa-number-match

  Background:
    Given the tenant architecture "remote-desktop-gateway"
    And sign-ins come from the internet

  Scenario Outline: on <date> the <user> opens a remote desktop
    Given the date is <date>
    When the <user> uses "remote-desktop-connection" to open a remote desktop
    Then the required credential is the account password
    And the account password is verified by Active Directory
    And the second factor is asked by Microsoft Entra ID

    Examples:
      | user     | date       |
      | Approver | 2022-06-01 |
      | Approver | 2026-11-16 |
      | Approver | 2027-06-01 |
      | Caller   | 2022-06-01 |
      | Caller   | 2026-11-16 |

  Scenario Outline: on <date> the <user> cannot
    Given the date is <date>
    When the <user> uses "remote-desktop-connection" to open a remote desktop
    Then no credential can sign in
    And rule ACC-32 ends the sign-in

    Examples:
      | user               | date       |
      | Texter             | 2019-06-01 |
      | Texter             | 2026-11-16 |
      | Token owner        | 2026-11-16 |
      | Passkey owner      | 2026-11-16 |
      | Authenticator user | 2024-06-01 |
      | Authenticator user | 2027-06-01 |

  Scenario Outline: the override brings the approval back for those who have a code as well, on <date>
    Given the date is <date>
    And the workload Remote Desktop Gateway has these settings:
      | OVERRIDE_NUMBER_MATCHING_WITH_OTP | false |
    When the Authenticator user uses "remote-desktop-connection" to open a remote desktop
    Then the second factor is asked by Microsoft Entra ID

    Examples:
      | date       |
      | 2024-06-01 |
      | 2027-06-01 |

  Scenario: an earlier version of the extension asks for an approval
    Given the workload Remote Desktop Gateway has these settings:
      | npsExtensionVersion | 1.2.2131.2 |
    When the Authenticator user uses "remote-desktop-connection" to open a remote desktop
    Then the second factor is asked by Microsoft Entra ID

  Scenario: users who are not enrolled are refused
    When the Newcomer uses "remote-desktop-connection" to open a remote desktop
    Then no credential can sign in
    And rule ACC-29 ends the sign-in

  Scenario: without the extension the password of Active Directory is enough
    Given the workload Remote Desktop Gateway has these settings:
      | npsExtension | false |
    When the Texter uses "remote-desktop-connection" to open a remote desktop
    Then the required credential is the account password
    And the second factor is not required
    And Microsoft Entra ID is not contacted
