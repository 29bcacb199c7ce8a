Feature: Where a sign-in comes from

  Locations are public addresses or countries; the trusted ones are the named locations marked so and the addresses that
  per-user MFA trusts. An address that cannot be located is an unknown location, which is not in a country list.
  Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-assignment-network

  Background:
    Given the tenant architecture "conditional-access-controls"

  Scenario: access is blocked outside trusted places
    Given the Conditional Access policy:
      """yaml
      displayName: Block outside
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
        locations: { includeLocations: [All], excludeLocations: [AllTrusted] }
      grantControls: { operator: OR, builtInControls: [block] }
      """
    When the clerk uses Outlook on the private laptop to read mail from the hotel
    Then the sign-in is blocked by the policy "Block outside"
    And rule POL-3 ends the sign-in
    When the clerk uses Outlook on the private laptop to read mail from the office
    Then the required credential is the interactive sign-in
    And no policy takes part

  Scenario Outline: countries, seen from <country>
    Given the tenant architecture has these changes:
      """yaml
      conditionalAccess:
        namedLocations:
          - "@odata.type": "#microsoft.graph.countryNamedLocation"
            id: 50000000-0000-4000-8000-000000000001
            displayName: Far away
            countriesAndRegions: [FR]
            includeUnknownCountriesAndRegions: <unknown>
      """
    And the Conditional Access policy:
      """yaml
      displayName: Block far away
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
        locations: { includeLocations: [50000000-0000-4000-8000-000000000001] }
      grantControls: { operator: OR, builtInControls: [block] }
      """
    And these signals:
      | country | <country> |
    When the clerk uses Outlook on the private laptop to read mail from the hotel
    Then rule <rule> ends the sign-in

    Examples:
      | country | unknown | rule   |
      | FR      | false   | POL-3  |
      | DE      | false   | CRED-3 |
      | unknown | false   | CRED-3 |
      | unknown | true    | POL-3  |

  Scenario: a network without addresses is outside of every range, and in a country that nobody knows
    Given these networks:
      | name    |
      | nowhere |
    And the tenant architecture has these changes:
      """yaml
      conditionalAccess:
        namedLocations:
          - "@odata.type": "#microsoft.graph.countryNamedLocation"
            id: 50000000-0000-4000-8000-000000000001
            displayName: Far away
            countriesAndRegions: [FR]
      """
    And the Conditional Access policy:
      """yaml
      displayName: Block far away
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
        locations: { includeLocations: [50000000-0000-4000-8000-000000000001], excludeLocations: [AllTrusted] }
      grantControls: { operator: OR, builtInControls: [block] }
      """
    When the clerk uses Outlook on the private laptop to read mail from the nowhere
    Then the sign-in is undetermined without:
      | country |

  Scenario: an address decides it
    Given these networks:
      | name    |
      | nowhere |
    And these signals:
      | ipAddress | 203.0.113.9 |
    And the Conditional Access policy:
      """yaml
      displayName: Block outside
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
        locations: { includeLocations: [All], excludeLocations: [AllTrusted] }
      grantControls: { operator: OR, builtInControls: [block] }
      """
    When the clerk uses Outlook on the private laptop to read mail from the nowhere
    Then the required credential is the interactive sign-in
    And no policy takes part
