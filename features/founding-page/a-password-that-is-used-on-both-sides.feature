Feature: An app password is unknown outside the work or school account

  A client that keeps one password and uses it on-premises too fails there with an app password: a mailbox on-premises
  with its archive in the cloud needs both.
  Source: https://learn.microsoft.com/entra/identity/authentication/howto-mfa-app-passwords

  Background:
    Given the tenant architecture "hybrid-autodiscover"
    And sign-ins come from the internet

  @founding-11
  Scenario: a mailbox on-premises with its archive in the cloud
    When the archive keeper uses Outlook 2010 to open the archive
    Then one prompt would need these credentials:
      | leg                      | credential       |
      | on-premises autodiscover | account password |
      | mailbox                  | account password |
      | archive                  | app password     |

  @founding-11
  Scenario: the app password fails on-premises
    When the archive keeper tries the app password to read mail with Outlook 2010
    Then the sign-in is refused
    And the app password is refused by Active Directory
    And rule ACC-2 refuses the app password

  @founding-11
  Scenario: where no MFA is enforced, one password opens both
    Given the user archive keeper has these settings:
      | perUserMfaState | disabled |
      | appPasswords    | []       |
    When the archive keeper uses Outlook 2010 to open the archive
    Then the required credential is the account password
