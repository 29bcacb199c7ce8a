Feature: Basic authentication in Exchange Online by protocol and date

  Exchange Online turned basic authentication off for Outlook, web services, remote PowerShell, POP, IMAP, ActiveSync and
  the offline address book: where it was unused from 2021, tenant by tenant from 1 October 2022, for good at the end of
  that year. SMTP AUTH was left out. A client without modern authentication then sees HTTP 401.
  https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/deprecation-of-basic-authentication-exchange-online

  Background:
    Given the tenant architecture "basic-authentication-retirement"

  Scenario Outline: <client> may <purpose> on <date>; with MFA it takes the <with MFA>
    Then the required credentials are:
      | user       | client   | purpose   | date   | credential       | verifier | flow   | second factor |
      | Clerk      | <client> | <purpose> | <date> | account password | Entra ID | <flow> | not required  |
      | Controller | <client> | <purpose> | <date> | <with MFA>       | Entra ID | <flow> | bypassed      |

    Examples: served
      | client                                     | purpose               | date       | flow  | with MFA     |
      | Outlook 2010                               | read mail             | 2016-06-01 | basic | app password |
      | Outlook 2010                               | open the address book | 2019-10-01 | basic | app password |
      | Outlook 2010                               | check free busy       | 2019-10-01 | basic | app password |
      | Outlook 2010                               | read mail             | 2022-09-30 | basic | app password |
      | POP client                                 | read mail             | 2022-09-30 | basic | app password |
      | IMAP client                                | read mail             | 2022-09-30 | basic | app password |
      | ActiveSync client without OAuth            | read mail             | 2022-09-30 | basic | app password |
      | Exchange web services client without OAuth | read mail             | 2022-09-30 | basic | app password |
      | Outlook with a POP or IMAP account         | read mail             | 2022-09-30 | basic | app password |

    Examples: not yet turned off in this tenant
      | client       | purpose   | date       | flow  | with MFA     |
      | Outlook 2010 | read mail | 2022-10-01 | basic | app password |
      | IMAP client  | read mail | 2022-10-14 | basic | app password |

    Examples: turned on again by an administrator
      | client                          | purpose   | date       | flow  | with MFA     |
      | Outlook 2010                    | read mail | 2022-10-20 | basic | app password |
      | POP client                      | read mail | 2022-11-15 | basic | app password |
      | ActiveSync client without OAuth | read mail | 2022-12-31 | basic | app password |

    Examples: SMTP AUTH, which was left out
      | client               | purpose   | date       | flow  | with MFA     |
      | POP client           | send mail | 2022-11-15 | basic | app password |
      | IMAP client          | send mail | 2024-06-01 | basic | app password |
      | Multifunction device | send mail | 2026-11-22 | basic | app password |

  Scenario Outline: <client> cannot <purpose> on <date>
    Then the verdicts are:
      | user       | client   | purpose   | date   | verdict | rule   | stage               | error   | prompts |
      | Clerk      | <client> | <purpose> | <date> | blocked | <rule> | before the password | <error> | 0       |
      | Controller | <client> | <purpose> | <date> | blocked | <rule> | before the password | <error> | 0       |

    Examples: turned off, and not yet on again
      | client                                       | purpose               | date       | rule   | error    |
      | Outlook 2010                                 | read mail             | 2022-10-15 | GATE-5 | http-401 |
      | Outlook 2010                                 | open the address book | 2022-10-19 | GATE-5 | http-401 |
      | IMAP client                                  | read mail             | 2022-10-15 | GATE-5 | http-401 |
      | POP client                                   | read mail             | 2022-10-15 | GATE-5 | http-401 |
      | ActiveSync client without OAuth              | read mail             | 2022-10-15 | GATE-5 | http-401 |
      | Exchange web services client without OAuth   | read mail             | 2022-10-15 | GATE-5 | http-401 |
      | Windows PowerShell with basic authentication | administer            | 2022-10-15 | GATE-5 | http-401 |

    Examples: off for good
      | client                                       | purpose               | date       | rule   | error    |
      | Outlook 2010                                 | read mail             | 2023-01-01 | GATE-4 | http-401 |
      | Outlook 2010                                 | open the address book | 2024-06-01 | GATE-4 | http-401 |
      | Outlook 2010                                 | check free busy       | 2024-06-01 | GATE-4 | http-401 |
      | Outlook 2007                                 | read mail             | 2023-01-01 | GATE-4 | http-401 |
      | IMAP client                                  | read mail             | 2023-01-01 | GATE-4 | http-401 |
      | POP client                                   | read mail             | 2023-01-01 | GATE-4 | http-401 |
      | ActiveSync client without OAuth              | read mail             | 2023-01-01 | GATE-4 | http-401 |
      | Exchange web services client without OAuth   | read mail             | 2023-01-01 | GATE-4 | http-401 |
      | Outlook with a POP or IMAP account           | read mail             | 2026-11-22 | GATE-4 | http-401 |
      | Windows PowerShell with basic authentication | administer            | 2023-01-01 | GATE-4 | http-401 |

    Examples: the protocol itself is gone
      | client                                       | purpose    | date       | rule   | error |
      | Windows PowerShell with basic authentication | administer | 2023-10-01 | GATE-2 | -     |
      | Exchange web services client without OAuth   | read mail  | 2027-04-01 | GATE-2 | -     |

    Examples: SMTP AUTH after December 2026
      | client                             | purpose   | date       | rule    | error           |
      | Multifunction device               | send mail | 2027-01-01 | GATE-11 | -               |
      | IMAP client                        | send mail | 2027-06-01 | GATE-11 | -               |
      | Outlook with a POP or IMAP account | send mail | 2027-08-01 | GATE-11 | -               |

  Scenario Outline: <client> does not notice on <date>
    Then the required credentials are:
      | user       | client   | purpose   | date   | credential  | flow   | second factor |
      | Clerk      | <client> | <purpose> | <date> | interactive | modern | not required  |
      | Controller | <client> | <purpose> | <date> | interactive | modern | asked         |

    Examples:
      | client                                    | purpose               | date       |
      | Outlook 2016                              | read mail             | 2016-06-01 |
      | Outlook 2016                              | read mail             | 2023-01-01 |
      | Outlook 2016                              | open the address book | 2027-06-01 |
      | Thunderbird                               | read mail             | 2020-06-01 |
      | Thunderbird                               | send mail             | 2027-06-01 |
      | Application that sends by SMTP with OAuth | send mail             | 2027-06-01 |
      | Exchange web services client with OAuth   | read mail             | 2026-09-30 |
      | Exchange Online PowerShell                | administer            | 2027-06-01 |

  # https://techcommunity.microsoft.com/blog/exchange/announcing-oauth-2-0-support-for-imap-and-smtp-auth-protocols-in-exchange-online/1330432
  Scenario Outline: <client> sends the password until Exchange Online accepts tokens over its protocol: <purpose> on <date>
    When the date becomes <date>
    And the Clerk uses <client> to <purpose>
    Then the required credential is <credential>

    Examples:
      | client      | purpose   | date       | credential       |
      | Thunderbird | read mail | 2020-04-29 | account password |
      | Thunderbird | read mail | 2020-04-30 | interactive      |
      | Thunderbird | send mail | 2020-04-29 | account password |
      | Thunderbird | send mail | 2020-04-30 | interactive      |

  Scenario: whether a tenant had been turned off in the autumn of 2022 was nowhere published
    Given the tenant architecture has these changes:
      """yaml
      rollouts: null
      """
    And the date is 2022-11-15
    When the Clerk uses Outlook 2010 to read mail
    Then the sign-in is undetermined without:
      | basicAuthentication |

  Scenario: in 2021 a protocol that was in use stayed on, unless the vendor found it unused
    Given the tenant architecture has these changes:
      """yaml
      rollouts:
        - { change: basic-off-where-unused-pop3, state: applied }
      """
    Then the verdicts are:
      | user  | client      | purpose   | date       | verdict  | rule   |
      | Clerk | IMAP client | read mail | 2021-07-01 | signs in | CRED-5 |
      | Clerk | POP client  | read mail | 2021-07-01 | blocked  | GATE-5 |

  # https://devblogs.microsoft.com/microsoft365dev/basic-authentication-and-exchange-online-february-2021-update/
  Scenario: Outlook follows its web services on every protocol
    Given the tenant architecture has these changes:
      """yaml
      rollouts:
        - { change: basic-off-where-unused-ews, state: applied }
      """
    Then the verdicts are:
      | user  | client                                     | purpose   | date       | verdict  | rule    |
      | Clerk | Outlook 2010                               | read mail | 2021-07-01 | blocked  | GATE-12 |
      | Clerk | Exchange web services client without OAuth | read mail | 2021-07-01 | blocked  | GATE-5  |
      | Clerk | IMAP client                                | read mail | 2021-07-01 | signs in | CRED-5  |
