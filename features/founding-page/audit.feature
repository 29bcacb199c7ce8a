Feature: No on-premises log records an app password

  The services that verify a secret record it. An app password is verified only by Microsoft Entra ID.
  Source: https://learn.microsoft.com/entra/identity/authentication/howto-mfa-app-passwords

  Background:
    Given the tenant architecture "federated-skype-on-premises"

  @founding-18
  Scenario Outline: <client> with <credential>
    When the <user> tries the <credential> to <purpose> with <client>
    Then the sign-in succeeds
    And the sign-in is <entra> by Microsoft Entra ID
    And the sign-in is <adfs> by the identity provider
    And the sign-in is <directory> by Active Directory

    Examples:
      | user            | client                  | purpose               | credential          | entra        | adfs         | directory    |
      | finance lead    | Outlook 2010            | read mail             | app password        | recorded     | not recorded | not recorded |
      | finance lead    | Outlook 2016            | read mail             | interactive sign-in | recorded     | recorded     | recorded     |
      | warehouse clerk | Outlook 2010            | read mail             | account password    | recorded     | recorded     | recorded     |
      | finance lead    | skype-for-business-2016 | send instant messages | account password    | not recorded | not recorded | recorded     |

  @founding-18
  Scenario: a password that is refused for want of a second factor is on record everywhere
    When the finance lead tries the account password to read mail with Outlook 2010
    Then the sign-in is refused
    And the sign-in is recorded by the identity provider
    And the sign-in is recorded by Microsoft Entra ID

  @founding-18
  Scenario: a sweep lists the sign-ins that leave no on-premises record
    Then sweeping the tenant architecture finds no-on-premises-audit with Outlook 2010

  @founding-18
  Scenario: wherever an app password is taken, nobody on-premises hears of it
    Then no sign-in with the app password contacts the identity provider
    And no sign-in with the app password contacts Active Directory
