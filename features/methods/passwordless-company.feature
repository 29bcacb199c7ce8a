Feature: Every sign-in of a company on its way to no passwords
  Each sign-in that the architecture plans has a row: the credential, what the person presents, how often somebody is asked,
  what the device's own sign-in leaves behind, and the rule. How the devices are opened is not stated at first, so that they
  leave nothing behind, and a fresh sign-in is shown.
  https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strengths
  https://learn.microsoft.com/entra/identity/authentication/concept-system-preferred-authentication

  Background:
    Given the tenant architecture "passwordless-company"

  Scenario: Roaster
    Then the verdicts are:
      | user    | client               | purpose               | verdict      | credential  | presents | second factor | prompts | device token | device ticket | rule   |
      | Roaster | Outlook              | read mail             | signs in     | interactive | passkey  | asked         | 1       | -            | -             | CRED-3 |
      | Roaster | Outlook              | open the address book | signs in     | interactive | passkey  | asked         | 1       | -            | -             | CRED-3 |
      | Roaster | Outlook              | check free busy       | undetermined | -           | -        | -             | -       | -            | -             | MBX-5  |
      | Roaster | Outlook              | send mail             | signs in     | interactive | passkey  | asked         | 1       | -            | -             | CRED-3 |
      | Roaster | Outlook on the phone | read mail             | signs in     | interactive | passkey  | asked         | 1       | -            | -             | CRED-3 |
      | Roaster | Outlook on the phone | open the address book | signs in     | interactive | passkey  | asked         | 1       | -            | -             | CRED-3 |
      | Roaster | Outlook on the phone | check free busy       | signs in     | interactive | passkey  | asked         | 1       | -            | -             | CRED-3 |
      | Roaster | Outlook on the phone | send mail             | signs in     | interactive | passkey  | asked         | 1       | -            | -             | CRED-3 |
      | Roaster | Browser of the kiosk | read mail             | signs in     | interactive | passkey  | asked         | 1       | -            | -             | CRED-3 |
      | Roaster | Browser of the kiosk | open the address book | signs in     | interactive | passkey  | asked         | 1       | -            | -             | CRED-3 |
      | Roaster | Browser of the kiosk | check free busy       | signs in     | interactive | passkey  | asked         | 1       | -            | -             | CRED-3 |
      | Roaster | Browser of the kiosk | send mail             | signs in     | interactive | passkey  | asked         | 1       | -            | -             | CRED-3 |
      | Roaster | Browser of the kiosk | administer            | signs in     | interactive | passkey  | asked         | 1       | -            | -             | CRED-3 |

  Scenario: Bookkeeper
    Then the verdicts are:
      | user       | client               | purpose               | verdict      | credential  | presents                   | second factor | prompts | device token | device ticket | rule   |
      | Bookkeeper | Outlook              | read mail             | signs in     | interactive | -                          | asked         | 1       | -            | -             | CRED-3 |
      | Bookkeeper | Outlook              | open the address book | signs in     | interactive | -                          | asked         | 1       | -            | -             | CRED-3 |
      | Bookkeeper | Outlook              | check free busy       | undetermined | -           | -                          | -             | -       | -            | -             | MBX-5  |
      | Bookkeeper | Outlook              | send mail             | signs in     | interactive | -                          | asked         | 1       | -            | -             | CRED-3 |
      | Bookkeeper | Outlook on the phone | read mail             | signs in     | interactive | password and Authenticator | asked         | 1       | -            | -             | CRED-3 |
      | Bookkeeper | Outlook on the phone | open the address book | signs in     | interactive | password and Authenticator | asked         | 1       | -            | -             | CRED-3 |
      | Bookkeeper | Outlook on the phone | check free busy       | signs in     | interactive | password and Authenticator | asked         | 1       | -            | -             | CRED-3 |
      | Bookkeeper | Outlook on the phone | send mail             | signs in     | interactive | password and Authenticator | asked         | 1       | -            | -             | CRED-3 |
      | Bookkeeper | Browser of the kiosk | read mail             | signs in     | interactive | password and Authenticator | asked         | 1       | -            | -             | CRED-3 |
      | Bookkeeper | Browser of the kiosk | open the address book | signs in     | interactive | password and Authenticator | asked         | 1       | -            | -             | CRED-3 |
      | Bookkeeper | Browser of the kiosk | check free busy       | signs in     | interactive | password and Authenticator | asked         | 1       | -            | -             | CRED-3 |
      | Bookkeeper | Browser of the kiosk | send mail             | signs in     | interactive | password and Authenticator | asked         | 1       | -            | -             | CRED-3 |
      | Bookkeeper | Browser of the kiosk | administer            | signs in     | interactive | password and Authenticator | asked         | 1       | -            | -             | CRED-3 |

  Scenario: Buyer
    Then the verdicts are:
      | user  | client               | purpose               | verdict      | credential  | presents                   | second factor | prompts | device token | device ticket | rule   |
      | Buyer | Outlook              | read mail             | signs in     | interactive | password and Authenticator | asked         | 1       | -            | -             | CRED-3 |
      | Buyer | Outlook              | open the address book | signs in     | interactive | password and Authenticator | asked         | 1       | -            | -             | CRED-3 |
      | Buyer | Outlook              | check free busy       | undetermined | -           | -                          | -             | -       | -            | -             | MBX-5  |
      | Buyer | Outlook              | send mail             | signs in     | interactive | password and Authenticator | asked         | 1       | -            | -             | CRED-3 |
      | Buyer | Outlook on the phone | read mail             | signs in     | interactive | password and Authenticator | asked         | 1       | -            | -             | CRED-3 |
      | Buyer | Outlook on the phone | open the address book | signs in     | interactive | password and Authenticator | asked         | 1       | -            | -             | CRED-3 |
      | Buyer | Outlook on the phone | check free busy       | signs in     | interactive | password and Authenticator | asked         | 1       | -            | -             | CRED-3 |
      | Buyer | Outlook on the phone | send mail             | signs in     | interactive | password and Authenticator | asked         | 1       | -            | -             | CRED-3 |
      | Buyer | Browser of the kiosk | read mail             | signs in     | interactive | password and Authenticator | asked         | 1       | -            | -             | CRED-3 |
      | Buyer | Browser of the kiosk | open the address book | signs in     | interactive | password and Authenticator | asked         | 1       | -            | -             | CRED-3 |
      | Buyer | Browser of the kiosk | check free busy       | signs in     | interactive | password and Authenticator | asked         | 1       | -            | -             | CRED-3 |
      | Buyer | Browser of the kiosk | send mail             | signs in     | interactive | password and Authenticator | asked         | 1       | -            | -             | CRED-3 |
      | Buyer | Browser of the kiosk | administer            | signs in     | interactive | password and Authenticator | asked         | 1       | -            | -             | CRED-3 |

  Scenario: Driver
    Then the verdicts are:
      | user   | client               | purpose               | verdict      | credential  | presents                  | second factor | prompts | device token | device ticket | rule   |
      | Driver | Outlook              | read mail             | signs in     | interactive | password and text message | asked         | 1       | -            | -             | CRED-3 |
      | Driver | Outlook              | open the address book | signs in     | interactive | password and text message | asked         | 1       | -            | -             | CRED-3 |
      | Driver | Outlook              | check free busy       | undetermined | -           | -                         | -             | -       | -            | -             | MBX-5  |
      | Driver | Outlook              | send mail             | signs in     | interactive | password and text message | asked         | 1       | -            | -             | CRED-3 |
      | Driver | Outlook on the phone | read mail             | signs in     | interactive | password and text message | asked         | 1       | -            | -             | CRED-3 |
      | Driver | Outlook on the phone | open the address book | signs in     | interactive | password and text message | asked         | 1       | -            | -             | CRED-3 |
      | Driver | Outlook on the phone | check free busy       | signs in     | interactive | password and text message | asked         | 1       | -            | -             | CRED-3 |
      | Driver | Outlook on the phone | send mail             | signs in     | interactive | password and text message | asked         | 1       | -            | -             | CRED-3 |
      | Driver | Browser of the kiosk | read mail             | signs in     | interactive | password and text message | asked         | 1       | -            | -             | CRED-3 |
      | Driver | Browser of the kiosk | open the address book | signs in     | interactive | password and text message | asked         | 1       | -            | -             | CRED-3 |
      | Driver | Browser of the kiosk | check free busy       | signs in     | interactive | password and text message | asked         | 1       | -            | -             | CRED-3 |
      | Driver | Browser of the kiosk | send mail             | signs in     | interactive | password and text message | asked         | 1       | -            | -             | CRED-3 |
      | Driver | Browser of the kiosk | administer            | signs in     | interactive | password and text message | asked         | 1       | -            | -             | CRED-3 |

  Scenario: Packer
    Then the verdicts are:
      | user   | client               | purpose               | verdict      | credential  | presents                      | second factor | prompts | device token | device ticket | rule   |
      | Packer | Outlook              | read mail             | signs in     | interactive | password and code from an app | asked         | 1       | -            | -             | CRED-3 |
      | Packer | Outlook              | open the address book | signs in     | interactive | password and code from an app | asked         | 1       | -            | -             | CRED-3 |
      | Packer | Outlook              | check free busy       | undetermined | -           | -                             | -             | -       | -            | -             | MBX-5  |
      | Packer | Outlook              | send mail             | signs in     | interactive | password and code from an app | asked         | 1       | -            | -             | CRED-3 |
      | Packer | Outlook on the phone | read mail             | signs in     | interactive | password and code from an app | asked         | 1       | -            | -             | CRED-3 |
      | Packer | Outlook on the phone | open the address book | signs in     | interactive | password and code from an app | asked         | 1       | -            | -             | CRED-3 |
      | Packer | Outlook on the phone | check free busy       | signs in     | interactive | password and code from an app | asked         | 1       | -            | -             | CRED-3 |
      | Packer | Outlook on the phone | send mail             | signs in     | interactive | password and code from an app | asked         | 1       | -            | -             | CRED-3 |
      | Packer | Browser of the kiosk | read mail             | signs in     | interactive | password and code from an app | asked         | 1       | -            | -             | CRED-3 |
      | Packer | Browser of the kiosk | open the address book | signs in     | interactive | password and code from an app | asked         | 1       | -            | -             | CRED-3 |
      | Packer | Browser of the kiosk | check free busy       | signs in     | interactive | password and code from an app | asked         | 1       | -            | -             | CRED-3 |
      | Packer | Browser of the kiosk | send mail             | signs in     | interactive | password and code from an app | asked         | 1       | -            | -             | CRED-3 |
      | Packer | Browser of the kiosk | administer            | signs in     | interactive | password and code from an app | asked         | 1       | -            | -             | CRED-3 |

  Scenario: Barista
    Then the verdicts are:
      | user    | client               | purpose               | verdict      | credential  | presents                  | second factor | prompts | device token | device ticket | rule   |
      | Barista | Outlook              | read mail             | signs in     | interactive | password and text message | asked         | 1       | -            | -             | CRED-3 |
      | Barista | Outlook              | open the address book | signs in     | interactive | password and text message | asked         | 1       | -            | -             | CRED-3 |
      | Barista | Outlook              | check free busy       | undetermined | -           | -                         | -             | -       | -            | -             | MBX-5  |
      | Barista | Outlook              | send mail             | signs in     | interactive | password and text message | asked         | 1       | -            | -             | CRED-3 |
      | Barista | Outlook on the phone | read mail             | signs in     | interactive | -                         | asked         | 1       | -            | -             | CRED-3 |
      | Barista | Outlook on the phone | open the address book | signs in     | interactive | -                         | asked         | 1       | -            | -             | CRED-3 |
      | Barista | Outlook on the phone | check free busy       | signs in     | interactive | -                         | asked         | 1       | -            | -             | CRED-3 |
      | Barista | Outlook on the phone | send mail             | signs in     | interactive | -                         | asked         | 1       | -            | -             | CRED-3 |
      | Barista | Browser of the kiosk | read mail             | signs in     | interactive | password and text message | asked         | 1       | -            | -             | CRED-3 |
      | Barista | Browser of the kiosk | open the address book | signs in     | interactive | password and text message | asked         | 1       | -            | -             | CRED-3 |
      | Barista | Browser of the kiosk | check free busy       | signs in     | interactive | password and text message | asked         | 1       | -            | -             | CRED-3 |
      | Barista | Browser of the kiosk | send mail             | signs in     | interactive | password and text message | asked         | 1       | -            | -             | CRED-3 |
      | Barista | Browser of the kiosk | administer            | signs in     | interactive | password and text message | asked         | 1       | -            | -             | CRED-3 |

  Scenario: Administrator
    Then the verdicts are:
      | user          | client               | purpose               | verdict      | credential  | presents | second factor | prompts | device token | device ticket | rule   |
      | Administrator | Outlook              | read mail             | signs in     | interactive | passkey  | asked         | 1       | -            | -             | CRED-3 |
      | Administrator | Outlook              | open the address book | signs in     | interactive | passkey  | asked         | 1       | -            | -             | CRED-3 |
      | Administrator | Outlook              | check free busy       | undetermined | -           | -        | -             | -       | -            | -             | MBX-5  |
      | Administrator | Outlook              | send mail             | signs in     | interactive | passkey  | asked         | 1       | -            | -             | CRED-3 |
      | Administrator | Outlook on the phone | read mail             | signs in     | interactive | passkey  | asked         | 1       | -            | -             | CRED-3 |
      | Administrator | Outlook on the phone | open the address book | signs in     | interactive | passkey  | asked         | 1       | -            | -             | CRED-3 |
      | Administrator | Outlook on the phone | check free busy       | signs in     | interactive | passkey  | asked         | 1       | -            | -             | CRED-3 |
      | Administrator | Outlook on the phone | send mail             | signs in     | interactive | passkey  | asked         | 1       | -            | -             | CRED-3 |
      | Administrator | Browser of the kiosk | read mail             | signs in     | interactive | passkey  | asked         | 1       | -            | -             | CRED-3 |
      | Administrator | Browser of the kiosk | open the address book | signs in     | interactive | passkey  | asked         | 1       | -            | -             | CRED-3 |
      | Administrator | Browser of the kiosk | check free busy       | signs in     | interactive | passkey  | asked         | 1       | -            | -             | CRED-3 |
      | Administrator | Browser of the kiosk | send mail             | signs in     | interactive | passkey  | asked         | 1       | -            | -             | CRED-3 |
      | Administrator | Browser of the kiosk | administer            | signs in     | interactive | passkey  | asked         | 1       | -            | -             | CRED-3 |

  Scenario: Deputy
    Then the verdicts are:
      | user   | client               | purpose               | verdict      | credential  | presents                   | second factor         | prompts | device token | device ticket | rule   |
      | Deputy | Outlook              | read mail             | signs in     | interactive | password and Authenticator | registration required | 1       | -            | -             | CRED-3 |
      | Deputy | Outlook              | open the address book | signs in     | interactive | password and Authenticator | registration required | 1       | -            | -             | CRED-3 |
      | Deputy | Outlook              | check free busy       | undetermined | -           | -                          | -                     | -       | -            | -             | MBX-5  |
      | Deputy | Outlook              | send mail             | signs in     | interactive | password and Authenticator | registration required | 1       | -            | -             | CRED-3 |
      | Deputy | Outlook on the phone | read mail             | signs in     | interactive | password and Authenticator | registration required | 1       | -            | -             | CRED-3 |
      | Deputy | Outlook on the phone | open the address book | signs in     | interactive | password and Authenticator | registration required | 1       | -            | -             | CRED-3 |
      | Deputy | Outlook on the phone | check free busy       | signs in     | interactive | password and Authenticator | registration required | 1       | -            | -             | CRED-3 |
      | Deputy | Outlook on the phone | send mail             | signs in     | interactive | password and Authenticator | registration required | 1       | -            | -             | CRED-3 |
      | Deputy | Browser of the kiosk | read mail             | signs in     | interactive | password and Authenticator | registration required | 1       | -            | -             | CRED-3 |
      | Deputy | Browser of the kiosk | open the address book | signs in     | interactive | password and Authenticator | registration required | 1       | -            | -             | CRED-3 |
      | Deputy | Browser of the kiosk | check free busy       | signs in     | interactive | password and Authenticator | registration required | 1       | -            | -             | CRED-3 |
      | Deputy | Browser of the kiosk | send mail             | signs in     | interactive | password and Authenticator | registration required | 1       | -            | -             | CRED-3 |
      | Deputy | Browser of the kiosk | administer            | signs in     | interactive | password and Authenticator | registration required | 1       | -            | -             | CRED-3 |

  Rule: what the lock screen leaves behind is not asked for again

    # https://learn.microsoft.com/entra/identity/devices/concept-primary-refresh-token
    Scenario Outline: <user> opens the laptop with <unlocked with>
      Given these signals:
        | deviceSignIn | <unlocked with> |
      Then the verdicts are:
        | user   | client  | purpose   | verdict   | credential  | presents   | prompts   | device token | device ticket | answered by | answering rule |
        | <user> | Outlook | read mail | <verdict> | interactive | <presents> | <prompts> | <token>      | <ticket>      | <answered>  | <rule>         |

      Examples:
        | user          | unlocked with           | verdict  | presents                      | prompts | token        | ticket | answered              | rule  |
        | Bookkeeper    | windowsHelloForBusiness | signs in | Windows Hello for Business    | 0       | multifactor  | -      | primary refresh token | SIL-7 |
        | Roaster       | fido2                   | signs in | passkey                       | 0       | multifactor  | -      | primary refresh token | SIL-7 |
        | Buyer         | password                | signs in | password and Authenticator    | 1       | first factor | -      | primary refresh token | SIL-7 |
        | Driver        | password                | signs in | password and text message     | 1       | first factor | -      | primary refresh token | SIL-7 |
        | Packer        | password                | signs in | password and code from an app | 1       | first factor | -      | primary refresh token | SIL-7 |
        | Barista       | password                | signs in | password and text message     | 1       | first factor | -      | primary refresh token | SIL-7 |
        | Administrator | fido2                   | signs in | passkey                       | 0       | multifactor  | -      | primary refresh token | SIL-7 |
        | Deputy        | password                | signs in | password and Authenticator    | 1       | first factor | -      | primary refresh token | SIL-7 |
