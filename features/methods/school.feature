Feature: A school with shared tablets and private phones
  Pupils scan a QR code, which only mobile devices can do; a policy keeps them at school. Teachers confirm with their phones, and
  parents get a code by mail and register a second factor here, since they have no tenant that could vouch for them.
  https://learn.microsoft.com/entra/identity/authentication/concept-authentication-qr-code
  https://learn.microsoft.com/entra/external-id/authentication-conditional-access

  Background:
    Given the tenant architecture "school"

  Scenario Outline: <user> with <client> from <network>
    Then the verdicts are:
      | user   | client   | purpose   | network   | verdict   | credential   | second factor | verifier   | rule   |
      | <user> | <client> | <purpose> | <network> | <verdict> | <credential> | <mfa>         | <verifier> | <rule> |

    Examples:
      | user    | client  | purpose               | network | verdict  | credential  | mfa                   | verifier | rule   |
      | Pupil   | tablet  | send instant messages | school  | signs in | interactive | not required          | Entra ID | CRED-3 |
      | Pupil   | tablet  | send instant messages | home    | blocked  | -           | -                     | -        | POL-3  |
      | Pupil   | lab     | read mail             | school  | signs in | interactive | not required          | Entra ID | CRED-3 |
      | Child   | tablet  | join a meeting        | home    | blocked  | -           | -                     | -        | POL-3  |
      | Teacher | lab     | read mail             | home    | signs in | interactive | asked                 | Entra ID | CRED-3 |
      | Teacher | phone   | send instant messages | home    | signs in | interactive | asked                 | Entra ID | CRED-3 |
      | Parent  | parents | send instant messages | home    | signs in | interactive | registration required | Entra ID | CRED-3 |

  Scenario Outline: what <user> would need when <client> has to meet <control>
    Given the Conditional Access policy:
      """yaml
      displayName: More
      state: enabled
      conditions:
        users: { includeUsers: [All] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [<control>] }
      """
    Then the verdicts are:
      | user   | client   | purpose        | network | verdict   | rule   |
      | <user> | <client> | join a meeting | school  | <verdict> | <rule> |

    Examples:
      | user    | client  | control         | verdict  | rule   |
      | Pupil   | tablet  | compliantDevice | signs in | CRED-3 |
      | Pupil   | phone   | compliantDevice | blocked  | POL-7  |
      | Teacher | lab     | compliantDevice | signs in | CRED-3 |
      | Teacher | phone   | compliantDevice | blocked  | POL-7  |
      | Parent  | parents | compliantDevice | blocked  | POL-7  |
