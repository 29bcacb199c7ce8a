Feature: Exchange Online retires basic authentication

  The vendor stops serving basic authentication at a date. The same file, judged after it, has no way in for clients
  that know nothing else; clients with modern authentication do not notice.

  Background:
    Given the tenant architecture "federated-skype-on-premises"

  Scenario Outline: <client> on <date>
    Given the date is <date>
    Then the verdicts are:
      | user         | client   | purpose   | verdict   | rule   |
      | finance lead | <client> | read mail | <verdict> | <rule> |

    Examples: served
      | client       | date       | verdict  | rule   |
      | Outlook 2010 | 2019-10-01 | signs in | CRED-2 |
      | Outlook 2016 | 2019-10-01 | signs in | CRED-3 |

    Examples: retired
      | client       | date       | verdict  | rule   |
      | Outlook 2010 | 2026-11-22 | blocked  | GATE-4 |
      | Outlook 2016 | 2026-11-22 | signs in | CRED-3 |

  Scenario: the password is not even asked for
    Given the date is 2026-11-22
    When the finance lead uses Outlook 2010 to read mail
    Then the sign-in is blocked
    And rule GATE-4 ends the sign-in
    And the error code is "http-401"
    And the user is prompted 0 times
    And Microsoft Entra ID is not contacted
    And the identity provider is not contacted

  Scenario: an app password does not help
    Given the date is 2026-11-22
    When the finance lead tries the app password to read mail with Outlook 2010
    Then the sign-in is blocked

  Scenario: nobody uses basic authentication against the cloud any more
    Given the date is 2026-11-22
    Then no sign-in uses the app password
    And the finance lead cannot read mail with Apple Mail on iOS 10
    And the finance lead must use the interactive sign-in to read mail with Apple Mail on iOS 11
