Feature: What the sign-in to a device carries into the services
  A device is unlocked once. The token and the ticket that this leaves behind answer in its programs and browsers, or they
  do not, and then the user is prompted.

  Background:
    Given the tenant architecture "devices"

  Rule: the way in which a device is joined and the method decide what its sign-in leaves behind

    # https://learn.microsoft.com/entra/identity/devices/concept-primary-refresh-token
    Scenario Outline: <user> with <client> from the <network>
      Then the verdicts are:
        | user   | client   | purpose   | network   | verdict  | credential  | device checked by | device token | device ticket | prompts   | answered by | answering rule |
        | <user> | <client> | read mail | <network> | signs in | interactive | <checked by>      | <token>      | <ticket>      | <prompts> | <answered>  | <rule>         |

      Examples:
        | user     | client                         | network  | checked by       | token        | ticket     | prompts | answered              | rule  |
        | Hello    | Outlook                        | office   | entra id         | multifactor  | on use     | 0       | primary refresh token | SIL-7 |
        | Key      | Outlook                        | office   | entra id         | multifactor  | on use     | 0       | primary refresh token | SIL-7 |
        | Key      | Outlook                        | internet | entra id         | multifactor  | none       | 0       | primary refresh token | SIL-7 |
        | Password | Outlook                        | office   | entra id         | first factor | on use     | 1       | primary refresh token | SIL-7 |
        | Hello    | Outlook on the hybrid computer | office   | active directory | multifactor  | at sign-in | 0       | primary refresh token | SIL-7 |
        | Hello    | Outlook on the hybrid computer | internet | device           | multifactor  | none       | 0       | primary refresh token | SIL-7 |
        | Key      | Outlook on the hybrid computer | internet | entra id         | multifactor  | none       | 0       | primary refresh token | SIL-7 |
        | Password | Browser of the domain computer | office   | active directory | none         | at sign-in | 1       | kerberos ticket       | SIL-8 |
        | Password | Browser of the domain computer | internet | device           | none         | none       | 1       | -                     | SIL-9 |
        | Key      | Browser of the domain computer | office   | not possible     | none         | none       | 1       | -                     | SIL-9 |
        | Password | Outlook at home                | internet | device           | first factor | none       | 1       | primary refresh token | SIL-7 |
        | Hello    | Safari on the Mac              | internet | device           | multifactor  | none       | 0       | primary refresh token | SIL-7 |
        | Newcomer | Outlook in the train           | internet | not possible     | none         | none       | 1       | -                     | SIL-9 |

  Rule: a browser presents the device only where it can

    # https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-conditions
    Scenario Outline: Edge with <signal> <value>
      Given these signals:
        | <signal> | <value> |
      When Hello uses Edge to read mail from the internet
      Then the user is prompted

      Examples:
        | signal              | value |
        | privateBrowsing     | yes   |
        | browserProfile      | other |
        | browserExtension    | no    |
        | primaryRefreshToken | lost  |

    Scenario: Edge signed in with the work account
      When Hello uses Edge to read mail from the internet
      Then the user is not prompted
      And the user presents Windows Hello for Business

    Scenario: Chrome without its extension
      When Hello uses Chrome without its extension to read mail from the internet
      Then the user is prompted

  Rule: the token of a password is the first of two factors

    Scenario: the second factor alone is asked for
      When Password uses Outlook to read mail from the internet
      Then the user is prompted
      And the user presents password and Authenticator

    # https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strengths
    Scenario Outline: a strength is met by registering, after MFA with what the user has, in <client>
      Given the Conditional Access policy:
        """yaml
        displayName: Phishing-resistant for everybody
        state: enabled
        conditions:
          users: { includeUsers: [All] }
          applications: { includeApplications: [All] }
          clientAppTypes: [all]
        grantControls: { operator: OR, builtInControls: [], authenticationStrength: { id: 00000000-0000-0000-0000-000000000004 } }
        """
      When Password uses <client> to read mail from the internet
      Then the user is prompted
      And the second factor is registration required
      And the user presents password and Authenticator

      Examples:
        | client                      |
        | Edge                        |
        | Chrome without its extension |

  Rule: a sign-in frequency prompts again, regardless of tokens

    # https://learn.microsoft.com/entra/identity/conditional-access/concept-session-lifetime
    Scenario Outline: <age> after the device was unlocked
      Given these signals:
        | deviceSignInAge | <age> |
      Then the verdicts are:
        | user      | client  | purpose   | network  | verdict  | answered by | answering rule |
        | Federated | Outlook | read mail | internet | signs in | <answered>  | <rule>         |

      Examples:
        | age   | answered              | rule  |
        | PT59M | primary refresh token | SIL-7 |
        | PT1H  | -                     | SIL-1 |

  Rule: the ticket opens services on-premises, however the computer is joined

    # https://learn.microsoft.com/entra/identity/devices/device-sso-to-on-premises-resources
    # https://learn.microsoft.com/exchange/default-settings-for-exchange-virtual-directories-exchange-2013-help
    Scenario Outline: <user> reads mail in Exchange Server with <client> from the <network>
      Given the tenant architecture has these changes:
        """yaml
        users:
          - { userPrincipalName: hello@relecloud.com, mailbox: exchange-server }
          - { userPrincipalName: password@relecloud.com, mailbox: exchange-server }
        """
      Then the verdicts are:
        | user   | client   | purpose   | network   | verdict  | credential   | answered by | rule   | prompts   |
        | <user> | <client> | read mail | <network> | signs in | <credential> | <answered>  | <rule> | <prompts> |

      Examples:
        | user     | client                         | network  | credential         | answered        | rule   | prompts |
        | Hello    | Outlook                        | office   | windows-integrated | kerberos ticket | CRED-4 | 0       |
        | Password | Outlook                        | office   | windows-integrated | kerberos ticket | CRED-4 | 0       |
        | Password | Outlook                        | internet | account password   | -               | CRED-1 | 1       |
        | Password | Outlook on the hybrid computer | office   | windows-integrated | kerberos ticket | CRED-4 | 0       |
        | Password | Outlook at home                | office   | account password   | -               | CRED-1 | 1       |
        | Password | Browser of the domain computer | office   | account password   | -               | CRED-1 | 1       |

    # https://learn.microsoft.com/exchange/default-settings-for-exchange-virtual-directories-exchange-2013-help
    Scenario: Outlook on the web takes the ticket where Windows authentication is turned on
      Given the tenant architecture has these changes:
        """yaml
        workloads: { exchange-server: { servers: [{ version: '2019' }], authenticationMethods: { https: [Basic, Negotiate] } } }
        users: [{ userPrincipalName: password@relecloud.com, mailbox: exchange-server }]
        """
      Then the verdicts are:
        | user     | client                         | purpose   | network | verdict  | credential         | answered by     |
        | Password | Browser of the domain computer | read mail | office  | signs in | windows-integrated | kerberos ticket |

  Rule: how often a user is asked is counted over a day

    # https://learn.microsoft.com/entra/identity/conditional-access/concept-session-lifetime
    Scenario Outline: the day of <user>
      Given the tenant architecture has these changes:
        """yaml
        day:
          - { at: '08:00', do: unlock, client: Outlook, network: office }
          - { at: '08:05', do: read-mail, client: Outlook, network: office }
          - { at: '10:10', do: read-mail, client: Edge, network: office }
          - { at: '12:30', do: unlock, client: Outlook, network: office }
          - { at: '12:31', do: read-mail, client: outlook, network: office }
        """
      Then <user> is prompted <times> times in a day
      And <user> is prompted at most <times> times in a day

      Examples:
        | user      | times |
        | Hello     | 2     |
        | Password  | 3     |
        | Federated | 4     |

    Scenario: the default day
      Then Hello is prompted 1 time in a day
