Feature: AD FS as the authority of Exchange Server

  Without a hybrid, Exchange Server 2019 can take AD FS as its token issuer; Outlook for Windows is the first client to use it:
  https://learn.microsoft.com/exchange/plan-and-deploy/post-installation-tasks/enable-modern-auth-in-exchange-server-on-premises

  Background:
    Given the tenant architecture "ad-fs-authority"
    And sign-ins come from the internet

  Scenario Outline: <client> signs in at AD FS
    When the manager uses "<client>" to read mail
    Then the required credential is interactive
    And the interactive sign-in is verified by the identity provider
    And Microsoft Entra ID is not contacted
    And rule ISS-4 decides the issuer

    Examples:
      | client       |
      | outlook-2016 |
      | outlook-2019 |

  Scenario Outline: <client> is not offered it
    When the manager uses "<client>" to read mail
    Then the mailbox leg authenticates with <flow>
    And the account password is verified by Active Directory

    Examples:
      | client            | flow               |
      | outlook-2010      | windows-integrated |
      | outlook-as-installed | windows-integrated |
      | apple-mail-ios-11 | basic              |
      | outlook-mac-2016  | windows-integrated |
