Feature: Leaving AD FS by staged rollout
  Each stage of a plan is a tenant of its own. The field staff have never registered a method in the cloud, and by the time
  they move, registration is possible only in the head office.

  Scenario: The field is locked out in an inner stage
    Given the plan "plans/leave-ad-fs/plan"
    Then nobody is stranded in the stage "Pilot"
    And nobody is stranded in the stage "The office registers and moves"
    And nobody is stranded in the stage "Registration only in the head office"
    And the finding stranded appears first in the stage "The field moves"
    And the finding must-register appears first in the stage "The field moves"
    And no stage opens what was closed
    And no stage takes a second factor away
    And emergency access works throughout

  Scenario: The last stage has no way back
    Given the plan "plans/leave-ad-fs/plan"
    Then the stage "Pilot" can be undone
    And the stage "The field moves" can be undone
    And the stage "The domain is converted" cannot be undone

  Scenario: Before the stage a driver reads mail on the road, afterwards only in the head office
    Given the plan "plans/leave-ad-fs/plan"
    When the stage "Registration only in the head office" is reached
    Then driver@woodgrove.com must use interactive sign-in to read mail with outlook from the internet
    When the stage "The field moves" is reached
    Then driver@woodgrove.com cannot read mail with outlook from the internet

  Scenario: Nobody is locked out if the field registers before it moves
    Given the plan "plans/leave-ad-fs/plan"
    And the plan has these changes:
      """yaml
      stages:
        - name: The field moves
          acts: { methods: [microsoftAuthenticatorPush] }
      """
    Then nobody is stranded in any stage
    And nobody is stranded in the stage "The field moves"
    And the finding stranded appears in no stage
    And the finding must-register appears in no stage
