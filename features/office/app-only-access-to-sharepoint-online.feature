Feature: A script opens SharePoint Online with an app-only principal of Azure ACS

  A client id and a secret of Azure ACS are accepted while DisableCustomAppAuthentication is false and until the vendor
  ends it: on November 1, 2024 for tenants created from that day on, and on April 2, 2026 for all. Applications of
  Microsoft Entra ID with a certificate are not concerned.
  https://learn.microsoft.com/sharepoint/dev/sp-add-ins/retirement-announcement-for-azure-acs

  Background:
    Given the tenant architecture:
      """yaml
      name: App-only access
      asOf: 2023-06-01
      createdDateTime: 2018-03-01
      domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
      securityDefaults: false
      workloads: { sharepoint-online: { DisableCustomAppAuthentication: false } }
      networks: [{ name: data center }]
      clients:
        - { name: ACS script, client: sharepoint-acs-script }
        - { name: own job, kind: script, protocols: { open-documents: [https] }, flows: [modern], appOnly: client-secret }
        - { name: Entra job, kind: script, protocols: { open-documents: [https] }, flows: [modern], appOnly: managed-identity }
      users:
        - { userPrincipalName: archiver, displayName: Archiver, kind: service-principal }
      """

  Scenario Outline: on <date> in a tenant of <created>, with DisableCustomAppAuthentication <disabled>
    Given the tenant architecture has these changes:
      """yaml
      asOf: <date>
      createdDateTime: <created>
      """
    And the workload SharePoint Online has these settings:
      | DisableCustomAppAuthentication | <disabled> |
    Then the verdicts are:
      | user     | client     | purpose        | verdict   | rule   |
      | Archiver | ACS script | open documents | <verdict> | <rule> |
      | Archiver | own job    | open documents | <verdict> | <rule> |
      | Archiver | Entra job  | open documents | signs in  | CRED-7 |

    Examples: the day on which the tenant was created is known
      | date       | created    | disabled | verdict  | rule    |
      | 2023-06-01 | 2018-03-01 | false    | signs in | CRED-7  |
      | 2023-06-01 | 2018-03-01 | true     | blocked  | GATE-19 |
      | 2025-06-01 | 2018-03-01 | false    | signs in | CRED-7  |
      | 2025-06-01 | 2018-03-01 | true     | blocked  | GATE-19 |
      | 2025-06-01 | 2024-10-31 | false    | signs in | CRED-7  |
      | 2025-06-01 | 2024-11-01 | false    | blocked  | GATE-20 |
      | 2026-04-01 | 2018-03-01 | false    | signs in | CRED-7  |
      | 2026-04-02 | 2018-03-01 | false    | blocked  | GATE-20 |
      | 2027-06-01 | 2018-03-01 | false    | blocked  | GATE-20 |
      | 2027-06-01 | 2018-03-01 | true     | blocked  | GATE-20 |
      | 2027-06-01 | 2018-03-01 | null     | blocked  | GATE-20 |

  Scenario Outline: what the tenant has not said is missing on <date>, since its default depends on the age of the tenant
    Given the tenant architecture has these changes:
      """yaml
      asOf: <date>
      """
    And the workload SharePoint Online has these settings:
      | DisableCustomAppAuthentication | null |
    When the Archiver uses "ACS script" to open documents
    Then the sign-in is undetermined without:
      | acsAppOnly |

    Examples:
      | date       |
      | 2023-06-01 |
      | 2025-06-01 |
