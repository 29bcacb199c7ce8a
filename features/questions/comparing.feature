Feature: Changes between two plans are attributed to the difference that causes them

  Only behavior counts. Differences are made one at a time, so that each change has its cause; those that work only
  together are reported together.

  Scenario: one setting, one cause
    Given the tenant architecture "federated-skype-on-premises"
    And the tenant architecture has these changes:
      """yaml
      workloads:
        exchange-online:
          modernAuthentication: false
      """
    Then compared with the unchanged tenant architecture, verdicts change because of:
      | difference                                     | users |
      | workloads.exchange-online.modernAuthentication | 4     |

  Scenario: two settings that change something only together
    Given the tenant architecture "federated-skype-on-premises"
    And the user finance lead has these settings:
      | appPasswords | [] |
    And the tenant architecture has these changes:
      """yaml
      multifactorAuthentication:
        appPasswords: blocked
      """
    Then compared with the unchanged tenant architecture, verdicts change because of:
      | difference                                                                                      | users |
      | multifactorAuthentication.appPasswords and users[finance.lead@contoso.com].appPasswords[Laptop] | 1     |

  Scenario: one decision made for several people is one difference
    Given the tenant architecture "federated-skype-on-premises"
    And the user finance lead has these settings:
      | perUserMfaState | disabled |
    And the user Exchange administrator has these settings:
      | perUserMfaState | disabled |
    Then compared with the unchanged tenant architecture, verdicts change because of:
      | difference                                                                  | users |
      | users[finance.lead@contoso.com, exchange.admin@contoso.com].perUserMfaState | 2     |

  Scenario: a policy that is switched off
    Given the tenant architecture "conditional-access"
    And the tenant architecture has these changes:
      """yaml
      conditionalAccess:
        policies:
          - displayName: Block legacy authentication
            state: disabled
      """
    Then compared with the unchanged tenant architecture, verdicts change because of:
      | difference                                                    |
      | conditionalAccess.policies[Block legacy authentication].state |

  Scenario: a new name for a network changes nothing
    Given the tenant architecture "federated-skype-on-premises"
    And the tenant architecture has these changes:
      """yaml
      name: The same under another name
      """
    Then compared with the unchanged tenant architecture, no verdict changes

  Scenario: what policies put on a session counts, though everyone signs in as before
    Given the tenant architecture "conditional-access-controls"
    And the tenant architecture has these changes:
      """yaml
      conditionalAccess:
        policies:
          - displayName: Short sessions
            sessionControls: { signInFrequency: { isEnabled: true, value: 12, type: hours } }
      """
    Then compared with the unchanged tenant architecture, verdicts change because of:
      | difference                                                                       | users |
      | conditionalAccess.policies[Short sessions].sessionControls.signInFrequency.value | 1     |

  Scenario: a policy that only reports changes nothing
    Given the tenant architecture "conditional-access"
    And the tenant architecture has these changes:
      """yaml
      conditionalAccess:
        policies:
          - displayName: Block everything (trial)
            state: enabledForReportingButNotEnforced
            conditions:
              clientAppTypes: [all]
              users: { includeUsers: [All] }
              applications: { includeApplications: [All] }
            grantControls: { operator: OR, builtInControls: [block] }
      """
    Then compared with the unchanged tenant architecture, no verdict changes
