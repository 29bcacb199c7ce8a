Feature: Trusted addresses

  Inside, nobody is asked for a second factor. For old clients that depends on history: whoever has created an app
  password needs it inside as well.

  Background:
    Given the tenant architecture "federated-skype-on-premises"
    And the tenant architecture has these changes:
      """yaml
      multifactorAuthentication:
        trustedIps: [203.0.113.0/24]
      """

  @founding-26
  Scenario: browsers and modern clients skip the second factor inside
    Then the verdicts are:
      | user         | client       | purpose   | network   | verdict  | second factor |
      | finance lead | Outlook 2016 | read mail | corporate | signs in | bypassed      |
      | finance lead | browser      | read mail | corporate | signs in | bypassed      |
      | finance lead | Outlook 2016 | read mail | internet  | signs in | asked         |

  @founding-26
  Scenario: whoever has an app password needs it inside too
    When the finance lead uses Outlook 2010 to read mail from corporate
    Then the required credential is the app password
    And rule MFA-13 decides second factor

  @founding-26
  Scenario: whoever has none signs in with the account password inside
    Given the user finance lead has these settings:
      | appPasswords | [] |
    When the finance lead uses Outlook 2010 to read mail from corporate
    Then the required credential is the account password
    And rule MFA-11 decides second factor
