Feature: Administration and scripts

  No administrative action can be performed with an app password, whoever owns it. For scripts the page advised a
  service account with a strong password that is not enforced; that advice has a date.
  Sources: https://learn.microsoft.com/entra/identity/authentication/howto-mfa-app-passwords and
  https://learn.microsoft.com/entra/identity/authentication/concept-mandatory-multifactor-authentication

  Background:
    Given the tenant architecture "federated-skype-on-premises"

  @founding-8
  Scenario: not even an administrator administers with an app password
    When the Exchange administrator tries the app password to administer with windows-powershell-basic
    Then the sign-in is refused
    And rule ACC-4 refuses the app password
    And the app password is refused by Microsoft Entra ID
    When the Exchange administrator uses windows-powershell-basic to administer
    Then no credential can sign in
    And rule CRED-12 ends the sign-in

  @founding-8
  Scenario: reading mail with the same app password works
    When the Exchange administrator tries the app password to read mail with Outlook 2010
    Then the sign-in succeeds

  Rule: a script signs in as itself

    Background:
      Given these users:
        | userPrincipalName          | displayName    | kind              | perUserMfaState | registered | appPasswords | groups | roles                    | mailbox |
        | nightly.script@contoso.com | Nightly script | service-account   | disabled        | false      | []           | []     | [Exchange Administrator] | none    |
        | nightly.app@contoso.com    | Nightly app    | service-principal |                 |            |              |        |                          |         |

    @founding-9
    Scenario: a service account that is not enforced
      Then the Nightly script must use the account password to administer with windows-powershell-basic
      And rule CRED-5 decides the credential
      And checking the tenant architecture does not find "TEN-10"

    @founding-9
    Scenario: once enforced, the script stops
      When a day passes
      And the per-user MFA state of the Nightly script becomes "enforced"
      Then the Nightly script cannot administer with windows-powershell-basic

    @founding-9
    Scenario: the advice has aged
      Given the tenant architecture has these changes:
        """yaml
        asOf: 2026-11-22
        """
      Then checking the tenant architecture finds "TEN-10"
      And the Nightly script cannot administer with windows-powershell-basic

    @founding-9
    Scenario: what replaces it is an application that signs in as itself
      Given the date is 2026-11-22
      Then the Nightly app must use app-only to administer with exchange-online-powershell-v3-certificate
      And rule CRED-7 decides the credential
      And the user is prompted 0 times
