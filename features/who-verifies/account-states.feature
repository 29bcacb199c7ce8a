Feature: The state of an account, by who checks the password

  With password hash sync the cloud knows of a disabled account, up to half an hour late, and of nothing else. Pass-through
  authentication and federation ask the directory on-premises and enforce disabled, locked and expired accounts, expired
  passwords and logon hours at once.
  https://learn.microsoft.com/entra/identity/hybrid/connect/choose-ad-authn

  Background:
    Given the tenant architecture "account-states"

  Rule: what each method enforces

    # The rows on account states in the table "Comparing methods".
    Scenario Outline: <state>, <user>
      Given the user <user> has these settings:
        | onPremisesAccountState | <state> |
      Then the verdicts are:
        | user   | client       | purpose   | verdict   | rule    | stage   |
        | <user> | Outlook 2016 | read mail | <verdict> | <rule>  | <stage> |
        | <user> | IMAP client  | read mail | <verdict> | <basic> | <stage> |

      Examples: password hash sync
        | user | state               | verdict        | rule   | basic  | stage           |
        | Hash | sound               | signs in       | CRED-3 | CRED-5 | -               |
        | Hash | disabled            | cannot sign in | ACC-16 | ACC-16 | at the password |
        | Hash | locked              | signs in       | CRED-3 | CRED-5 | -               |
        | Hash | expired             | signs in       | CRED-3 | CRED-5 | -               |
        | Hash | password-expired    | signs in       | CRED-3 | CRED-5 | -               |
        | Hash | outside-logon-hours | signs in       | CRED-3 | CRED-5 | -               |

      Examples: pass-through authentication
        | user  | state               | verdict        | rule   | basic  | stage           |
        | Agent | sound               | signs in       | CRED-3 | CRED-5 | -               |
        | Agent | disabled            | cannot sign in | ACC-16 | ACC-16 | at the password |
        | Agent | locked              | cannot sign in | ACC-16 | ACC-16 | at the password |
        | Agent | expired             | cannot sign in | ACC-16 | ACC-16 | at the password |
        | Agent | password-expired    | cannot sign in | ACC-16 | ACC-16 | at the password |
        | Agent | outside-logon-hours | cannot sign in | ACC-16 | ACC-16 | at the password |

      Examples: federation
        | user      | state               | verdict        | rule   | basic  | stage           |
        | Federated | sound               | signs in       | CRED-3 | CRED-5 | -               |
        | Federated | disabled            | cannot sign in | ACC-16 | ACC-16 | at the password |
        | Federated | locked              | cannot sign in | ACC-16 | ACC-16 | at the password |
        | Federated | expired             | cannot sign in | ACC-16 | ACC-16 | at the password |
        | Federated | password-expired    | cannot sign in | ACC-16 | ACC-16 | at the password |
        | Federated | outside-logon-hours | cannot sign in | ACC-16 | ACC-16 | at the password |

    Scenario: an agent passes on that a password has expired
      Given the user Agent has these settings:
        | onPremisesAccountState | password-expired |
      Then the verdicts are:
        | user  | client       | purpose   | verdict        | error       |
        | Agent | Outlook 2016 | read mail | cannot sign in | AADSTS50144 |

    # The page on error codes has none for an account that is locked, disabled or expired in Active Directory.
    # https://learn.microsoft.com/entra/identity-platform/reference-error-codes
    Scenario Outline: an agent passes on <state> as <error>
      Given the user Agent has these settings:
        | onPremisesAccountState | <state> |
      Then the verdicts are:
        | user  | client       | purpose   | verdict        | error   |
        | Agent | Outlook 2016 | read mail | cannot sign in | <error> |

      Examples:
        | state               | error       |
        | outside-logon-hours | AADSTS80012 |
        | locked              | -           |
        | disabled            | -           |
        | expired             | -           |

    # App passwords are checked in the cloud whatever the domain.
    Scenario Outline: <state>, an app password of <user>
      Given the user <user> has these settings:
        | onPremisesAccountState | <state> |
      Then the verdicts are:
        | user   | client       | purpose   | verdict    | rule   |
        | <user> | Outlook 2016 | read mail | <verdict>  | <rule> |
        | <user> | IMAP client  | read mail | <with app> | <app>  |

      Examples:
        | user               | state               | verdict        | rule   | with app       | app    |
        | Hash enforced      | locked              | signs in       | CRED-3 | signs in       | CRED-2 |
        | Hash enforced      | disabled            | cannot sign in | ACC-16 | cannot sign in | ACC-16 |
        | Agent enforced     | locked              | cannot sign in | ACC-16 | signs in       | CRED-2 |
        | Agent enforced     | expired             | cannot sign in | ACC-16 | signs in       | CRED-2 |
        | Agent enforced     | disabled            | cannot sign in | ACC-16 | cannot sign in | ACC-16 |
        | Federated enforced | locked              | cannot sign in | ACC-16 | signs in       | CRED-2 |
        | Federated enforced | password-expired    | cannot sign in | ACC-16 | signs in       | CRED-2 |
        | Federated enforced | outside-logon-hours | cannot sign in | ACC-16 | signs in       | CRED-2 |
        | Federated enforced | disabled            | cannot sign in | ACC-16 | cannot sign in | ACC-16 |

    Scenario: an account disabled in the cloud gets no token, regardless of who verifies the password
      Given these users:
        | userPrincipalName                    | accountEnabled |
        | federated@federated.treyresearch.com | false          |
        | agent@agent.treyresearch.com         | false          |
        | hash@hash.treyresearch.com           | false          |
      Then the verdicts are:
        | user      | client       | purpose   | verdict        | error       |
        | Hash      | Outlook 2016 | read mail | cannot sign in | AADSTS50057 |
        | Agent     | Outlook 2016 | read mail | cannot sign in | AADSTS50057 |
        | Federated | Outlook 2016 | read mail | cannot sign in | AADSTS50057 |

  Rule: how late

    Scenario Outline: <minutes> after <user> was disabled on-premises
      When the account of <user> is disabled on-premises
      And <minutes> pass
      Then the verdicts are:
        | user   | client       | purpose   | verdict   | missing   |
        | <user> | Outlook 2016 | read mail | <verdict> | <missing> |

      Examples: password hash sync, within half an hour
        | user | minutes    | verdict        | missing        |
        | Hash | 1 minute   | undetermined   | accountInCloud |
        | Hash | 29 minutes | undetermined   | accountInCloud |
        | Hash | 31 minutes | cannot sign in | -              |

      Examples: the directory on-premises is asked at once
        | user      | minutes  | verdict        | missing |
        | Agent     | 1 minute | cannot sign in | -       |
        | Federated | 1 minute | cannot sign in | -       |

    # https://learn.microsoft.com/entra/identity/authentication/howto-mfa-app-passwords
    Scenario Outline: an app password of <user>, <time> after the account was disabled on-premises
      When the account of <user> is disabled on-premises
      And <time> pass
      Then the verdicts are:
        | user   | client      | purpose   | verdict   | missing   |
        | <user> | IMAP client | read mail | <verdict> | <missing> |

      Examples:
        | user               | time        | verdict        | missing        |
        | Federated enforced | 1 minute    | undetermined   | accountInCloud |
        | Federated enforced | 179 minutes | undetermined   | accountInCloud |
        | Federated enforced | 181 minutes | cannot sign in | -              |

    Scenario: a delay that the file states settles it
      Given the tenant architecture has these changes:
        """yaml
        directorySync:
          delay: PT10M
        """
      When the account of Hash is disabled on-premises
      And 9 minutes pass
      Then Hash must use the interactive sign-in to read mail with Outlook 2016
      When 2 minutes pass
      Then Hash cannot read mail with Outlook 2016

    # https://learn.microsoft.com/entra/identity/conditional-access/policy-block-legacy-authentication
    Scenario Outline: MFA is required of a password that was found right: <state>, without an app password
      Given the tenant architecture has these changes:
        """yaml
        multifactorAuthentication:
          appPasswords: blocked
        """
      And the user Federated enforced has these settings:
        | appPasswords           | []      |
        | onPremisesAccountState | <state> |
      Then the verdicts are:
        | user               | client      | purpose   | verdict        | rule   | stage   |
        | Federated enforced | IMAP client | read mail | cannot sign in | <rule> | <stage> |

      Examples:
        | state  | rule    | stage                    |
        | sound  | CRED-13 | after the password |
        | locked | ACC-16  | at the password    |
