Feature: Passwordless by persona
  Each persona registers a phishing-resistant method first and is required to use it second. The shop floor is required to
  use security keys a month before they are delivered.

  Scenario: The shop floor is locked out until its keys arrive
    Given the plan "plans/passwordless/plan"
    Then nobody is stranded in the stage "Engineers must"
    And the finding stranded appears first in the stage "Finance and the shop floor must"
    And the finding restored appears first in the stage "The shop floor receives its keys"
    And every stage can be undone
    And the gates of the stage "Engineers must" hold

  Scenario: The stages in between are tenants like any other
    Given the plan "plans/passwordless/plan"
    When the stage "start" is reached
    Then shop.floor@litware.com must use interactive sign-in to read mail with the browser
    When the stage "Finance and the shop floor must" is reached
    Then shop.floor@litware.com cannot read mail with the browser
    And every sign-in by "controller@litware.com" succeeds
    When the stage "The shop floor receives its keys" is reached
    Then shop.floor@litware.com must use interactive sign-in to read mail with the browser

  Scenario: An exception until the keys are there locks out nobody, and ends
    Given the plan "plans/passwordless/plan"
    And the plan has these changes:
      """yaml
      exceptions:
        - name: The shop floor keeps text messages
          owner: Workplace team
          reason: its security keys arrive in August
          stage: Finance and the shop floor must
          expires: 2026-08-15
          changes:
            groups: [{ name: Phishing-resistant, members: [engineer@litware.com, controller@litware.com] }]
      """
    Then nobody is stranded in any stage
    And every exception ends

  Scenario: A gate states what the plan breaks
    Given the plan "plans/passwordless/plan"
    And the plan has these changes:
      """yaml
      stages:
        - name: Finance and the shop floor must
          gates: { after: ['every sign-in by "shop.floor@litware.com" succeeds'] }
      """
    Then the gates of the stage "Finance and the shop floor must" do not hold
