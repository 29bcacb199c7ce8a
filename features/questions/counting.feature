Feature: Sign-ins are filtered, grouped and counted

  Scenario: which clients still need an app password
    Given the tenant architecture "federated-skype-on-premises"
    And sign-ins come from internet
    Then sign-ins with "credential=app-password" counted by "client" are:
      | client                         | users | sign-ins |
      | outlook-2010                   | 2     | 8        |
      | outlook-2013                   | 2     | 8        |
      | apple-mail-ios-10              | 2     | 6        |
      | skype-for-business-2016        | 2     | 4        |
      | skype-for-business-2016-joined | 2     | 4        |

  Scenario: who would be blocked at a later date
    Given the tenant architecture "federated-skype-on-premises"
    And the date is 2027-01-01
    Then sign-ins with "verdict=blocked and client=outlook-2010" counted by "user" are:
      | user                        |
      | finance.lead@contoso.com    |
      | new.starter@contoso.com     |
      | warehouse.clerk@contoso.com |
      | exchange.admin@contoso.com  |

  Scenario: conditions on a leg hold of one and the same leg
    Given the tenant architecture "hybrid-autodiscover"
    Then sign-ins with "leg=mailbox and credential=app-password" counted by "relying-party" are:
      | relying-party   |
      | exchange-online |
