Feature: Addresses from which per-user MFA is skipped

  A managed tenant trusts public ranges, a federated one also the claim of its identity provider that a request comes from
  inside. Browsers and modern clients skip MFA there; old clients need no app password until one exists. From outside
  neither helps.
  https://learn.microsoft.com/entra/identity/authentication/howto-mfa-mfasettings

  Rule: by range

    Scenario Outline: trusted <ranges>, <user> with <client> from <address>
      Given the tenant architecture "trusted-addresses"
      And the tenant architecture has these changes:
        """yaml
        multifactorAuthentication:
          trustedIps: null
        """
      And the tenant architecture has these changes:
        """yaml
        multifactorAuthentication:
          trustedIps: <ranges>
        """
      And these signals:
        | ipAddress | <address> |
      Then the verdicts are:
        | user   | client   | purpose   | network | verdict  | credential   | second factor |
        | <user> | <client> | read mail | home    | signs in | <credential> | <factor>      |

      Examples: who has an app password
        | ranges                         | user    | client       | address      | credential   | factor   |
        | [203.0.113.0/24]               | Roaster | browser      | 203.0.113.9  | interactive  | bypassed |
        | [203.0.113.0/24]               | Roaster | Outlook 2016 | 203.0.113.9  | interactive  | bypassed |
        | [203.0.113.0/24]               | Roaster | Outlook 2010 | 203.0.113.9  | app password | bypassed |
        | [203.0.113.0/24]               | Roaster | browser      | 198.51.100.9 | interactive  | asked    |
        | [203.0.113.0/24]               | Roaster | Outlook 2010 | 198.51.100.9 | app password | bypassed |
        | [203.0.113.0/25]               | Roaster | browser      | 203.0.113.9  | interactive  | bypassed |
        | [203.0.113.128/25]             | Roaster | browser      | 203.0.113.9  | interactive  | asked    |
        | [203.0.113.9/32]               | Roaster | browser      | 203.0.113.9  | interactive  | bypassed |
        | [192.0.2.0/24, 203.0.113.0/24] | Roaster | browser      | 203.0.113.9  | interactive  | bypassed |
        | []                             | Roaster | browser      | 203.0.113.9  | interactive  | asked    |

      Examples: who has none
        | ranges           | user    | client       | address      | credential       | factor   |
        | [203.0.113.0/24] | Barista | browser      | 203.0.113.9  | interactive      | bypassed |
        | [203.0.113.0/24] | Barista | Outlook 2010 | 203.0.113.9  | account password | bypassed |
        | [203.0.113.0/24] | Barista | Outlook 2010 | 198.51.100.9 | app password     | bypassed |
        | []               | Barista | Outlook 2010 | 203.0.113.9  | app password     | bypassed |

      Examples: users without requirements
        | ranges           | user | client       | address     | credential       | factor       |
        | [203.0.113.0/24] | Host | browser      | 203.0.113.9 | interactive      | not required |
        | [203.0.113.0/24] | Host | Outlook 2010 | 203.0.113.9 | account password | not required |

    Scenario: a network of which a part is trusted leaves it open
      Given the tenant architecture "trusted-addresses"
      And the network office has these settings:
        | ranges | [203.0.112.0/23] |
      Then the verdicts are:
        | user    | client  | purpose   | network | verdict      | missing        |
        | Roaster | browser | read mail | office  | undetermined | trustedNetwork |

  Rule: by the claim of the identity provider

    Scenario Outline: claim passed on: <claims>, setting <setting>, <client> from <network>
      Given the tenant architecture "federated-skype-on-premises"
      And the tenant architecture has these changes:
        """yaml
        identityProviders:
          - { name: adfs, passesClaims: <claims> }
        multifactorAuthentication:
          skipForFederatedIntranet: <setting>
        """
      When the finance lead uses <client> to read mail from <network>
      Then the required credential is <credential>
      And the second factor is <factor>

      Examples:
        | claims                                           | setting | client       | network   | credential   | factor   |
        | [authnmethodsreferences, insidecorporatenetwork] | true    | browser      | corporate | interactive  | bypassed |
        | [authnmethodsreferences, insidecorporatenetwork] | true    | Outlook 2016 | corporate | interactive  | bypassed |
        | [authnmethodsreferences, insidecorporatenetwork] | true    | browser      | internet  | interactive  | asked    |
        | [authnmethodsreferences, insidecorporatenetwork] | true    | Outlook 2010 | corporate | app password | bypassed |
        | [authnmethodsreferences]                         | true    | browser      | corporate | interactive  | asked    |
        | [authnmethodsreferences, insidecorporatenetwork] | false   | browser      | corporate | interactive  | asked    |

    Scenario: two pages disagree whether the claim puts a legacy client without an app password inside
      Given the tenant architecture "federated-skype-on-premises"
      And the tenant architecture has these changes:
        """yaml
        multifactorAuthentication:
          skipForFederatedIntranet: true
        """
      And the user finance lead has these settings:
        | appPasswords | [] |
      When the finance lead uses Outlook 2010 to read mail from corporate
      Then the sign-in is undetermined without:
        | trustedNetwork |
