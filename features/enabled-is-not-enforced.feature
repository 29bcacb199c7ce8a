Feature: Enabled is not enforced

  Per-user multifactor authentication has three states. A user who is only enabled has not registered yet: an old
  client still takes the account password, checked by the identity provider. The app password comes with enforcement.

  Background:
    Given the tenant architecture "federated-skype-on-premises"

  @founding-7 @founding-25
  Scenario Outline: the <user> reads mail with Outlook 2010
    When the <user> uses Outlook 2010 to read mail
    Then the required credential is the <credential>
    And rule <rule> decides the credential
    And the <credential> is verified by <verifier>
    And rule <demand> decides the second factor
    And the second factor is <second factor>
    And the mailbox leg knows these facts:
      | perUserMfaState | <state> |

    Examples:
      | user            | state    | demand | credential       | rule   | verifier              | second factor |
      | warehouse clerk | disabled | MFA-17 | account password | CRED-5 | the identity provider | not required  |
      | new starter     | enabled  | MFA-16 | account password | CRED-5 | the identity provider | not required  |
      | finance lead    | enforced | MFA-13 | app password     | CRED-2 | Microsoft Entra ID    | bypassed      |

  Scenario: a modern client asks an enabled user to register first
    When the new starter uses Outlook 2016 to read mail
    Then the required credential is the interactive sign-in
    And the second factor is registration required

  @founding-25
  Scenario: completing the registration moves an enabled user to enforced
    When the new starter uses Outlook 2010 to read mail
    Then the required credential is the account password
    When a day passes
    And the new starter completes the registration for MFA
    And the new starter creates the app password "Laptop"
    Then the required credential is the app password
    And the mailbox leg knows these facts:
      | perUserMfaState | enforced |
