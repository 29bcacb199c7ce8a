Feature: Methods that Set-CsAuthConfig leaves to Skype for Business clients

  Five published types say which methods are offered inside and outside once modern authentication is on; a client that
  knows modern authentication uses it where offered, any other uses Windows authentication or is locked out:
  https://learn.microsoft.com/skypeforbusiness/plan-your-deployment/modern-authentication/turn-on-modern-auth
  The cmdlet spells the fourth value with one l; both spellings are read.

  Background:
    Given the tenant architecture "skype-mixed-6"

  Scenario Outline: <client> from the <network> with <scenario>
    Given the workload Skype for Business Server has these settings:
      | Scenario | <scenario> |
    When Server person uses "<client>" to send instant messages from the <network>
    Then the registrar leg authenticates with <flow>
    And the required credential is <credential>

    Examples:
      | scenario                                          | client                         | network   | flow               | credential         |
      | AllowAllExternallyAndInternally                   | skype-for-business-2016        | internet  | modern             | interactive        |
      | AllowAllExternallyAndInternally                   | skype-for-business-2016-joined | internet  | modern             | interactive        |
      | AllowAllExternallyAndInternally                   | skype-for-business-2015        | internet  | windows-integrated | account password   |
      | AllowAllExternallyAndInternally                   | skype-for-business-2016        | corporate | modern             | interactive        |
      | AllowAllExternallyAndInternally                   | skype-for-business-2016-joined | corporate | modern             | interactive        |
      | AllowAllExternallyAndInternally                   | skype-for-business-2015        | corporate | windows-integrated | account password   |
      | BlockWindowsAuthExternally                        | skype-for-business-2016        | internet  | modern             | interactive        |
      | BlockWindowsAuthExternally                        | skype-for-business-2016-joined | internet  | modern             | interactive        |
      | BlockWindowsAuthExternally                        | skype-for-business-2016        | corporate | modern             | interactive        |
      | BlockWindowsAuthExternally                        | skype-for-business-2016-joined | corporate | modern             | interactive        |
      | BlockWindowsAuthExternally                        | skype-for-business-2015        | corporate | windows-integrated | account password   |
      | BlockWindowsAuthExternallyAndInternally           | skype-for-business-2016        | internet  | modern             | interactive        |
      | BlockWindowsAuthExternallyAndInternally           | skype-for-business-2016-joined | internet  | modern             | interactive        |
      | BlockWindowsAuthExternallyAndInternally           | skype-for-business-2016        | corporate | modern             | interactive        |
      | BlockWindowsAuthExternallyAndInternally           | skype-for-business-2016-joined | corporate | modern             | interactive        |
      | BlockWindowsAuthExternallyAndModernAuthInternally | skype-for-business-2016        | internet  | modern             | interactive        |
      | BlockWindowsAuthExternallyAndModernAuthInternally | skype-for-business-2016-joined | internet  | modern             | interactive        |
      | BlockWindowsAuthExternallyAndModernAuthInternally | skype-for-business-2016        | corporate | windows-integrated | account password   |
      | BlockWindowsAuthExternallyAndModernAuthInternally | skype-for-business-2016-joined | corporate | windows-integrated | windows-integrated |
      | BlockWindowsAuthExternallyAndModernAuthInternally | skype-for-business-2015        | corporate | windows-integrated | account password   |
      | BlockWindowsAuthExternalyAndModernAuthInternally  | skype-for-business-2016        | internet  | modern             | interactive        |
      | BlockWindowsAuthExternalyAndModernAuthInternally  | skype-for-business-2016-joined | internet  | modern             | interactive        |
      | BlockWindowsAuthExternalyAndModernAuthInternally  | skype-for-business-2016        | corporate | windows-integrated | account password   |
      | BlockWindowsAuthExternalyAndModernAuthInternally  | skype-for-business-2016-joined | corporate | windows-integrated | windows-integrated |
      | BlockWindowsAuthExternalyAndModernAuthInternally  | skype-for-business-2015        | corporate | windows-integrated | account password   |
      | BlockModernAuthInternally                         | skype-for-business-2016        | internet  | modern             | interactive        |
      | BlockModernAuthInternally                         | skype-for-business-2016-joined | internet  | modern             | interactive        |
      | BlockModernAuthInternally                         | skype-for-business-2015        | internet  | windows-integrated | account password   |
      | BlockModernAuthInternally                         | skype-for-business-2016        | corporate | windows-integrated | account password   |
      | BlockModernAuthInternally                         | skype-for-business-2016-joined | corporate | windows-integrated | windows-integrated |
      | BlockModernAuthInternally                         | skype-for-business-2015        | corporate | windows-integrated | account password   |

  Scenario Outline: <client> from the <network> is locked out with <scenario>
    Given the workload Skype for Business Server has these settings:
      | Scenario | <scenario> |
    When Server person uses "<client>" to send instant messages from the <network>
    Then the sign-in is blocked
    And rule OFF-8 ends the sign-in

    Examples:
      | scenario                                          | client                  | network   |
      | BlockWindowsAuthExternally                        | skype-for-business-2015 | internet  |
      | BlockWindowsAuthExternallyAndInternally           | skype-for-business-2015 | internet  |
      | BlockWindowsAuthExternallyAndInternally           | skype-for-business-2015 | corporate |
      | BlockWindowsAuthExternallyAndModernAuthInternally | skype-for-business-2015 | internet  |
      | BlockWindowsAuthExternalyAndModernAuthInternally  | skype-for-business-2015 | internet  |
