Feature: Federation takes part when an app password is set up, and never again

  Background:
    Given the tenant architecture "federated-skype-on-premises"

  @founding-14
  Scenario: the set-up goes through the identity provider
    When the finance lead uses the browser to create an app password
    Then the required credential is the interactive sign-in
    And the interactive sign-in is verified by the identity provider
    And the identity provider is contacted
    And the second factor is asked by Microsoft Entra ID

  @founding-15
  Scenario: its use does not
    When the finance lead uses Outlook 2010 to read mail
    Then the required credential is the app password
    And the identity provider is not contacted
    When the finance lead uses Outlook 2016 to read mail
    Then the identity provider is contacted

  @founding-17
  Scenario: access rules of the identity provider bind the account password and not the app password
    Given the tenant architecture has these changes:
      """yaml
      identityProviders:
        - name: adfs
          accessRules: [block-all-external]
      """
    When the warehouse clerk uses Outlook 2010 to read mail from the internet
    Then no credential opens the sign-in
    And rule ACC-18 refuses the account password
    When the finance lead uses Outlook 2010 to read mail from the internet
    Then the required credential is the app password
    And the identity provider is not contacted

  @founding-18
  Scenario: no log on-premises tells of an app password
    When the finance lead uses Outlook 2010 to read mail
    Then the sign-in is recorded by Microsoft Entra ID
    And the sign-in is not recorded by the identity provider
    And the sign-in is not recorded by Active Directory
