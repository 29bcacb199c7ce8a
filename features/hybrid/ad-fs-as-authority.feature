Feature: AD FS as the authority of Exchange Server

  Without a hybrid, Exchange Server 2019 can take AD FS as its token issuer. A table of the vendor says which clients use its tokens:
  https://learn.microsoft.com/exchange/plan-and-deploy/post-installation-tasks/enable-modern-auth-in-exchange-server-on-premises

  Background:
    Given the tenant architecture "ad-fs-authority"
    And sign-ins come from the internet

  Scenario Outline: <client> signs in at AD FS
    When the manager uses "<client>" to read mail
    Then the required credential is interactive
    And the interactive sign-in is verified by the identity provider
    And the second factor is asked by the identity provider
    And Microsoft Entra ID is not contacted
    And rule ISS-4 decides the issuer

    Examples:
      | client                |
      | outlook-microsoft-365 |
      | iphone                |
      | mac-mail              |

  Scenario Outline: <client> goes on without tokens
    When the manager uses "<client>" to read mail
    Then the mailbox leg authenticates with <flow>
    And the account password is verified by Active Directory

    Examples:
      | client                    | flow               |
      | outlook-2010              | windows-integrated |
      | outlook-as-installed      | windows-integrated |
      | outlook-of-2022           | windows-integrated |
      | old-iphone                | basic              |
      | outlook-mobile-android    | basic              |
      | outlook-mac-2016          | windows-integrated |
      | outlook-mac-as-installed  | windows-integrated |
      | outlook-mac-microsoft-365 | windows-integrated |
      | outlook-web               | basic              |

  Scenario Outline: <client>, which no version is supported with, may not connect when it is told to use the tokens
    When the manager uses "<client>" to read mail
    Then the sign-in is undetermined without "what a version of Outlook without support for tokens of AD FS does when it is told to use them"

    Examples:
      | client       |
      | outlook-2016 |
      | outlook-2019 |

  Scenario Outline: of Outlook 2021 the retail edition is supported, and of Outlook 2024 both, here <client> with build <build>
    Given the tenant architecture has these changes:
      """yaml
      clients:
        - { name: perpetual, client: <client>, build: <build>, device: private laptop, registry: { EnableExchangeOnPremModernAuth: 1 } }
      """
    When the manager uses "perpetual" to read mail
    Then the required credential is <credential>

    Examples:
      | client       | build            | credential           |
      | outlook-2021 | 16.0.17029.20028 | interactive          |
      | outlook-2021 | 16.0.14332.20000 | the account password |
      | outlook-2024 | 16.0.17932.20162 | interactive          |

  Scenario: a build between those of the fastest and the slowest channel may be either
    When the manager uses "outlook-of-a-slow-channel" to read mail
    Then the sign-in is undetermined without "adFsTokens"

  Scenario: an iPhone of which nobody says the version may be either
    When the manager uses "iphone-of-unknown-version" to read mail
    Then the sign-in is undetermined without "adFsTokens"

  Scenario: Outlook for Mac uses the tokens with Exchange Server SE
    Given the tenant architecture has these changes:
      """yaml
      workloads:
        exchange-server:
          servers:
            - { name: ex1, version: SE, cumulativeUpdate: null }
      """
    When the manager uses "outlook-mac-microsoft-365" to read mail
    Then the required credential is interactive
    And the interactive sign-in is verified by the identity provider

  # https://techcommunity.microsoft.com/blog/exchange/exchange-server-ad-fs-modern-authentication-expanded-outlook-client-support/4554410
  Scenario: Outlook on phones uses the tokens since September 2026
    Given the date is 2026-09-09
    When the manager uses "outlook-mobile-android" to read mail
    Then the required credential is interactive
    And the interactive sign-in is verified by the identity provider

  Scenario: Outlook on the web has its own switch, for the claims of AD FS
    Given the workload Exchange Server has these settings:
      | owaModernAuthentication | true |
    When the manager uses "outlook-web" to read mail
    Then the required credential is interactive
    And the second factor is asked by the identity provider

  Scenario: the second factor of AD FS does not depend on what it tells the cloud
    Given the tenant architecture has these changes:
      """yaml
      identityProviders:
        - { name: adfs, product: ad-fs, displayName: AD FS, version: '2019', performsMfa: true, reachableFromInternet: true }
      """
    When the manager uses "outlook-microsoft-365" to read mail
    Then the second factor is asked by the identity provider

  # https://learn.microsoft.com/microsoft-365-apps/outlook/get-started/supported-account-types
  Scenario: the new Outlook opens no mailbox on-premises
    Then the manager cannot read mail with "outlook-new-windows"
