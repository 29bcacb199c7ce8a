Feature: High Volume Email has an endpoint of its own, for accounts that were created for it

  Its accounts send with their name and password, or an application sends with OAuth that is on the list of the account. The
  switches for SMTP AUTH do not concern it; authentication policies and Conditional Access do.
  https://learn.microsoft.com/exchange/mail-flow-best-practices/oauth-high-volume-mails-m365
  https://learn.microsoft.com/powershell/module/exchangepowershell/add-hveappaccess
  https://c7solutions.com/?p=5097
  https://petri.com/high-volume-email-delivery-internal-recipients/

  Background:
    Given the tenant architecture:
      """yaml
      name: High Volume Email
      asOf: 2026-11-16
      createdDateTime: 2016-01-01
      licences: [p1]
      domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
      workloads:
        exchange-online: { modernAuthentication: true, SmtpClientAuthenticationDisabled: true, EwsEnabled: false }
      securityDefaults: false
      clients:
        - { name: alerts, client: high-volume-email-device }
        - { name: scanner, client: multifunction-device }
        - { name: newsletter, client: high-volume-email-application }
      users:
        - { userPrincipalName: hve@contoso.com, displayName: Alerts account, mailbox: none, hveAccount: true, perUserMfaState: disabled, registered: false, appPasswords: [], groups: [], roles: [] }
        - { userPrincipalName: ann@contoso.com, displayName: Ann, mailbox: exchange-online, perUserMfaState: disabled, registered: false, appPasswords: [], groups: [], roles: [] }
        - { userPrincipalName: open@contoso.com, displayName: Not stated, mailbox: none, perUserMfaState: disabled, registered: false, appPasswords: [], groups: [], roles: [] }
        - { userPrincipalName: 11111111-1111-1111-1111-111111111111, displayName: Listed program, kind: service-principal, mailbox: none, mailboxAccess: granted }
        - { userPrincipalName: 22222222-2222-2222-2222-222222222222, displayName: Unlisted program, kind: service-principal, mailbox: none, mailboxAccess: not-granted }
      """

  Scenario Outline: <user> with <client> on <date>
    Then the verdicts are:
      | user   | client   | purpose   | date   | verdict   | credential   | rule   |
      | <user> | <client> | send mail | <date> | <verdict> | <credential> | <rule> |

    Examples: SMTP AUTH is disabled in the tenant
      | user           | client  | date       | verdict  | credential       | rule    |
      | Alerts account | alerts  | 2026-11-16 | signs in | account password | CRED-5  |
      | Ann            | scanner | 2026-11-16 | blocked  | -                | GATE-9  |
      | Ann            | alerts  | 2026-11-16 | blocked  | -                | MBX-15  |

    Examples: applications with OAuth
      | user             | client     | date       | verdict  | credential | rule   |
      | Listed program   | newsletter | 2026-11-16 | signs in | app-only   | CRED-7 |
      | Unlisted program | newsletter | 2026-11-16 | blocked  | -          | MBX-16 |

    Examples: when SMTP AUTH with a password is off by default
      | user           | client | date       | verdict      | credential       | rule   |
      | Alerts account | alerts | 2027-08-01 | signs in     | account password | CRED-5 |

  Scenario: from September 2028 a password is no longer supported, and no page says when it stops
    Then the verdicts are:
      | user           | client | purpose   | date       | verdict      |
      | Alerts account | alerts | send mail | 2028-10-01 | undetermined |

  Scenario: whether an account was created for it is not known
    Then the verdicts are:
      | user       | client | purpose   | verdict      |
      | Not stated | alerts | send mail | undetermined |
