Feature: An application reads and sends mail as itself

  With the permissions IMAP.AccessAsApp, POP.AccessAsApp and SMTP.SendAsApp an application signs in with its own secret. Consent
  is not enough: its service principal is registered in Exchange Online and gets a permission on each mailbox.
  Source: https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth

  Background:
    Given the tenant architecture "mail-applications"
    And sign-ins come from the data center

  Scenario Outline: <user>, to <purpose>
    Then the verdicts are:
      | user   | client                    | purpose   | verdict   | credential   | verifier   | rule   |
      | <user> | mail-application-app-only | <purpose> | <verdict> | <credential> | <verifier> | <rule> |

    Examples:
      | user          | purpose   | verdict  | credential | verifier | rule   |
      | Ticket system | read mail | signs in | app-only   | Entra ID | CRED-7 |
      | Ticket system | send mail | signs in | app-only   | Entra ID | CRED-7 |
      | Invoice robot | read mail | blocked  | -          | -        | MBX-10 |
      | Invoice robot | send mail | blocked  | -          | -        | MBX-10 |
      | Newsletter    | read mail | signs in | app-only   | Entra ID | CRED-7 |
      | Newsletter    | send mail | blocked  | -          | -        | GATE-8 |

  Scenario: no prompt and no second factor, though a policy requires MFA of all users
    When the Ticket system uses "mail-application-app-only" to send mail
    Then the user is not prompted
    And the second factor is not required
    And rule CRED-7 decides the credential

  Scenario: the same server with the account of a person asks for both
    When the Clerk uses "smtp-application" to send mail
    Then the required credential is interactive
    And the second factor is asked by Microsoft Entra ID

  Scenario: what an administrator has granted in Exchange is not stated
    Given the user Ticket system has these settings:
      | mailboxAccess | null |
    When the Ticket system uses "mail-application-app-only" to send mail
    Then the sign-in is undetermined without:
      | applicationAccess |
