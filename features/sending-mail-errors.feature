Feature: What a client that submits mail hears when it is refused

  SMTP is not HTTP: a submission that is refused hears 535 5.7.139 with a text that fits the switch, and the switches of the
  organization and of the mailbox concern passwords and tokens alike.
  https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission

  Background:
    Given the tenant architecture "sending-mail"

  Scenario Outline: <what>
    Given the tenant architecture has these changes:
      """yaml
      <change>
      """
    And the date becomes 2023-09-12
    Then the verdicts are:
      | user         | client   | purpose   | network     | verdict | rule   | error   |
      | Scan mailbox | <client> | send mail | head office | blocked | <rule> | <error> |

    Examples:
      | what                             | client                | change                                                                                                                                                                                    | rule   | error                              |
      | the organization, a password     | multifunction-device  | workloads: { exchange-online: { SmtpClientAuthenticationDisabled: true } }                                                                                                                | GATE-9 | smtp-535-5.7.139-tenant            |
      | the organization, a token        | smtp-application      | workloads: { exchange-online: { SmtpClientAuthenticationDisabled: true } }                                                                                                                | GATE-9 | smtp-535-5.7.139-tenant            |
      | an authentication policy         | multifunction-device  | workloads: { exchange-online: { SmtpClientAuthenticationDisabled: false, authenticationPolicies: [{ name: Block basic, AllowBasicAuthSmtp: false }], DefaultAuthenticationPolicy: Block basic } } | GATE-6 | smtp-535-5.7.139-basic             |
      | security defaults                | multifunction-device  | securityDefaults: true                                                                                                                                                                    | GATE-3 | smtp-535-5.7.139-security-defaults |
