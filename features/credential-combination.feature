Feature: Combination of credentials in a federated hybrid

  Background:
    Given the tenant architecture "federated-skype-on-premises"

  Rule: the verifier of the secret decides which secret is needed

    @founding-19 @founding-20
    Scenario Outline: <purpose>
      Then the finance lead must use the <credential> to <purpose> with <client>
      And rule <rule> decides the credential
      And the <credential> is verified by <verifier>

      Examples:
        | client                  | purpose               | credential       | verifier           | rule   |
        | Skype for Business 2016 | send instant messages | account password | Active Directory   | CRED-1 |
        | Outlook 2010            | open the address book | app password     | Microsoft Entra ID | CRED-2 |

    @founding-14
    Scenario: app passwords bypass federation
      When the finance lead uses Outlook 2010 to open the address book
      Then the identity provider is not contacted
