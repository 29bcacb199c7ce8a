Feature: The smallest changes that lead to a wanted sign-in are found by search

  Every lever of the architecture is tried alone, then every pair; what is found is minimal within the levers.

  Scenario: an old Outlook is replaced, since nothing else gives it modern authentication
    Given the tenant architecture "federated-skype-on-premises"
    Then for the finance lead to use the interactive sign-in with Outlook 2010 it takes 1 change, such as:
      | changes                                         |
      | replace outlook-2010 with outlook-2019          |
      | replace outlook-2010 with outlook-microsoft-365 |

  Scenario: Outlook 2013 needs no more than its registry
    Given the tenant architecture "federated-skype-on-premises"
    Then for the finance lead to use the interactive sign-in with outlook-2013 it takes 1 change, such as:
      | changes                                                    |
      | clients[outlook-2013].registry.EnableADAL: not stated -> 1 |

  Scenario: the account password works again when MFA is no longer required
    Given the tenant architecture "federated-skype-on-premises"
    Then for the finance lead to use the account password with Outlook 2010 it takes 1 change, such as:
      | changes                                                               |
      | users[finance.lead@contoso.com].perUserMfaState: enforced -> disabled |

  Scenario: administrators cannot be given an app password for PowerShell
    Given the tenant architecture "federated-skype-on-premises"
    Then for the Exchange administrator to use an app password with windows-powershell-basic no two changes are enough

  Scenario: the two passwords of hybrid autodiscover become one when the mailbox has moved
    Given the tenant architecture "hybrid-autodiscover"
    And sign-ins come from internet
    Then for the moved manager to use an app password with outlook-2010 it takes 1 change, such as:
      | changes                            |
      | autodiscover.kind: hybrid -> cloud |

  Scenario: a legacy client passes the policy only by way of an exclusion, or without the policy
    Given the tenant architecture "conditional-access"
    Then for the clerk to use the account password with imap-client it takes 1 change, such as:
      | changes                                                                                       |
      | conditionalAccess.policies[Block legacy authentication].state: enabled -> disabled            |
      | conditionalAccess.policies[Block legacy authentication].excludeUsers: add clerk@northwind.com |
