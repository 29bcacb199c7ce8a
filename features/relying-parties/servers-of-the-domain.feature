Feature: Servers of the domain take the ticket that the sign-in to the device leaves behind
  File servers, SQL Server and SharePoint Server with Windows authentication ask a domain controller. Where the sign-in to the
  device gives a ticket of Active Directory, nobody types anything; where it gives none, Windows asks for the password of the
  domain account, which SQL Server does not. Outside of the network there is no domain controller in reach.
  Sources: https://learn.microsoft.com/entra/identity/devices/device-sso-to-on-premises-resources,
  https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cloud-kerberos-trust,
  https://learn.microsoft.com/sql/relational-databases/security/choose-an-authentication-mode

  Background:
    Given the tenant architecture "devices"
    And the tenant architecture has these changes:
      """yaml
      workloads: { file-server: {}, sql-server: {}, sharepoint-server: {}, remote-computer: {} }
      devices:
        - { name: unknown laptop, platform: windows, trustType: AzureAD, domainJoined: false }
        - { name: workgroup computer, platform: windows, registered: false, domainJoined: false }
      clients:
        - { name: explorer, client: windows-file-explorer, device: joined laptop }
        - { name: hybrid-explorer, client: windows-file-explorer, device: hybrid computer }
        - { name: domain-explorer, client: windows-file-explorer, device: domain computer }
        - { name: home-explorer, client: windows-file-explorer, device: workgroup computer }
        - { name: unknown-explorer, client: windows-file-explorer, device: unknown laptop }
        - { name: studio, client: sql-server-management-studio, device: joined laptop }
        - { name: home-studio, client: sql-server-management-studio, device: workgroup computer }
        - { name: rdp, client: remote-desktop-direct, device: joined laptop }
      """
    And sign-ins come from the office

  Rule: a file server takes the ticket, or the password of the domain account

    Scenario Outline: <user> with <client> from the <network>
      Then the verdicts are:
        | user   | client   | purpose                       | network   | verdict   | credential   | verifier   | rule   | prompts   | answered by |
        | <user> | <client> | open a server share | <network> | <verdict> | <credential> | <verifier> | <rule> | <prompts> | <answered>  |

      Examples:
        | user       | client          | network  | verdict        | credential         | verifier         | rule   | prompts | answered        |
        | Password   | explorer        | office   | signs in       | windows-integrated | Active Directory | CRED-4 | 0       | kerberos ticket |
        | Hello      | explorer        | office   | signs in       | windows-integrated | Active Directory | CRED-4 | 0       | kerberos ticket |
        | Key        | explorer        | office   | signs in       | windows-integrated | Active Directory | CRED-4 | 0       | kerberos ticket |
        | Hello      | hybrid-explorer | office   | signs in       | windows-integrated | Active Directory | CRED-4 | 0       | kerberos ticket |
        | Password   | domain-explorer | office   | signs in       | windows-integrated | Active Directory | CRED-4 | 0       | kerberos ticket |
        | Password   | home-explorer   | office   | signs in       | account password   | Active Directory | CRED-1 | 1       | -               |

    Scenario Outline: <user> with <client> from the <network> is refused
      Then the verdicts are:
        | user   | client   | purpose             | network   | verdict        | rule   |
        | <user> | <client> | open a server share | <network> | cannot sign in | <rule> |

      Examples:
        | user       | client          | network  | rule   |
        | Hello      | explorer        | internet | ACC-41 |
        | Password   | domain-explorer | internet | ACC-41 |
        | Cloud only | explorer        | office   | ACC-42 |

    Scenario Outline: whether <user> has a ticket with <client> is open
      Then the verdicts are:
        | user   | client   | purpose                       | network | verdict      |
        | <user> | <client> | open a server share | office  | undetermined |

      Examples:
        | user     | client           |
        | Newcomer | explorer         |
        | Password | unknown-explorer |

  Rule: without Microsoft Entra Kerberos a joined device gets no ticket from Windows Hello for Business or a security key

    Background:
      Given the tenant architecture has these changes:
        """yaml
        directorySync: { entraKerberosServer: false }
        """

    Scenario Outline: <user> types the password of the domain account
      When <user> uses explorer to open a server share
      Then the required credential is the account password
      And the account password is verified by Active Directory
      And Microsoft Entra ID is not contacted

      Examples:
        | user  |
        | Hello |
        | Key   |

  Rule: privileged accounts of Active Directory get no ticket of Microsoft Entra Kerberos

    # https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cloud-kerberos-trust
    Scenario Outline: <user>, who is a domain administrator, with <client>
      Given the user <user> has these settings:
        | privilegedInActiveDirectory | true |
      And the tenant architecture has these changes:
        """yaml
        directorySync: { entraKerberosForPrivileged: <loosened> }
        """
      Then the verdicts are:
        | user   | client   | purpose             | verdict  | credential   | device ticket | prompts   |
        | <user> | <client> | open a server share | signs in | <credential> | <ticket>      | <prompts> |

      Examples:
        | user     | client          | loosened | credential         | ticket     | prompts |
        | Hello    | explorer        | false    | account password   | none       | 1       |
        | Key      | explorer        | false    | account password   | none       | 1       |
        | Key      | hybrid-explorer | false    | account password   | none       | 1       |
        | Hello    | hybrid-explorer | false    | windows-integrated | at sign-in | 0       |
        | Password | explorer        | false    | windows-integrated | on use     | 0       |
        | Hello    | explorer        | true     | windows-integrated | on use     | 0       |
        | Key      | hybrid-explorer | true     | windows-integrated | at sign-in | 0       |

  Rule: SQL Server relies on the logon to Windows

    Scenario Outline: <user> with <client>
      Then the verdicts are:
        | user   | client   | purpose          | network   | verdict   | credential   | rule   |
        | <user> | <client> | query a database | <network> | <verdict> | <credential> | <rule> |

      Examples:
        | user       | client      | network  | verdict        | credential         | rule   |
        | Hello      | studio      | office   | signs in       | windows-integrated | CRED-4 |
        | Password   | studio      | office   | signs in       | windows-integrated | CRED-4 |
        | Password   | home-studio | office   | cannot sign in | -                  | ACC-43 |
        | Hello      | studio      | internet | cannot sign in | -                  | ACC-41 |
        | Cloud only | studio      | office   | cannot sign in | -                  | ACC-42 |

  Rule: SharePoint Server takes the ticket in a browser

    Scenario Outline: <user> with <client> from the <network>
      Then the verdicts are:
        | user   | client   | purpose                          | network   | verdict   | credential   | rule   |
        | <user> | <client> | open a site | <network> | <verdict> | <credential> | <rule> |

      Examples:
        | user     | client         | network  | verdict        | credential         | rule   |
        | Hello    | edge           | office   | signs in       | windows-integrated | CRED-4 |
        | Password | domain-browser | office   | signs in       | windows-integrated | CRED-4 |
        | Password | edge           | internet | cannot sign in | -                  | ACC-41 |

  Rule: a remote computer of the domain asks for the password, unless Remote Credential Guard uses the ticket

    Scenario: the password is typed, whatever opened the laptop
      When Hello uses rdp to open a remote computer
      Then the required credential is the account password
      And the user is prompted

    Scenario: with Remote Credential Guard nobody types anything
      Given the workload remote computer has these settings:
        | remoteCredentialGuard | true |
      When Hello uses rdp to open a remote computer
      Then the required credential is the Windows sign-in
      And the user is not prompted
