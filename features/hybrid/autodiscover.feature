Feature: Where mail clients look for their endpoints

  Every endpoint that asks for a password is a conversation of its own. The order is the vendor's where its pages tell it;
  places known only from copies of them are marked inferred:
  https://support.microsoft.com/help/3211279
  https://learn.microsoft.com/exchange/architecture/client-access/autodiscover

  Background:
    Given the tenant architecture "hybrid-autodiscover"

  Scenario: Outlook 2016 on a joined device inside asks Office 365 first
    Given the client "outlook-2016" has these settings:
      | device | office desktop |
    When the moved manager uses "outlook-2016" to read mail from the corporate
    Then the cloud autodiscover leg looks for its endpoint in this order:
      | method                                | host                            | hosting     | basis      |
      | outlook-2016-restart-cache            | none                            | none        | documented |
      | outlook-2016-last-known-good          | none                            | none        | inferred   |
      | outlook-2016-office-365-first         | outlook.office365.com           | online      | documented |
      | outlook-2016-service-connection-point | autodiscover.fabrikam.com       | on-premises | inferred   |
      | outlook-2016-root-domain              | fabrikam.com                    | none        | inferred   |
      | outlook-2016-autodiscover-host        | autodiscover.fabrikam.com       | on-premises | inferred   |
      | outlook-2016-local-xml                | none                            | none        | inferred   |
      | outlook-2016-http-redirect            | autodiscover.fabrikam.com       | none        | documented |
      | outlook-2016-srv-record               | _autodiscover._tcp.fabrikam.com | none        | inferred   |
      | outlook-2016-office-365-last          | outlook.office365.com           | online      | inferred   |
    And the cloud autodiscover leg finds its endpoint by "outlook-2016-office-365-first"
    And the required credential is interactive

  Scenario: Outlook 2010 outside tries the mail domain, then the autodiscover host, a redirect and a record
    When the moved manager uses "outlook-2010" to read mail from the internet
    Then the on-premises autodiscover leg looks for its endpoint in this order:
      | method                    | host                            | hosting     |
      | outlook-root-domain       | fabrikam.com                    | none        |
      | outlook-autodiscover-host | autodiscover.fabrikam.com       | on-premises |
      | outlook-http-redirect     | autodiscover.fabrikam.com       | none        |
      | outlook-srv-record        | _autodiscover._tcp.fabrikam.com | none        |
    And the on-premises autodiscover leg finds its endpoint by "outlook-autodiscover-host"

  Scenario Outline: the registry value <value> skips a place
    Given the client "outlook-2016" has these settings:
      | device   | office desktop |
      | registry | { <value>: 1 } |
    When the moved manager uses "outlook-2016" to read mail from the corporate
    Then the <leg> autodiscover leg finds its endpoint by "<method>"

    Examples:
      | value                       | leg         | method                                |
      | ExcludeLastKnownGoodURL     | cloud       | outlook-2016-office-365-first         |
      | ExcludeExplicitO365Endpoint | on-premises | outlook-2016-service-connection-point |
      | ExcludeScpLookup            | cloud       | outlook-2016-office-365-first         |
      | ExcludeHttpsRootDomain      | cloud       | outlook-2016-office-365-first         |

  Scenario Outline: without direct connect, <values> leave <method>
    Given the client "outlook-2016" has these settings:
      | device   | office desktop                               |
      | registry | { ExcludeExplicitO365Endpoint: 1, <values> } |
    When the home clerk uses "outlook-2016" to read mail from the corporate
    Then the on-premises autodiscover leg finds its endpoint by "<method>"

    Examples:
      | values              | method                                |
      | ExcludeScpLookup: 0 | outlook-2016-service-connection-point |
      | ExcludeScpLookup: 1 | outlook-2016-autodiscover-host        |

  Scenario Outline: build <build> of Outlook 2016 <asks> Office 365 first
    Given the client "outlook-2016" has these settings:
      | build | <build> |
    When the moved manager uses "outlook-2016" to read mail from the internet
    Then the <leg> autodiscover leg finds its endpoint by "<method>"

    Examples:
      | build            | asks         | leg         | method                         |
      | 16.0.6741.2017   | asks         | cloud       | outlook-2016-office-365-first  |
      | 16.0.11328.20008 | asks         | cloud       | outlook-2016-office-365-first  |
      | 16.0.4549.1000   | does not ask | on-premises | outlook-2016-autodiscover-host |

  Scenario: a moved mailbox is answered with a redirect, and the client asks again in the cloud
    When the moved manager uses "outlook-2010" to read mail from the internet
    Then the legs are:
      | leg                      | credential       | verifier           | relying party   |
      | on-premises autodiscover | account password | Active Directory   | exchange-server |
      | cloud autodiscover       | app password     | Microsoft Entra ID | exchange-online |
      | mailbox                  | app password     | Microsoft Entra ID | exchange-online |

  Scenario Outline: published <where>, <client> asks <leg> first
    Given the tenant architecture has these changes:
      """yaml
      autodiscover:
        kind: <kind>
      """
    When the <user> uses "<client>" to read mail from the internet
    Then the <leg> autodiscover leg requires <credential>

    Examples:
      | where         | kind        | user          | client       | leg         | credential           |
      | in the cloud  | cloud       | moved clerk   | outlook-2010 | cloud       | the account password |
      | in the cloud  | cloud       | moved manager | outlook-2010 | cloud       | the app password     |
      | on-premises   | on-premises | home clerk    | outlook-2010 | on-premises | the account password |
      | on both sides | hybrid      | moved clerk   | outlook-2010 | on-premises | the account password |

  # https://learn.microsoft.com/exchange/architecture/client-access/autodiscover
  Scenario: service connection points of the own site come first, then those of no site, then those of others
    Given the tenant architecture has these changes:
      """yaml
      autodiscover:
        serviceConnectionPoints:
          - { host: far.fabrikam.com, site: branch }
          - { host: any.fabrikam.com }
          - { host: near.fabrikam.com, site: corporate }
      """
    And the client "outlook-2010" has these settings:
      | device | office desktop |
    When the moved manager uses "outlook-2010" to read mail from the corporate
    Then the on-premises autodiscover leg looks for its endpoint in this order:
      | method                           | host                            | hosting     |
      | outlook-service-connection-point | near.fabrikam.com               | on-premises |
      | outlook-service-connection-point | any.fabrikam.com                | on-premises |
      | outlook-service-connection-point | autodiscover.fabrikam.com       | on-premises |
      | outlook-service-connection-point | far.fabrikam.com                | on-premises |
      | outlook-root-domain              | fabrikam.com                    | none        |
      | outlook-autodiscover-host        | autodiscover.fabrikam.com       | on-premises |
      | outlook-http-redirect            | autodiscover.fabrikam.com       | none        |
      | outlook-srv-record               | _autodiscover._tcp.fabrikam.com | none        |

  Scenario: a client of the web services takes them in three steps
    Given the tenant architecture has these changes:
      """yaml
      autodiscover:
        serviceConnectionPoints:
          - { host: far.fabrikam.com, site: branch }
          - { host: any.fabrikam.com }
          - { host: near.fabrikam.com, site: corporate }
      clients: [{ name: ews-client-legacy, device: office desktop }]
      """
    When the moved manager uses "ews-client-legacy" to read mail from the corporate
    Then the on-premises autodiscover leg looks for its endpoint in this order:
      | method                                    | host                      | hosting     |
      | ews-service-connection-point-in-site      | near.fabrikam.com         | on-premises |
      | ews-service-connection-point-without-site | any.fabrikam.com          | on-premises |
      | ews-service-connection-point-elsewhere    | autodiscover.fabrikam.com | on-premises |
      | ews-service-connection-point-elsewhere    | far.fabrikam.com          | on-premises |
      | ews-root-domain                           | fabrikam.com              | none        |
      | ews-autodiscover-host                     | autodiscover.fabrikam.com | on-premises |

  # https://learn.microsoft.com/exchange/activesync-settings
  Rule: The device of a mailbox that has moved meets the server on-premises first, which redirects it

    Scenario Outline: the device of the <user> needs <verdict>
      When the <user> uses "eas-client" to read mail from the internet
      Then the legs are:
        | leg                    | credential       | verifier              | relying party   |
        | on-premises ActiveSync | account password | Active Directory      | exchange-server |
        | mailbox                | <credential>     | <verifier>            | exchange-online |

      Examples:
        | user          | verdict       | credential       | verifier              |
        | moved manager | two passwords | app password     | Microsoft Entra ID    |
        | moved clerk   | one password  | account password | the identity provider |

    Scenario: one stored password cannot be two
      When the moved manager uses "eas-client" to read mail from the internet
      Then one prompt would need these credentials:
        | leg                    | credential       |
        | on-premises ActiveSync | account password |
        | mailbox                | app password     |

    Scenario Outline: a device meets the cloud alone where <why>
      Given the tenant architecture has these changes:
        """yaml
        <key>: <value>
        """
      When the moved manager uses "eas-client" to read mail from the internet
      Then the legs are:
        | leg     | credential   | relying party   |
        | mailbox | app password | exchange-online |

      Examples:
        | why                              | key          | value                                                           |
        | it was redirected before         | clients      | [{ name: eas-client, accountServer: exchange-online }]          |
        | no wizard has joined the servers | workloads    | { exchange-server: { hybrid: none } }                           |
        | everything is found in the cloud | autodiscover | { kind: cloud }                                                 |

    Scenario: the device of a mailbox that has not moved meets its server
      When the home clerk uses "eas-client" to read mail from the internet
      Then the legs are:
        | leg     | credential       | relying party   |
        | mailbox | account password | exchange-server |
