Feature: The NPS extension asks for a second factor at the VPN

  The VPN server asks a Network Policy Server over RADIUS. Active Directory checks the password; then the extension has Microsoft
  Entra ID ask for the second factor, by a method that the RADIUS connection carries.
  Sources: https://learn.microsoft.com/entra/identity/authentication/howto-mfa-nps-extension
  and https://learn.microsoft.com/entra/identity/authentication/how-to-mfa-number-match

  Background:
    Given the tenant architecture "vpn"
    And sign-ins come from the internet

  Rule: PAP carries every method that the page lists

    Scenario Outline: over PAP the <user> connects with a second factor
      When the <user> uses "vpn-client" to join the VPN
      Then the required credential is the account password
      And the account password is verified by Active Directory
      And the second factor is asked by Microsoft Entra ID
      And rule CRED-1 decides the credential

      Examples:
        | user               |
        | Authenticator user |
        | Approver           |
        | Token owner        |
        | Texter             |
        | Caller             |

    Scenario: Conditional Access and the per-user state play no part in it
      When the Approver uses "vpn-client" to join the VPN
      Then rule MFA-25 decides the second factor
      And the second factor is asked by Microsoft Entra ID
      And the second factor is asked

    Scenario: a second factor given elsewhere does not count
      Given these signals:
        | mfaClaim | entra-id |
      When the Approver uses "vpn-client" to join the VPN
      Then the second factor is asked
      And rule SFO-9 decides the second factor outcome

    Scenario: the page does not say whether other methods pass
      Then the verdicts are:
        | user          | client     | purpose      | verdict      |
        | Passkey owner | vpn-client | join the VPN | undetermined |

    Scenario: Active Directory does not have an account of the cloud
      When the Cloud-only user uses "vpn-client" to join the VPN
      Then no credential can sign in
      And rule ACC-28 ends the sign-in

  Rule: REQUIRE_USER_MATCH decides about those who are not enrolled

    Scenario: not set, it refuses
      When the Newcomer uses "vpn-client" to join the VPN
      Then no credential can sign in
      And rule ACC-29 ends the sign-in

    Scenario: FALSE, it lets them in with the password alone
      Given the workload VPN has these settings:
        | REQUIRE_USER_MATCH | false |
      When the Newcomer uses "vpn-client" to join the VPN
      Then the required credential is the account password
      And the second factor is not required
      And rule MFA-24 decides the second factor

    Scenario: FALSE, the enrolled are asked all the same
      Given the workload VPN has these settings:
        | REQUIRE_USER_MATCH | false |
      When the Texter uses "vpn-client" to join the VPN
      Then the second factor is asked by Microsoft Entra ID

    Scenario: without the extension the password is enough
      Given the workload VPN has these settings:
        | npsExtension | false |
      When the Newcomer uses "vpn-client" to join the VPN
      Then the required credential is the account password
      And the second factor is not required
      And Microsoft Entra ID is not contacted

    Scenario: whether there is an extension has to be stated
      Given the workload VPN has these settings:
        | npsExtension | null |
      When the Newcomer uses "vpn-client" to join the VPN
      Then the sign-in is undetermined without:
        | npsExtension |

  Rule: EAP and CHAPV2 carry calls and approvals only

    Background:
      Given the tenant architecture "vpn-eap"
      And sign-ins come from the internet

    Scenario Outline: on <date> the <user> connects
      Given the date is <date>
      When the <user> uses "vpn-client" to join the VPN
      Then the required credential is the account password
      And the second factor is asked by Microsoft Entra ID

      Examples:
        | user     | date       |
        | Approver | 2019-06-01 |
        | Approver | 2022-06-01 |
        | Approver | 2024-06-01 |
        | Approver | 2027-01-15 |
        | Caller   | 2019-06-01 |
        | Caller   | 2024-06-01 |

    Scenario Outline: on <date> the <user>, who has a code or a text, is left open
      Given the date is <date>
      When the <user> uses "vpn-client" to join the VPN
      Then the sign-in is undetermined without:
        | whether a code or a text message passes over CHAPV2 or EAP |

      Examples:
        | user               | date       |
        | Texter             | 2019-06-01 |
        | Token owner        | 2022-06-01 |
        | Texter             | 2024-06-01 |
        | Authenticator user | 2024-06-01 |
        | Authenticator user | 2027-06-01 |

    Scenario: before number matching was enabled for all, a tenant may have turned it on
      Given the date is 2023-05-08
      When the Authenticator user uses "vpn-client" to join the VPN
      Then the sign-in is undetermined without:
        | radiusFactor |

    Scenario Outline: with version <version>, and <override> as the override, an approval is enough on <date>
      Given the date is <date>
      And the workload VPN has these settings:
        | npsExtensionVersion               | <version>  |
        | OVERRIDE_NUMBER_MATCHING_WITH_OTP | <override> |
      When the Authenticator user uses "vpn-client" to join the VPN
      Then the second factor is asked by Microsoft Entra ID

      Examples:
        | version    | override | date       |
        | 1.0.1.32   | null     | 2019-06-01 |
        | 1.2.2131.2 | null     | 2022-06-01 |
        | 1.2.2131.2 | null     | 2024-06-01 |
        | 1.0.1.32   | true     | 2024-06-01 |
        | 1.2.2893.1 | false    | 2024-06-01 |
        | 1.2.2893.1 | false    | 2027-06-01 |

    Scenario Outline: with version <version>, and <override> as the override, a code is demanded on <date>
      Given the date is <date>
      And the workload VPN has these settings:
        | npsExtensionVersion               | <version>  |
        | OVERRIDE_NUMBER_MATCHING_WITH_OTP | <override> |
      When the Authenticator user uses "vpn-client" to join the VPN
      Then the sign-in is undetermined without:
        | whether a code or a text message passes over CHAPV2 or EAP |

      Examples:
        | version    | override | date       |
        | 1.2.2131.2 | true     | 2024-06-01 |
        | 1.2.2893.1 | null     | 2024-06-01 |
        | 1.2.2216.1 | null     | 2027-06-01 |

    Scenario: while users are being enrolled, newcomers connect with the password alone
      When the Newcomer uses "vpn-client" to join the VPN
      Then the second factor is not required
      And rule MFA-24 decides the second factor

    Scenario: calls and text messages of the vendor end, and with them this way in
      Given the date is 2027-06-01
      Then the verdicts are:
        | user   | client     | purpose      | verdict      |
        | Caller | vpn-client | join the VPN | undetermined |
