Feature: A gate with mistakes

  Scenario: A step that does not exist
    Then everybody is hapy

  Scenario: Nobody of that name
    Then nobody@contoso.com must use an app password to read mail with the browser

  Scenario: Another tenant
    Given the tenant architecture "compromise"
    Then every sign-in succeeds

  Scenario: A plan
    Given the plan "plans/passwordless/plan"
    Then nobody is stranded in any stage

  Scenario: No assertion
    Given the date is 2022-07-02
