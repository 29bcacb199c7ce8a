Feature: Second factors and accounts that others answer for
  Sources: https://learn.microsoft.com/entra/identity/conditional-access/controls,
  https://learn.microsoft.com/entra/external-id/authentication-conditional-access,
  https://learn.microsoft.com/entra/identity/conditional-access/concept-token-protection

  Background:
    Given the tenant architecture "other-providers"

  Scenario Outline: <user>, <client>, <purpose>
    Then the verdicts are:
      | user   | client   | purpose   | verdict   | second factor | second factor by | rule   |
      | <user> | <client> | <purpose> | <verdict> | <factor>      | <by>             | <rule> |

    Examples:
      | user             | client   | purpose             | verdict  | factor            | by                              | rule   |
      | Custom control   | browser  | open documents      | signs in | asked             | custom control                  | CRED-3 |
      | External method  | browser  | open documents      | signs in | asked             | provider of the external method | CRED-3 |
      | Bound token      | outlook  | read mail           | blocked  | -                 | -                               | POL-27 |
      | Bound token      | browser  | read mail           | signs in | not required      | -                               | CRED-3 |
      | Hello            | folders  | open public folders | blocked  | -                 | -                               | MBX-14 |
      | Hello            | explorer | open a file share   | blocked  | -                 | -                               | POL-42 |
      | Partner at risk  | browser  | open documents      | blocked  | -                 | -                               | POL-45 |
      | Guest at risk    | browser  | open documents      | blocked  | -                 | -                               | POL-44 |
      | Guest            | browser  | open documents      | blocked  | -                 | -                               | POL-28 |
      | Shared channel   | browser  | open documents      | blocked  | -                 | -                               | POL-12 |
      | Federated guest  | browser  | open documents      | signs in | asked             | Entra ID                        | CRED-3 |

  Scenario Outline: the application <application> is closed to <user>
    When <user> uses browser to get a token for the application "<application>"
    Then rule <rule> ends the sign-in

    Examples:
      | user            | application | rule   |
      | Federated guest | Old app     | POL-40 |
      | Federated guest | Travel      | POL-41 |
