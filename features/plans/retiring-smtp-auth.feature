Feature: Retiring SMTP AUTH and Exchange web services
  The scanners relay through a connector before SMTP AUTH is turned off. The connector lists the address of the head office
  and not that of the lodge.

  Scenario: The scanner in the lodge stops until the connector lists its address
    Given the plan "plans/retire-smtp-auth/plan"
    Then the finding stranded appears first in the stage "Scanners relay, SMTP AUTH off"
    And the finding restored appears first in the stage "The lodge may relay"
    And nobody is stranded in the stage "Exchange web services off"
    And the finding client-lost appears first in the stage "Modern clients only for the staff"
    And every stage can be undone

  Scenario: A scanner delivers from one site and not from the other
    Given the plan "plans/retire-smtp-auth/plan"
    When the stage "Scanners relay, SMTP AUTH off" is reached
    Then scanner@alpineskihouse.com cannot send mail with the scanner from the lodge
    And scanner@alpineskihouse.com must use the source address to send mail with the scanner from the head office

  Scenario: Nobody is locked out if the lodge has a connector of its own first
    Given the plan "plans/retire-smtp-auth/plan"
    And the plan has these changes:
      """yaml
      stages:
        - name: Modern clients only for the staff
          adds:
            workloads:
              exchange-online:
                connectors: [{ name: Lodge, SenderIPAddresses: [198.51.100.7/32] }]
      """
    Then nobody is stranded in any stage
    And no stage opens what was closed
