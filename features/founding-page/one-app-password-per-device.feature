Feature: One app password for each device

  An app password is named for the device that keeps it, so that losing a device means revoking only one. `authplan check` advises where
  it is named for an application.
  Source: https://learn.microsoft.com/entra/identity/authentication/howto-mfa-app-passwords

  Background:
    Given the tenant architecture "federated-skype-on-premises"

  @founding-13
  Scenario Outline: <name>
    Given the user finance lead has these settings:
      | appPasswords | [Laptop, <name>] |
    Then checking the tenant architecture finds "TEN-9"

    Examples:
      | name               |
      | Outlook            |
      | Outlook 2010       |
      | Skype for Business |

  @founding-13
  Scenario: names of devices
    Given the user finance lead has these settings:
      | appPasswords | [Laptop, Phone] |
    Then checking the tenant architecture does not find "TEN-9"
