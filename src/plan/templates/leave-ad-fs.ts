import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'
import {
  anyoneLacks,
  type DraftStage,
  freshGroup,
  peopleOf,
  pilotAndOthers,
  type Subject,
  type Template,
  unstatedMethods,
} from './scaffold.ts'

/** Keys of a federated domain that a managed one has not. */
const ofFederation = ['identityProvider', 'federatedIdpMfaBehavior', 'stagedRollout']

function federatedDomains({ value }: Subject): readonly Mapping[] {
  const { domains } = value
  return (Array.isArray(domains) ? domains : []).filter(
    (one: unknown): one is Mapping => isMapping(one) && one['authenticationType'] === 'federated',
  )
}

function rolloutOf(domain: Mapping, group: string): Mapping {
  const { stagedRollout } = domain
  const groups: readonly unknown[] =
    isMapping(stagedRollout) && Array.isArray(stagedRollout['groups']) ? stagedRollout['groups'] : []
  return {
    name: domain['name'],
    ...(domain['managedSignIn'] === undefined ? { managedSignIn: 'password-hash-sync' } : {}),
    stagedRollout: { groups: [...groups, group] },
  }
}

/** After the rollout every federated domain has one, which a managed domain has not. */
function managedOf(domain: Mapping): Mapping {
  const gone = ofFederation.filter((key) => key === 'stagedRollout' || domain[key] !== undefined)
  return {
    name: domain['name'],
    authenticationType: 'managed',
    ...Object.fromEntries(gone.map((key) => [key, null])),
  }
}

/** Providers that no other domain needs. */
function providersLeft({ tenant }: Subject): readonly string[] {
  return [...tenant.identityProviders.values()].map(({ name }) => name)
}

function registration(subject: Subject): readonly DraftStage[] {
  const people = peopleOf(subject)
  const method = 'microsoftAuthenticatorPush'
  if (unstatedMethods(people) !== undefined || !anyoneLacks(people.slice(1), method)) return []
  return [
    {
      says: 'Where AD FS does the second factor, people have registered nothing in the cloud; registering comes before moving.',
      source: 'entra-migrate-mfa-user-authentication',
      name: 'Everyone else registers a method',
      cohorts: ['Everyone else'],
      registers: [method],
    },
  ]
}

const source = 'entra-staged-rollout'

function beginning(domains: readonly Mapping[], group: string): readonly DraftStage[] {
  return [
    {
      says: 'Staged rollout moves the members of cloud groups to cloud authentication; nobody is in the group yet.',
      source,
      name: 'Staged rollout is turned on',
      adds: { groups: [{ name: group, members: [] }] },
      changes: { domains: domains.map((domain) => rolloutOf(domain, group)) },
    },
    { says: 'A small group moves first.', source, name: 'The pilot moves', cohorts: ['Pilot'], joins: [group] },
  ]
}

function ending(subject: Subject, domains: readonly Mapping[]): readonly DraftStage[] {
  const providers = providersLeft(subject)
  return [
    {
      says: 'The domains become managed; staged rollout is of no further use.',
      source: 'entra-migrate-mfa-user-authentication',
      name: 'The domains are converted',
      changes: { domains: domains.map(managedOf) },
    },
    ...(providers.length === 0
      ? []
      : [
          {
            says: 'The federation service is taken away last: until then the domains can be federated again.',
            source: 'entra-migrate-mfa-user-authentication' as const,
            name: 'The identity provider is removed',
            removes: { identityProviders: providers },
            wayBack: { possible: 'no' as const, reason: 'the relying party trust is deleted' },
          },
        ]),
  ]
}

/** Leaving a federation service by staged rollout, then converting the domains. */
export const leaveAdfs: Template = (subject) => {
  const domains = federatedDomains(subject)
  if (domains.length === 0)
    return { because: 'no domain of the tenant is federated', help: 'this template is for a tenant that leaves AD FS' }
  const cohorts = pilotAndOthers(subject)
  if ('because' in cohorts) return cohorts
  const group = freshGroup(subject, 'Cloud authentication')
  return {
    plan: `${subject.tenant.name}: leaving AD FS`,
    cohorts,
    stages: [
      ...beginning(domains, group),
      ...registration(subject),
      {
        says: 'The others follow; federation still stands for everyone who leaves the group.',
        source,
        name: 'Everyone else moves',
        cohorts: ['Everyone else'],
        joins: [group],
      },
      ...ending(subject, domains),
    ],
  }
}
