Feature: Office builds without modern authentication

  Some builds lack the authentication library and can only send the password:
  https://learn.microsoft.com/skypeforbusiness/manage/authentication/use-adal

  Background:
    Given the tenant architecture "office-clients"

  Scenario Outline: <client>, build <build> (<installation>)
    Given the client <client> has these settings:
      | build        | <build>        |
      | installation | <installation> |
      | registry     | <registry>     |
    When the clerk uses <client> to read mail
    Then the mailbox leg authenticates with <flow>

    Examples:
      | client       | build            | installation | registry          | flow   |
      | Outlook 2013 | 15.0.0.4766      | msi          | { EnableADAL: 1 } | basic  |
      | Outlook 2013 | 15.0.4823.1000   | msi          | { EnableADAL: 1 } | modern |
      | Outlook 2016 | 16.0.4293.1000   | msi          | {}                | basic  |
      | Outlook 2016 | 16.0.4549.1000   | msi          | {}                | modern |
      | Outlook 2016 | 16.0.6001.1032   | click-to-run | {}                | basic  |
      | Outlook 2016 | 16.0.6100.1000   | click-to-run | {}                | basic  |
      | Outlook 2016 | 16.0.6224.9999   | msi          | {}                | basic  |
      | Outlook 2016 | 16.0.6225.1000   | click-to-run | {}                | modern |
      | Outlook 2016 | 16.0.6000.6224   | click-to-run | {}                | basic  |
      | Outlook 2016 | 16.0.11328.20008 | click-to-run | {}                | modern |

  Scenario: a build of which two rows of the list disagree is undetermined
    Given the client Outlook 2016 has these settings:
      | build | 16.0.6001.1054 |
    When the clerk uses Outlook 2016 to read mail
    Then the sign-in is undetermined without:
      | adalBuild |
