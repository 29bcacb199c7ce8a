Feature: Protocol switches of a mailbox and of Exchange web services

  Set-CASMailbox has a switch for each protocol and for some clients. They stand beside authentication: the sign-in is
  sound, and the mailbox does not open. Exchange web services have a switch at two levels; how the two combine, and
  whether the protocol is there at all, depends on the date.
  https://learn.microsoft.com/powershell/module/exchangepowershell/set-casmailbox

  Background:
    Given the tenant architecture "basic-authentication-retirement"

  Rule: a switch that is off keeps the mailbox shut after the sign-in

    Scenario Outline: <switch> off, <client>
      Given the user Clerk has these settings:
        | mailboxSwitches | { <switch>: false } |
      Then the verdicts are:
        | user       | client   | purpose   | verdict  | rule   | stage          |
        | Clerk      | <client> | read mail | blocked  | MBX-1  | at the service |
        | Controller | <client> | read mail | signs in | <else> | -              |

      Examples:
        | switch                     | client                             | else   |
        | ActiveSyncEnabled          | ActiveSync client without OAuth    | CRED-2 |
        | ActiveSyncEnabled          | Apple Mail on iOS 10               | CRED-2 |
        | PopEnabled                 | POP client                         | CRED-2 |
        | ImapEnabled                | IMAP client                        | CRED-2 |
        | ImapEnabled                | Outlook with a POP or IMAP account | CRED-2 |
        | MAPIEnabled                | Outlook 2016                       | CRED-3 |
        | MAPIEnabled                | Outlook 2010                       | CRED-2 |
        | OWAEnabled                 | Outlook on the web                 | CRED-3 |
        | OWAEnabled                 | New Outlook for Windows            | CRED-3 |
        | OneWinNativeOutlookEnabled | New Outlook for Windows            | CRED-3 |
        | OutlookMobileEnabled       | Outlook for iOS                    | CRED-3 |
        | OutlookMobileEnabled       | Outlook for Android                | CRED-3 |

    Scenario: the Windows mail app has its own setting
      Given the user Clerk has these settings:
        | mailboxSwitches | { UniversalOutlookEnabled: false } |
      And the client Windows Mail has these settings:
        | accountSetup | since-modern |
      Then the verdicts are:
        | user  | client       | purpose   | verdict | rule  |
        | Clerk | Windows Mail | read mail | blocked | MBX-1 |

    # https://learn.microsoft.com/powershell/module/exchangepowershell/set-casmailbox#-macoutlookenabled
    Scenario: Outlook for Mac with Microsoft Sync has another switch than Outlook for Mac with web services
      Given these clients:
        | name     | displayName          | kind    | platform | flows    | protocols         | autodiscover |
        | mac-sync | Outlook for Mac sync | outlook | macOS    | [modern] | [outlook-service] | none         |
      And the user Clerk has these settings:
        | mailboxSwitches | { MacOutlookEnabled: false } |
      And the user Controller has these settings:
        | mailboxSwitches | { EwsAllowMacOutlook: false } |
      Then the verdicts are:
        | user       | client               | purpose   | verdict  | rule   |
        | Clerk      | Outlook for Mac sync | read mail | blocked  | MBX-1  |
        | Clerk      | Outlook for Mac 2016 | read mail | signs in | CRED-3 |
        | Controller | Outlook for Mac sync | read mail | signs in | CRED-3 |
        | Controller | Outlook for Mac 2016 | read mail | blocked  | MBX-7  |

    Scenario Outline: <switch> off does not concern <client>
      Given the user Clerk has these settings:
        | mailboxSwitches | { <switch>: false } |
      Then the verdicts are:
        | user  | client   | purpose   | verdict  |
        | Clerk | <client> | read mail | signs in |

      Examples:
        | switch               | client                          |
        | PopEnabled           | IMAP client                     |
        | ImapEnabled          | POP client                      |
        | ActiveSyncEnabled    | IMAP client                     |
        | MAPIEnabled          | Outlook on the web              |
        | OWAEnabled           | Outlook 2016                    |
        | OutlookMobileEnabled | ActiveSync client without OAuth |
        | MacOutlookEnabled    | Outlook 2016                    |
        # https://learn.microsoft.com/powershell/module/exchangepowershell/set-casmailbox#-macoutlookenabled
        | MacOutlookEnabled    | Outlook for Mac 2016            |

  Rule: Exchange web services have two switches

    # https://mc.merill.net/message/MC1015893
    Scenario Outline: organization <organization>, mailbox <mailbox> on <date>
      Given the workload Exchange Online has these settings:
        | EwsEnabled | <organization> |
      And the user Clerk has these settings:
        | mailboxSwitches | { EwsEnabled: <mailbox> } |
      Then the verdicts are:
        | user  | client                                  | purpose   | date   | verdict   | rule   |
        | Clerk | Exchange web services client with OAuth | read mail | <date> | <verdict> | <rule> |

      Examples: until April 2025 the mailbox wins
        | organization | mailbox | date       | verdict  | rule   |
        | null         | null    | 2024-06-01 | signs in | CRED-3 |
        | true         | null    | 2024-06-01 | signs in | CRED-3 |
        | false        | null    | 2024-06-01 | blocked  | MBX-4  |
        | null         | true    | 2024-06-01 | signs in | CRED-3 |
        | true         | true    | 2024-06-01 | signs in | CRED-3 |
        | false        | true    | 2024-06-01 | signs in | CRED-3 |
        | null         | false   | 2024-06-01 | blocked  | MBX-4  |
        | true         | false   | 2024-06-01 | blocked  | MBX-4  |
        | false        | false   | 2024-06-01 | blocked  | MBX-4  |

      Examples: since then both must allow
        | organization | mailbox | date       | verdict  | rule   |
        | null         | null    | 2025-04-01 | signs in | CRED-3 |
        | true         | null    | 2025-04-01 | signs in | CRED-3 |
        | false        | null    | 2025-04-01 | blocked  | MBX-4  |
        | null         | true    | 2025-04-01 | signs in | CRED-3 |
        | true         | true    | 2025-04-01 | signs in | CRED-3 |
        | false        | true    | 2025-04-01 | blocked  | MBX-4  |
        | null         | false   | 2025-04-01 | blocked  | MBX-4  |
        | true         | false   | 2025-04-01 | blocked  | MBX-4  |
        | false        | false   | 2025-04-01 | blocked  | MBX-4  |

      Examples: from October 2026 the vendor turns off, tenant by tenant, what nobody has turned on
        | organization | mailbox | date       | verdict      | rule   |
        | null         | null    | 2026-09-30 | signs in     | CRED-3 |
        | null         | null    | 2026-10-01 | undetermined | MBX-5  |
        | null         | true    | 2027-03-31 | undetermined | MBX-5  |
        | false        | true    | 2026-10-01 | blocked      | MBX-4  |

      Examples: the vendor fills a list of applications that is empty
        | organization | mailbox | date       | verdict      | rule   |
        | true         | null    | 2026-09-30 | signs in     | CRED-3 |
        | true         | null    | 2026-10-01 | undetermined | MBX-6  |

      Examples: no exceptions from April 2027
        | organization | mailbox | date       | verdict | rule   |
        | null         | null    | 2027-04-01 | blocked | GATE-2 |
        | true         | true    | 2027-04-01 | blocked | GATE-2 |

    # https://particlenews.net/story/microsoft-sets-phaseout-of-exchange-online-ews-blocking-in-october-2026-and-ending-april-2027
    Scenario Outline: true together with a list of applications carries on <date>
      Given the workload Exchange Online has these settings:
        | EwsEnabled       | true                                   |
        | EwsAllowedAppIDs | [d3590ed6-52b3-4102-aeff-aad2292ab01c] |
      Then the verdicts are:
        | user  | client       | purpose         | date   | verdict   | rule   |
        | Clerk | Outlook 2016 | check free busy | <date> | <verdict> | <rule> |

      Examples:
        | date       | verdict  | rule   |
        | 2026-10-01 | signs in | CRED-3 |
        | 2027-03-31 | signs in | CRED-3 |
        | 2027-04-01 | blocked  | GATE-2 |

    # https://learn.microsoft.com/powershell/module/exchangepowershell/set-organizationconfig
    Scenario: an application that is not on the list is turned away, and of one without an app id nobody knows
      Given the workload Exchange Online has these settings:
        | EwsEnabled       | true                                   |
        | EwsAllowedAppIDs | [11111111-2222-3333-4444-555555555555] |
      Then the verdicts are:
        | user  | client                                  | purpose         | date       | verdict      | rule   | missing        |
        | Clerk | Outlook 2016                            | check free busy | 2026-10-01 | blocked      | MBX-9  | -              |
        | Clerk | Exchange web services client with OAuth | read mail       | 2026-10-01 | undetermined | MBX-6  | ewsApplication |

    # https://learn.microsoft.com/powershell/module/exchangepowershell/set-organizationconfig
    Scenario Outline: a catalog client that stands for many programs has the app id of the one in use, here <app id>
      Given the workload Exchange Online has these settings:
        | EwsEnabled       | true                                   |
        | EwsAllowedAppIDs | [11111111-2222-3333-4444-555555555555] |
      And the client "ews-client" has these settings:
        | appId | <app id> |
      Then the verdicts are:
        | user  | client     | purpose   | date       | verdict   | rule   |
        | Clerk | ews-client | read mail | 2026-10-01 | <verdict> | <rule> |

      Examples:
        | app id                               | verdict  | rule   |
        | 11111111-2222-3333-4444-555555555555 | signs in | CRED-3 |
        | 99999999-2222-3333-4444-555555555555 | blocked  | MBX-9  |

    # https://learn.microsoft.com/powershell/module/exchangepowershell/set-organizationconfig
    Scenario: the older list of user agents does not count
      Given the workload Exchange Online has these settings:
        | EwsEnabled   | true                   |
        | EwsAllowList | [Room booking service] |
      Then the verdicts are:
        | user  | client       | purpose         | date       | verdict | rule  |
        | Clerk | Outlook 2016 | check free busy | 2026-10-01 | undetermined | MBX-6 |

    # https://learn.microsoft.com/powershell/module/exchangepowershell/set-organizationconfig
    Scenario Outline: <switch> off, <client>
      Given the workload Exchange Online has these settings:
        | <switch> | false |
      Then the verdicts are:
        | user  | client   | purpose         | verdict   | rule   |
        | Clerk | <client> | check free busy | <verdict> | <rule> |

      Examples:
        | switch             | client                                  | verdict  | rule   |
        | EwsAllowOutlook    | Outlook 2016                            | blocked  | MBX-7  |
        | EwsAllowOutlook    | Outlook for Mac 2016                    | signs in | CRED-3 |
        | EwsAllowMacOutlook | Outlook for Mac 2016                    | blocked  | MBX-7  |
        | EwsAllowMacOutlook | Exchange web services client with OAuth | signs in | CRED-3 |

    Scenario: web services of Exchange Server are not affected
      Given the tenant architecture has these changes:
        """yaml
        workloads:
          exchange-server:
            modernAuthentication: false
            servers: [{ version: '2019', cumulativeUpdate: 14 }]
        """
      And the user Clerk has these settings:
        | mailbox | exchange-server |
      Then the verdicts are:
        | user  | client                                     | purpose   | date       | verdict  | verifier         |
        | Clerk | Exchange web services client without OAuth | read mail | 2027-06-01 | signs in | Active Directory |
