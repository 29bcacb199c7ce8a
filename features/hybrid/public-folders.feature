Feature: Public folders are opened with the account of the user, in the organization that has them

  Public folders are in one organization of a hybrid deployment only. Outlook asks Autodiscover where they are and opens them as
  a conversation of its own: in the other organization the account of the user is verified once more, and has to exist there.
  https://techcommunity.microsoft.com/t5/exchange-team-blog/how-users-access-public-folders-and-what-to-do-when-they-cannot/ba-p/3963070
  https://learn.microsoft.com/exchange/collaboration-exo/public-folders/set-up-modern-hybrid-public-folders

  Background:
    Given the tenant architecture "shared-mailboxes"
    And the workload Exchange Online has these settings:
      | PublicFoldersEnabled | Remote |
    And sign-ins come from the internet

  Scenario Outline: the <user> with a mailbox in the cloud, folders on-premises, <client>
    Given the user <user> has these settings:
      | onPremisesSyncEnabled | true |
    When the <user> uses "<client>" to open public folders
    Then the user needs each of these credentials:
      | leg            | credential       |
      | mailbox        | interactive      |
      | public folders | account password |

    Examples:
      | user      | client                      |
      | assistant | outlook-microsoft-365       |
      | colleague | outlook-microsoft-365       |
      | assistant | outlook-on-a-joined-desktop |

  Scenario: inside, the Windows logon of a joined desktop opens them
    Given the user assistant has these settings:
      | onPremisesSyncEnabled | true |
    When the assistant uses "outlook-on-a-joined-desktop" to open public folders from the corporate
    Then the user needs each of these credentials:
      | leg            | credential         |
      | mailbox        | interactive        |
      | public folders | windows integrated |

  Scenario: a user of the cloud alone has no mail user on-premises
    Given the user colleague has these settings:
      | onPremisesSyncEnabled | false |
    When the colleague uses "outlook-microsoft-365" to open public folders
    Then the sign-in is blocked
    And rule MBX-13 ends the sign-in

  Scenario: folders beside the mailbox need no second sign-in
    Given the workload Exchange Online has these settings:
      | PublicFoldersEnabled | Local |
    When the colleague uses "outlook-microsoft-365" to open public folders
    Then the required credential is interactive
    And the interactive sign-in is verified by Microsoft Entra ID

  Scenario: an organization without public folders
    Given the workload Exchange Online has these settings:
      | PublicFoldersEnabled | None |
    When the colleague uses "outlook-microsoft-365" to open public folders
    Then the sign-in is blocked
    And rule MBX-14 ends the sign-in

  Scenario: the reverse, a mailbox on-premises and folders in the cloud
    Given the workload Exchange Server has these settings:
      | PublicFoldersEnabled | Remote |
    And the user clerk has these settings:
      | onPremisesSyncEnabled | true |
    When the clerk uses "outlook-microsoft-365" to open public folders
    Then the user needs each of these credentials:
      | leg            | credential       |
      | mailbox        | account password |
      | public folders | interactive      |
