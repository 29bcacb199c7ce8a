Feature: A leaver's app password works until the directory has synchronized

  App passwords are kept with the work or school account. What happens in Active Directory stops the account password
  at once, since the identity provider asks there; the app password ends when synchronization has reached the cloud.
  Source: https://learn.microsoft.com/entra/identity/authentication/howto-mfa-app-passwords

  Background:
    Given the tenant architecture "leaver"

  @founding-16
  Scenario: the day someone leaves
    # At half past four everything works.
    Given the date is 2019-10-31T16:30:00Z
    Then the Leaver must use the app password to read mail with Outlook 2010
    And the Leaver must use the interactive sign-in to read mail with Outlook 2016

    # At five the account is disabled: whatever the identity provider checks is refused at once.
    When the date becomes 2019-10-31T17:00:00Z
    And the Leaver tries the interactive sign-in to read mail with Outlook 2016
    Then the sign-in is refused
    And rule ACC-16 refuses the interactive sign-in
    And the interactive sign-in is refused by the identity provider
    When the Leaver tries the account password to read mail with Outlook 2010
    Then the sign-in is refused
    And the account password is refused by the identity provider

    # The app password asks nobody on-premises.
    When the Leaver tries the app password to read mail with Outlook 2010
    Then the sign-in succeeds
    And the identity provider is not contacted
    And Active Directory is not contacted
    When the date becomes 2019-10-31T19:59:59Z
    Then the sign-in succeeds

    # Three hours later the cloud knows.
    When the date becomes 2019-10-31T20:00:00Z
    Then the sign-in is refused
    And rule ACC-16 refuses the app password
    And the app password is refused by Microsoft Entra ID
    And the app password is refused with error "AADSTS50057"

  @founding-16
  Scenario: deleting takes as long as disabling
    Given the date is 2019-11-07T18:00:00Z
    When the Retiree tries the interactive sign-in to read mail with Outlook 2016
    Then the sign-in is refused
    When the Retiree tries the app password to read mail with Outlook 2010
    Then the sign-in succeeds
    When two hours pass
    Then the sign-in is refused
    And rule ACC-16 refuses the app password

  @founding-16
  Scenario: a sweep between leaving and synchronizing finds it
    Given the date is 2019-10-31T18:00:00Z
    Then sweeping the tenant architecture finds app-password-outlives with Outlook 2010

  @founding-16
  Scenario: a locked account never gets to the cloud
    When the Locked out tries the interactive sign-in to read mail with Outlook 2016
    Then the sign-in is refused
    And rule ACC-16 refuses the interactive sign-in
    And the interactive sign-in is refused by the identity provider
    When the Locked out tries the app password to read mail with Outlook 2010
    Then the sign-in succeeds

  @founding-16
  Scenario: nobody else is touched
    Given the date is 2019-11-08
    Then the Colleague must use the app password to read mail with Outlook 2010

  @founding-16
  Scenario: if the file does not state how long synchronizing takes, the time in between is undetermined
    Given the tenant architecture has these changes:
      """yaml
      directorySync: null
      """
    And the date is 2019-10-31T18:00:00Z
    When the Leaver tries the app password to read mail with Outlook 2010
    Then the sign-in is undetermined without:
      | accountInCloud |
    When the date becomes 2019-10-31T20:00:00Z
    Then the sign-in is refused
    And rule ACC-16 refuses the app password
