Feature: Claims about many sign-ins

  Scenario: who is meant, by kinds, groups and roles
    Given the tenant architecture "conditional-access"
    Then no sign-in by members of the group Executives with legacy clients succeeds
    And only members of "Legacy exceptions" use the app password
    And at most one person uses the app password
    And every sign-in by members of Executives with browsers requires multifactor authentication
    And no sign-in by people other than members of Executives is subject to the policy "MFA for executives"

  Scenario: administrators are those who hold a role
    Given the tenant architecture "conditional-access"
    And these users:
      | userPrincipalName   | displayName | roles                  | mailbox         | registered | perUserMfaState |
      | admin@northwind.com | Admin       | [Global Administrator] | exchange-online | true       | disabled        |
    Then every sign-in by administrators is not undetermined
    And holders of the role "Global Administrator" never use the app password
    And no administrator uses the app password

  Scenario: by service, place and client
    Given the tenant architecture "federated-skype-on-premises"
    Then at most two people use the app password to read mail
    And every sign-in with the app password is verified by Microsoft Entra ID
    And no sign-in with the app password contacts the identity provider
    And no sign-in uses one of the certificate, the source address
    And some sign-in to Exchange Online from outside bypasses the second factor
    And no sign-in with Outlook 2010 from inside authenticates with modern authentication

  Scenario: by the state of the device, which the file does not state
    Given the tenant architecture:
      """yaml
      name: Managed devices only
      asOf: 2026-01-01
      createdDateTime: 2020-01-01
      domains:
        - { name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }
      securityDefaults: false
      workloads:
        exchange-online: { OAuth2ClientProfileEnabled: true }
      networks:
        - { name: internet, country: US }
      clients:
        - outlook-2019
      users:
        - { userPrincipalName: ada@contoso.com, displayName: Ada, registered: true, mailbox: exchange-online, perUserMfaState: disabled, roles: [] }
      conditionalAccess:
        policies:
          - displayName: Managed devices
            state: enabled
            conditions:
              clientAppTypes: [all]
              applications: { includeApplications: [All] }
              users: { includeUsers: [All] }
            grantControls: { operator: OR, builtInControls: [compliantDevice, domainJoinedDevice] }
      """
    Then every sign-in on compliant devices succeeds
    And every sign-in on hybrid joined devices succeeds
    And no sign-in on unmanaged devices succeeds
    And the policy "Managed devices" requires a compliant device or a hybrid joined device
    And the policy "Managed devices" does not require multifactor authentication
    When Ada uses outlook-2019 on a compliant device to read mail
    Then the sign-in succeeds
    And the grant controls required are nothing
    When Ada uses outlook-2019 on an unmanaged device to read mail from the internet
    Then the sign-in does not succeed
    And the grant controls required are a compliant device or a hybrid joined device
    And the grant controls required are not nothing
    When Ada uses outlook-2019 to read mail
    Then the sign-in is undetermined
    And the sign-in is undetermined without "deviceInfo.isCompliant"
    And the sign-in is not undetermined without "accountInCloud"

  Scenario: who loses access, and when
    Given the tenant architecture "federated-skype-on-premises"
    Then nobody loses access on 2019-10-02
    And at most four people lose access between 2019-10-01 and 2023-06-01
