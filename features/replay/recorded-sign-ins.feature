Feature: Recorded sign-ins judge the tenant file, and the tenant file judges a plan
  A month of sign-ins says how true a tenant file is. What it explains, it can also judge under a plan: who of those who
  signed in would be blocked.

  Background:
    Given the tenant architecture "conditional-access"
    And the sign-ins of "sign-ins.jsonl"

  Scenario: Two of forty sign-ins ended otherwise than the tenant file says
    Then at least 95 % of the recorded sign-ins are explained

  Scenario: The trial policy would block everybody who signs in from outside
    Then with the policy "Block unknown countries (trial)" enforced 3 of those who signed in are blocked

  Scenario: Limited to a group that nobody is in yet, the trial policy blocks nobody
    Given the tenant architecture has these changes:
      """yaml
      conditionalAccess:
        policies:
          - displayName: Block unknown countries (trial)
            conditions: { users: { includeUsers: null, includeGroups: [33333333-3333-4333-8333-333333333333] } }
      groups:
        - { name: Trial, id: 33333333-3333-4333-8333-333333333333, members: [] }
      """
    Then with the policy "Block unknown countries (trial)" enforced nobody who signed in is blocked

  Scenario: The end of the exception blocks one person, whose programs send and read mail with a password
    Then under the plan "planned" 1 of those who signed in is blocked

  Scenario: A plan that changes nothing blocks nobody
    Then under the plan "conditional-access" nobody who signed in is blocked

  Scenario Outline: The vendor ends basic authentication for whoever still uses it
    Then on <date> <who> who signed in <are> blocked

    Examples:
      | date       | who        | are |
      | 2022-09-01 | nobody     | is  |
      | 2023-06-01 | 1 of those | is  |
