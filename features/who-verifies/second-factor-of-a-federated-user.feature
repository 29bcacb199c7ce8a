Feature: Who performs the second factor of a federated user

  The setting federatedIdpMfaBehavior says whether the MFA of the identity provider counts, is sent back to it, or is always
  done in the cloud. It counts only where the provider passes on the claim that says so.
  https://learn.microsoft.com/graph/api/resources/internaldomainfederation
  https://learn.microsoft.com/entra/identity/authentication/howto-mfa-adfs

  Background:
    Given the tenant architecture "federation-choices"

  Scenario Outline: <behavior>, provider performs MFA: <performs>, passes on <claims>
    Given the tenant architecture has these changes:
      """yaml
      identityProviders:
        - { name: adfs, performsMfa: <performs>, passesClaims: <claims> }
      domains:
        - { name: accept.relecloud.com, federatedIdpMfaBehavior: <behavior> }
      """
    And the user Accepted has these settings:
      | lastMfa | null |
    Then the verdicts are:
      | user     | client       | purpose   | network  | verdict  | second factor | second factor by | verifier          |
      | Accepted | browser      | read mail | internet | signs in | asked         | <by>             | identity provider |
      | Accepted | Outlook 2016 | read mail | internet | signs in | asked         | <by>             | identity provider |

    Examples:
      | behavior                     | performs | claims                   | by                |
      | acceptIfMfaDoneByFederatedIdp | true     | [authnmethodsreferences] | identity provider |
      | acceptIfMfaDoneByFederatedIdp | true     | [insidecorporatenetwork] | Entra ID          |
      | acceptIfMfaDoneByFederatedIdp | false    | [authnmethodsreferences] | Entra ID          |
      | enforceMfaByFederatedIdp      | true     | [authnmethodsreferences] | identity provider |
      | rejectMfaByFederatedIdp       | true     | [authnmethodsreferences] | Entra ID          |
      | rejectMfaByFederatedIdp       | false    | [authnmethodsreferences] | Entra ID          |
      | null                          | true     | [authnmethodsreferences] | identity provider |
      | null                          | false    | [authnmethodsreferences] | Entra ID          |

  Scenario Outline: a sign-in that brings the provider's MFA along, <behavior>
    Given the tenant architecture has these changes:
      """yaml
      domains:
        - { name: accept.relecloud.com, federatedIdpMfaBehavior: <behavior> }
      """
    And the user Accepted has these settings:
      | lastMfa | null |
    And these signals:
      | mfaClaim | federated-idp |
    When the Accepted uses the browser to read mail from the internet
    Then the second factor is <factor>

    Examples:
      | behavior                     | factor            |
      | acceptIfMfaDoneByFederatedIdp | satisfied already |
      | enforceMfaByFederatedIdp      | satisfied already |
      | rejectMfaByFederatedIdp       | asked             |

  Scenario Outline: the app password of <user> is no matter of the provider
    Then the verdicts are:
      | user   | client       | purpose   | network  | verdict  | credential   | second factor | verifier |
      | <user> | Outlook 2010 | read mail | internet | signs in | app password | bypassed      | Entra ID |

    Examples:
      | user     |
      | Accepted |
      | Enforced |
      | Rejected |
