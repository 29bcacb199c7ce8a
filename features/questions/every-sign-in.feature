Feature: Claims about every sign-in, and comparisons of all of them

  A claim is about the sign-ins that it concerns; where there is none, it fails. A comparison looks at everything that a
  verdict has, and fails where both sides are one and the same.

  Rule: claims

    Scenario: everyone has a working credential
      Given the tenant architecture "app-password-limit"
      Then every client of every user has a working credential
      And every client of the Collector has a working credential
      And no client needs two credentials for one prompt
      And no sign-in is undetermined

    Scenario: with modern clients alone nobody gets in without a second factor
      Given the tenant architecture "app-password-limit"
      And the tenant architecture has these changes:
        """yaml
        clients: [browser]
        """
      Then no sign-in succeeds without a second factor
      And no sign-in from the internet succeeds without a second factor

    Scenario: basic authentication is left to a service account
      Given the tenant architecture "app-password-limit"
      And these users:
        | userPrincipalName | displayName | kind            | perUserMfaState | registered | appPasswords | groups | roles | mailbox         | archive | registrar |
        | scans@margie.com  | Scans       | service-account | disabled        | false      | []           | []     | []    | exchange-online | none    | none      |
      And the tenant architecture has these changes:
        """yaml
        clients:
          - { name: outlook-2010, client: outlook-2010, users: [scans@margie.com] }
        """
      Then only service accounts use basic authentication

  Rule: single sign-ins from one network

    Scenario: an app password from outside
      Given the tenant architecture "federated-skype-on-premises"
      Then the finance lead must use the app password to read mail with Outlook 2010 from the internet

    Scenario: a legacy client after the end of basic authentication
      Given the tenant architecture "federated-skype-on-premises"
      And the date is 2023-01-01
      Then the finance lead cannot read mail with Outlook 2010 from the internet

  Rule: comparisons

    Scenario: one client that is set up differently than in the file
      Given the tenant architecture "federated-skype-on-premises"
      And the client Outlook 2013 has these settings:
        | registry | {EnableADAL: 1, Version: 1} |
      Then compared with the tenant architecture "federated-skype-on-premises", only these verdicts change:
        | user                   | client       | before           | after       |
        | finance lead           | Outlook 2013 | app password     | interactive |
        | Exchange administrator | Outlook 2013 | app password     | interactive |
        | new starter            | Outlook 2013 | account password | interactive |
        | warehouse clerk        | Outlook 2013 | account password | interactive |

    Scenario: a new name for the plan
      Given the tenant architecture "federated-skype-on-premises"
      And the tenant architecture has these changes:
        """yaml
        name: The same under another name
        """
      Then compared with the tenant architecture "federated-skype-on-premises", no verdict changes

    Scenario: a requirement that is removed between two dates
      Given the tenant architecture "app-password-limit"
      And these events happen:
        | at         | type              | user                 | perUserMfaState |
        | 2019-11-01 | mfa-state-changed | collector@margie.com | disabled        |
      And the date is 2019-11-02
      Then compared with 2019-10-31, only these verdicts change:
        | user      | client       | before       | after            |
        | Collector | Outlook 2010 | app password | account password |
        | Collector | browser      | interactive  | interactive      |

  Rule: checks

    Scenario: a plan without findings
      Given the tenant architecture "access-rules"
      Then checking the tenant architecture finds nothing

    Scenario: a file that is not a plan
      Given the tenant architecture "access-rules"
      Then the tenant architecture "invalid/TEN-1-dangling-names" is rejected with "TEN-1"
