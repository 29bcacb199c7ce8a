Feature: Skype for Business topologies with modern authentication

  Eight topologies are published; in each, the home of chat and of mail decides who authorizes which conversation of one
  Skype for Business client:
  https://learn.microsoft.com/skypeforbusiness/plan-your-deployment/modern-authentication/topologies-supported

  Scenario Outline: <user> in <topology>
    Given the tenant architecture "<topology>"
    And sign-ins come from the internet
    When <user> uses "skype-for-business-2016" to check free busy
    Then the legs are:
      | leg                   | credential | verifier       |
      | registrar             | <chat>     | <chat checked> |
      | exchange web services | <mail>     | <mail checked> |

    Examples:
      | topology               | user              | chat             | chat checked      | mail             | mail checked      |
      | skype-cloud-only       | Cloud person      | interactive      | identity provider | interactive      | identity provider |
      | skype-on-premises-only | Server person     | interactive      | identity provider | account password | Active Directory  |
      | skype-mixed-1          | Mail in the cloud | account password | Active Directory  | interactive      | identity provider |
      | skype-mixed-2          | Chat in the cloud | interactive      | identity provider | account password | Active Directory  |
      | skype-mixed-3          | Mail in the cloud | account password | Active Directory  | interactive      | identity provider |
      | skype-mixed-3          | Server person     | account password | Active Directory  | account password | Active Directory  |
      | skype-mixed-4          | Chat in the cloud | interactive      | identity provider | account password | Active Directory  |
      | skype-mixed-4          | Server person     | account password | Active Directory  | account password | Active Directory  |
      | skype-mixed-5          | Cloud person      | interactive      | identity provider | interactive      | identity provider |
      | skype-mixed-5          | Mail in the cloud | account password | Active Directory  | interactive      | identity provider |
      | skype-mixed-5          | Chat in the cloud | interactive      | identity provider | account password | Active Directory  |
      | skype-mixed-5          | Server person     | account password | Active Directory  | account password | Active Directory  |
      | skype-mixed-6          | Cloud person      | interactive      | identity provider | interactive      | identity provider |
      | skype-mixed-6          | Mail in the cloud | interactive      | identity provider | interactive      | identity provider |
      | skype-mixed-6          | Chat in the cloud | interactive      | identity provider | interactive      | identity provider |
      | skype-mixed-6          | Server person     | interactive      | identity provider | interactive      | identity provider |

  Scenario Outline: <user> in <topology> is prompted twice, for two credentials
    Given the tenant architecture "<topology>"
    And sign-ins come from the internet
    Then the verdicts are:
      | user   | client                  | purpose         | verdict             | prompts |
      | <user> | skype-for-business-2016 | check free busy | several-credentials | 2       |

    Examples:
      | topology               | user              |
      | skype-on-premises-only | Server person     |
      | skype-mixed-1          | Mail in the cloud |
      | skype-mixed-2          | Chat in the cloud |
      | skype-mixed-3          | Mail in the cloud |
      | skype-mixed-4          | Chat in the cloud |
      | skype-mixed-5          | Mail in the cloud |
      | skype-mixed-5          | Chat in the cloud |

  Scenario Outline: <topology> is warned about the client setting it needs only if it is not set
    Given the tenant architecture "<topology>"
    Then checking the tenant architecture does not find "CON-2"

    Examples:
      | topology      |
      | skype-mixed-1 |
      | skype-mixed-3 |
      | skype-mixed-5 |

  Scenario: without the client setting the second conversation falls back to a password
    Given the tenant architecture "skype-mixed-1"
    And sign-ins come from the internet
    And the workload Skype for Business Server has these settings:
      | AllowAdalForNonLyncIndependentOfLync | false |
    When Mail in the cloud uses "skype-for-business-2016" to check free busy
    Then the exchange web services leg requires the app password
