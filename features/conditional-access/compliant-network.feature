Feature: A policy can let in only what comes through Global Secure Access of the tenant
  The compliant network is a location of its own: addresses do not tell it, the network service vouches for it.
  https://learn.microsoft.com/entra/global-secure-access/how-to-compliant-network

  Background:
    Given the tenant architecture:
      """yaml
      name: Compliant network
      asOf: 2026-11-16
      createdDateTime: 2018-03-01
      licences: [p1]
      domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
      securityDefaults: false
      workloads: { exchange-online: {} }
      networks:
        - { name: secure access, compliantNetwork: true }
        - { name: hotel, compliantNetwork: false }
        - { name: somewhere }
      clients: [browser]
      users:
        - { userPrincipalName: max@contoso.com, displayName: Max, perUserMfaState: disabled, methods: [fido2], appPasswords: [], groups: [], roles: [], mailbox: exchange-online, archive: none, registrar: none }
      conditionalAccess:
        policies:
          - displayName: Compliant network only
            state: enabled
            conditions:
              users: { includeUsers: [All] }
              applications: { includeApplications: [All] }
              clientAppTypes: [all]
              locations: { includeLocations: [All], excludeLocations: [3d46dbda-8382-466a-856d-eb00cbc6b910] }
            grantControls: { operator: OR, builtInControls: [block] }
      """

  Scenario Outline: from <network>
    Then the verdicts are:
      | user | client  | purpose   | network   | verdict   |
      | Max  | browser | read mail | <network> | <verdict> |

    Examples:
      | network       | verdict      |
      | secure access | signs in     |
      | hotel         | blocked      |
      | somewhere     | undetermined |

  Scenario Outline: the sign-in says whether it is <compliant>
    Given these signals:
      | compliantNetwork | <compliant> |
    Then the verdicts are:
      | user | client  | purpose   | network | verdict   |
      | Max  | browser | read mail | hotel   | <verdict> |

    Examples:
      | compliant | verdict  |
      | yes       | signs in |
      | no        | blocked  |
