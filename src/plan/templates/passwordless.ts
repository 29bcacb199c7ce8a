import type { CohortFile } from '../file/plan-file.ts'
import {
  anyoneLacks,
  type DraftStage,
  excludingEmergency,
  freshGroup,
  freshPolicy,
  peopleOf,
  pilotAndOthers,
  type Subject,
  silentMethods,
  type Template,
  type Unsuitable,
  unstatedMethods,
} from './scaffold.ts'

const method = 'fido2'
const source = 'entra-authentication-strengths'

function allowed({ tenant }: Subject): readonly DraftStage[] {
  const { availableMethods } = tenant.multifactorAuthentication
  if (availableMethods === undefined || availableMethods.includes(method)) return []
  return [
    {
      says: 'Passkeys must be enabled before anyone can register one.',
      source: 'entra-methods-migration',
      name: 'Passkeys are available',
      changes: { multifactorAuthentication: { availableMethods: [...availableMethods, method] } },
    },
  ]
}

function cohortStages(subject: Subject, cohort: string, group: string): readonly DraftStage[] {
  const [pilot, ...others] = peopleOf(subject)
  const people = cohort === 'Pilot' && pilot !== undefined ? [pilot] : others
  const must: DraftStage = {
    says: 'Whoever is in the group must use a phishing-resistant method.',
    source,
    name: `${cohort} must`,
    cohorts: [cohort],
    joins: [group],
  }
  if (!anyoneLacks(people, method)) return [must]
  const registers: DraftStage = {
    says: 'Registering comes first; anyone without a method needs a Temporary Access Pass.',
    source,
    name: `${cohort} registers a passkey`,
    cohorts: [cohort],
    registers: [method],
  }
  return [registers, must]
}

function policyStage(subject: Subject, group: string): DraftStage {
  return {
    says: 'The policy is for a group in which nobody is yet.',
    source,
    name: 'A policy asks for phishing-resistant methods',
    adds: {
      groups: [{ name: group, members: [] }],
      conditionalAccess: {
        policies: [
          {
            displayName: freshPolicy(subject, 'Phishing-resistant by persona'),
            state: 'enabled',
            conditions: {
              users: { includeGroups: [group], ...excludingEmergency(subject) },
              applications: { includeApplications: ['All'] },
              clientAppTypes: ['all'],
            },
            grantControls: {
              operator: 'OR',
              builtInControls: [],
              authenticationStrength: { id: '00000000-0000-0000-0000-000000000004' },
            },
          },
        ],
      },
    },
  }
}

/** Going passwordless by persona: each registers first and must second. */
export const passwordless: Template = (subject) => {
  const cohorts: readonly CohortFile[] | Unsuitable = pilotAndOthers(subject)
  if ('because' in cohorts) return cohorts
  if (subject.tenant.securityDefaults === true)
    return {
      because: 'security defaults are on, and the plan needs a Conditional Access policy',
      help: 'turn them off in the tenant file',
    }
  const silent = unstatedMethods(peopleOf(subject))
  if (silent !== undefined) return silentMethods(silent)
  const group = freshGroup(subject, 'Phishing-resistant')
  return {
    plan: `${subject.tenant.name}: passwordless by persona`,
    cohorts,
    stages: [
      ...allowed(subject),
      policyStage(subject, group),
      ...cohortStages(subject, 'Pilot', group),
      ...cohortStages(subject, 'Everyone else', group),
    ],
  }
}
