Feature: Sweeping all sign-ins finds what a plan leaves open

  A finding is a statement about the architecture with a sign-in that shows it. Each kind is found where it is, and gone
  once its cause is.

  Scenario: app passwords bypass the second factor and leave no on-premises record
    Given the tenant architecture "federated-skype-on-premises"
    Then sweeping the tenant architecture finds second factor bypassed with Outlook 2010
    And sweeping the tenant architecture finds no-on-premises-audit with Outlook 2010
    And sweeping the tenant architecture does not find two-credentials-one-prompt

  Scenario: without app passwords older clients get nowhere
    Given the tenant architecture "federated-skype-on-premises"
    And the user finance lead has these settings:
      | appPasswords | [] |
    And the tenant architecture has these changes:
      """yaml
      multifactorAuthentication:
        appPasswords: blocked
      """
    Then sweeping the tenant architecture finds nobody-can-sign-in with Outlook 2010

  Scenario: an app password outlives the reset of the account password
    Given the tenant architecture "federated-skype-on-premises"
    Then sweeping the tenant architecture does not find app-password-outlives
    When a day passes
    And the account password of the finance lead is reset
    Then sweeping the tenant architecture finds app-password-outlives with Outlook 2010

  Scenario: a leaver's app password is accepted until the directory has synchronized
    Given the tenant architecture "federated-skype-on-premises"
    When a day passes
    And the account of the finance lead is disabled on-premises
    Then sweeping the tenant architecture finds app-password-outlives with Outlook 2010

  Scenario: app passwords outlive the setting that allowed them
    Given the tenant architecture "federated-skype-on-premises"
    And the tenant architecture has these changes:
      """yaml
      multifactorAuthentication:
        appPasswords: blocked
      """
    Then sweeping the tenant architecture finds app-password-outlives with Outlook 2010

  Scenario: hybrid autodiscover asks one prompt for two passwords
    Given the tenant architecture "hybrid-autodiscover"
    Then sweeping the tenant architecture finds two-credentials-one-prompt with Outlook 2010
    And sweeping the tenant architecture does not find nobody-can-sign-in

  Scenario: an exclusion from a policy is covered by no other
    Given the tenant architecture "conditional-access"
    Then sweeping the tenant architecture finds exclusion-uncovered
    And sweeping the tenant architecture finds nobody-can-sign-in with Outlook 2010

  Scenario: policies that each decide something are not found
    Given the tenant architecture "conditional-access"
    Then sweeping the tenant architecture does not find policy-decides-nothing
    And sweeping the tenant architecture does not find policy-shadowed

  Scenario: a policy for nobody has no effect, and one that a stricter policy covers makes no difference
    Given the tenant architecture "conditional-access"
    And the tenant architecture has these changes:
      """yaml
      conditionalAccess:
        policies:
          - displayName: MFA for a group without members
            state: enabled
            conditions:
              clientAppTypes: [all]
              applications: { includeApplications: [All] }
              users: { includeGroups: [33333333-3333-4333-8333-333333333333] }
            grantControls: { operator: OR, builtInControls: [mfa] }
          - displayName: Block IMAP and the like once more
            state: enabled
            conditions:
              clientAppTypes: [other]
              applications: { includeApplications: [All] }
              users:
                includeUsers: [All]
                excludeGroups: [22222222-2222-4222-8222-222222222222]
            grantControls: { operator: OR, builtInControls: [block] }
      groups:
        - { name: Nobody, id: 33333333-3333-4333-8333-333333333333, members: [] }
      """
    Then sweeping the tenant architecture finds policy-decides-nothing
    And sweeping the tenant architecture finds policy-shadowed

  Scenario: clients that stop on a known date are named a year ahead
    Given the tenant architecture "conditional-access"
    Then sweeping the tenant architecture finds breaks-on-known-date with Outlook 2010
    And sweeping the tenant architecture does not find emergency-access-locked-out

  Scenario: a policy that keeps the emergency access account out is found
    Given the tenant architecture "conditional-access"
    And these users:
      | userPrincipalName        | displayName | kind             | registered | methods | roles | mailbox | perUserMfaState |
      | breakglass@northwind.com | Break glass | emergency-access | false      | []      | []    | none    | disabled        |
    And the tenant architecture has these changes:
      """yaml
      conditionalAccess:
        policies:
          - displayName: Only compliant devices
            state: enabled
            conditions:
              clientAppTypes: [all]
              applications: { includeApplications: [All] }
              users: { includeUsers: [All] }
            grantControls: { operator: OR, builtInControls: [compliantDevice] }
      """
    Then sweeping the tenant architecture finds emergency-access-locked-out

  Scenario: a complete file leaves nothing undetermined
    Given the tenant architecture "federated-skype-on-premises"
    Then sweeping the tenant architecture does not find undetermined

  Scenario: what the file does not say is found as open
    Given the tenant architecture "federated-skype-on-premises"
    And the user finance lead has these settings:
      | perUserMfaState | enabled |
      | registered      | null    |
    Then sweeping the tenant architecture finds undetermined with Outlook 2016
    And sweeping the tenant architecture finds verdict-hangs-on-assumption
