Feature: The authentication methods policy says who may use which method
  A method is on for groups, not for those that are excluded, and for certain kinds of it. The older settings of MFA count
  as well until the migration is complete.

  Background:
    Given the tenant architecture "methods-by-policy"

  Rule: what the policy allows can be presented

    # https://learn.microsoft.com/entra/identity/authentication/how-to-authentication-passkey-profiles
    # https://learn.microsoft.com/entra/identity/authentication/howto-authentication-temporary-access-pass
    Scenario Outline: <user>
      Then the verdicts are:
        | user   | client  | purpose   | verdict  | presents   | second factor   |
        | <user> | Outlook | read mail | signs in | <presents> | <second factor> |

      Examples:
        | user                           | presents                       | second factor         |
        | Engineer                       | passkey                        | asked                 |
        | Engineer with a synced passkey | password and Authenticator     | asked                 |
        | Seller                         | passkey                        | asked                 |
        | Contractor                     | password and Authenticator     | asked                 |
        | Newcomer                       | Temporary Access Pass, one use | asked                 |
        | Newcomer with an older pass    | password                       | registration-required |
        | Employee with a pass           | password                       | registration-required |
        | Driver                         | password and text message      | asked                 |
        | Phone                          | password and Authenticator     | asked                 |

  Rule: a passkey that no profile of the user allows is no passkey for a strength

    Background:
      Given the Conditional Access policy:
        """yaml
        displayName: Phishing-resistant
        state: enabled
        conditions:
          users: { includeUsers: [All] }
          applications: { includeApplications: [All] }
          clientAppTypes: [all]
        grantControls:
          operator: OR
          builtInControls: []
          authenticationStrength: { id: 00000000-0000-0000-0000-000000000004 }
        """

    Scenario Outline: <user>
      Then the verdicts are:
        | user   | client  | purpose   | verdict   | rule   |
        | <user> | Outlook | read mail | <verdict> | <rule> |

      Examples:
        | user                           | verdict  | rule   |
        | Engineer                       | signs in | CRED-3 |
        | Seller                         | signs in | CRED-3 |
        | Engineer with a synced passkey | signs in | CRED-3 |
        | Contractor                     | blocked  | POL-26 |

  Rule: a strength can be limited to certain models of passkeys

    # https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strength-advanced-options
    Background:
      Given the Conditional Access policy:
        """yaml
        displayName: Keys of one model
        state: enabled
        conditions:
          users: { includeUsers: [All] }
          applications: { includeApplications: [All] }
          clientAppTypes: [all]
        grantControls:
          operator: OR
          builtInControls: []
          authenticationStrength:
            id: 11111111-1111-4111-8111-111111111111
            displayName: Keys of one model
            policyType: custom
            requirementsSatisfied: mfa
            allowedCombinations: [fido2]
            combinationConfigurations:
              - { appliesToCombinations: [fido2], allowedAAGUIDs: [cb69481e-8ff7-4039-93ec-0a2729a154a8] }
        """

    Scenario Outline: <user>
      Then the verdicts are:
        | user   | client  | purpose   | verdict   | rule   |
        | <user> | Outlook | read mail | <verdict> | <rule> |

      Examples:
        | user     | verdict  | rule   |
        | Engineer | signs in | CRED-3 |
        | Seller   | blocked  | POL-26 |

  Rule: the older settings count until the migration is complete

    # https://learn.microsoft.com/entra/identity/authentication/concept-authentication-methods-manage
    Scenario Outline: <state>
      Given the tenant architecture has these changes:
        """yaml
        authenticationMethodsPolicy:
          policyMigrationState: <state>
        """
      Then the verdicts are:
        | user   | client  | purpose   | verdict  | presents   |
        | Driver | Outlook | read mail | signs in | <presents> |

      Examples:
        | state               | presents                  |
        | preMigration        | password and text message |
        | migrationInProgress | password and text message |
        | migrationComplete   | password                  |

  Rule: people in scope of certificates count as able to pass MFA

    # https://learn.microsoft.com/entra/identity/authentication/concept-certificate-based-authentication-technical-deep-dive
    Scenario: without a certificate they cannot register another method
      Then the verdicts are:
        | user                       | client  | purpose   | verdict | rule   |
        | Card holder without a card | Outlook | read mail | blocked | POL-39 |

    Scenario Outline: a certificate of one factor comes after the password, but not on iOS: <user> with <client>
      Then the verdicts are:
        | user   | client   | purpose   | verdict   | rule   |
        | <user> | <client> | read mail | <verdict> | <rule> |

      Examples:
        | user                           | client               | verdict  | rule   |
        | Card holder                    | Outlook              | signs in | CRED-3 |
        | Card holder                    | Outlook on an iPhone | blocked  | POL-39 |
        | Card holder with Authenticator | Outlook on an iPhone | signs in | CRED-3 |

  Rule: guests with a mailed code are shut out where codes are off

    # https://learn.microsoft.com/entra/external-id/one-time-passcode
    Scenario: the guest
      Then the verdicts are:
        | user                     | client  | purpose        | verdict | rule   |
        | Guest with a mailed code | Browser | open documents | blocked | POL-37 |
