Feature: Leaving AD FS for passkeys, with one breakage

  A group moves to cloud authentication by staged rollout. AD FS did its second factor, so one of its members has
  registered nothing with Microsoft Entra ID; a policy allows registration in the office alone. At home the member
  is locked out on the day of the move, in every client.
  https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-staged-rollout
  https://learn.microsoft.com/entra/identity/conditional-access/policy-all-users-security-info-registration

  Background:
    Given the tenant architecture "leaving-ad-fs"

  Scenario Outline: the <user> with <client> from <network>
    Then the verdicts are:
      | user   | client   | purpose   | network   | verdict   | credential   | verifier   | rule   |
      | <user> | <client> | <purpose> | <network> | <verdict> | <credential> | <verifier> | <rule> |

    Examples: whoever has a passkey works anywhere
      | user    | client  | purpose               | network | verdict  | credential  | verifier | rule   |
      | analyst | Outlook | read mail             | home    | signs in | interactive | Entra ID | CRED-3 |
      | analyst | Teams   | send instant messages | home    | signs in | interactive | Entra ID | CRED-3 |
      | analyst | Browser | open documents        | office  | signs in | interactive | Entra ID | CRED-3 |

    Examples: whoever has registered nothing is locked out at home
      | user   | client               | purpose               | network | verdict | credential | verifier | rule   |
      | fitter | Outlook              | read mail             | home    | blocked | -          | -        | POL-22 |
      | fitter | Outlook on the phone | read mail             | home    | blocked | -          | -        | POL-22 |
      | fitter | Teams                | send instant messages | home    | blocked | -          | -        | POL-22 |
      | fitter | Browser              | open documents        | home    | blocked | -          | -        | POL-22 |

    Examples: and registers in the office
      | user   | client  | purpose   | network | verdict  | credential  | verifier | rule   |
      | fitter | Outlook | read mail | office  | signs in | interactive | Entra ID | CRED-3 |

    Examples: whoever has not moved is still checked by AD FS
      | user       | client  | purpose   | network | verdict  | credential  | verifier          | rule   |
      | accountant | Outlook | read mail | home    | signs in | interactive | identity provider | CRED-3 |
      | accountant | Browser | read mail | office  | signs in | interactive | identity provider | CRED-3 |

  Scenario: a passkey that is registered before the move keeps everyone working
    Given the user fitter has these settings:
      | methods | [fido2] |
    Then every sign-in by "fitter@tailwindtraders.com" with "teams" succeeds
    And every sign-in by "fitter@tailwindtraders.com" with "browser" succeeds
