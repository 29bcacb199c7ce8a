Feature: Trusted addresses

  Inside, browsers and modern clients skip the second factor. For old clients that depends on history: nobody needs an
  app password there without having created one, and a user who has created one needs it inside as well.
  Source: https://learn.microsoft.com/entra/identity/authentication/howto-mfa-mfasettings

  Background:
    Given the tenant architecture "trusted-addresses"

  @founding-26
  Scenario: inside and outside
    Then the verdicts are:
      | user    | client       | purpose   | network | verdict  | credential       | second factor | rule   |
      | Roaster | Outlook 2010 | read mail | office  | signs in | app password     | bypassed      | CRED-2 |
      | Barista | Outlook 2010 | read mail | office  | signs in | account password | bypassed      | CRED-5 |
      | Host    | Outlook 2010 | read mail | office  | signs in | account password | not required  | CRED-5 |
      | Roaster | Outlook 2016 | read mail | office  | signs in | interactive      | bypassed      | CRED-3 |
      | Roaster | browser      | read mail | office  | signs in | interactive      | bypassed      | CRED-3 |
      | Roaster | Outlook 2010 | read mail | home    | signs in | app password     | bypassed      | CRED-2 |
      | Barista | Outlook 2010 | read mail | home    | signs in | app password     | bypassed      | CRED-2 |
      | Roaster | Outlook 2016 | read mail | home    | signs in | interactive      | asked         | CRED-3 |

  @founding-26
  Scenario Outline: which rule decides for the <user> with <client> from the <network>
    When the <user> uses <client> to read mail from the <network>
    Then rule <rule> decides second factor

    Examples:
      | user    | client       | network | rule   |
      | Roaster | Outlook 2016 | office  | MFA-10 |
      | Barista | Outlook 2010 | office  | MFA-11 |
      | Roaster | Outlook 2010 | office  | MFA-13 |
      | Barista | Outlook 2010 | home    | MFA-13 |

  @founding-26
  Scenario: once the first app password is made, it is needed inside too
    When the Barista uses Outlook 2010 to read mail from the office
    Then the required credential is the account password
    When a day passes
    And the Barista creates the app password "Counter"
    Then the required credential is the app password
    When the Barista tries the account password to read mail with Outlook 2010 from the office
    Then the sign-in is refused
    And rule ACC-1 refuses the account password

  @founding-26
  Scenario: without trusted addresses the office is outside
    Given the tenant architecture has these changes:
      """yaml
      multifactorAuthentication:
        trustedIps: []
      """
    When the Barista uses Outlook 2010 to read mail from the office
    Then the required credential is the app password
    When the Roaster uses Outlook 2016 to read mail from the office
    Then the second factor is asked

  @founding-26
  Scenario: a federated user inside by the claim of the identity provider
    Given the tenant architecture "federated-skype-on-premises"
    And the tenant architecture has these changes:
      """yaml
      multifactorAuthentication:
        skipForFederatedIntranet: true
      """
    When the finance lead uses Outlook 2016 to read mail from corporate
    Then the second factor is bypassed
    And rule MFA-10 decides second factor
    When the finance lead uses Outlook 2016 to read mail from the internet
    Then the second factor is asked
