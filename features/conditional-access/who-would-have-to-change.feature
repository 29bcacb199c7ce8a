Feature: Who can change the outcome of a sign-in

  A missing requirement is up to the one that does not meet it: the user, the device or the client.
  What is forbidden is up to who forbids it.
  Sources: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant
  and https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strengths

  Background:
    Given the tenant architecture "conditional-access-controls"
    And sign-ins come from the hotel

  Scenario Outline: a requirement that <user> does not meet with <client>
    When the <user> uses <client> to <purpose>
    Then rule <rule> ends the sign-in
    And the cause of the failure is <owner>
    And the cause of the failure is not the vendor

    Examples:
      | user      | client                                        | purpose    | rule   | owner      |
      | compliant | Outlook on the private laptop                 | read mail  | POL-7  | the device |
      | joined    | Outlook on the managed laptop                 | read mail  | POL-8  | the device |
      | mobile    | Outlook on the managed laptop                 | read mail  | POL-9  | the client |
      | compliant | "Exchange Online PowerShell with a device code" | administer | POL-4 | the client |
      | strong    | Outlook on the managed laptop                 | read mail  | POL-26 | the person |
