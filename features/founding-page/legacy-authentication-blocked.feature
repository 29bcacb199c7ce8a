Feature: A policy that blocks legacy authentication stops app passwords

  With the setting off, existing app passwords still work. A Conditional Access policy ends that.
  Source: https://learn.microsoft.com/entra/identity/authentication/howto-mfa-app-passwords

  Background:
    Given the tenant architecture "federated-skype-on-premises"
    And the Conditional Access policy:
      """yaml
      displayName: Block legacy authentication
      state: disabled
      conditions:
        users: { includeUsers: [All] }
        applications: { includeApplications: [All] }
        clientAppTypes: [exchangeActiveSync, other]
      grantControls: { operator: OR, builtInControls: [block] }
      """

  @founding-23
  Scenario: before and after
    When a day passes
    And the tenant stops allowing app passwords
    And the finance lead uses Outlook 2010 to read mail
    Then the required credential is the app password
    And rule CRED-2 decides the credential
    When a day passes
    And the policy "Block legacy authentication" is enabled
    Then the sign-in is blocked by the policy "Block legacy authentication"
    And rule POL-3 ends the sign-in
    And the error code is "AADSTS53003"
    When the finance lead tries the app password to read mail with Outlook 2010
    Then the sign-in is blocked
    When the finance lead uses Outlook 2016 to read mail
    Then the required credential is the interactive sign-in

  @founding-23
  Scenario: in report-only mode it stops nothing
    When a day passes
    And the state of the policy "Block legacy authentication" becomes "enabledForReportingButNotEnforced"
    And the finance lead uses Outlook 2010 to read mail
    Then the required credential is the app password
