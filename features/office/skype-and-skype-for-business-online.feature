Feature: What Skype for Business sends to Skype for Business Online

  Rows are those of the table "Skype for Business Online" on
  https://learn.microsoft.com/microsoft-365/enterprise/modern-auth-for-office-2013-and-2016

  Background:
    Given the tenant architecture "office-clients"

  Scenario Outline: <client> with <registry> where ClientAdalAuthOverride is <tenant>
    Given the client <client> has these settings:
      | registry | <registry> |
    And the workload Skype for Business Online has these settings:
      | ClientAdalAuthOverride | <tenant> |
    When the clerk uses <client> to send instant messages
    Then the registrar leg authenticates with <flow>
    And the required credential is <credential>

    Examples:
      | client                  | registry          | tenant     | flow              | credential       |
      | Skype for Business 2019 | {}                | Allowed    | modern            | interactive      |
      | Skype for Business 2019 | {}                | Disallowed | sign-in assistant | account password |
      | Skype for Business 2019 | { EnableADAL: 1 } | Allowed    | modern            | interactive      |
      | Skype for Business 2019 | { EnableADAL: 1 } | Disallowed | sign-in assistant | account password |
      | Skype for Business 2019 | { EnableADAL: 0 } | Allowed    | sign-in assistant | account password |
      | Skype for Business 2019 | { EnableADAL: 0 } | Disallowed | sign-in assistant | account password |
      | Skype for Business 2016 | {}                | Allowed    | modern            | interactive      |
      | Skype for Business 2016 | {}                | Disallowed | sign-in assistant | account password |
      | Skype for Business 2016 | { EnableADAL: 1 } | Allowed    | modern            | interactive      |
      | Skype for Business 2016 | { EnableADAL: 1 } | Disallowed | sign-in assistant | account password |
      | Skype for Business 2016 | { EnableADAL: 0 } | Allowed    | sign-in assistant | account password |
      | Skype for Business 2016 | { EnableADAL: 0 } | Disallowed | sign-in assistant | account password |
      | Skype for Business 2015 | {}                | Allowed    | sign-in assistant | account password |
      | Skype for Business 2015 | {}                | Disallowed | sign-in assistant | account password |
      | Skype for Business 2015 | { EnableADAL: 1 } | Allowed    | modern            | interactive      |
      | Skype for Business 2015 | { EnableADAL: 1 } | Disallowed | sign-in assistant | account password |
      | Lync 2013               | {}                | Allowed    | sign-in assistant | account password |
      | Lync 2013               | {}                | Disallowed | sign-in assistant | account password |
      | Lync 2013               | { EnableADAL: 1 } | Allowed    | modern            | interactive      |
      | Lync 2013               | { EnableADAL: 1 } | Disallowed | sign-in assistant | account password |

  Scenario Outline: the service is retired for <client> on <date>
    Given the date is <date>
    When the clerk uses <client> to send instant messages
    Then the sign-in is blocked
    And rule GATE-1 ends the sign-in

    Examples:
      | client                  | date       |
      | Skype for Business 2016 | 2021-07-31 |
      | Skype for Business 2019 | 2024-06-01 |

  Scenario Outline: the service still signs <client> in on 2021-07-30
    Given the date is 2021-07-30
    When the clerk uses <client> to send instant messages
    Then the sign-in succeeds

    Examples:
      | client                  |
      | Skype for Business 2016 |
      | Skype for Business 2019 |
