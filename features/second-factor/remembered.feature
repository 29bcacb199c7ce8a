Feature: Remembered MFA, and when a change is noticed

  A browser that was told to remember is not asked again for the days the tenant set. Other programs never see the option;
  when they refresh a token, the last MFA must be recent enough. A private window remembers nothing, and for guests the
  option does not exist.
  https://learn.microsoft.com/entra/identity/authentication/howto-mfa-mfasettings

  Scenario Outline: <days> days, last MFA <last> ago, <client>, signed in <signed in>, private <private>
    Given the tenant architecture "cloud-managed"
    And the tenant architecture has these changes:
      """yaml
      multifactorAuthentication:
        rememberDays: <days>
      """
    And these signals:
      | lastMfa         | <last>      |
      | signedIn        | <signed in> |
      | privateBrowsing | <private>   |
    When the Controller uses <client> to read mail from the internet
    Then the second factor is <factor>

    Examples: browsers
      | days | last | client             | signed in | private | factor            |
      | 14   | P13D | browser            | no        | no      | satisfied already |
      | 14   | P14D | browser            | no        | no      | asked             |
      | 14   | P15D | browser            | no        | no      | asked             |
      | 60   | P15D | browser            | no        | no      | satisfied already |
      | 14   | P1D  | browser            | no        | yes     | asked             |
      | 14   | P1D  | Outlook on the web | no        | no      | satisfied already |
      | null | P1D  | browser            | no        | no      | asked             |

    Examples: other programs
      | days | last | client          | signed in | private | factor            |
      | 14   | P1D  | Outlook 2016    | no        | no      | asked             |
      | 14   | P1D  | Outlook 2016    | yes       | no      | satisfied already |
      | 14   | P15D | Outlook 2016    | yes       | no      | asked             |
      | 14   | P1D  | Outlook for iOS | no        | no      | asked             |

  Scenario: guests are asked each time
    Given the tenant architecture "cloud-managed"
    And these users:
      | userPrincipalName   | displayName | kind  | perUserMfaState | registered | groups | roles | mailbox |
      | visitor@partner.com | Visitor     | guest | enforced        | true       | []     | []    | none    |
    And the tenant architecture has these changes:
      """yaml
      multifactorAuthentication:
        rememberDays: 14
      """
    And these signals:
      | lastMfa | P1D |
    When the Visitor uses the browser to open documents from the internet
    Then the second factor is asked

  # https://learn.microsoft.com/entra/identity/authentication/howto-mfa-userstates
  # https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/disable-basic-authentication-in-exchange-online
  Scenario Outline: when <client> notices a change
    Given the tenant architecture "cloud-managed"
    Then the verdicts are:
      | user  | client   | purpose   | network  | verdict  | takes effect |
      | Clerk | <client> | read mail | internet | signs in | <when>       |

    Examples:
      | client             | when           |
      | browser            | session expiry |
      | Outlook on the web | session expiry |
      | Outlook 2016       | token expiry   |
      | Outlook for iOS    | token expiry   |
      | Outlook 2010       | next request   |
      | IMAP client        | next request   |

  Scenario: policies that block legacy clients take up to a day
    Given the tenant architecture "cloud-managed"
    And the workload Exchange Online has these settings:
      | authenticationPolicies      | [{ name: None }] |
      | DefaultAuthenticationPolicy | None             |
    Then the verdicts are:
      | user  | client      | purpose   | network  | verdict | takes effect     |
      | Clerk | IMAP client | read mail | internet | blocked | documented delay |
