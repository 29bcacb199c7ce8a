Feature: The states of per-user MFA

  Disabled, enabled, enforced. Registering moves an enabled user to enforced; an administrator moves anybody anywhere. An
  old client feels only enforcement.
  Sources: https://learn.microsoft.com/entra/identity/authentication/howto-mfa-userstates and
  https://learn.microsoft.com/entra/identity/authentication/howto-mfa-app-passwords

  Background:
    Given the tenant architecture "mfa-states"

  @founding-7 @founding-25
  Scenario Outline: <user>, <client>
    When the <user> uses <client> to read mail
    Then the required credential is the <credential>
    And rule <mfa> decides second factor
    And the second factor is <second factor>
    And the mailbox leg knows these facts:
      | perUserMfaState | <state> |

    Examples: an old client
      | user      | state    | client       | credential       | mfa    | second factor |
      | Untouched | disabled | Outlook 2010 | account password | MFA-17 | not required  |
      | Newcomer  | enabled  | Outlook 2010 | account password | MFA-16 | not required  |
      | Veteran   | enforced | Outlook 2010 | app password     | MFA-13 | bypassed      |

    Examples: a browser and a modern client
      | user      | state    | client       | credential          | mfa    | second factor         |
      | Untouched | disabled | Outlook 2016 | interactive sign-in | MFA-17 | not required          |
      | Newcomer  | enabled  | Outlook 2016 | interactive sign-in | MFA-14 | registration required |
      | Newcomer  | enabled  | browser      | interactive sign-in | MFA-14 | registration required |
      | Veteran   | enforced | Outlook 2016 | interactive sign-in | MFA-13 | asked                 |

  @founding-25
  Scenario: disabled, enabled, registered, enforced, and back
    When the Untouched uses Outlook 2010 to read mail
    Then the required credential is the account password
    When a day passes
    And the per-user MFA state of the Untouched becomes "enabled"
    Then the required credential is the account password
    And rule MFA-16 decides second factor
    When a day passes
    And the Untouched completes the registration for MFA
    And the Untouched creates the app password "Desk"
    Then the required credential is the app password
    And the mailbox leg knows these facts:
      | perUserMfaState | enforced |
    When a day passes
    And the per-user MFA state of the Untouched becomes "disabled"
    Then the required credential is the account password
    And rule MFA-17 decides second factor

  @founding-25
  Scenario: enabled again without registering again, only an administrator enforces
    When the Returner uses Outlook 2010 to read mail
    Then the required credential is the account password
    When a day passes
    And the per-user MFA state of the Returner becomes "enforced"
    And the Returner creates the app password "Desk"
    Then the required credential is the app password

  @founding-25
  Scenario: enforced manually before registering, a legacy client cannot sign in
    When a day passes
    And the per-user MFA state of the Newcomer becomes "enforced"
    And the Newcomer uses Outlook 2010 to read mail
    Then no credential can sign in
    And rule CRED-13 ends the sign-in
    When the Hurried uses Outlook 2010 to read mail
    Then no credential can sign in
    And rule APP-4 decides app password
    And rule CRED-13 ends the sign-in
    When the Hurried uses Outlook 2016 to read mail
    Then the required credential is the interactive sign-in
    And the second factor is registration required
    And rule MFA-12 decides second factor
    And checking the tenant architecture finds "CON-25"
