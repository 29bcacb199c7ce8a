Feature: Hybrid modern authentication adds modern sign-ins and removes no legacy ones

  With Microsoft Entra ID as the authorization server, modern clients of Exchange Server and Skype for Business Server sign
  in interactively; whatever the vendor's list of clients does not name keeps using what it used before:
  https://learn.microsoft.com/microsoft-365/enterprise/hybrid-modern-auth-overview

  Background:
    Given the tenant architecture "hybrid-modern-authentication"
    And sign-ins come from the internet

  Scenario Outline: <client> signs in at the cloud
    When the manager uses "<client>" to <purpose>
    Then the required credential is interactive
    And the second factor is asked by Microsoft Entra ID
    And the sign-in is recorded by Microsoft Entra ID
    And rule ISS-3 decides the issuer

    Examples:
      | client                  | purpose               |
      | outlook-2013-modern     | read mail             |
      | outlook-2016            | read mail             |
      | outlook-mac-2016        | read mail             |
      | apple-mail-ios-11       | read mail             |
      | skype-for-business-2016 | send instant messages |

  # https://learn.microsoft.com/exchange/clients/outlook-for-ios-and-android/use-hybrid-modern-auth
  Scenario Outline: <client> signs in to Exchange Online, which fetches the mail of the server
    When the manager uses "<client>" to read mail
    Then the legs are:
      | leg     | credential  | relying party   |
      | mailbox | interactive | exchange-online |
    And the second factor is asked by Microsoft Entra ID
    And rule ISS-2 decides the issuer

    Examples:
      | client                 |
      | outlook-mobile-ios     |
      | outlook-mobile-android |

  # https://learn.microsoft.com/exchange/clients/outlook-for-ios-and-android/use-basic-auth
  Scenario: without hybrid modern authentication it stores the password of the server
    Given the workload Exchange Server has these settings:
      | OAuth2ClientProfileEnabled | false |
    When the manager uses "outlook-mobile-ios" to read mail
    Then the legs are:
      | leg     | credential       | relying party   |
      | mailbox | account password | exchange-server |

  Scenario Outline: <client> still uses Active Directory
    When the manager uses "<client>" to <purpose>
    Then the required credential is the account password
    And the account password is verified by Active Directory
    And the second factor is not required
    And Microsoft Entra ID is not contacted

    Examples:
      | client                  | purpose               |
      | outlook-2010            | read mail             |
      | outlook-2013            | read mail             |
      | apple-mail-ios-10       | read mail             |
      | pop-client              | read mail             |
      | imap-client             | read mail             |
      | skype-for-business-2015 | send instant messages |

  Scenario Outline: without the switch <client> is not offered modern authentication
    Given the workload Exchange Server has these settings:
      | OAuth2ClientProfileEnabled | false |
    When the manager uses "<client>" to read mail
    Then the mailbox leg authenticates with <flow>
    And Microsoft Entra ID is not contacted

    Examples:
      | client            | flow               |
      | outlook-2016      | windows-integrated |
      | apple-mail-ios-11 | basic              |

  Rule: Policies bind, since the token is one for the online service's principal

    The addresses of the servers are service principal names of Exchange Online and of Skype for Business Online:
    https://learn.microsoft.com/microsoft-365/enterprise/configure-exchange-server-for-hybrid-modern-authentication
    https://learn.microsoft.com/microsoft-365/enterprise/configure-skype-for-business-for-hybrid-modern-authentication
    https://learn.microsoft.com/exchange/clients/outlook-for-ios-and-android/use-hybrid-modern-auth

    Scenario Outline: MFA for all resources is asked of <client>
      Given the Conditional Access policy:
        """yaml
        displayName: MFA for all
        state: enabled
        conditions:
          users: { includeUsers: [All] }
          applications: { includeApplications: [All] }
          clientAppTypes: [all]
        grantControls: { operator: OR, builtInControls: [mfa] }
        """
      And the user Manager has these settings:
        | perUserMfaState | disabled |
        | appPasswords    | []       |
      When the manager uses "<client>" to <purpose>
      Then the required credential is interactive
      And the second factor is asked by Microsoft Entra ID
      And these policies take part:
        | policy        | effect  | rule |
        | "MFA for all" | applies | CA-3 |

      Examples:
        | client                  | purpose               |
        | outlook-2016            | read mail             |
        | outlook-mac-2016        | read mail             |
        | apple-mail-ios-11       | read mail             |
        | skype-for-business-2016 | send instant messages |

    Scenario Outline: a block on <service> stops <client>
      Given the Conditional Access policy:
        """yaml
        displayName: Block
        state: enabled
        conditions:
          users: { includeUsers: [All] }
          applications: { includeApplications: [<id>] }
          clientAppTypes: [all]
        grantControls: { operator: OR, builtInControls: [block] }
        """
      When the manager uses "<client>" to <purpose>
      Then rule POL-3 ends the sign-in

      Examples:
        | service                   | id                                   | client                  | purpose               |
        | Exchange Online           | 00000002-0000-0ff1-ce00-000000000000 | outlook-2016            | read mail             |
        | Skype for Business Online | 00000004-0000-0ff1-ce00-000000000000 | skype-for-business-2016 | send instant messages |

    Scenario Outline: no policy reaches <client>, which turns to Active Directory
      Given the Conditional Access policy:
        """yaml
        displayName: Block
        state: enabled
        conditions:
          users: { includeUsers: [All] }
          applications: { includeApplications: [All] }
          clientAppTypes: [all]
        grantControls: { operator: OR, builtInControls: [block] }
        """
      When the manager uses "<client>" to read mail
      Then the required credential is the account password
      And Microsoft Entra ID is not contacted

      Examples:
        | client       |
        | outlook-2010 |
        | pop-client   |

  Rule: Outlook on the web requires a separate step

    https://learn.microsoft.com/microsoft-365/enterprise/configure-exchange-server-for-hybrid-modern-authentication

    Scenario Outline: set up <set up>
      Given the tenant architecture has these changes:
        """yaml
        clients: [outlook-web]
        workloads: { exchange-server: { owaModernAuthentication: <set up> } }
        """
      When the manager uses "outlook-web" to read mail
      Then the mailbox leg authenticates with <flow>

      Examples:
        | set up | flow  |
        | false  | basic |
        | null   | basic |
