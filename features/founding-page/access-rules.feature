Feature: Access rules at the identity provider do not bind app passwords

  Rules of AD FS are asked when AD FS checks a password. An app password is checked elsewhere: the same person, from the
  same network, is denied with one secret and accepted with the other.
  Source: https://learn.microsoft.com/entra/identity/authentication/howto-mfa-app-passwords

  Background:
    Given the tenant architecture "access-rules"

  @founding-17
  Scenario: one user, one network, two secrets
    When the Travelling agent tries the account password to read mail with Outlook 2010 from the internet
    Then the sign-in is refused
    And rule ACC-18 refuses the account password
    And the account password is refused by the identity provider
    And rule IDP-3 decides identity provider access
    When the Travelling agent tries the app password to read mail with Outlook 2010 from the internet
    Then the sign-in succeeds
    And rule IDP-1 decides identity provider access
    And the app password is verified by Microsoft Entra ID
    And the identity provider is not contacted

  @founding-17
  Scenario: a modern client is bound as well, since it is sent to the identity provider
    When the Travelling agent uses Outlook 2016 to read mail from the internet
    Then the sign-in is blocked
    And rule ACC-18 ends the sign-in

  @founding-17
  Scenario: the rules apply to every client of a user without an app password
    When the Counter clerk uses Outlook 2010 to read mail from the internet
    Then the sign-in is blocked
    And rule ACC-18 refuses the account password
    When the Counter clerk uses Outlook 2016 to read mail from corporate
    Then the required credential is the interactive sign-in

  @founding-17
  Scenario Outline: <policy>
    Given the tenant architecture has these changes:
      """yaml
      identityProviders:
        - name: adfs
          accessRules: [<policy>]
      """
    When the Travelling agent tries the account password to read mail with Outlook 2010 from the internet
    Then rule ACC-18 refuses the account password
    When the Travelling agent tries the app password to read mail with Outlook 2010 from the internet
    Then the sign-in succeeds
    And the app password is verified by Microsoft Entra ID
    And the identity provider is not contacted

    Examples:
      | policy                               |
      | block-all-external                   |
      | block-all-external-except-activesync |
      | block-all-external-except-browser    |
