Feature: The dates on which sign-ins change

  Scenario: the vendor turns basic authentication off
    Given the tenant architecture "federated-skype-on-premises"
    Then between 2022-12-01 and 2023-02-01 verdicts change on these dates:
      | date       | because                                                                                         | users |
      | 2023-01-01 | Basic authentication is off in every tenant of Exchange Online and cannot be turned on again. | 4     |

  Scenario: declared events take effect when they happen
    Given the tenant architecture "federated-skype-on-premises"
    And these events happen:
      | at         | type                   | user                     |
      | 2019-11-01 | registration-completed | new.starter@contoso.com  |
      | 2019-11-05 | password-reset         | finance.lead@contoso.com |
    Then between 2019-10-22 and 2019-12-01 verdicts change on these dates:
      | date       | because                                        | users |
      | 2019-11-01 | registration-completed new.starter@contoso.com | 1     |

  Scenario: an account that is disabled on-premises is disabled in the cloud when the directory has synchronized
    Given the tenant architecture "federated-skype-on-premises"
    And these events happen:
      | at                   | type             | user                     |
      | 2019-11-01T08:00:00Z | account-disabled | finance.lead@contoso.com |
    Then between 2019-10-22 and 2019-12-01 verdicts change on these dates:
      | date                 | because                                   | users |
      | 2019-11-01T08:00:00Z | account-disabled finance.lead@contoso.com | 1     |
      | 2019-11-01T11:00:00Z | time passes                               | 1     |

  Scenario: nothing is dated for a short while
    Given the tenant architecture "hybrid-autodiscover"
    When the date becomes 2019-10-03
    Then compared with 2019-10-02, no verdict changes
