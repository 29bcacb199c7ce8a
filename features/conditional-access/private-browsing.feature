Feature: A browser in private mode shows no device

  The check of a device fails in private mode, whatever device it is; Microsoft Edge in InPrivate mode counts as one that is
  not compliant. Other programs have no such mode.
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
