Feature: A refusal shows who refuses and why

  Background:
    Given the tenant architecture "federated-skype-on-premises"

  Scenario: nobody administers with an app password
    When the Exchange administrator tries the app password to administer with windows-powershell-basic
    Then the sign-in is refused
    And rule ACC-4 refuses the app password

  Scenario: an enforced administrator cannot sign in with a client that cannot ask for a second factor
    When the Exchange administrator uses windows-powershell-basic to administer
    Then no credential can sign in
    And rule CRED-12 ends the sign-in

  Scenario: the browser remains
    Then the Exchange administrator must use the interactive sign-in to administer with browser

  Scenario Outline: <credential> in Outlook 2010
    When the finance lead tries <credential> to read mail with Outlook 2010
    Then the sign-in is refused
    And rule <rule> refuses <credential>

    Examples:
      | credential              | rule   |
      | the account password    | ACC-1  |
      | the interactive sign-in | ACC-10 |
      | Windows sign-in         | ACC-11 |
      | the certificate         | ACC-12 |
