Feature: Staged rollout of cloud authentication

  The roll-out moves browsers and modern clients of its groups; legacy authentication falls back to federation, POP3 and
  SMTP with it. Only synchronised users and direct members count, and a sign-in that names the domain beforehand stays
  federated.
  https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-staged-rollout

  Background:
    Given the tenant architecture "staged-rollout"

  Scenario Outline: <user> with <client>, to <purpose>
    Then the verdicts are:
      | user   | client   | purpose   | network  | verdict  | credential   | verifier   | rule   |
      | <user> | <client> | <purpose> | internet | signs in | <credential> | <verifier> | <rule> |

    Examples: browsers and modern clients in the rollout are managed
      | user  | client          | purpose        | credential  | verifier | rule   |
      | Pilot | browser         | read mail      | interactive | Entra ID | CRED-3 |
      | Pilot | Outlook 2016    | read mail      | interactive | Entra ID | CRED-3 |
      | Pilot | Office 2016     | open documents | interactive | Entra ID | CRED-3 |
      | Pilot | Outlook for iOS | read mail      | interactive | Entra ID | CRED-3 |

    Examples: their legacy clients stay federated
      | user  | client                          | purpose        | credential       | verifier          | rule   |
      | Pilot | Outlook 2010                    | read mail      | account password | identity provider | CRED-5 |
      | Pilot | Office 2010                     | open documents | account password | identity provider | CRED-5 |
      | Pilot | POP client                      | read mail      | account password | identity provider | CRED-5 |
      | Pilot | IMAP client                     | read mail      | account password | identity provider | CRED-5 |
      | Pilot | IMAP client                     | send mail      | account password | identity provider | CRED-5 |
      | Pilot | Multifunction device            | send mail      | account password | identity provider | CRED-5 |
      | Pilot | ActiveSync client without OAuth | read mail      | account password | identity provider | CRED-5 |

    Examples: app passwords are checked in the cloud as ever
      | user           | client       | purpose   | credential   | verifier | rule   |
      | Pilot with MFA | Outlook 2010 | read mail | app password | Entra ID | CRED-2 |

    Examples: everyone else stays federated
      | user          | client       | purpose   | credential       | verifier          | rule   |
      | Outsider      | browser      | read mail | interactive      | identity provider | CRED-3 |
      | Outsider      | Outlook 2016 | read mail | interactive      | identity provider | CRED-3 |
      | Outsider      | Outlook 2010 | read mail | account password | identity provider | CRED-5 |
      | Nested member | browser      | read mail | interactive      | identity provider | CRED-3 |

  Scenario: a client with modern authentication turned off is a legacy client
    Given the workload Exchange Online has these settings:
      | OAuth2ClientProfileEnabled | false |
    Then the verdicts are:
      | user  | client       | purpose   | network  | verdict  | credential       | verifier          |
      | Pilot | Outlook 2016 | read mail | internet | signs in | account password | identity provider |

  Scenario: a cloud-only account is not concerned
    Given the user Pilot has these settings:
      | onPremisesSyncEnabled | false |
    Then the verdicts are:
      | user  | client  | purpose   | network  | verdict  | verifier          |
      | Pilot | browser | read mail | internet | signs in | identity provider |

  Scenario: an application that names the domain beforehand
    Given these signals:
      | domainHint | lucerne.com |
    Then the verdicts are:
      | user  | client  | purpose   | network  | verdict  | verifier          |
      | Pilot | browser | read mail | internet | signs in | identity provider |

  Scenario: the second factor moves with the sign-in
    Then the verdicts are:
      | user           | client       | purpose   | network  | verdict  | second factor | second factor by |
      | Pilot with MFA | browser      | read mail | internet | signs in | asked         | Entra ID         |
      | Pilot with MFA | Outlook 2010 | read mail | internet | signs in | bypassed      | -                |

  Scenario: without the staged rollout the second factor stays with the identity provider
    Given the tenant architecture has these changes:
      """yaml
      domains:
        - { name: lucerne.com, stagedRollout: null }
      """
    Then the verdicts are:
      | user           | client  | purpose   | network  | verdict  | second factor | second factor by  |
      | Pilot with MFA | browser | read mail | internet | signs in | asked         | identity provider |

  Scenario: access rules of the identity provider no longer see the browser
    Given the tenant architecture has these changes:
      """yaml
      identityProviders:
        - { name: adfs, accessRules: [block-all-external] }
      """
    Then the verdicts are:
      | user     | client      | purpose   | network  | verdict        |
      | Pilot    | browser     | read mail | internet | signs in       |
      | Pilot    | IMAP client | read mail | internet | blocked        |
      | Outsider | browser     | read mail | internet | blocked        |

  Scenario: whether someone is in the group must be known
    Given the tenant architecture has these changes:
      """yaml
      groups: null
      """
    When the Outsider uses the browser to read mail from the internet
    Then the sign-in is undetermined without:
      | stagedRollout |

  Scenario: the plan is warned of the protocols that cannot move
    Then checking the tenant architecture finds "CON-23"

  Scenario Outline: the claim of being inside, for a sign-in with the hint <hint>
    Given the tenant architecture has these changes:
      """yaml
      multifactorAuthentication:
        skipForFederatedIntranet: true
      """
    And these signals:
      | domainHint | <hint> |
    When "Pilot with MFA" uses the browser to read mail from the office
    Then the second factor is <factor>

    Examples:
      | hint        | factor   |
      | none        | asked    |
      | lucerne.com | bypassed |
