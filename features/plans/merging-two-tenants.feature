Feature: Merging two tenants
  The people of Fabrikam sign in to the tenant of Contoso from day one on. The clerk has no method there, and by then
  registration is possible only in the head office.

  Scenario: The clerk is locked out on day one
    Given the plan "plans/merge/plan"
    Then the person "clerk@fabrikam.com" is stranded on day one of the merge
    And the person "clerk@fabrikam.com" needs a Temporary Access Pass before day one of the merge
    And the person "controller@fabrikam.com" is not stranded on day one of the merge
    And the person "engineer@fabrikam.com" does not need a Temporary Access Pass before day one of the merge

  Scenario: A Temporary Access Pass before day one lets the clerk go on
    Given the plan "plans/merge/plan"
    And the plan has these changes:
      """yaml
      stages:
        - name: Day one
          changes:
            users:
              - userPrincipalName: clerk.fabrikam@contoso.com
                methods: [temporaryAccessPassOneTime]
      """
    Then nobody is stranded on day one of the merge

  Scenario: On day one the clerk reads mail only in the head office
    Given the plan "plans/merge/plan"
    When the stage "Day one" is reached
    Then clerk.fabrikam@contoso.com must use interactive sign-in to read mail with the browser from the head office
    And clerk.fabrikam@contoso.com cannot read mail with the browser from the internet
