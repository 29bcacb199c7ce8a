Feature: Authentication policies of Exchange Online

  A policy says for which protocols basic authentication is allowed; a new one allows none. The one assigned to the user
  goes before the default of the organization. What it stops is stopped before any identity provider sees the password,
  and app passwords are stopped with it.
  https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/disable-basic-authentication-in-exchange-online

  Background:
    Given the tenant architecture "basic-authentication-retirement"

  Rule: each switch opens one protocol

    Scenario Outline: <switch> concerns <client>, to <purpose>
      Given the workload Exchange Online has these settings:
        | authenticationPolicies      | [{ name: One protocol, <switch>: true }] |
        | DefaultAuthenticationPolicy | One protocol                             |
      And these clients:
        | name         | displayName         | kind   | platform | flows   | protocols    | autodiscover |
        | one-protocol | One-protocol client | script | any      | [basic] | [<protocol>] | none         |
      Then the required credentials are:
        | user       | client              | purpose   | credential       |
        | Clerk      | One-protocol client | <purpose> | account password |
        | Controller | One-protocol client | <purpose> | app password     |

      Examples:
        | switch                           | client                   | protocol            | purpose               |
        | AllowBasicAuthActiveSync         | ActiveSync               | exchange-activesync | read mail             |
        | AllowBasicAuthImap               | IMAP4                    | imap4               | read mail             |
        | AllowBasicAuthMapi               | MAPI over HTTP           | mapi-http           | read mail             |
        | AllowBasicAuthOfflineAddressBook | the offline address book | oab                 | open the address book |
        | AllowBasicAuthOutlookService     | the Outlook Service      | outlook-service     | read mail             |
        | AllowBasicAuthPop                | POP3                     | pop3                | read mail             |
        | AllowBasicAuthRpc                | RPC over HTTP            | rpc-http            | read mail             |
        | AllowBasicAuthSmtp               | SMTP AUTH                | smtp-auth           | send mail             |
        | AllowBasicAuthWebServices        | Exchange web services    | ews                 | read mail             |

    Scenario Outline: without <switch>, <client> is closed
      Given the workload Exchange Online has these settings:
        | authenticationPolicies      | [{ name: All but one, <switch>: false, <others> }] |
        | DefaultAuthenticationPolicy | All but one                                        |
      And these clients:
        | name         | displayName         | kind   | platform | flows   | protocols    | autodiscover |
        | one-protocol | One-protocol client | script | any      | [basic] | [<protocol>] | none         |
      Then the verdicts are:
        | user       | client              | purpose   | verdict | rule   | stage               | error   |
        | Clerk      | One-protocol client | <purpose> | blocked | GATE-6 | before the password | <error> |
        | Controller | One-protocol client | <purpose> | blocked | GATE-6 | before the password | <error> |

      Examples:
        | switch                           | client                   | protocol            | purpose               | others                                                     | error                  |
        | AllowBasicAuthActiveSync         | ActiveSync               | exchange-activesync | read mail             | AllowBasicAuthImap: true, AllowBasicAuthAutodiscover: true | http-401               |
        | AllowBasicAuthImap               | IMAP4                    | imap4               | read mail             | AllowBasicAuthPop: true, AllowBasicAuthSmtp: true          | http-401               |
        | AllowBasicAuthMapi               | MAPI over HTTP           | mapi-http           | read mail             | AllowBasicAuthRpc: true, AllowBasicAuthWebServices: true   | http-401               |
        | AllowBasicAuthOfflineAddressBook | the offline address book | oab                 | open the address book | AllowBasicAuthMapi: true, AllowBasicAuthWebServices: true  | http-401               |
        | AllowBasicAuthOutlookService     | the Outlook Service      | outlook-service     | read mail             | AllowBasicAuthActiveSync: true                             | http-401               |
        | AllowBasicAuthPop                | POP3                     | pop3                | read mail             | AllowBasicAuthImap: true, AllowBasicAuthSmtp: true         | http-401               |
        | AllowBasicAuthRpc                | RPC over HTTP            | rpc-http            | read mail             | AllowBasicAuthMapi: true, AllowBasicAuthWebServices: true  | http-401               |
        | AllowBasicAuthSmtp               | SMTP AUTH                | smtp-auth           | send mail             | AllowBasicAuthImap: true, AllowBasicAuthPop: true          | smtp-535-5.7.139-basic |
        | AllowBasicAuthWebServices        | Exchange web services    | ews                 | read mail             | AllowBasicAuthMapi: true                                   | http-401               |

    Scenario Outline: AllowBasicAuthPowershell set to <allowed>
      Given the workload Exchange Online has these settings:
        | authenticationPolicies      | [{ name: Scripts, AllowBasicAuthPowershell: <allowed> }] |
        | DefaultAuthenticationPolicy | Scripts                                                  |
      Then the verdicts are:
        | user  | client                                       | purpose    | verdict   | rule   |
        | Clerk | Windows PowerShell with basic authentication | administer | <verdict> | <rule> |
        | Clerk | Exchange Online PowerShell                   | administer | signs in  | CRED-3 |

      Examples:
        | allowed | verdict  | rule   |
        | true    | signs in | CRED-5 |
        | false   | blocked  | GATE-6 |

  Rule: a legacy client needs all of its protocols

    # The table of clients and their protocols.
    Scenario Outline: <client> where basic authentication is allowed for <allowed>
      Given the workload Exchange Online has these settings:
        | authenticationPolicies      | [{ name: Some, <switches> }] |
        | DefaultAuthenticationPolicy | Some                         |
      Then the verdicts are:
        | user  | client   | purpose   | verdict   | rule   |
        | Clerk | <client> | <purpose> | <verdict> | <rule> |

      Examples:
        | client                                     | purpose   | allowed                          | switches                                                                                                                                                     | verdict  | rule    |
        | Outlook 2010                               | read mail | all five                         | AllowBasicAuthAutodiscover: true, AllowBasicAuthMapi: true, AllowBasicAuthOfflineAddressBook: true, AllowBasicAuthRpc: true, AllowBasicAuthWebServices: true | signs in | CRED-5  |
        | Outlook 2010                               | read mail | all but web services             | AllowBasicAuthAutodiscover: true, AllowBasicAuthMapi: true, AllowBasicAuthOfflineAddressBook: true, AllowBasicAuthRpc: true                                  | blocked  | GATE-12 |
        | Outlook 2010                               | read mail | all but autodiscover             | AllowBasicAuthMapi: true, AllowBasicAuthOfflineAddressBook: true, AllowBasicAuthRpc: true, AllowBasicAuthWebServices: true                                   | blocked  | GATE-13 |
        | Outlook 2010                               | read mail | all but the offline address book | AllowBasicAuthAutodiscover: true, AllowBasicAuthMapi: true, AllowBasicAuthRpc: true, AllowBasicAuthWebServices: true                                         | blocked  | GATE-13 |
        | Outlook 2010                               | read mail | all but MAPI                     | AllowBasicAuthAutodiscover: true, AllowBasicAuthOfflineAddressBook: true, AllowBasicAuthRpc: true, AllowBasicAuthWebServices: true                           | blocked  | GATE-6  |
        | Exchange web services client without OAuth | read mail | autodiscover and web services    | AllowBasicAuthAutodiscover: true, AllowBasicAuthWebServices: true                                                                                            | signs in | CRED-5  |
        | Exchange web services client without OAuth | read mail | web services alone               | AllowBasicAuthWebServices: true                                                                                                                              | blocked  | GATE-13 |
        | Exchange web services client without OAuth | read mail | autodiscover alone               | AllowBasicAuthAutodiscover: true                                                                                                                             | blocked  | GATE-6  |
        | ActiveSync client without OAuth            | read mail | autodiscover and ActiveSync      | AllowBasicAuthAutodiscover: true, AllowBasicAuthActiveSync: true                                                                                             | signs in | CRED-5  |
        | ActiveSync client without OAuth            | read mail | ActiveSync alone                 | AllowBasicAuthActiveSync: true                                                                                                                               | blocked  | GATE-13 |
        | POP client                                 | read mail | POP3 and SMTP                    | AllowBasicAuthPop: true, AllowBasicAuthSmtp: true                                                                                                            | signs in | CRED-5  |
        | POP client                                 | send mail | POP3 and SMTP                    | AllowBasicAuthPop: true, AllowBasicAuthSmtp: true                                                                                                            | signs in | CRED-5  |
        | POP client                                 | send mail | POP3 alone                       | AllowBasicAuthPop: true                                                                                                                                      | blocked  | GATE-6  |
        | IMAP client                                | read mail | IMAP4 and SMTP                   | AllowBasicAuthImap: true, AllowBasicAuthSmtp: true                                                                                                           | signs in | CRED-5  |
        | IMAP client                                | send mail | IMAP4 and SMTP                   | AllowBasicAuthImap: true, AllowBasicAuthSmtp: true                                                                                                           | signs in | CRED-5  |
        | IMAP client                                | send mail | IMAP4 alone                      | AllowBasicAuthImap: true                                                                                                                                     | blocked  | GATE-6  |

  Rule: the user's policy takes precedence over the default

    Scenario Outline: default <default>, own <own>: <client>
      Given the workload Exchange Online has these settings:
        | DefaultAuthenticationPolicy | <default> |
      And the user Clerk has these settings:
        | authenticationPolicy | <own> |
      Then the verdicts are:
        | user  | client   | purpose   | verdict   | rule   |
        | Clerk | <client> | <purpose> | <verdict> | <rule> |

      Examples:
        | default            | own                | client               | purpose   | verdict  | rule   |
        | null               | null               | IMAP client          | read mail | signs in | CRED-5 |
        | Block Basic Auth   | null               | IMAP client          | read mail | blocked  | GATE-6 |
        | null               | Block Basic Auth   | IMAP client          | read mail | blocked  | GATE-6 |
        | Block Basic Auth   | Allow old printers | Multifunction device | send mail | signs in | CRED-5 |
        | Allow old printers | Block Basic Auth   | Multifunction device | send mail | blocked  | GATE-6 |
        | Block Basic Auth   | Allow old printers | IMAP client          | read mail | blocked  | GATE-6 |
        | Block Basic Auth   | null               | Outlook 2016         | read mail | signs in | CRED-3 |

  Rule: blocking happens before the password is checked

    Scenario: neither Microsoft Entra ID nor the app password comes into play
      Given the workload Exchange Online has these settings:
        | DefaultAuthenticationPolicy | Block Basic Auth |
      When the Controller uses Outlook 2010 to read mail
      Then the sign-in is blocked
      And the user is prompted 0 times
      And Microsoft Entra ID is not contacted
      When the Controller tries the app password to read mail with Outlook 2010
      Then the sign-in is blocked
      And Microsoft Entra ID is not contacted

    Scenario: without a policy, Exchange Online hands a federated user's password to the identity provider
      Given the tenant architecture has these changes:
        """yaml
        domains:
          - { name: fourthcoffee.com, authenticationType: federated, identityProvider: adfs }
        identityProviders:
          - { name: adfs, product: ad-fs, reachableFromInternet: true, performsMfa: false }
        """
      When the Clerk uses the IMAP client to read mail
      Then the account password is verified by the identity provider
      And these messages are sent in this order:
        | from            | to              | message              |
        | client          | exchange online | credential presented |
        | exchange online | federated idp   | ws trust request     |
        | federated idp   | exchange online | ws trust response    |
        | exchange online | entra id        | federation token     |
        | entra id        | exchange online | token issued         |

    Scenario: a federated user's password does not reach the identity provider either, so nobody is locked out
      Given the tenant architecture has these changes:
        """yaml
        domains:
          - { name: fourthcoffee.com, authenticationType: federated, identityProvider: adfs }
        identityProviders:
          - { name: adfs, product: ad-fs, reachableFromInternet: true, performsMfa: false }
        """
      And the workload Exchange Online has these settings:
        | DefaultAuthenticationPolicy | Block Basic Auth |
      When the Clerk uses the IMAP client to read mail
      Then the sign-in is blocked
      And the identity provider is not contacted

    Scenario: a mailbox on-premises is signed in to there, where the policy does not reach
      Given the tenant architecture has these changes:
        """yaml
        workloads:
          exchange-server:
            modernAuthentication: false
            servers: [{ version: '2016', cumulativeUpdate: 20 }]
        """
      And the workload Exchange Online has these settings:
        | DefaultAuthenticationPolicy | Block Basic Auth |
      And the user Clerk has these settings:
        | mailbox | exchange-server |
      When the Clerk uses the IMAP client to read mail
      Then the required credential is the account password
      And the account password is verified by Active Directory

    Scenario Outline: an archive in the cloud of a mailbox on-premises is within reach, the default policy being <policy>
      Given the tenant architecture "hybrid-autodiscover"
      And the tenant architecture has these changes:
        """yaml
        workloads:
          exchange-online:
            authenticationPolicies: [{ name: Block basic }]
            DefaultAuthenticationPolicy: <policy>
        """
      When the archive keeper uses Outlook 2010 to open the archive
      Then the legs are:
        | leg                      | verdict   | rule   |
        | on-premises autodiscover | signs in  | CRED-1 |
        | mailbox                  | signs in  | CRED-1 |
        | archive                  | <verdict> | <rule> |

      Examples:
        | policy      | verdict  | rule   |
        | Block basic | blocked  | GATE-6 |
        | null        | signs in | CRED-2 |
