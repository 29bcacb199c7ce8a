Feature: Modern authentication makes app passwords unnecessary

  Office 2013 and later can stop for a second factor; 2013 only where the client is told to. Where modern authentication
  is what is asked for, an app password is not taken.
  Source: https://learn.microsoft.com/entra/identity/authentication/howto-mfa-app-passwords

  Background:
    Given the tenant architecture "federated-skype-on-premises"

  @founding-3
  Scenario Outline: <client>
    When the finance lead uses "<client>" to read mail
    Then the required credential is the <credential>
    And rule <rule> decides the credential
    And rule <order> decides the client order
    And the second factor is <second factor>

    Examples: without modern authentication, or with it turned off
      | client       | credential   | rule   | order | second factor |
      | outlook-2010 | app password | CRED-2 | ORD-5 | bypassed      |
      | outlook-2013 | app password | CRED-2 | ORD-8 | bypassed      |

    Examples: with it
      | client              | credential          | rule   | order  | second factor |
      | outlook-2013-modern | interactive sign-in | CRED-3 | ORD-11 | asked         |
      | outlook-2016        | interactive sign-in | CRED-3 | ORD-11 | asked         |

  @founding-3
  Scenario: a new Outlook makes the app password superfluous
    When the finance lead uses Outlook 2010 to read mail
    Then the required credential is the app password
    When a day passes
    And the client Outlook 2010 is upgraded to "outlook-2016"
    Then the required credential is the interactive sign-in
    And the second factor is asked by Microsoft Entra ID

  @founding-3
  Scenario: enforcement alone changes nothing for modern clients that are registered
    When the finance lead uses Outlook 2016 to read mail
    Then the required credential is the interactive sign-in
    And the app password is refused

  @founding-4
  Scenario Outline: an app password does not work in <client>
    When the finance lead tries the app password to read mail with "<client>"
    Then the sign-in is refused
    And rule ACC-3 refuses the app password

    Examples:
      | client              |
      | outlook-2016        |
      | outlook-2013-modern |
      | apple-mail-ios-11   |

  @founding-4
  Scenario: an account that must use modern authentication has no use for one
    Given the tenant architecture has these changes:
      """yaml
      workloads:
        exchange-online:
          authenticationPolicies:
            - name: Modern only
              AllowBasicAuthMapi: false
              AllowBasicAuthAutodiscover: false
              AllowBasicAuthOfflineAddressBook: false
      """
    And the user finance lead has these settings:
      | authenticationPolicy | Modern only |
    When the finance lead tries the app password to read mail with Outlook 2010
    Then the sign-in is blocked
    And rule GATE-6 ends the sign-in
    When the finance lead uses Outlook 2016 to read mail
    Then the required credential is the interactive sign-in
