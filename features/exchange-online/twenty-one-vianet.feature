Feature: Basic authentication in Exchange Online operated by 21Vianet

  The worldwide rollout of October 2022 did not reach 21Vianet; basic authentication ended there on March 31, 2023.
  https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/deprecation-of-basic-authentication-exchange-online

  Background:
    Given the tenant architecture "twenty-one-vianet"

  Scenario Outline: <client> on <date>
    Then the verdicts are:
      | user  | client   | purpose   | date   | verdict   | rule   |
      | Buyer | <client> | <purpose> | <date> | <verdict> | <rule> |

    Examples:
      | client                                     | purpose   | date       | verdict  | rule   |
      | Outlook 2010                               | read mail | 2022-11-15 | signs in | CRED-5 |
      | Outlook 2010                               | read mail | 2023-03-30 | signs in | CRED-5 |
      | Outlook 2010                               | read mail | 2023-03-31 | blocked  | GATE-4 |
      | IMAP client                                | read mail | 2023-03-30 | signs in | CRED-5 |
      | IMAP client                                | read mail | 2023-03-31 | blocked  | GATE-4 |
      | POP client                                 | read mail | 2023-03-31 | blocked  | GATE-4 |
      | ActiveSync client without OAuth            | read mail | 2023-03-30 | signs in | CRED-5 |
      | ActiveSync client without OAuth            | read mail | 2023-03-31 | blocked  | GATE-4 |
      | Exchange web services client without OAuth | read mail | 2023-03-31 | blocked  | GATE-4 |
      | IMAP client                                | send mail | 2023-03-31 | signs in | CRED-5 |
      | Outlook 2016                               | read mail | 2023-03-31 | signs in | CRED-3 |
