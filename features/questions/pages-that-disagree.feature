Feature: Pages of the vendor that disagree

  Where two pages say different things, the verdict is open or follows the page that a documented choice names. The pairs are the table
  `disagreements` of the catalog.

  Background:
    Given the tenant architecture:
      """
      name: Pages that disagree
      asOf: 2019-06-01
      createdDateTime: 2016-01-01
      licences: [p1]
      securityDefaults: false
      domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
      multifactorAuthentication: { appPasswords: allowed }
      workloads: { exchange-online: {} }
      networks: [{ name: internet, ranges: [192.0.2.0/24] }]
      clients: [outlook-2016, apple-mail-ios-11, imap-client]
      users:
        - { userPrincipalName: clerk@contoso.com, displayName: clerk, perUserMfaState: disabled, registered: true, mailbox: exchange-online, appPasswords: [] }
        - { userPrincipalName: lead@contoso.com, displayName: lead, perUserMfaState: enforced, registered: true, mailbox: exchange-online, appPasswords: [phone] }
      """

  # https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/enable-or-disable-modern-authentication-in-exchange-online
  Scenario Outline: modern authentication of an old tenant that says nothing, of <year>
    Given the tenant architecture has these changes:
      """
      asOf: <year>-06-01
      """
    When the clerk uses Outlook 2016 to read mail
    Then the mailbox leg authenticates with <flow>

    Examples:
      | year | flow   |
      | 2019 | basic  |
      | 2024 | modern |

  Scenario Outline: the mail app of iOS <build>
    Given the client Apple Mail on iOS 11 has these settings:
      | build        | <build>      |
      | accountSetup | since-modern |
    And the workload Exchange Online has these settings:
      | OAuth2ClientProfileEnabled | true |
    When the clerk uses Apple Mail on iOS 11 to read mail
    Then <outcome>

    Examples:
      | build  | outcome                                                                                                   |
      | 11.2.0 | the sign-in is undetermined without "whether the installed version of this app has modern authentication" |
      | 11.4.0 | the mailbox leg authenticates with modern                                                                 |

  Scenario: per-user MFA refuses the password on a legacy protocol, and an app password works
    Then the lead must use an app password to read mail with IMAP client
