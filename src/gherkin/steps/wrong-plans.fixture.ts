/** Something said about a plan that is not so. */
export interface WrongPlanClaim {
  readonly plan: string
  /** Lines between the plan and the claim. */
  readonly given?: readonly string[]
  readonly change?: string
  readonly claim: string
  readonly says: RegExp
}

const adfs = 'plans/leave-ad-fs/plan'
const keys = 'plans/passwordless/plan'
const merge = 'plans/merge/plan'

/** An exception that outlasts the plan. */
const lasting = `exceptions:
  - name: Text messages stay
    owner: Workplace team
    reason: the keys are late
    stage: Finance and the shop floor must
    expires: 2027-12-31
    changes: { groups: [{ name: Phishing-resistant, members: [engineer@litware.com, controller@litware.com] }] }`

/** A stage that takes the second factor away, once everybody may sign in again. */
const weaker = `stages:
  - name: The shop floor receives its keys
    changes: { conditionalAccess: { policies: [{ displayName: MFA for everyone, state: disabled }, { displayName: Phishing-resistant by persona, state: disabled }] } }`

/** A policy that covers the emergency access account as well. */
const unplugged = `stages:
  - name: Engineers must
    adds:
      conditionalAccess:
        policies:
          - displayName: Nobody at night
            state: enabled
            conditions:
              users: { includeUsers: [break.glass@litware.com] }
              applications: { includeApplications: [All] }
              clientAppTypes: [all]
            grantControls: { operator: OR, builtInControls: [block] }`

/** Every assertion about plans, said of a plan of which it is not true. */
export const wrongPlanClaims: readonly WrongPlanClaim[] = [
  { plan: adfs, claim: 'nobody is stranded in any stage', says: /refuted: stage 4 "The field moves".*driver@/ },
  { plan: adfs, claim: 'every stage can be undone', says: /stage 5 "The domain is converted".*relying party trust/ },
  { plan: adfs, claim: 'nobody is stranded in the stage "The field moves"', says: /stranded\n.*driver@woodgrove/ },
  { plan: adfs, claim: 'nobody is stranded in the stage "The feild moves"', says: /did you mean `The field moves`/ },
  { plan: adfs, claim: 'the stage "The domain is converted" can be undone', says: /it cannot be undone/ },
  { plan: adfs, claim: 'the stage "Pilot" cannot be undone', says: /it can be undone by the inverse/ },
  { plan: adfs, claim: 'the stage "start" can be undone', says: /no stage that could be undone/ },
  { plan: adfs, claim: 'the finding stranded appears in no stage', says: /it appears in stage 4/ },
  { plan: adfs, claim: 'the finding stranded appears first in the stage "Pilot"', says: /first in stage 4/ },
  { plan: adfs, claim: 'the finding opened appears first in the stage "Pilot"', says: /it appears in no stage/ },
  { plan: adfs, claim: 'the finding strandid appears in no stage', says: /unknown finding `strandid`/ },
  {
    plan: merge,
    claim: 'nobody is stranded on day one of the merge',
    says: /clerk@fabrikam\.com becomes .* is stranded/,
  },
  { plan: adfs, claim: 'nobody is stranded on day one of the merge', says: /has no merge/ },
  {
    plan: merge,
    claim: 'the person "engineer@fabrikam.com" is stranded on day one of the merge',
    says: /engineer@.* can continue to work/,
  },
  {
    plan: merge,
    claim: 'the person "clerk@fabrikam.com" is not stranded on day one of the merge',
    says: /clerk@.* is stranded/,
  },
  {
    plan: merge,
    claim: 'the person "clerc@fabrikam.com" is stranded on day one of the merge',
    says: /did you mean `clerk@fabrikam\.com`/,
  },
  {
    plan: merge,
    claim: 'the person "controller@fabrikam.com" needs a Temporary Access Pass before day one of the merge',
    says: /controller@.* has a Temporary Access Pass/,
  },
  {
    plan: merge,
    claim: 'the person "clerk@fabrikam.com" does not need a Temporary Access Pass before day one of the merge',
    says: /clerk@.* needs a Temporary Access Pass/,
  },
  { plan: adfs, claim: 'the gates of the stage "The field moves" hold', says: /has no gates/ },
  { plan: adfs, claim: 'every exception ends', says: /has no exception, so the step does not assert anything/ },
  {
    plan: adfs,
    given: ['sign-ins come from the head office'],
    claim: 'every stage can be undone',
    says: /not with the one network of a scenario/,
  },
  { plan: keys, change: lasting, claim: 'every exception ends', says: /expires after the end of the plan/ },
  { plan: keys, claim: 'the gates of the stage "Engineers must" do not hold', says: /all of them hold/ },
  { plan: keys, change: weaker, claim: 'no stage takes a second factor away', says: /refuted: stage 4/ },
  { plan: keys, change: unplugged, claim: 'emergency access works throughout', says: /stage 2 .*break\.glass@/ },
]
