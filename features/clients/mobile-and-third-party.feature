Feature: Phones, third-party mail programs and devices

  Apple's mail app knows modern authentication since iOS 11, the mail app of Windows, Outlook for iOS and Android and
  current Thunderbird do; of the mail apps of phone makers the vendor names no version. A capable app may still send the
  password, for an account that was added before, or came back from a backup.
  https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/deprecation-of-basic-authentication-exchange-online
  https://techcommunity.microsoft.com/blog/exchange/microsoft-and-apple-working-together-to-improve-exchange-online-security/3513846

  Background:
    Given the tenant architecture "mobile-clients"

  Rule: what each app sends

    Scenario Outline: <client>
      Then the verdicts are:
        | user    | client   | purpose   | verdict  | credential   | flow   | rule            |
        | Driver  | <client> | read mail | signs in | <credential> | <flow> | <rule>          |
        | Planner | <client> | read mail | signs in | <with MFA>   | <flow> | <rule with MFA> |

      Examples:
        | client                             | credential       | flow   | rule   | with MFA     | rule with MFA |
        | Apple Mail on iOS 10               | account password | basic  | CRED-5 | app password | CRED-2        |
        | Apple Mail on iOS 11               | interactive      | modern | CRED-3 | interactive  | CRED-3        |
        | Apple Mail restored from a backup  | account password | basic  | CRED-5 | app password | CRED-2        |
        | "Apple Mail with an old account"   | account password | basic  | CRED-5 | app password | CRED-2        |
        | Apple Mail on macOS                | interactive      | modern | CRED-3 | interactive  | CRED-3        |
        | Outlook for iOS                    | interactive      | modern | CRED-3 | interactive  | CRED-3        |
        | Outlook for Android                | interactive      | modern | CRED-3 | interactive  | CRED-3        |
        | Windows Mail                       | interactive      | modern | CRED-3 | interactive  | CRED-3        |
        | "Windows Mail with an old account" | account password | basic  | CRED-5 | app password | CRED-2        |
        | Thunderbird                        | interactive      | modern | CRED-3 | interactive  | CRED-3        |
        | Thunderbird without OAuth          | account password | basic  | CRED-5 | app password | CRED-2        |
        | Outlook for Mac 2011               | account password | basic  | CRED-5 | app password | CRED-2        |
        | Outlook for Mac 2016               | interactive      | modern | CRED-3 | interactive  | CRED-3        |

    Scenario Outline: no version of <client> is named, so an installed one is undetermined
      Then the verdicts are:
        | user   | client   | purpose   | verdict      | missing                                                             |
        | Driver | <client> | read mail | undetermined | whether the installed version of this app has modern authentication |

      Examples:
        | client           |
        | Samsung Email    |
        | Gmail on Android |

    Scenario Outline: when the account of <client> was added must be known
      Given the client <client> has these settings:
        | accountSetup | null |
      Then the verdicts are:
        | user   | client   | purpose   | verdict      | missing      |
        | Driver | <client> | read mail | undetermined | accountSetup |

      Examples:
        | client               |
        | Apple Mail on iOS 11 |
        | Apple Mail on macOS  |
        | Windows Mail         |

    # https://learn.microsoft.com/microsoft-365/enterprise/hybrid-modern-auth-overview
    Scenario Outline: it does not matter for <client> where a server takes nothing but passwords
      Given the tenant architecture has these changes:
        """yaml
        workloads:
          exchange-server:
            modernAuthentication: false
            hybrid: none
            servers: [{ version: '2019', cumulativeUpdate: 13 }]
        autodiscover: { kind: on-premises }
        """
      And the user Driver has these settings:
        | mailbox | exchange-server |
      And the client <client> has these settings:
        | accountSetup | null |
      Then the verdicts are:
        | user   | client        | purpose   | verdict  | credential       | verifier         | rule   |
        | Driver | <client>      | read mail | signs in | account password | Active Directory | CRED-1 |
        | Driver | Samsung Email | read mail | signs in | account password | Active Directory | CRED-1 |

      Examples:
        | client               |
        | Apple Mail on iOS 11 |
        | Apple Mail on macOS  |

    # https://blog.tophhie.cloud/m365-message-center/message/mc1227454/
    Scenario Outline: it does not matter where the protocol has ended, on <date>
      Given the client Apple Mail on macOS has these settings:
        | accountSetup | null |
      Then the verdicts are:
        | user   | client              | purpose   | date   | verdict   | rule   |
        | Driver | Apple Mail on macOS | read mail | <date> | <verdict> | <rule> |

      Examples:
        | date       | verdict      | rule   |
        | 2027-03-31 | undetermined | ORD-4  |
        | 2027-04-01 | blocked      | GATE-2 |

    Scenario: removing and adding the account again is what helps
      When the Driver uses "Apple Mail with an old account" to read mail
      Then the required credential is the account password
      When the account is added again to the client "Apple Mail with an old account"
      Then the required credential is the interactive sign-in
      When a day passes
      And the device of the client "Apple Mail with an old account" is restored from a backup
      Then the required credential is the account password
      And rule ORD-1 decides client order

    # https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/enable-or-disable-modern-authentication-in-exchange-online
    Scenario Outline: the tenant's switch for modern authentication does not reach <client>
      Given the workload Exchange Online has these settings:
        | OAuth2ClientProfileEnabled | false |
      When the Driver uses <client> to read mail
      Then the required credential is the <credential>

      Examples:
        | client                    | credential          |
        | Outlook for iOS           | interactive sign-in |
        | Outlook for Android       | interactive sign-in |
        | Apple Mail on iOS 11      | interactive sign-in |
        | Outlook for Mac 2016      | interactive sign-in |
        | Thunderbird               | interactive sign-in |
        | Thunderbird without OAuth | account password    |

  Rule: after basic authentication ended

    Scenario Outline: <client> in 2024
      Given the date is 2024-06-01
      Then the verdicts are:
        | user   | client   | purpose   | verdict   | rule   |
        | Driver | <client> | read mail | <verdict> | <rule> |

      Examples:
        | client                            | verdict  | rule   |
        | Apple Mail on iOS 10              | blocked  | GATE-4 |
        | Apple Mail on iOS 11              | signs in | CRED-3 |
        | Apple Mail restored from a backup | blocked  | GATE-4 |
        | Windows Mail                      | signs in | CRED-3 |
        | Thunderbird                       | signs in | CRED-3 |
        | Thunderbird without OAuth         | blocked  | GATE-4 |
        | Outlook for Mac 2011              | blocked  | GATE-4 |
        | Warehouse scanner                 | blocked  | GATE-4 |
        | Ticket system                     | signs in | CRED-3 |
        | Calendar display                  | blocked  | GATE-4 |
        | Field app                         | signs in | CRED-3 |

  Rule: a client declared by what it can do

    Scenario Outline: <client>, to <purpose>
      Then the verdicts are:
        | user    | client   | purpose   | verdict  | credential   | flow   |
        | Driver  | <client> | <purpose> | signs in | <credential> | <flow> |
        | Planner | <client> | <purpose> | signs in | <with MFA>   | <flow> |

      Examples:
        | client            | purpose   | credential       | flow   | with MFA     |
        | Warehouse scanner | read mail | account password | basic  | app password |
        | Warehouse scanner | send mail | account password | basic  | app password |
        | Ticket system     | read mail | interactive      | modern | interactive  |
        | Ticket system     | send mail | interactive      | modern | interactive  |
        | Calendar display  | read mail | account password | basic  | app password |
        | Field app         | read mail | interactive      | modern | interactive  |

    Scenario: before its protocol took tokens, it fell back to the password
      When the date becomes 2019-10-01
      And the Driver uses "Ticket system" to read mail
      Then the required credential is the account password
      And rule FLOW-2 decides flow

  Rule: phones on a desk

    # https://ucvnext.org/2016/02/office365-modern-authentication-skype4b-hybrid-exchange-hybrid/
    Scenario: an IP phone signs in to its registrar as ever, and whether it knows modern authentication is nowhere said
      Then the verdicts are:
        | user    | client                      | purpose               | verdict      | credential       | missing                                                             |
        | Driver  | Skype for Business IP phone | send instant messages | signs in     | account password | -                                                                   |
        | Planner | Skype for Business IP phone | send instant messages | signs in     | account password | -                                                                   |
        | Driver  | Skype for Business IP phone | check free busy       | undetermined | -                | whether the installed version of this app has modern authentication |
