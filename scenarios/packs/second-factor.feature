Feature: A second factor for everyone
  Reusable controls. A project includes this feature by a reference in its requirements.yaml, and gives the tenant and the
  people in a file of its own.

  @MFA-1
  Scenario Outline: <person> is not let in without a second factor
    Given the tenant architecture "<tenant>"
    Then no sign-in by "<person>" succeeds without a second factor

    @examples:personas.csv
    Examples:
      | tenant | person |

  @MFA-2
  Scenario Outline: <person> is not asked for an app password
    Given the tenant architecture "<tenant>"
    Then no sign-in by "<person>" uses an app password

    @examples:personas.csv
    Examples:
      | tenant | person |
