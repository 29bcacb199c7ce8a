Feature: Who performs the second factor of a federated user

  The setting federatedIdpMfaBehavior says whether the MFA of the identity provider counts, is sent back to it, or is always
  done in the cloud. It counts only if the provider passes on the claim.
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
      | acceptIfMfaDoneByFederatedIdp | true     | ["http://schemas.microsoft.com/claims/authnmethodsreferences"] | identity provider |
      | acceptIfMfaDoneByFederatedIdp | false    | [authnmethodsreferences] | Entra ID          |
      | enforceMfaByFederatedIdp      | true     | [authnmethodsreferences] | identity provider |
      | rejectMfaByFederatedIdp       | true     | [authnmethodsreferences] | Entra ID          |
      | rejectMfaByFederatedIdp       | false    | [authnmethodsreferences] | Entra ID          |
      | null                          | true     | [authnmethodsreferences] | identity provider |
      | null                          | false    | [authnmethodsreferences] | Entra ID          |

  Scenario Outline: what the domain enforces has to be done by its provider: it performs MFA, <performs>, and passes on <claims>
    Given the tenant architecture has these changes:
      """yaml
      identityProviders:
        - { name: adfs, performsMfa: <performs>, passesClaims: <claims> }
      """
    When the Enforced uses the browser to read mail from the internet
    Then rule SFB-8 ends the sign-in

    Examples:
      | performs | claims                    |
      | false    | [authnmethodsreferences]  |
      | false    | null                      |
      | true     | []                        |
      | true     | [insidecorporatenetwork]  |
      | null     | [insidecorporatenetwork]  |

  Scenario Outline: the older setting is read where the newer one was never set: SupportsMfa <supports>
    Given the tenant architecture has these changes:
      """yaml
      identityProviders:
        - { name: adfs, performsMfa: <performs>, passesClaims: [authnmethodsreferences] }
      domains:
        - { name: accept.relecloud.com, federatedIdpMfaBehavior: <behavior>, supportsMfa: <supports> }
      """
    And the user Accepted has these settings:
      | lastMfa | null |
    Then the verdicts are:
      | user     | client  | purpose   | network  | verdict   | second factor by |
      | Accepted | browser | read mail | internet | <verdict> | <by>             |

    Examples:
      | supports | behavior                      | performs | verdict        | by                |
      | true     | null                          | true     | signs in       | identity provider |
      | true     | null                          | false    | cannot sign in | -                 |
      | true     | rejectMfaByFederatedIdp       | true     | signs in       | Entra ID          |
      | false    | null                          | true     | signs in       | identity provider |
      | false    | null                          | false    | signs in       | Entra ID          |
      | false    | enforceMfaByFederatedIdp      | true     | signs in       | identity provider |

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
    And the verdicts are:
      | user     | client  | purpose   | network  | verdict  | second factor by |
      | Accepted | browser | read mail | internet | signs in | <by>             |

    Examples:
      | behavior                     | factor            | by                |
      | acceptIfMfaDoneByFederatedIdp | satisfied already | identity provider |
      | enforceMfaByFederatedIdp      | satisfied already | identity provider |
      | rejectMfaByFederatedIdp       | asked             | Entra ID          |

  Scenario Outline: the app password of <user> does not involve the provider
    Then the verdicts are:
      | user   | client       | purpose   | network  | verdict  | credential   | second factor | verifier |
      | <user> | Outlook 2010 | read mail | internet | signs in | app password | bypassed      | Entra ID |

    Examples:
      | user     |
      | Accepted |
      | Enforced |
      | Rejected |
