Feature: Single facts are denied

  Background:
    Given the tenant architecture "federated-skype-on-premises"

  Scenario: a credential, its verifier and its refusal
    Then the finance lead must not use the certificate to read mail with Outlook 2010
    And the finance lead must not use the account password to read mail with Outlook 2010 from the internet
    And the finance lead can read mail with Outlook 2010
    And the finance lead can read mail with Outlook 2010 from the internet
    When the finance lead uses Outlook 2010 to read mail
    Then the required credential is not the account password
    And the required credential is one of the app password, the certificate
    And the mailbox leg does not require the certificate
    And the app password is not verified by Active Directory
    And the app password is not refused
    And the account password is not refused by Active Directory
    And the account password is not refused with error "AADSTS50057"
    And rule ACC-8 does not refuse the account password
    And some credential can sign in
    And the finance lead must use one of the app password or the certificate to read mail with Outlook 2010

  Scenario: former wordings still work
    When the finance lead uses Outlook 2010 to read mail
    Then some credential opens the sign-in
    When the Exchange administrator uses windows-powershell-basic to administer
    Then no credential opens the sign-in
    And the ending is up to the client
    And the ending is not up to the policy

  Scenario: the outcome and the sequence
    When the finance lead uses Outlook 2010 to read mail
    Then the sign-in is not blocked
    And the sign-in is not undetermined
    And the second factor must not be asked
    And the second factor must not be asked by the identity provider
    And the user is not asked for a second factor
    And rule CRED-3 does not decide the credential
    And rule CRED-3 does not end the sign-in
    And the mailbox leg does not authenticate with modern authentication
    And the user is not prompted 2 times

  Scenario: what blocks, and what does not
    Given the tenant architecture "conditional-access"
    When the clerk uses imap-client to read mail
    Then the sign-in does not succeed
    And the sign-in is not refused
    And the sign-in is not blocked by the policy "MFA for executives"
    And the error code is not "AADSTS50126"
    And some policy takes part

  Scenario: what policies require of the session
    Given the tenant architecture "conditional-access"
    And the Conditional Access policy:
      """yaml
      displayName: Sign in daily
      state: enabled
      conditions:
        users: { includeUsers: [All] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
      sessionControls:
        signInFrequency: { isEnabled: true, value: 8, type: hours, frequencyInterval: timeBased }
        persistentBrowser: { isEnabled: true, mode: never }
      """
    Then the policy "Sign in daily" requires nothing
    And the policy "Sign in daily" does not require block access
    And the policy "Sign in daily" has these session controls:
      | control           | value   |
      | signInFrequency   | 8 hours |
      | persistentBrowser | never   |
    And the policy "Block legacy authentication" requires block access
    When the chief uses browser to read mail from the office
    Then the session controls are:
      | control           | value   |
      | signInFrequency   | 8 hours |
      | persistentBrowser | never   |

  Scenario: what checking and sweeping find
    Given the tenant architecture "conditional-access"
    Then the tenant architecture "conditional-access" is accepted
    And sweeping the tenant architecture does not find "two credentials one prompt" with outlook-2016
    And checking the tenant architecture finds something

  Scenario: an endpoint that is found in another way
    Given the tenant architecture "hybrid-autodiscover"
    When the moved manager uses "outlook-2010" to read mail from the internet
    Then the on-premises autodiscover leg does not find its endpoint by "outlook-root-domain"
