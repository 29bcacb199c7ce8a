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
      | outlook-mobile-ios      | read mail             |
      | apple-mail-ios-11       | read mail             |
      | skype-for-business-2016 | send instant messages |

  Scenario Outline: <client> goes on to Active Directory
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
