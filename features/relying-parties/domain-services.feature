Feature: A managed domain checks passwords with hashes of its own
  Microsoft Entra Domain Services gets users and the hashes of their passwords from Microsoft Entra ID: of synchronized users as
  Microsoft Entra Connect brings them, of others once they have changed their password. An application that binds over LDAP
  shows the managed domain a user name and a password; MFA and policies of Microsoft Entra ID play no part.
  Sources: https://learn.microsoft.com/entra/identity/domain-services/synchronization
  and https://learn.microsoft.com/entra/identity/domain-services/tutorial-configure-ldaps

  Background:
    Given the tenant architecture:
      """yaml
      name: Managed domain
      asOf: 2026-06-01
      createdDateTime: 2016-01-01
      licences: [p1]
      domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
      directorySync: { delay: PT30M }
      workloads: { domain-services: { syncOnPremPasswords: Enabled, externalAccess: Disabled } }
      networks:
        - { name: office, insideCorporateNetwork: true }
        - { name: internet, insideCorporateNetwork: false }
      clients: [{ name: wiki, client: ldap-application }]
      users:
        - { userPrincipalName: ann@contoso.com, displayName: Ann, onPremisesSyncEnabled: true, mailbox: none, methods: [fido2], perUserMfaState: enforced }
        - { userPrincipalName: old@contoso.com, displayName: Old account, onPremisesSyncEnabled: false, passwordChangedForDomainServices: false, mailbox: none, methods: [], perUserMfaState: disabled }
        - { userPrincipalName: new@contoso.com, displayName: New account, onPremisesSyncEnabled: false, passwordChangedForDomainServices: true, mailbox: none, methods: [], perUserMfaState: disabled }
        - { userPrincipalName: cloud@contoso.com, displayName: Cloud account, onPremisesSyncEnabled: false, mailbox: none, methods: [], perUserMfaState: disabled }
        - { userPrincipalName: left@contoso.com, displayName: Leaver, onPremisesSyncEnabled: true, accountEnabled: false, mailbox: none, methods: [], perUserMfaState: disabled }
        - { userPrincipalName: "bo_fabrikam.com#EXT#@contoso.com", displayName: Bo, userType: Guest, mailbox: none, methods: [], registered: false }
      conditionalAccess:
        policies:
          - displayName: MFA for all applications
            state: enabled
            conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [all] }
            grantControls: { operator: OR, builtInControls: [mfa] }
      """
    And sign-ins come from the office

  Scenario Outline: <user> binds over LDAP
    When <user> uses wiki to query the directory
    Then the required credential is the account password
    And the account password is verified by the relying party
    And the second factor is not required
    And Microsoft Entra ID is not contacted

    Examples:
      | user        |
      | Ann         |
      | New account |

  Scenario Outline: <user> from the <network>
    Then the verdicts are:
      | user   | client | purpose             | network   | verdict   | rule   |
      | <user> | wiki   | query the directory | <network> | <verdict> | <rule> |

    Examples:
      | user        | network  | verdict        | rule   |
      | Old account | office   | cannot sign in | ACC-45 |
      | Bo          | office   | cannot sign in | ACC-45 |
      | Leaver      | office   | cannot sign in | ACC-16 |
      | Ann         | internet | cannot sign in | ACC-46 |

  Scenario: whether a user of the cloud has changed the password is not stated
    When Cloud account uses wiki to query the directory
    Then the sign-in is undetermined without:
      | shareAccess |

  Scenario: Microsoft Entra Connect does not bring the hashes
    Given the workload domain services has these settings:
      | syncOnPremPasswords | Disabled |
    When Ann uses wiki to query the directory
    Then no credential can sign in
    And rule ACC-45 ends the sign-in

  Scenario: secure LDAP is open to the internet
    Given the workload domain services has these settings:
      | externalAccess | Enabled |
    When Ann uses wiki to query the directory from the internet
    Then the required credential is the account password
    And the second factor is not required
