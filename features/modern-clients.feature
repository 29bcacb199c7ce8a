Feature: Modern clients sign in interactively

  A client with modern authentication can stop for a second factor. It shows the identity provider's own page, and
  app passwords are neither needed nor taken.

  Background:
    Given the tenant architecture "federated-skype-on-premises"

  Scenario Outline: <client> is sent to the identity provider and asks for a second factor
    When the finance lead uses "<client>" to read mail
    Then the required credential is the interactive sign-in
    And rule CRED-3 decides the credential
    And the interactive sign-in is verified by the identity provider
    And the second factor is asked by Microsoft Entra ID
    And the app password is refused
    And these messages are sent in this order:
      | from               | to                 | message                 |
      | client             | Microsoft Entra ID | authorization request   |
      | client             | identity provider  | passive redirect        |
      | identity provider  | client             | federation token        |
      | Microsoft Entra ID | client             | second factor challenge |
      | Microsoft Entra ID | client             | token issued            |

    Examples:
      | client                                  |
      | Outlook 2016                            |
      | Outlook 2013 with modern authentication |
      | Apple Mail on iOS 11                    |

  Scenario: Outlook 2013 signs in as it is set up
    Then the required credentials are:
      | user         | client              | purpose   | credential   | rule   |
      | finance lead | outlook-2013        | read mail | app password | CRED-2 |
      | finance lead | outlook-2013-modern | read mail | interactive  | CRED-3 |

  Scenario: turning modern authentication on in a client changes only that client
    Given the client Outlook 2013 has these settings:
      | registry | {EnableADAL: 1, Version: 1} |
    Then compared with the unchanged tenant architecture, only these verdicts change:
      | user                   | client       | before           | after       |
      | finance lead           | Outlook 2013 | app password     | interactive |
      | Exchange administrator | Outlook 2013 | app password     | interactive |
      | new starter            | Outlook 2013 | account password | interactive |
      | warehouse clerk        | Outlook 2013 | account password | interactive |
