Feature: A browser in private mode shows no device

  The check of a device fails in private mode, whatever device it is; Microsoft Edge in InPrivate mode counts as one that is
  not compliant. Other programs have no such mode.
  On Windows a browser shows its device by single sign-on: Chrome needs its extension, Edge the work account signed in to it; on
  other systems by a certificate.
  https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-conditions
  https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant

  Background:
    Given the tenant architecture "conditional-access-controls"
    And sign-ins come from the hotel
    And the tenant architecture has these changes:
      """yaml
      clients:
        - { name: managed browser, client: browser, device: managed laptop }
        - { name: joined browser, client: browser, device: joined laptop }
        - { name: browser without sign-on, client: browser, device: managed laptop, deviceSingleSignOn: false }
        - { name: browser of the Mac, client: browser, device: managed Mac }
      devices:
        - { name: managed Mac, platform: macOS, isCompliant: true }
      """

  Scenario Outline: the <user> with <client>, private: <private>
    Given these signals:
      | privateBrowsing | <private> |
    When the <user> uses <client> to read mail
    Then rule <rule> ends the sign-in

    Examples:
      | user      | client                        | private | rule   |
      | compliant | managed browser               | no      | CRED-3 |
      | compliant | managed browser               | yes     | POL-7  |
      | compliant | the browser                   | yes     | POL-7  |
      | joined    | joined browser                | no      | CRED-3 |
      | joined    | joined browser                | yes     | POL-8  |
      | compliant | Outlook on the managed laptop | yes     | CRED-3 |

  Scenario Outline: on Windows a browser shows its device by its extension or its signed-in profile: <client>, <signal> <value>
    Given these signals:
      | <signal> | <value> |
    When the compliant uses <client> to read mail
    Then rule <rule> ends the sign-in

    Examples:
      | client                  | signal           | value | rule   |
      | managed browser         | browserExtension | yes   | CRED-3 |
      | managed browser         | browserExtension | no    | POL-7  |
      | managed browser         | browserProfile   | work  | CRED-3 |
      | managed browser         | browserProfile   | other | POL-7  |
      | browser without sign-on | privateBrowsing  | no    | POL-7  |
      | browser without sign-on | browserExtension | yes   | CRED-3 |
      | browser of the Mac      | browserExtension | no    | CRED-3 |

  Scenario: a signal about the device is not seen either
    Given these signals:
      | privateBrowsing        | yes  |
      | deviceInfo.isCompliant | true |
    When the compliant uses the browser to read mail
    Then rule POL-7 ends the sign-in

  Scenario Outline: a filter for devices finds nothing to match, private: <private>
    Given the Conditional Access policy:
      """yaml
      displayName: Known devices only
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
        devices: { deviceFilter: { mode: exclude, rule: device.isCompliant -eq True } }
      grantControls: { operator: OR, builtInControls: [block] }
      """
    And these signals:
      | privateBrowsing | <private> |
    When the clerk uses managed browser to read mail
    Then rule <rule> ends the sign-in

    Examples:
      | private | rule   |
      | no      | CRED-3 |
      | yes     | POL-3  |
