Feature: Who checks the password

  With password hash synchronization it is Microsoft Entra ID, with pass-through authentication an agent on-premises, with
  federation the identity provider. Pass-through works for browsers, for Office with modern authentication, for old Office
  and for old protocols alike; an app password is checked in the cloud in each of the three.
  https://learn.microsoft.com/entra/identity/hybrid/connect/choose-ad-authn
  https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-pta-current-limitations

  Rule: password hash synchronization

    Scenario Outline: <client>, to <purpose>
      Given the tenant architecture "cloud-managed"
      Then the verdicts are:
        | user       | client   | purpose   | verdict  | credential   | verifier | flow   | second factor |
        | Clerk      | <client> | <purpose> | signs in | <credential> | Entra ID | <flow> | not required  |
        | Controller | <client> | <purpose> | signs in | <with MFA>   | Entra ID | <flow> | <factor>      |

      Examples:
        | client                          | purpose               | credential       | flow              | with MFA     | factor   |
        | browser                         | read mail             | interactive      | modern            | interactive  | asked    |
        | Outlook on the web              | read mail             | interactive      | modern            | interactive  | asked    |
        | Outlook 2016                    | read mail             | interactive      | modern            | interactive  | asked    |
        | Outlook for iOS                 | read mail             | interactive      | modern            | interactive  | asked    |
        | Office 2016                     | open documents        | interactive      | modern            | interactive  | asked    |
        | Microsoft Teams                 | send instant messages | interactive      | modern            | interactive  | asked    |
        | Office 2010                     | open documents        | account password | sign in assistant | app password | bypassed |
        | Outlook 2010                    | read mail             | account password | basic             | app password | bypassed |
        | Outlook 2013                    | read mail             | account password | basic             | app password | bypassed |
        | ActiveSync client without OAuth | read mail             | account password | basic             | app password | bypassed |
        | POP client                      | read mail             | account password | basic             | app password | bypassed |
        | IMAP client                     | read mail             | account password | basic             | app password | bypassed |
        | Multifunction device            | send mail             | account password | basic             | app password | bypassed |

    Scenario: nothing on-premises is involved
      Given the tenant architecture "cloud-managed"
      When the Clerk uses the IMAP client to read mail
      Then Microsoft Entra ID is contacted
      And the pass-through agent is not contacted
      And Active Directory is not contacted
      And the sign-in is recorded by Microsoft Entra ID

  Rule: pass-through authentication

    Scenario Outline: <client>, to <purpose>
      Given the tenant architecture "cloud-pass-through"
      Then the verdicts are:
        | user       | client   | purpose   | verdict  | credential   | verifier           | flow   |
        | Clerk      | <client> | <purpose> | signs in | <credential> | pass-through agent | <flow> |
        | Controller | <client> | <purpose> | signs in | <with MFA>   | <with MFA by>      | <flow> |

      Examples:
        | client                          | purpose               | credential       | flow              | with MFA     | with MFA by        |
        | browser                         | read mail             | interactive      | modern            | interactive  | pass-through agent |
        | Outlook 2016                    | read mail             | interactive      | modern            | interactive  | pass-through agent |
        | Office 2016                     | open documents        | interactive      | modern            | interactive  | pass-through agent |
        | Microsoft Teams                 | send instant messages | interactive      | modern            | interactive  | pass-through agent |
        | Office 2010                     | open documents        | account password | sign in assistant | app password | Entra ID           |
        | Outlook 2010                    | read mail             | account password | basic             | app password | Entra ID           |
        | ActiveSync client without OAuth | read mail             | account password | basic             | app password | Entra ID           |
        | POP client                      | read mail             | account password | basic             | app password | Entra ID           |
        | IMAP client                     | read mail             | account password | basic             | app password | Entra ID           |
        | Multifunction device            | send mail             | account password | basic             | app password | Entra ID           |

    Scenario: the password reaches the agent through the cloud, an app password does not
      Given the tenant architecture "cloud-pass-through"
      When the Clerk uses the IMAP client to read mail
      Then the pass-through agent is contacted
      And the sign-in is recorded by Active Directory
      And these messages are sent in this order:
        | from               | to                 | message                     |
        | exchange online    | entra id           | credential forwarded        |
        | entra id           | pass-through agent | password validation request |
        | pass-through agent | active directory   | password validation request |
        | pass-through agent | entra id           | password validation answer  |
      When the Controller uses the IMAP client to read mail
      Then the pass-through agent is not contacted
      And the sign-in is not recorded by Active Directory

  Rule: the password of a wrong sign-in is refused by who checks it

    Scenario Outline: <architecture>
      Given the tenant architecture "<architecture>"
      And these signals:
        | firstFactor | wrong |
      When the Clerk tries the account password to read mail with IMAP client
      Then the sign-in is refused
      And the account password is refused by <verifier>
      And rule ACC-19 ends the sign-in

      Examples:
        | architecture       | verifier           |
        | cloud-managed      | Entra ID           |
        | cloud-pass-through | pass-through agent |

  Rule: two plans differ in the verifier alone

    Scenario: pass-through instead of password hash synchronization changes no credential
      Given the tenant architecture "cloud-pass-through"
      Then compared with the tenant architecture "cloud-managed", no credential changes

  Rule: a password grant is not passed on to an identity provider

    A program that sends a stored password asks Microsoft Entra ID, which does not send it on to an identity provider:
    pass-through works, federation does not, unless a home realm discovery policy allows cloud passwords and the hashes are
    synchronized, or the program first asks the identity provider over WS-Trust, as the vendor's library does.
    https://learn.microsoft.com/entra/identity-platform/v2-oauth-ropc
    https://learn.microsoft.com/entra/msal/dotnet/acquiring-tokens/desktop-mobile/adfs-support

    Background:
      Given the tenant architecture:
        """yaml
        name: A script with a stored password
        asOf: 2021-01-15
        createdDateTime: 2018-03-01
        domains:
          - { name: contoso.com, authenticationType: federated, identityProvider: adfs }
          - { name: agent.contoso.com, authenticationType: managed, managedSignIn: pass-through }
        identityProviders:
          - { name: adfs, product: ad-fs, performsMfa: false, reachableFromInternet: true }
        directorySync: { delay: PT30M }
        securityDefaults: false
        workloads: { microsoft-graph: {}, azure-management: {} }
        networks: [{ name: internet }]
        clients:
          - ropc-script
          - azure-cli-password
          - { name: own-script, displayName: Script with WS-Trust, client: ropc-script, wsTrust: true }
        users:
          - { userPrincipalName: ada@contoso.com, displayName: Ada, perUserMfaState: disabled, appPasswords: [], roles: [], groups: [] }
          - { userPrincipalName: bo@agent.contoso.com, displayName: Bo, perUserMfaState: disabled, appPasswords: [], roles: [], groups: [] }
        """
      And sign-ins come from the internet

    Scenario: a federated user
      When Ada uses ropc-script to get a token
      Then rule ACC-25 ends the sign-in
      And the identity provider is not contacted

    Scenario: pass-through
      When Bo uses ropc-script to get a token
      Then the required credential is the account password
      And the account password is verified by the pass-through agent

    Scenario: a program that asks the identity provider itself
      When Ada uses "Script with WS-Trust" to get a token
      Then the required credential is the account password
      And the account password is verified by the identity provider

    Scenario: for the vendor's own tools it is not documented whom they ask first
      When Ada uses azure-cli-password to administer
      Then the sign-in is undetermined

    Scenario Outline: a home realm discovery policy, <case>
      Given the tenant architecture has these changes:
        """yaml
        domains: [{ name: contoso.com, managedSignIn: <hashes> }]
        homeRealmDiscoveryPolicies: [<policy>]
        """
      Then the verdicts are:
        | user | client      | purpose     | verdict   | verifier   | rule   |
        | Ada  | ropc-script | get a token | <verdict> | <verifier> | <rule> |

      Examples:
        | case                                   | hashes             | policy                                                                  | verdict        | verifier | rule   |
        | the organization's                     | password-hash-sync | { allowCloudPasswordValidation: true, isOrganizationDefault: true }     | signs in       | Entra ID | CRED-5 |
        | the resource's                         | password-hash-sync | { allowCloudPasswordValidation: true, applications: [microsoft-graph] } | signs in       | Entra ID | CRED-5 |
        | that forbids it                        | password-hash-sync | { allowCloudPasswordValidation: false, isOrganizationDefault: true }    | cannot sign in | -        | ACC-25 |
        | without hashes                         | pass-through       | { allowCloudPasswordValidation: true, isOrganizationDefault: true }     | cannot sign in | -        | ACC-25 |

    Scenario: whether hashes are synchronized must be known
      Given the tenant architecture has these changes:
        """yaml
        homeRealmDiscoveryPolicies: [{ allowCloudPasswordValidation: true, isOrganizationDefault: true }]
        """
      Then the verdicts are:
        | user | client      | purpose     | verdict      | missing                             |
        | Ada  | ropc-script | get a token | undetermined | passwordGrantChecked, managedSignIn |
