Feature: Recorded sign-ins of people of whom MFA is asked one by one
  The founding architecture has no policies: its log says of whom a second factor was asked. Before the finance lead's
  per-user MFA was enforced, none was, which the tenant file does not explain.

  Background:
    Given the tenant architecture "federated-skype-on-premises"
    And the sign-ins of "founding-sign-ins.jsonl"

  Scenario: The sign-ins of the finance lead before per-user MFA was enforced are not explained
    Then at least 90 % of the recorded sign-ins are explained

  Scenario: The plan switches IMAP off for the finance lead, who used it
    Then under the plan "founding-planned" 1 of those who signed in is blocked

  Scenario: A plan that changes nothing blocks nobody
    Then under the plan "federated-skype-on-premises" nobody who signed in is blocked

  Scenario Outline: The vendor ends basic authentication for whoever still uses it
    Then on <date> <who> who signed in <are> blocked

    Examples:
      | date       | who        | are |
      | 2022-09-01 | nobody     | is  |
      | 2023-06-01 | 4 of those | are |
