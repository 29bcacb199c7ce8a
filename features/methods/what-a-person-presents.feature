Feature: What a user presents for an interactive sign-in
  The methods of a person, the policies, the device and the date decide which combinations of methods would do; the vendor's
  ranking decides which one is asked for first.

  Background:
    Given the tenant architecture "passwordless-company"

  Rule: what is registered, allowed and enough is admissible

    # https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strengths
    Scenario Outline: <user> with <client>
      Then the verdicts are:
        | user   | client   | purpose   | verdict  | credential  | presents   | verifier   |
        | <user> | <client> | read mail | signs in | interactive | <presents> | <verifier> |

      Examples:
        | user          | client               | presents                      | verifier           |
        | Roaster       | Outlook              | passkey                       | Entra ID           |
        | Roaster       | Outlook on the phone | passkey                       | Entra ID           |
        | Bookkeeper    | Outlook on the phone | password and Authenticator    | pass-through-agent |
        | Bookkeeper    | Browser of the kiosk | password and Authenticator    | pass-through-agent |
        | Buyer         | Outlook              | password and Authenticator    | pass-through-agent |
        | Driver        | Outlook              | password and text message     | pass-through-agent |
        | Packer        | Outlook              | password and code from an app | pass-through-agent |
        | Barista       | Outlook on the phone | -                             | pass-through-agent |
        | Administrator | Outlook              | passkey                       | Entra ID           |

    Scenario: an administrator presents a passkey, and no approval in Authenticator
      When the Administrator uses Outlook to read mail
      Then the user presents a passkey
      And the user does not present password and Authenticator

  Rule: a second factor that is not asked for is not presented

    # https://learn.microsoft.com/entra/identity/authentication/concept-system-preferred-multifactor-authentication
    Scenario Outline: <user> where no policy demands MFA
      Given the Conditional Access policy:
        """yaml
        displayName: MFA for everybody
        state: disabled
        """
      Then the verdicts are:
        | user   | client  | purpose   | verdict  | presents   | second factor |
        | <user> | Outlook | read mail | signs in | <presents> | not required  |

      Examples:
        | user    | presents |
        | Roaster | passkey  |
        | Buyer   | password |
        | Driver  | password |

  Rule: a strength leaves out what it does not list

    # https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strength-how-it-works
    Scenario: an administrator who has no passkey is led to add one, after MFA
      Given the user Administrator has these settings:
        | methods | [microsoftAuthenticatorPush] |
      When the Administrator uses Outlook to read mail
      Then the sign-in succeeds
      And rule MFA-26 decides the second factor
      And the user presents password and Authenticator

    Scenario Outline: an administrator who cannot add a passkey is kept out, <case>
      Given the user Administrator has these settings:
        | methods | <methods> |
      And the tenant architecture has these changes:
        """yaml
        multifactorAuthentication: { availableMethods: <available> }
        """
      And the date is <date>
      Then the verdicts are:
        | user          | client  | purpose   | verdict | rule   | error       |
        | Administrator | Outlook | read mail | blocked | POL-26 | AADSTS53003 |

      Examples:
        | case                                   | methods                      | available                           | date       |
        | for want of any method to pass MFA     | []                           | [fido2, microsoftAuthenticatorPush] | 2026-11-15 |
        | where passkeys are kept from people    | [microsoftAuthenticatorPush] | [sms, microsoftAuthenticatorPush]   | 2026-11-15 |
        | before registration led to passkeys    | [microsoftAuthenticatorPush] | [fido2, microsoftAuthenticatorPush] | 2023-11-15 |

    Scenario: who registers methods at a sign-in meets the policies on registering
      Given the user Administrator has these settings:
        | methods | [microsoftAuthenticatorPush] |
      And the Conditional Access policy:
        """yaml
        displayName: No registration
        state: enabled
        conditions:
          users: { includeUsers: [All] }
          applications: { includeUserActions: ['urn:user:registersecurityinfo'] }
          clientAppTypes: [all]
        grantControls: { operator: OR, builtInControls: [block] }
        """
      Then the verdicts are:
        | user          | client  | purpose   | verdict | rule   |
        | Administrator | Outlook | read mail | blocked | POL-22 |

  Rule: a method that a sign-in states is what it presents

    Scenario Outline: the sign-in states <methods>
      Given these signals:
        | methods | <methods> |
      Then the verdicts are:
        | user       | client  | purpose   | verdict  | presents   | verifier   |
        | Bookkeeper | Outlook | read mail | signs in | <presents> | <verifier> |

      Examples:
        | methods                             | presents                   | verifier           |
        | windowsHelloForBusiness             | Windows Hello for Business | Entra ID           |
        | password,microsoftAuthenticatorPush | password and Authenticator | pass-through-agent |

    # https://learn.microsoft.com/entra/identity/authentication/concept-authentication-qr-code
    Scenario Outline: <methods> of the <user>, with <client>, cannot be presented
      Given these signals:
        | methods | <methods> |
      Then the verdicts are:
        | user   | client   | purpose   | verdict        | rule   | presents |
        | <user> | <client> | read mail | cannot sign in | <rule> | -        |

      Examples: since the person has not registered it
        | user       | client  | methods                    | rule  |
        | Roaster    | Outlook | deviceBasedPush            | MTH-1 |
        | Driver     | Outlook | fido2                      | MTH-1 |
        | Driver     | Outlook | password,softwareOath      | MTH-1 |
        | Bookkeeper | Outlook | federatedMultiFactor       | MTH-1 |

      Examples: since the device cannot
        | user       | client               | methods                 | rule  |
        | Barista    | Outlook              | qrCodePin               | MTH-5 |
        | Bookkeeper | Outlook on the phone | windowsHelloForBusiness | MTH-4 |
        | Bookkeeper | Browser of the kiosk | windowsHelloForBusiness | MTH-4 |

      Examples: since the organization does not allow it
        | user   | client  | methods               | rule  |
        | Packer | Outlook | password,hardwareOath | MTH-2 |

    Scenario: who is said to have typed the password is asked for the rest
      Given these signals:
        | methods | password |
      Then the verdicts are:
        | user   | client  | purpose   | verdict  | presents                      | second factor |
        | Buyer  | Outlook | read mail | signs in | password and Authenticator    | asked         |
        | Driver | Outlook | read mail | signs in | password and text message     | asked         |
        | Packer | Outlook | read mail | signs in | password and code from an app | asked         |

    Scenario: nothing is typed where nothing can be presented
      Given these signals:
        | methods | qrCodePin |
      When the Barista uses Outlook to read mail
      Then no credential can sign in
      And rule MTH-5 ends the sign-in

  Rule: phone sign-in comes before the password, and is checked by Entra ID

    # https://learn.microsoft.com/entra/identity/authentication/concept-system-preferred-authentication
    Scenario: a user of pass-through authentication who has phone sign-in
      Given the tenant architecture has these changes:
        """
        users: [{ userPrincipalName: key@fourthcoffee.com, methods: [deviceBasedPush] }]
        """
      Then the verdicts are:
        | user    | client  | purpose   | verdict  | presents                         | verifier |
        | Roaster | Outlook | read mail | signs in | phone sign-in with Authenticator | Entra ID |

  Rule: an external method satisfies policies that require MFA, and no strength

    # https://learn.microsoft.com/entra/identity/authentication/how-to-authentication-external-method-manage
    Scenario Outline: <user> has <methods>
      Given the tenant architecture has these changes:
        """
        multifactorAuthentication: { availableMethods: null }
        users: [{ userPrincipalName: <name>@fourthcoffee.com, methods: [<methods>] }]
        """
      Then the verdicts are:
        | user   | client  | purpose   | verdict   | second factor | presents   | rule   |
        | <user> | Outlook | read mail | <verdict> | <factor>      | <presents> | <rule> |

      Examples:
        | user          | name  | methods                                                  | verdict  | factor | presents                     | rule   |
        | Roaster       | key   | externalAuthenticationMethod                             | signs in | asked  | password and external method | CRED-3 |
        | Roaster       | key   | externalAuthenticationMethod, microsoftAuthenticatorPush | signs in | asked  | password and Authenticator   | CRED-3 |
        | Administrator | admin | externalAuthenticationMethod                             | signs in | registration required | - | CRED-3 |

    Scenario: it needs a policy of its own, and other demands are open
      Given the tenant architecture has these changes:
        """
        multifactorAuthentication: { availableMethods: null }
        conditionalAccess: { policies: [] }
        users: [{ userPrincipalName: key@fourthcoffee.com, methods: [externalAuthenticationMethod], perUserMfaState: enforced }]
        """
      Then the verdicts are:
        | user    | client  | purpose   | verdict      |
        | Roaster | Outlook | read mail | undetermined |

  Rule: in a federated domain the identity provider checks the password, and Entra ID what replaces it

    # https://learn.microsoft.com/entra/identity/authentication/howto-authentication-temporary-access-pass#use-a-temporary-access-pass
    # No page says whether a user who has a passkey is redirected before the passkey is asked for.
    Scenario Outline: a user who has <method>
      Given the tenant architecture has these changes:
        """
        domains: [{ name: fourthcoffee.com, authenticationType: federated, identityProvider: AD FS }]
        identityProviders: [{ name: AD FS, product: ad-fs, performsMfa: false, reachableFromInternet: true }]
        users: [{ userPrincipalName: key@fourthcoffee.com, methods: [<method>] }]
        """
      Then the verdicts are:
        | user    | client  | purpose   | verdict  | presents   | verifier   |
        | Roaster | Outlook | read mail | signs in | <presents> | <verifier> |

      Examples:
        | method                      | presents                            | verifier      |
        | fido2                       | -                                   | federated-idp |
        | temporaryAccessPassMultiUse | temporaryAccessPassMultiUse         | Entra ID      |
        | microsoftAuthenticatorPush  | identity provider and Authenticator | federated-idp |

  Rule: text messages end

    # https://learn.microsoft.com/entra/identity/authentication/concept-sms-voice-retirement-faq
    Scenario Outline: on <date>
      Given the date is <date>
      Then the verdicts are:
        | user   | client  | purpose   | verdict  | second factor | presents   |
        | Driver | Outlook | read mail | signs in | <factor>      | <presents> |

      Examples:
        | date       | factor                | presents                  |
        | 2027-01-31 | asked                 | password and text message |
        | 2027-02-01 | registration required | password                  |

    Scenario: a telephony provider of the tenant keeps them
      Given the date is 2027-03-01
      And the tenant architecture has these changes:
        """
        rollouts: [{ change: telephonyProvider, state: opted-out }]
        """
      Then the verdicts are:
        | user   | client  | purpose   | verdict  | second factor | presents                  |
        | Driver | Outlook | read mail | signs in | asked         | password and text message |

  Rule: who is asked for what depends on the date and on system-preferred authentication

    # https://learn.microsoft.com/entra/identity/authentication/concept-system-preferred-authentication
    Scenario Outline: system-preferred authentication is <state> on <date>
      Given the date is <date>
      And the tenant architecture has these changes:
        """
        multifactorAuthentication: { systemCredentialPreferences: <state> }
        """
      Then the verdicts are:
        | user  | client  | purpose   | verdict  | presents   |
        | Buyer | Outlook | read mail | signs in | <presents> |

      Examples:
        | state    | date       | presents                   |
        | default  | 2026-10-01 | password and Authenticator |
        | default  | 2025-10-01 | password and Authenticator |
        | enabled  | 2026-10-01 | password and Authenticator |
        | disabled | 2026-10-01 | -                          |
        | default  | 2023-01-01 | -                          |
