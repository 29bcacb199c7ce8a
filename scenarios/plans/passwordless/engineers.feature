Feature: Engineers work without a password
  A gate of the plan: it runs in the tenant of the stage that names it.

  Scenario: An engineer reads mail in both clients
    Then engineer@litware.com must use interactive sign-in to read mail with outlook
    And engineer@litware.com must use interactive sign-in to read mail with the browser

  Scenario: Emergency access is not in the group
    When break.glass@litware.com uses the browser to read mail
    Then the sign-in succeeds
