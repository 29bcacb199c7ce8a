Feature: Blocking legacy authentication on Exchange Server 2019

  An authentication policy blocks basic, digest, NTLM and Kerberos protocol by protocol; the policy of a user wins over the
  default of the organization, and modern clients are not concerned:
  https://learn.microsoft.com/exchange/hybrid-deployment/block-legacy-auth-2019-hybrid

  Background:
    Given the tenant architecture "hybrid-modern-authentication"
    And sign-ins come from the internet

  Scenario Outline: <client> of a user with the policy is blocked
    When the secured person uses "<client>" to <purpose>
    Then the sign-in is blocked
    And rule GATE-7 ends the sign-in
    And the error code is "http-401"

    Examples:
      | client            | purpose               |
      | outlook-2010      | read mail             |
      | outlook-2010      | open the address book |
      | outlook-2010      | check free busy       |
      | outlook-2013      | read mail             |
      | apple-mail-ios-10 | read mail             |
      | pop-client        | read mail             |
      | imap-client       | read mail             |

  Scenario Outline: <client> of the same user is not affected
    When the secured person uses "<client>" to read mail
    Then the required credential is interactive

    Examples:
      | client              |
      | outlook-2016        |
      | outlook-2013-modern |
      | apple-mail-ios-11   |
      | outlook-mac-2016    |

  Scenario: the organization's default reaches people without a policy of their own
    Given the workload Exchange Server has these settings:
      | DefaultAuthenticationPolicy | Block legacy authentication |
    When the manager uses "outlook-2010" to read mail
    Then the sign-in is blocked
    And rule GATE-7 ends the sign-in

  Scenario Outline: a policy that names one protocol leaves the others: <client>, <purpose>
    Given the tenant architecture has these changes:
      """yaml
      workloads:
        exchange-server:
          authenticationPolicies:
            - { name: Only POP, BlockLegacyAuthPop: true }
          DefaultAuthenticationPolicy: Only POP
      """
    Then the verdicts are:
      | user    | client   | purpose   | verdict   |
      | manager | <client> | <purpose> | <verdict> |

    Examples:
      | client       | purpose   | verdict  |
      | pop-client   | read mail | blocked  |
      | imap-client  | read mail | signs in |
      | outlook-2010 | read mail | signs in |

  Scenario Outline: modern authentication can be blocked by protocol too: <client>
    Given the tenant architecture has these changes:
      """yaml
      workloads:
        exchange-server:
          authenticationPolicies:
            - { name: No modern MAPI, BlockModernAuthMapi: true, BlockModernAuthActiveSync: true }
          DefaultAuthenticationPolicy: No modern MAPI
      """
    When the manager uses "<client>" to read mail
    Then the mailbox leg authenticates with <flow>

    Examples:
      | client            | flow               |
      | outlook-2016      | windows-integrated |
      | apple-mail-ios-11 | basic              |
