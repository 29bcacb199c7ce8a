Feature: Claims over every possible sign-in

  Other claims are about the sign-ins that the architecture declares. A proof is about every sign-in that policies could
  distinguish, of people and devices of which the file does not say anything too.

  Scenario: what the policies guarantee
    Given the tenant architecture "conditional-access"
    Then it is proved that no sign-in by members of Executives with modern clients succeeds without a second factor
    And it is proved that no sign-in with legacy clients by people other than members of "Legacy exceptions" succeeds
    And it is proved that every sign-in by members of Executives with browsers requires multifactor authentication
    And it is proved that only members of Executives are subject to the policy "MFA for executives"
    And it is proved that nobody is locked out of registering

  Scenario: what they do not guarantee
    Given the tenant architecture "conditional-access"
    Then it is refuted that legacy clients get in nowhere
    And it is refuted that no sign-in from outside succeeds without a second factor
    And it is refuted that every sign-in by guests meets a phishing-resistant strength

  Scenario: a policy on which nothing depends
    Given the tenant architecture "conditional-access"
    And the Conditional Access policy:
      """yaml
      displayName: Block IMAP
      state: enabled
      conditions:
        clientAppTypes: [other]
        applications: { includeApplications: [All] }
        users: { includeUsers: [clerk@northwind.com] }
      grantControls: { operator: OR, builtInControls: [block] }
      """
    Then it is proved that policy "Block IMAP" is never needed
    And it is refuted that policy "Block legacy authentication" is never needed

  Scenario: a claim about credentials, whatever a sign-in brings
    Given the tenant architecture "cloud-managed"
    Then it is refuted that no sign-in from outside uses an app password
    And it is proved that no sign-in with browsers to administer uses an app password
