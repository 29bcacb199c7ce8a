Feature: One prompt, two passwords in a hybrid

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

  @founding-12
  Scenario: where nobody demands MFA, one password does for both
    When the moved clerk uses Outlook 2010 to read mail from the internet
    Then the required credential is the account password

  @founding-11
  Scenario: a mailbox on-premises with its archive in the cloud
    When the archive keeper uses Outlook 2010 to open the archive from the internet
    Then one prompt would need these credentials:
      | leg                      | credential       |
      | on-premises autodiscover | account password |
      | mailbox                  | account password |
      | archive                  | app password     |

  @founding-11
  Scenario: the app password is unknown on-premises
    When the archive keeper tries the app password to read mail with Outlook 2010 from the internet
    Then the sign-in is refused
    And the app password is refused by Active Directory
    And rule ACC-2 refuses the app password

  @founding-19
  Scenario: whoever verifies decides
    When the moved manager uses Outlook 2010 to read mail from the internet
    Then the on-premises autodiscover leg requires the account password
    And the mailbox leg requires the app password
