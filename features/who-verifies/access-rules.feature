Feature: Client access rules of AD FS

  Four policies are published by name; others are permit and deny rules over the claims of a request. Deny beats permit.
  Exchange Online says for which protocol it asks on behalf of a client, and from which address; the endpoint tells a
  browser from an active client. Where text and rule of a published policy differ for browsers, the text is followed.
  https://learn.microsoft.com/windows-server/identity/ad-fs/operations/access-control-policies-w2k12

  Background:
    Given the tenant architecture "access-rules"
    And the tenant architecture has these changes:
      """yaml
      identityProviders:
        - { name: adfs, accessRules: null }
      """

  Rule: the published policies

    Scenario Outline: <policy>, <client> from <network>
      Given the tenant architecture has these changes:
        """yaml
        identityProviders:
          - { name: adfs, accessRules: [<policy>] }
        """
      Then the verdicts are:
        | user          | client   | purpose   | network   | verdict   | rule   | stage   |
        | Counter clerk | <client> | read mail | <network> | <verdict> | <rule> | <stage> |

      Examples: block all external access
        | policy             | client                          | network   | verdict        | rule   | stage                |
        | block-all-external | browser                         | internet  | blocked        | ACC-18 | at identity provider |
        | block-all-external | Outlook 2016                    | internet  | blocked        | ACC-18 | at identity provider |
        | block-all-external | Outlook 2010                    | internet  | blocked        | ACC-18 | at identity provider |
        | block-all-external | ActiveSync client without OAuth | internet  | blocked        | ACC-18 | at identity provider |
        | block-all-external | IMAP client                     | internet  | blocked        | ACC-18 | at identity provider |
        | block-all-external | browser                         | corporate | signs in       | CRED-3 | -                    |
        | block-all-external | Outlook 2016                    | corporate | signs in       | CRED-3 | -                    |
        | block-all-external | Outlook 2010                    | corporate | signs in       | CRED-5 | -                    |

      Examples: block all external access except ActiveSync
        | policy                               | client                          | network   | verdict        | rule   | stage                |
        | block-all-external-except-activesync | ActiveSync client without OAuth | internet  | signs in       | CRED-5 | -                    |
        | block-all-external-except-activesync | Outlook 2010                    | internet  | blocked        | ACC-18 | at identity provider |
        | block-all-external-except-activesync | IMAP client                     | internet  | blocked        | ACC-18 | at identity provider |
        | block-all-external-except-activesync | browser                         | internet  | blocked        | ACC-18 | at identity provider |
        | block-all-external-except-activesync | Outlook 2016                    | internet  | blocked        | ACC-18 | at identity provider |
        | block-all-external-except-activesync | browser                         | corporate | signs in       | CRED-3 | -                    |
        | block-all-external-except-activesync | IMAP client                     | corporate | signs in       | CRED-5 | -                    |

      Examples: block all external access except browsers
        | policy                            | client                          | network   | verdict        | rule   | stage                |
        | block-all-external-except-browser | browser                         | internet  | signs in       | CRED-3 | -                    |
        | block-all-external-except-browser | Outlook on the web              | internet  | signs in       | CRED-3 | -                    |
        | block-all-external-except-browser | Outlook 2010                    | internet  | blocked        | ACC-18 | at identity provider |
        | block-all-external-except-browser | ActiveSync client without OAuth | internet  | blocked        | ACC-18 | at identity provider |
        | block-all-external-except-browser | POP client                      | internet  | blocked        | ACC-18 | at identity provider |
        | block-all-external-except-browser | Outlook 2010                    | corporate | signs in       | CRED-5 | -                    |

    Scenario Outline: block all external access except for a group: <groups>, <client> from <network>
      Given the tenant architecture has these changes:
        """yaml
        identityProviders:
          - { name: adfs, accessRules: [{ policy: block-all-external-except-groups, groups: [Travellers] }] }
        groups: [{ name: Travellers }, { name: Others }]
        """
      And the user Counter clerk has these settings:
        | groups | <groups> |
      Then the verdicts are:
        | user          | client   | purpose   | network   | verdict   | rule   |
        | Counter clerk | <client> | read mail | <network> | <verdict> | <rule> |

      Examples:
        | groups       | client       | network   | verdict        | rule   |
        | [Travellers] | browser      | internet  | signs in       | CRED-3 |
        | [Travellers] | Outlook 2010 | internet  | signs in       | CRED-5 |
        | [Others]     | browser      | internet  | blocked        | ACC-18 |
        | [Others]     | Outlook 2010 | internet  | blocked        | ACC-18 |
        | []           | Outlook 2010 | corporate | signs in       | CRED-5 |

  Rule: rules over claims

    Scenario Outline: denied where <claim> is <value>: <client> from <network>
      Given the tenant architecture has these changes:
        """yaml
        identityProviders:
          - name: adfs
            accessRules:
              - { effect: deny, name: Test, conditions: [{ claim: <claim>, operator: <operator>, value: <value> }] }
        """
      Then the verdicts are:
        | user          | client   | purpose   | network   | verdict   | rule   |
        | Counter clerk | <client> | <purpose> | <network> | <verdict> | <rule> |

      # The values of x-ms-client-application, by the protocol that Exchange Online asks for.
      Examples: client application
        | claim                   | operator | value                                 | client                                     | purpose               | network  | verdict        | rule   |
        | x-ms-client-application | equals   | Microsoft.Exchange.ActiveSync         | ActiveSync client without OAuth            | read mail             | internet | blocked        | ACC-18 |
        | x-ms-client-application | equals   | Microsoft.Exchange.ActiveSync         | IMAP client                                | read mail             | internet | signs in       | CRED-5 |
        | x-ms-client-application | equals   | Microsoft.Exchange.Imap               | IMAP client                                | read mail             | internet | blocked        | ACC-18 |
        | x-ms-client-application | equals   | Microsoft.Exchange.Pop                | POP client                                 | read mail             | internet | blocked        | ACC-18 |
        | x-ms-client-application | equals   | Microsoft.Exchange.SMTP               | Multifunction device                       | send mail             | internet | blocked        | ACC-18 |
        | x-ms-client-application | equals   | Microsoft.Exchange.WebServices        | Exchange web services client without OAuth | read mail             | internet | blocked        | ACC-18 |
        | x-ms-client-application | equals   | Microsoft.Exchange.OfflineAddressBook | Outlook 2010                               | open the address book | internet | blocked        | ACC-18 |
        | x-ms-client-application | equals   | Microsoft.Exchange.RPC                | Outlook 2007                               | read mail             | internet | blocked        | ACC-18 |
        | x-ms-client-application | equals   | Microsoft.Exchange.Imap               | browser                                    | read mail             | internet | signs in       | CRED-3 |

      Examples: endpoint, proxy and place
        | claim                       | operator   | value             | client       | purpose   | network   | verdict        | rule   |
        | x-ms-endpoint-absolute-path | equals     | /adfs/ls/         | browser      | read mail | internet  | blocked        | ACC-18 |
        | x-ms-endpoint-absolute-path | equals     | /adfs/ls/         | Outlook 2016 | read mail | internet  | blocked        | ACC-18 |
        | x-ms-endpoint-absolute-path | equals     | /adfs/ls/         | IMAP client  | read mail | internet  | signs in       | CRED-5 |
        | x-ms-endpoint-absolute-path | not-equals | /adfs/ls/         | IMAP client  | read mail | internet  | blocked        | ACC-18 |
        | insidecorporatenetwork      | equals     | 'false'           | browser      | read mail | internet  | blocked        | ACC-18 |
        | insidecorporatenetwork      | equals     | 'false'           | browser      | read mail | corporate | signs in       | CRED-3 |
        | insidecorporatenetwork      | equals     | 'false'           | IMAP client  | read mail | corporate | blocked        | ACC-18 |
        | x-ms-proxy                  | exists     | x                 | browser      | read mail | internet  | blocked        | ACC-18 |
        | x-ms-proxy                  | exists     | x                 | browser      | read mail | corporate | signs in       | CRED-3 |
        | x-ms-proxy                  | exists     | x                 | IMAP client  | read mail | corporate | blocked        | ACC-18 |
        | x-ms-proxy                  | equals     | wap1              | browser      | read mail | internet  | undetermined   | -      |
        | x-ms-proxy                  | equals     | wap1              | browser      | read mail | corporate | signs in       | CRED-3 |
        | x-ms-proxy                  | not-equals | wap1              | browser      | read mail | corporate | blocked        | ACC-18 |
        | x-ms-forwarded-client-ip    | matches    | ^203\\.0\\.113\\. | IMAP client  | read mail | corporate | blocked        | ACC-18 |
        | x-ms-forwarded-client-ip    | matches    | ^198\\.51\\.      | IMAP client  | read mail | corporate | signs in       | CRED-5 |
        | x-ms-forwarded-client-ip    | matches    | \\.7$           | IMAP client  | read mail | corporate | undetermined   | -      |
        | x-ms-forwarded-client-ip    | not-matches | ^203\\.0\\.113\\. | IMAP client  | read mail | corporate | signs in       | CRED-5 |
        | x-ms-forwarded-client-ip    | not-matches | ^198\\.51\\.      | IMAP client  | read mail | corporate | blocked        | ACC-18 |
        | x-ms-forwarded-client-ip    | not-matches | \\.7$           | IMAP client  | read mail | corporate | undetermined   | -      |
        | x-ms-forwarded-client-ip    | not-matches | ^203\\.0\\.113\\. | browser      | read mail | internet  | blocked        | ACC-18 |
        | x-ms-forwarded-client-ip    | exists     | x                 | browser      | read mail | corporate | signs in       | CRED-3 |
        | x-ms-forwarded-client-ip    | exists     | x                 | IMAP client  | read mail | internet  | blocked        | ACC-18 |
        | x-ms-forwarded-client-ip    | absent     | x                 | IMAP client  | read mail | internet  | signs in       | CRED-5 |

    Scenario: a deny overrides a permit, in any order
      Given the tenant architecture has these changes:
        """yaml
        identityProviders:
          - name: adfs
            accessRules:
              - { effect: permit, name: Everybody, conditions: [] }
              - { effect: deny, name: IMAP, conditions: [{ claim: x-ms-client-application, value: Microsoft.Exchange.Imap }] }
        """
      Then the verdicts are:
        | user          | client      | purpose   | network  | verdict        | rule   |
        | Counter clerk | IMAP client | read mail | internet | blocked        | ACC-18 |
        | Counter clerk | POP client  | read mail | internet | signs in       | CRED-5 |

    Scenario: what no rule permits is denied
      Given the tenant architecture has these changes:
        """yaml
        identityProviders:
          - name: adfs
            accessRules:
              - { effect: permit, name: Inside, conditions: [{ claim: insidecorporatenetwork, value: 'true' }] }
        """
      Then the verdicts are:
        | user          | client  | purpose   | network   | verdict        | rule   |
        | Counter clerk | browser | read mail | corporate | signs in       | CRED-3 |
        | Counter clerk | browser | read mail | internet  | blocked        | ACC-18 |

    Scenario: rules that were not understood leave the answer open
      Given the tenant architecture has these changes:
        """yaml
        identityProviders:
          - { name: adfs, accessRules: [], notUnderstood: [a rule of its own] }
        """
      When the Counter clerk uses the browser to read mail from the internet
      Then the sign-in is undetermined without:
        | idpRule |

    Scenario Outline: a denial over <claim> that nobody can judge leaves the answer open
      Given the tenant architecture has these changes:
        """yaml
        identityProviders:
          - name: adfs
            accessRules: [{ effect: deny, name: Odd, conditions: [{ claim: <claim>, operator: <operator>, value: '<value>' }] }]
        """
      When the Counter clerk uses the browser to read mail from the internet
      Then the sign-in is undetermined without:
        | idpRule |

      Examples:
        | claim                       | operator | value     |
        | upnn                        | equals   | nobody    |
        | http://contoso.com/telepath | exists   | x         |
        | authnmethodsreferences      | equals   | x         |
        | upn                         | matches  | ^(?!clerk) |

  Rule: what does not reach AD FS is not ruled by it

    Scenario: an app password passes all of them
      Given the tenant architecture has these changes:
        """yaml
        identityProviders:
          - { name: adfs, accessRules: [block-all-external] }
        """
      Then the verdicts are:
        | user             | client       | purpose   | network  | verdict        | credential   | rule   | verifier |
        | Travelling agent | Outlook 2010 | read mail | internet | signs in       | app password | CRED-2 | Entra ID |
        | Travelling agent | Outlook 2016 | read mail | internet | blocked        | -            | ACC-18 | -        |
      And no sign-in with the app password contacts the identity provider

  Rule: an identity provider that is not public

    Scenario Outline: <user> with <client> from <network>
      Given the tenant architecture has these changes:
        """yaml
        identityProviders:
          - { name: adfs, accessRules: [], reachableFromInternet: <reachable> }
        """
      Then the verdicts are:
        | user   | client   | purpose   | network   | verdict   | rule   | missing   |
        | <user> | <client> | read mail | <network> | <verdict> | <rule> | <missing> |

      Examples:
        | user             | client       | network   | reachable | verdict        | rule   | missing      |
        | Counter clerk    | browser      | internet  | false     | cannot sign in | ACC-17 | -            |
        | Counter clerk    | browser      | corporate | false     | signs in       | CRED-3 | -            |
        | Counter clerk    | Outlook 2016 | corporate | false     | signs in       | CRED-3 | -            |
        | Counter clerk    | IMAP client  | internet  | false     | cannot sign in | ACC-17 | -            |
        | Counter clerk    | IMAP client  | corporate | false     | cannot sign in | ACC-17 | -            |
        | Travelling agent | Outlook 2010 | internet  | false     | signs in       | CRED-2 | -            |
        | Counter clerk    | browser      | internet  | null      | undetermined   | -      | idpReachable |
        | Counter clerk    | browser      | corporate | null      | signs in       | CRED-3 | -            |
        # What does not depend on the answer is decided without it.
        | Counter clerk    | Outlook 2016 | corporate | null      | signs in       | CRED-3 | -            |
        | Travelling agent | Outlook 2010 | internet  | null      | signs in       | CRED-2 | -            |
        | Counter clerk    | IMAP client  | corporate | null      | undetermined   | -      | idpReachable |
