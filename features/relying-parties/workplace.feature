Feature: What a sign-in to Windows opens beyond the mailbox, and what still asks for the password
  The tenant has servers of the domain, joined computers, public folders on-premises, a managed domain and modules of PowerShell.
  Sources: https://learn.microsoft.com/entra/identity/devices/device-sso-to-on-premises-resources,
  https://learn.microsoft.com/windows/client-management/client-tools/connect-to-remote-aadj-pc,
  https://learn.microsoft.com/exchange/collaboration-exo/public-folders/set-up-modern-hybrid-public-folders,
  https://learn.microsoft.com/azure/virtual-desktop/configure-single-sign-on

  Background:
    Given the tenant architecture "workplace"

  Scenario Outline: <user>, <client>, <purpose>, from the <network>
    Then the verdicts are:
      | user   | client   | purpose   | network   | verdict   | credential   | rule   | prompts   |
      | <user> | <client> | <purpose> | <network> | <verdict> | <credential> | <rule> | <prompts> |

    Examples: servers of the domain
      | user       | client   | purpose             | network  | verdict        | credential         | rule   | prompts |
      | Clerk      | explorer | open a server share | office   | signs in       | windows-integrated | CRED-4 | 0       |
      | Clerk      | explorer | open a server share | internet | cannot sign in | -                  | ACC-41 | 1       |
      | Contractor | explorer | open a server share | office   | cannot sign in | -                  | ACC-42 | 1       |
      | Clerk      | studio   | query a database    | office   | cannot sign in | -                  | ACC-43 | 1       |
      | Clerk      | explorer | open a file share   | office   | signs in       | windows-integrated | CRED-4 | 0       |
      | Clerk      | explorer | open a file share   | internet | cannot sign in | -                  | ACC-34 | 1       |
      | Contractor | explorer | open a file share   | office   | cannot sign in | -                  | ACC-35 | 1       |

    Examples: a domain controller gives privileged accounts no ticket of Microsoft Entra Kerberos
      | user                        | client   | purpose             | network | verdict  | credential       | rule   | prompts |
      | Administrator of the domain | explorer | open a server share | office  | signs in | account password | CRED-1 | 1       |

    Examples: remote computers
      | user      | client              | purpose                | network  | verdict        | credential       | rule    | prompts |
      | Clerk     | remote-desktop      | open a remote computer | office   | signs in       | account password | CRED-1  | 1       |
      | Traveller | remote-desktop      | open a joined computer | internet | signs in       | account password | CRED-18 | 1       |
      | Clerk     | remote-desktop-home | open a joined computer | internet | cannot sign in | -                | ACC-48  | 1       |
      | Visitor   | remote-desktop      | open a joined computer | internet | cannot sign in | -                | ACC-47  | 1       |
      | Visitor   | web-account         | open a joined computer | internet | cannot sign in | -                | ACC-47  | 1       |
      | Clerk     | web-account         | open a joined computer | internet | signs in       | interactive      | CRED-3  | 1       |
      | Traveller | web-account         | open a joined computer | internet | signs in       | interactive      | CRED-3  | 1       |

    Examples: public folders are on-premises
      | user       | client  | purpose             | network  | verdict  | credential         | rule   | prompts |
      | Contractor | outlook | open public folders | internet | blocked  | -                  | MBX-13 | 1       |

    Examples: a published application behind the proxy gets its ticket for synchronized users only
      | user       | client  | purpose                      | network  | verdict        | credential  | rule   | prompts |
      | Clerk      | browser | open a published application | internet | signs in       | interactive | CRED-3 | 1       |
      | Contractor | browser | open a published application | internet | cannot sign in | -           | ACC-44 | 1       |

    Examples: a managed domain knows users whose password hashes it has
      | user       | client | purpose             | network  | verdict        | credential       | rule   | prompts |
      | Clerk      | wiki   | query the directory | office   | signs in       | account password | CRED-5 | 1       |
      | Contractor | wiki   | query the directory | office   | cannot sign in | -                | ACC-45 | 1       |
      | Clerk      | wiki   | query the directory | internet | cannot sign in | -                | ACC-46 | 1       |
      | Leaver     | wiki   | query the directory | office   | cannot sign in | -                | ACC-16 | 1       |

    Examples: accounts whose state the directory on-premises knows
      | user             | client  | purpose     | network  | verdict        | credential | rule   | prompts |
      | Expired          | browser | get a token | internet | cannot sign in | -          | ACC-16 | 1       |
      | Out of hours     | browser | get a token | internet | cannot sign in | -          | ACC-16 | 1       |

    Examples: modules of PowerShell
      | user                        | client           | purpose    | network  | verdict  | credential  | rule    | prompts |
      | Administrator of the domain | sharepoint-shell | administer | internet | signs in | interactive | CRED-3  | 1       |
      | Administrator of the domain | exchange-shell   | administer | internet | blocked  | -           | GATE-17 | 0       |

    Examples: High Volume Email
      | user             | client     | purpose   | network  | verdict  | credential       | rule   | prompts |
      | Alerts account   | alerts     | send mail | internet | signs in | account password | CRED-5 | 1       |
      | Clerk            | alerts     | send mail | internet | blocked  | -                | MBX-15 | 1       |
      | Listed program   | newsletter | send mail | internet | signs in | app-only         | CRED-7 | 0       |
      | Unlisted program | newsletter | send mail | internet | blocked  | -                | MBX-16 | 0       |

  Scenario: setting up Windows Hello for Business asks for a second factor
    When the Clerk uses hello-set-up to set up Windows Hello for Business
    Then the second factor is asked
    And the sign-in succeeds

  Scenario: public folders are a second conversation
    When the Clerk uses outlook to open public folders from the internet
    Then the user needs each of these credentials:
      | leg            | credential       |
      | mailbox        | interactive      |
      | public folders | account password |

  Scenario: a module that takes no passkey is answered with a certificate
    When the Administrator of the domain uses sharepoint-shell to administer
    Then the user presents certificate, multifactor

  Scenario: hybrid joined session hosts sign no privileged account in
    When the Administrator of the domain uses windows-app to get a token for the application "Session hosts"
    Then rule MBX-12 ends the sign-in

  Scenario: phone sign-in replaces the password
    Then the verdicts are:
      | user      | client      | purpose                | network  | verdict  | presents                         | second factor |
      | Traveller | web-account | open a joined computer | internet | signs in | phone sign-in with Authenticator | not required  |

  Scenario: a kiosk is opened by an account of its own
    Then the verdicts are:
      | user   | client        | purpose   | network  | verdict  | credential  | device checked by | device token | device ticket | prompts |
      | Worker | kiosk-browser | read mail | internet | signs in | interactive | device            | none         | none          | 1       |
