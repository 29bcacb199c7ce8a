Feature: Clients that cannot stop for a second factor

  Office 2010 and earlier, and mail programs that only send a password, cannot show a second factor. Once MFA is
  enforced the account password no longer lets them in; an app password in its place does, and asks for nothing more.

  Background:
    Given the tenant architecture "federated-skype-on-premises"

  @founding-1
  Scenario Outline: the account password fails in <client>
    When the finance lead tries the account password to read mail with <client>
    Then the sign-in is refused
    And rule ACC-1 refuses the account password
    And the account password is refused with error "AADSTS50076"

    Examples:
      | client               |
      | Outlook 2010         |
      | Outlook 2013         |
      | Apple Mail on iOS 10 |

  @founding-2
  Scenario Outline: the app password lets <client> in without a further prompt
    When the finance lead tries the app password to read mail with <client>
    Then the sign-in succeeds
    And rule CRED-2 decides the credential
    And the user is prompted 1 time
    And the second factor is bypassed
    And rule SFO-3 decides the second factor outcome

    Examples:
      | client               |
      | Outlook 2010         |
      | Apple Mail on iOS 10 |

  @founding-3
  Scenario: Office 2013 and later support modern authentication, 2013 only when it is turned on
    Then the required credentials are:
      | user         | client              | purpose   | credential   | second factor |
      | finance lead | outlook-2013        | read mail | app password | bypassed      |
      | finance lead | outlook-2013-modern | read mail | interactive  | asked         |
      | finance lead | Outlook 2016        | read mail | interactive  | asked         |

  @founding-3
  Scenario Outline: the vendor's tables decide how <client> begins
    When the finance lead uses "<client>" to read mail
    Then rule <rule> decides the client order

    Examples:
      | client              | rule   |
      | outlook-2010        | ORD-5  |
      | outlook-2013        | ORD-8  |
      | outlook-2013-modern | ORD-11 |
      | outlook-2016        | ORD-11 |

  @founding-4
  Scenario: an app password does not work where modern authentication is required
    When the finance lead tries the app password to read mail with Outlook 2016
    Then the sign-in is refused
    And rule ACC-3 refuses the app password

  @founding-5
  Scenario: an app password is generated for the user
    When the finance lead uses the browser to create an app password
    Then the sign-in succeeds
    And these messages are sent in this order:
      | to     | message             |
      | client | app password issued |

  @founding-8
  Scenario: nobody administers with an app password, not even an administrator
    When the Exchange administrator tries the app password to administer with windows-powershell-basic
    Then the sign-in is refused
    And rule ACC-4 refuses the app password
