Feature: One prompt, two passwords in a hybrid

  Where autodiscover is published on-premises, the client of a moved mailbox asks there first and is then sent to the
  cloud. One wants the domain password, the other an app password, and the client keeps one.
  Source: https://learn.microsoft.com/entra/identity/authentication/howto-mfa-app-passwords

  Background:
    Given the tenant architecture "hybrid-autodiscover"

  @founding-12
  Scenario: a client that asks both autodiscover endpoints needs two passwords for one prompt
    When the moved manager uses Outlook 2010 to read mail from the internet
    Then one prompt would need these credentials:
      | leg                      | credential       |
      | on-premises autodiscover | account password |
      | cloud autodiscover       | app password     |
      | mailbox                  | app password     |
    And the legs are:
      | leg                      | credential       | verifier           | rule   |
      | on-premises autodiscover | account password | Active Directory   | CRED-1 |
      | cloud autodiscover       | app password     | Microsoft Entra ID | CRED-2 |
      | mailbox                  | app password     | Microsoft Entra ID | CRED-2 |
    And the app password is refused by Active Directory
    And rule ACC-2 refuses the app password
    And rule ACC-1 refuses the account password

  @founding-12
  Scenario: a sweep finds the prompt
    Then sweeping the tenant architecture finds two-credentials-one-prompt with Outlook 2010

  @founding-12
  Scenario: neither password will do
    When the moved manager tries the app password to read mail with Outlook 2010 from the internet
    Then the sign-in is refused
    And rule ACC-2 ends the sign-in
    When the moved manager tries the account password to read mail with Outlook 2010 from the internet
    Then the sign-in is refused
    And rule ACC-1 ends the sign-in
    And the error code is "AADSTS50076"

  @founding-12
  Scenario: a modern client that asks the cloud first needs one sign-in
    When the moved manager uses Outlook 2016 to read mail from the internet
    Then the required credential is the interactive sign-in

  @founding-12
  Scenario: if MFA is not required, one password is enough for both
    When the moved clerk uses Outlook 2010 to read mail from the internet
    Then the required credential is the account password

  @founding-19
  Scenario: the verifier decides
    When the moved manager uses Outlook 2010 to read mail from the internet
    Then the on-premises autodiscover leg requires the account password
    And the mailbox leg requires the app password
