Feature: Application proxy has Microsoft Entra ID sign people in first

  With preauthentication, Microsoft Entra ID signs people in and applies its policies to the published application before a request
  reaches the connector. With passthrough, nobody authenticates there, and the application asks for what it likes.
  Sources: https://learn.microsoft.com/entra/identity/app-proxy/application-proxy-security
  and https://learn.microsoft.com/entra/identity/app-proxy/application-proxy-add-on-premises-application
  and https://learn.microsoft.com/entra/identity/app-proxy/how-to-configure-sso-with-kcd

  Background:
    Given the tenant architecture "application-proxy"
    And sign-ins come from the internet

  Scenario Outline: the <user> signs in at Microsoft Entra ID, where the policy for the application demands MFA
    When the <user> uses "browser" to open a published application
    Then the required credential is the interactive sign-in
    And the interactive sign-in is verified by Microsoft Entra ID
    And the second factor is asked by Microsoft Entra ID
    And Active Directory is not contacted

    Examples:
      | user          |
      | Clerk         |
      | Passkey owner |

  Scenario: a policy for another application does not reach it
    Given the workload application proxy has these settings:
      | appId | 00000000-1111-2222-3333-444444444444 |
    When the Clerk uses "browser" to open a published application
    Then the required credential is the interactive sign-in
    And the second factor is not required

  Scenario: with passthrough the application behind the proxy decides
    Given the tenant architecture "application-proxy-passthrough"
    And sign-ins come from the internet
    Then the verdicts are:
      | user  | client  | purpose                      | verdict      |
      | Clerk | browser | open a published application | undetermined |

  Rule: with Kerberos constrained delegation the connector gets the ticket, and nobody types the password of the domain account

    Background:
      Given the workload application proxy has these settings:
        | singleSignOnMode | onPremisesKerberos |

    Scenario Outline: the <user> opens SharePoint Server through the proxy
      When the <user> uses "browser" to open a published application
      Then the required credential is the interactive sign-in
      And the user presents <presents>
      And the second factor is asked by Microsoft Entra ID
      And Active Directory is contacted
      And the user is prompted 1 time

      Examples:
        | user          | presents                   |
        | Clerk         | password and Authenticator |
        | Passkey owner | passkey                    |

    Scenario: an account of the cloud alone has no ticket
      Given the user Clerk has these settings:
        | onPremisesSyncEnabled | false |
      When the Clerk uses "browser" to open a published application
      Then no credential can sign in
      And rule ACC-44 ends the sign-in
      And Active Directory is contacted
