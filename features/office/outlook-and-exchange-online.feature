Feature: What Outlook sends to Exchange Online

  The registry values of the device and the switch of the tenant decide whether Outlook signs in interactively or sends
  a password. Rows and fallbacks are those of the table "Exchange Online" on
  https://learn.microsoft.com/microsoft-365/enterprise/modern-auth-for-office-2013-and-2016

  Background:
    Given the tenant architecture "office-clients"

  Scenario Outline: <client> with <registry> where OAuth2ClientProfileEnabled is <tenant>
    Given the client <client> has these settings:
      | registry | <registry> |
    And the workload Exchange Online has these settings:
      | OAuth2ClientProfileEnabled | <tenant> |
    When the clerk uses <client> to read mail
    Then the mailbox leg authenticates with <flow>
    And the required credential is <credential>
    And the controller must use the <with MFA> to read mail with <client>

    Examples:
      | client       | registry                               | tenant | flow   | credential       | with MFA     |
      | Outlook 2019 | { AlwaysUseMSOAuthForAutoDiscover: 1 } | true   | modern | interactive      | interactive  |
      | Outlook 2016 | { AlwaysUseMSOAuthForAutoDiscover: 1 } | true   | modern | interactive      | interactive  |
      | Outlook 2019 | {}                                     | true   | modern | interactive      | interactive  |
      | Outlook 2019 | {}                                     | false  | basic  | account password | app password |
      | Outlook 2016 | {}                                     | true   | modern | interactive      | interactive  |
      | Outlook 2016 | {}                                     | false  | basic  | account password | app password |
      | Outlook 2019 | { EnableADAL: 1 }                      | true   | modern | interactive      | interactive  |
      | Outlook 2019 | { EnableADAL: 1 }                      | false  | basic  | account password | app password |
      | Outlook 2016 | { EnableADAL: 1 }                      | true   | modern | interactive      | interactive  |
      | Outlook 2016 | { EnableADAL: 1 }                      | false  | basic  | account password | app password |
      | Outlook 2019 | { EnableADAL: 0 }                      | true   | basic  | account password | app password |
      | Outlook 2019 | { EnableADAL: 0 }                      | false  | basic  | account password | app password |
      | Outlook 2016 | { EnableADAL: 0 }                      | true   | basic  | account password | app password |
      | Outlook 2016 | { EnableADAL: 0 }                      | false  | basic  | account password | app password |
      | Outlook 2013 | {}                                     | true   | basic  | account password | app password |
      | Outlook 2013 | {}                                     | false  | basic  | account password | app password |
      | Outlook 2013 | { EnableADAL: 1 }                      | true   | modern | interactive      | interactive  |
      | Outlook 2013 | { EnableADAL: 1 }                      | false  | basic  | account password | app password |
      | Outlook 2010 | {}                                     | true   | basic  | account password | app password |
      | Outlook 2010 | {}                                     | false  | basic  | account password | app password |

  Scenario Outline: the page does not say whether <client> with <registry> connects while the tenant is off
    Given the client <client> has these settings:
      | registry | <registry> |
    And the workload Exchange Online has these settings:
      | OAuth2ClientProfileEnabled | <tenant> |
    Then the verdicts are:
      | user  | client   | purpose   | verdict      |
      | clerk | <client> | read mail | undetermined |

    Examples:
      | client       | registry                               | tenant |
      | Outlook 2019 | { AlwaysUseMSOAuthForAutoDiscover: 1 } | false  |
      | Outlook 2016 | { AlwaysUseMSOAuthForAutoDiscover: 1 } | false  |

  Scenario Outline: the table has no row for <client> with <registry>
    Given the client <client> has these settings:
      | registry | <registry> |
    Then the verdicts are:
      | user  | client   | purpose   | verdict      |
      | clerk | <client> | read mail | undetermined |

    Examples:
      | client       | registry                                              |
      | Outlook 2013 | { AlwaysUseMSOAuthForAutoDiscover: 1 }                |
      | Outlook 2013 | { EnableADAL: 0, AlwaysUseMSOAuthForAutoDiscover: 1 } |
      | Outlook 2016 | { EnableADAL: 0, AlwaysUseMSOAuthForAutoDiscover: 1 } |
      | Outlook 2019 | { EnableADAL: 0, AlwaysUseMSOAuthForAutoDiscover: 1 } |

  Scenario Outline: the tenant switch does not concern <client>
    Given the workload Exchange Online has these settings:
      | OAuth2ClientProfileEnabled | false |
    When the clerk uses <client> to read mail
    Then the required credential is interactive

    Examples:
      | client               |
      | Outlook for Mac 2016 |
      | Outlook for iOS      |
