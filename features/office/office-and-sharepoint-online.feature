Feature: What Office sends to SharePoint Online

  A modern-capable Office has no fallback; any other Office uses the Sign-in Assistant, whatever the tenant says. Rows
  are those of the table "SharePoint Online" on
  https://learn.microsoft.com/microsoft-365/enterprise/modern-auth-for-office-2013-and-2016

  Background:
    Given the tenant architecture "office-clients"

  Scenario Outline: <client> with <registry> where modern authentication is <tenant>
    Given the client <client> has these settings:
      | registry | <registry> |
    And the workload SharePoint Online has these settings:
      | modernAuthentication | <tenant> |
    When the clerk uses <client> to open documents
    Then the documents leg authenticates with <flow>
    And the required credential is <credential>

    Examples:
      | client      | registry          | tenant | flow              | credential       |
      | Office 2019 | {}                | true   | modern            | interactive      |
      | Office 2019 | { EnableADAL: 1 } | true   | modern            | interactive      |
      | Office 2019 | { EnableADAL: 0 } | true   | sign-in assistant | account password |
      | Office 2019 | { EnableADAL: 0 } | false  | sign-in assistant | account password |
      | Office 2016 | {}                | true   | modern            | interactive      |
      | Office 2016 | { EnableADAL: 1 } | true   | modern            | interactive      |
      | Office 2016 | { EnableADAL: 0 } | true   | sign-in assistant | account password |
      | Office 2016 | { EnableADAL: 0 } | false  | sign-in assistant | account password |
      | Office 2013 | {}                | true   | sign-in assistant | account password |
      | Office 2010 | {}                | true   | sign-in assistant | account password |
      | Office 2013 | {}                | false  | sign-in assistant | account password |
      | Office 2010 | {}                | false  | sign-in assistant | account password |
      | Office 2013 | { EnableADAL: 1 } | true   | modern            | interactive      |

  Scenario Outline: <client> with <registry> cannot connect while modern authentication is off
    Given the client <client> has these settings:
      | registry | <registry> |
    And the workload SharePoint Online has these settings:
      | modernAuthentication | false |
    When the clerk uses <client> to open documents
    Then the sign-in is blocked
    And rule OFF-5 ends the sign-in

    Examples:
      | client      | registry          |
      | Office 2019 | {}                |
      | Office 2019 | { EnableADAL: 1 } |
      | Office 2016 | {}                |
      | Office 2016 | { EnableADAL: 1 } |
      | Office 2013 | { EnableADAL: 1 } |

  Scenario Outline: the older sign-in after its retirement, <state> here
    Given the tenant architecture has these changes:
      """yaml
      asOf: 2026-11-01
      rollouts: <state>
      """
    Then the verdicts are:
      | user  | client      | purpose        | verdict   |
      | clerk | Office 2010 | open documents | <verdict> |

    Examples:
      | state                                                                                  | verdict      |
      | []                                                                                     | undetermined |
      | [{ change: sharepoint-sign-in-assistant-being-turned-off, state: not-applied }]        | undetermined |
      | [{ change: sharepoint-sign-in-assistant-being-turned-off, state: applied }]            | blocked      |
