Feature: Remote Desktop to a Microsoft Entra joined computer, with a web account and without
  With a web account the client asks Microsoft Entra ID for a token, under the policies of Microsoft Remote Desktop, from any
  computer and with any method. Without one the password of the account is typed, from a device that the tenant knows; no page
  says which policies that password has to meet.
  https://learn.microsoft.com/windows/client-management/client-tools/connect-to-remote-aadj-pc
  https://learn.microsoft.com/entra/identity/devices/howto-vm-sign-in-azure-ad-windows

  Background:
    Given the tenant architecture "devices"
    And the tenant architecture has these changes:
      """yaml
      workloads: { joined-computer: {} }
      devices:
        - { name: workgroup computer, platform: windows, registered: false, domainJoined: false }
      clients:
        - { name: web-account, client: remote-desktop-web-account, device: joined laptop }
        - { name: web-account-home, client: remote-desktop-web-account, device: workgroup computer }
        - { name: plain, client: remote-desktop-direct, device: joined laptop }
        - { name: plain-hybrid, client: remote-desktop-direct, device: hybrid computer }
        - { name: plain-domain, client: remote-desktop-direct, device: domain computer }
        - { name: plain-home, client: remote-desktop-direct, device: workgroup computer }
      """

  Scenario Outline: <user> with <client>
    Then the verdicts are:
      | user   | client   | purpose                | network  | verdict   | credential   | verifier   | rule   | prompts   | answered by |
      | <user> | <client> | open a joined computer | internet | <verdict> | <credential> | <verifier> | <rule> | <prompts> | <answered>  |

    Examples:
      | user     | client           | verdict        | credential       | verifier           | rule    | prompts | answered              |
      | Hello    | web-account      | signs in       | interactive      | Microsoft Entra ID | CRED-3  | 0       | primary refresh token |
      | Hello    | web-account-home | signs in       | interactive      | Microsoft Entra ID | CRED-3  | 1       | -                     |

  Scenario Outline: <user> with <client>, which the tenant does not know
    Then the verdicts are:
      | user   | client   | purpose                | network  | verdict        | rule   |
      | <user> | <client> | open a joined computer | internet | cannot sign in | ACC-48 |

    Examples:
      | user     | client       |
      | Password | plain-domain |
      | Password | plain-home   |

  Scenario Outline: a policy for all resources demands MFA, and <user> types a password with <client>
    Then the verdicts are:
      | user   | client   | purpose                | network  | verdict      |
      | <user> | <client> | open a joined computer | internet | undetermined |

    Examples:
      | user     | client       |
      | Hello    | plain        |
      | Password | plain-hybrid |

  Scenario: nothing is demanded of a password, whoever checks it
    Given the tenant architecture has these changes:
      """yaml
      conditionalAccess: { policies: [{ displayName: MFA for everybody, state: disabled }] }
      """
    Then the verdicts are:
      | user      | client | purpose                | network  | verdict  | credential       | verifier              | rule    | prompts |
      | Hello     | plain  | open a joined computer | internet | signs in | account password | Microsoft Entra ID    | CRED-18 | 1       |
      | Federated | plain  | open a joined computer | internet | signs in | account password | the identity provider | CRED-18 | 1       |
