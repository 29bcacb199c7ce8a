Feature: Who can change the outcome of a sign-in

  The cause of a missing requirement is whatever does not meet it: the user, the device or the client.
  The cause of a refusal is whoever forbids the sign-in.
  Sources: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant
  and https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strengths

  Background:
    Given the tenant architecture "conditional-access-controls"
    And sign-ins come from the hotel

  Scenario Outline: a requirement that <user> does not meet with <client>
    When the <user> uses <client> to <purpose>
    Then rule <rule> ends the sign-in
    And the failure is caused by <owner>
    And the failure is not caused by the vendor

    Examples:
      | user      | client                                        | purpose    | rule   | owner      |
      | compliant | Outlook on the private laptop                 | read mail  | POL-7  | the device |
      | joined    | Outlook on the managed laptop                 | read mail  | POL-8  | the device |
      | mobile    | Outlook on the managed laptop                 | read mail  | POL-9  | the client |
      | compliant | "Exchange Online PowerShell with a device code" | administer | POL-4 | the client |
      | strong    | Outlook on the managed laptop                 | read mail  | POL-26 | the person |
