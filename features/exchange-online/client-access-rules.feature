Feature: Client access rules of Exchange Online

  Until September 2025 an organization could allow or deny connections by protocol, address, type of authentication and user. The
  rules are evaluated after authentication, in the order of their priority, and the first one that applies decides:
  https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/client-access-rules/client-access-rules

  Background:
    Given the tenant architecture "exchange-online-switches"
    And the tenant architecture has these changes:
      """yaml
      asOf: 2021-03-01
      rollouts: null
      networks:
        - { name: headquarters, ranges: [203.0.113.0/25] }
        - { name: home, ranges: [192.0.2.0/24] }
        - { name: somewhere }
      workloads:
        exchange-online:
          EwsEnabled: null
          EwsAllowOutlook: null
          ClientAccessRules:
            - { Name: Mobile mail only from here, Priority: 2, Action: DenyAccess, AnyOfProtocols: [ExchangeActiveSync],
                ExceptAnyOfClientIPAddressesOrRanges: [203.0.113.0/24] }
            - { Name: No passwords for IMAP, Priority: 3, Action: DenyAccess, AnyOfProtocols: [IMAP4],
                AnyOfAuthenticationTypes: [BasicAuthentication] }
            - { Name: Lab, Priority: 1, Enabled: false, Action: DenyAccess }
      """

  Scenario Outline: ActiveSync from <network>
    Then the verdicts are:
      | user         | client     | purpose   | network   | verdict   | rule   | missing   |
      | Plain person | eas-client | read mail | <network> | <verdict> | <rule> | <missing> |

    Examples:
      | network      | verdict      | rule   | missing           |
      | headquarters | signs in     | CRED-5 | -                 |
      | home         | blocked      | MBX-11 | -                 |
      | somewhere    | undetermined | MBX-2  | clientAccessRules |

  Scenario Outline: a rule concerns the protocols and types of authentication that it names, here <client>
    Then the verdicts are:
      | user         | client   | purpose   | network | verdict   | rule   |
      | Plain person | <client> | read mail | home    | <verdict> | <rule> |

    Examples:
      | client       | verdict  | rule   |
      | imap-client  | blocked  | MBX-11 |
      | pop-client   | signs in | CRED-5 |
      | outlook-2016 | signs in | CRED-3 |

  Scenario: the services of the vendor are always allowed
    Given the workload Exchange Online has these settings:
      | ClientAccessRules | [{ Name: Nothing, Priority: 0, Action: DenyAccess }] |
    Then the verdicts are:
      | user         | client             | purpose   | network | verdict  | rule   |
      | Plain person | outlook-2016       | read mail | home    | blocked  | MBX-11 |
      | Plain person | outlook-mobile-ios | read mail | home    | signs in | CRED-3 |

  Scenario: a rule of higher priority that allows comes first
    Given the workload Exchange Online has these settings:
      | ClientAccessRules | [{ Name: First, Priority: 0, Action: AllowAccess, AnyOfProtocols: [ExchangeActiveSync] }] |
    Then the verdicts are:
      | user         | client     | purpose   | network | verdict  | rule   |
      | Plain person | eas-client | read mail | home    | signs in | CRED-5 |

  Scenario: whether a rule that names users applies is left open, unless another one decides the same
    Given the workload Exchange Online has these settings:
      | ClientAccessRules | [{ Name: Contractors, Priority: 0, Action: DenyAccess, UsernameMatchesAnyOfPatterns: ["*contractor*"] }] |
    Then the verdicts are:
      | user         | client       | purpose   | network | verdict      | rule   |
      | Plain person | outlook-2016 | read mail | home    | undetermined | MBX-2  |
      | Plain person | eas-client   | read mail | home    | blocked      | MBX-11 |

  # https://learn.microsoft.com/powershell/module/exchangepowershell/get-clientaccessrule
  Scenario Outline: the rules end in September 2025, on <date>
    Given the workload Exchange Online has these settings:
      | ClientAccessRules | [{ Name: Nothing, Priority: 0, Action: DenyAccess }] |
    Then the verdicts are:
      | user         | client       | purpose   | network | date   | verdict   | rule   |
      | Plain person | outlook-2016 | read mail | home    | <date> | <verdict> | <rule> |

    Examples:
      | date       | verdict  | rule   |
      | 2025-08-31 | blocked  | MBX-11 |
      | 2025-09-01 | signs in | CRED-3 |
