Feature: Sending mail through Exchange Online

  A device or an application submits with a mailbox (SMTP AUTH), sends directly to mailboxes of the organization with no
  credential, or relays through a connector that knows its address or certificate. Two switches close SMTP AUTH: one of
  the organization, and one of the mailbox that takes precedence.
  https://learn.microsoft.com/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365

  Background:
    Given the tenant architecture "sending-mail"

  Rule: each way of sending has its own credential

    # The table "Compare the options".
    Scenario Outline: <client> from the <network>
      Then the verdicts are:
        | user         | client   | purpose   | network   | verdict  | credential   | verifier   | flow   | prompts   |
        | Scan mailbox | <client> | send mail | <network> | signs in | <credential> | <verifier> | <flow> | <prompts> |

      Examples:
        | client                                            | network     | credential       | verifier           | flow        | prompts |
        | Multifunction device                              | head office | account password | Entra ID           | basic       | 1       |
        | Multifunction device                              | branch      | account password | Entra ID           | basic       | 1       |
        | Application that sends by SMTP with OAuth         | branch      | interactive      | Entra ID           | modern      | 1       |
        | IMAP client                                       | branch      | account password | Entra ID           | basic       | 1       |
        | Device with direct send                           | head office | none             | the service itself | none        | 0       |
        | Device with direct send                           | branch      | none             | the service itself | none        | 0       |
        | Device with a relay connector                     | head office | source address   | the service itself | none        | 0       |
        | Mail server with a relay connector by certificate | branch      | certificate      | the service itself | certificate | 0       |

    Scenario: a mailbox that requires a second factor keeps an app password in the printer
      Then the required credentials are:
        | user           | client                                    | purpose   | network | credential   | second factor |
        | Office manager | Multifunction device                      | send mail | branch  | app password | bypassed      |
        | Office manager | Application that sends by SMTP with OAuth | send mail | branch  | interactive  | asked         |
        | Office manager | Device with direct send                   | send mail | branch  | none         | not required  |

    Scenario: a relay from an address that no connector knows
      When the Scan mailbox uses "Device with a relay connector" to send mail from the branch
      Then no credential can sign in
      And rule CRED-14 ends the sign-in

    Scenario Outline: connectors <connectors>
      Given the workload Exchange Online has these settings:
        | connectors | <connectors> |
      Then the verdicts are:
        | user         | client   | purpose   | network     | verdict   | rule   |
        | Scan mailbox | <client> | send mail | head office | <verdict> | <rule> |

      Examples:
        | connectors                                                             | client                                            | verdict        | rule    |
        | []                                                                     | Device with a relay connector                     | cannot sign in | CRED-14 |
        | []                                                                     | Mail server with a relay connector by certificate | cannot sign in | CRED-15 |
        | [{ name: Mail server of the factory, TlsSenderCertificateName: null }] | Device with a relay connector                     | signs in       | CRED-8  |
        | [{ name: Mail server of the factory, TlsSenderCertificateName: null }] | Mail server with a relay connector by certificate | cannot sign in | CRED-15 |
        | [{ name: Printers in the head office, SenderIPAddresses: null }]       | Device with a relay connector                     | cannot sign in | CRED-14 |
        | [{ name: Printers in the head office, SenderIPAddresses: null }]       | Mail server with a relay connector by certificate | signs in       | CRED-6  |

    Scenario: the connectors are not stated
      Given the workload Exchange Online has these settings:
        | connectors | null |
      Then the verdicts are:
        | user         | client                                            | purpose   | network     | verdict      | missing                   |
        | Scan mailbox | Device with a relay connector                     | send mail | head office | undetermined | sendsFromAllowedAddress   |
        | Scan mailbox | Mail server with a relay connector by certificate | send mail | head office | undetermined | connectorNamesCertificate |

    # https://learn.microsoft.com/powershell/module/exchangepowershell/set-organizationconfig
    Scenario Outline: RejectDirectSend <reject>, from the <network>
      Given the workload Exchange Online has these settings:
        | RejectDirectSend | <reject> |
      Then the verdicts are:
        | user         | client                  | purpose   | network   | verdict   | rule   | error   |
        | Scan mailbox | Device with direct send | send mail | <network> | <verdict> | <rule> | <error> |

      Examples:
        | reject | network     | verdict  | rule    | error           |
        | false  | branch      | signs in | CRED-9  | -               |
        | true   | branch      | blocked  | GATE-14 | smtp-550-5.7.68 |
        | true   | head office | signs in | CRED-9  | -               |

  Rule: the mailbox setting takes precedence over the organization's

    # https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission
    Scenario Outline: organization disabled <organization>, mailbox disabled <mailbox>
      Given the workload Exchange Online has these settings:
        | SmtpClientAuthenticationDisabled | <organization> |
      And the user Scan mailbox has these settings:
        | mailboxSwitches | { SmtpClientAuthenticationDisabled: <mailbox> } |
      Then the verdicts are:
        | user         | client               | purpose   | network | verdict   | rule   | stage   |
        | Scan mailbox | Multifunction device | send mail | branch  | <verdict> | <rule> | <stage> |

      Examples:
        | organization | mailbox | verdict  | rule   | stage               |
        | false        | null    | signs in | CRED-5 | -                   |
        | false        | false   | signs in | CRED-5 | -                   |
        | false        | true    | blocked  | GATE-8 | before the password |
        | true         | null    | blocked  | GATE-9 | before the password |
        | true         | false   | signs in | CRED-5 | -                   |
        | true         | true    | blocked  | GATE-8 | before the password |

    Scenario Outline: an organization created on <created> without a setting
      Given the tenant architecture has these changes:
        """yaml
        createdDateTime: <created>
        workloads:
          exchange-online:
            SmtpClientAuthenticationDisabled: null
        """
      Then the verdicts are:
        | user         | client               | purpose   | network | verdict   | rule   |
        | Scan mailbox | Multifunction device | send mail | branch  | <verdict> | <rule> |

      Examples:
        | created    | verdict  | rule   |
        | 2018-05-07 | signs in | CRED-5 |
        | 2020-01-31 | signs in | CRED-5 |
        | 2020-02-01 | blocked  | GATE-9 |
        | 2023-07-01 | blocked  | GATE-9 |

    Scenario: nobody knows the age of the organization
      Given the tenant architecture has these changes:
        """yaml
        createdDateTime: null
        workloads:
          exchange-online:
            SmtpClientAuthenticationDisabled: null
        """
      When the Scan mailbox uses the Multifunction device to send mail from the branch
      Then the sign-in is undetermined without:
        | smtpAuthOrganization |

    Scenario Outline: a policy set to <allowed> takes precedence over both settings set to <disabled>
      Given the workload Exchange Online has these settings:
        | SmtpClientAuthenticationDisabled | <disabled>                                          |
        | authenticationPolicies           | [{ name: Printers, AllowBasicAuthSmtp: <allowed> }] |
        | DefaultAuthenticationPolicy      | Printers                                            |
      Then the verdicts are:
        | user         | client               | purpose   | network | verdict   | rule   |
        | Scan mailbox | Multifunction device | send mail | branch  | <verdict> | <rule> |

      Examples:
        | allowed | disabled | verdict  | rule   |
        | false   | false    | blocked  | GATE-6 |
        | true    | false    | signs in | CRED-5 |
        | true    | true     | blocked  | GATE-9 |
        | false   | true     | blocked  | GATE-6 |

    Scenario: security defaults disable SMTP AUTH, and neither direct send nor a relay
      Given the tenant architecture has these changes:
        """yaml
        securityDefaults: true
        """
      Then the verdicts are:
        | user         | client                        | purpose   | network     | verdict  | rule   | stage               |
        | Scan mailbox | Multifunction device          | send mail | head office | blocked  | GATE-3 | before the password |
        | Scan mailbox | IMAP client                   | send mail | head office | blocked  | GATE-3 | before the password |
        | Scan mailbox | Device with direct send       | send mail | head office | signs in | CRED-9 | -                   |
        | Scan mailbox | Device with a relay connector | send mail | head office | signs in | CRED-8 | -                   |

  Rule: what remains of SMTP AUTH with a password depends on the date

    # The schedule announced in January 2026; the plans of 2024 and 2025 did not happen.
    # https://techcommunity.microsoft.com/blog/exchange/updated-exchange-online-smtp-auth-basic-authentication-deprecation-timeline/4489835
    Scenario Outline: a tenant made on <created>, turned on again: <again>, on <date>
      Given the tenant architecture has these changes:
        """yaml
        createdDateTime: <created>
        rollouts: <again>
        """
      Then the verdicts are:
        | user         | client                                    | purpose   | network | date   | verdict   | rule   | error   |
        | Scan mailbox | Multifunction device                      | send mail | branch  | <date> | <verdict> | <rule> | <error> |
        | Scan mailbox | Application that sends by SMTP with OAuth | send mail | branch  | <date> | signs in  | CRED-3 | -       |

      Examples:
        | created    | again                                                                  | date       | verdict  | rule    | error           |
        | 2018-05-07 | []                                                                     | 2025-10-01 | signs in | CRED-5  | -               |
        | 2018-05-07 | []                                                                     | 2026-03-15 | signs in | CRED-5  | -               |
        | 2018-05-07 | []                                                                     | 2026-05-01 | signs in | CRED-5  | -               |
        | 2018-05-07 | []                                                                     | 2026-11-22 | signs in | CRED-5  | -               |
        | 2018-05-07 | []                                                                     | 2027-01-01 | blocked  | GATE-11 | -               |
        | 2018-05-07 | [{ change: smtpBasicAuthenticationReEnabled, state: turned-on-again }] | 2027-01-01 | signs in | CRED-5  | -               |
        | 2018-05-07 | [{ change: smtpBasicAuthenticationReEnabled, state: turned-on-again }] | 2027-06-30 | signs in | CRED-5  | -               |
        | 2027-02-01 | []                                                                     | 2027-06-01 | blocked  | GATE-11 | -               |
        | 2027-02-01 | [{ change: smtpBasicAuthenticationReEnabled, state: turned-on-again }] | 2027-06-01 | blocked  | GATE-11 | -               |
        | null       | []                                                                     | 2027-06-01 | blocked  | GATE-11 | -               |

    Scenario: the day of its end is to be announced in the second half of 2027
      Given the tenant architecture has these changes:
        """yaml
        rollouts:
          - { change: smtpBasicAuthenticationReEnabled, state: turned-on-again }
        """
      And the date is 2027-08-01
      When the Scan mailbox uses the Multifunction device to send mail from the branch
      Then the sign-in is undetermined without:
        | basicTurnedOnAgain |

  Rule: submission needs a mailbox, the other ways do not

    Scenario Outline: <client> of an account without a mailbox
      Then the verdicts are:
        | user       | client   | purpose   | network     | verdict   | rule   |
        | Front desk | <client> | send mail | head office | <verdict> | <rule> |

      Examples:
        | client                        | verdict  | rule   |
        | Multifunction device          | blocked  | MBX-8  |
        | IMAP client                   | blocked  | MBX-8  |
        | Device with direct send       | signs in | CRED-9 |
        | Device with a relay connector | signs in | CRED-8 |
