Feature: Older clients cannot stop for a second factor

  Office 2010 and earlier, and mail programs that only send a password, cannot show a second factor. Once MFA is
  enforced, the account password no longer works for them; an app password works instead, without a further prompt.
  Source: https://learn.microsoft.com/entra/identity/authentication/howto-mfa-app-passwords

  Background:
    Given the tenant architecture "federated-skype-on-premises"

  @founding-1
  Scenario Outline: the account password of an enforced user fails in <client>
    When the finance lead tries the account password to read mail with <client>
    Then the sign-in is refused
    And rule ACC-1 refuses the account password
    And the account password is refused by Microsoft Entra ID
    And the account password is refused with error "AADSTS50076"
    And the error code is "AADSTS50076"

    Examples:
      | client               |
      | Outlook 2007         |
      | Outlook 2010         |
      | Outlook 2013         |
      | Apple Mail on iOS 10 |

  @founding-1
  Scenario: with a wrong password nobody hears of a second factor
    Given these signals:
      | firstFactor | wrong |
    When the finance lead tries the account password to read mail with Outlook 2010
    Then the sign-in is refused
    And the account password is refused by the identity provider
    And rule ACC-19 refuses the account password

  @founding-1
  Scenario: the same client of a user who is not enforced keeps working
    When the warehouse clerk uses Outlook 2010 to read mail
    Then the required credential is the account password
    And the account password is verified by the identity provider
    And the second factor is not required

  @founding-2
  Scenario Outline: the app password signs <client> in without a further prompt
    When the finance lead tries the app password to read mail with <client>
    Then the sign-in succeeds
    And rule CRED-2 decides the credential
    And the app password is verified by Microsoft Entra ID
    And the user is prompted 1 time
    And the second factor is bypassed
    And rule SFO-3 decides the second factor outcome

    Examples:
      | client               |
      | Outlook 2007         |
      | Outlook 2010         |
      | Outlook 2013         |
      | Apple Mail on iOS 10 |
