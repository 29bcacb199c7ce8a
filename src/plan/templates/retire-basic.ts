import type { Mapping } from '../../vocabulary/mapping.ts'
import {
  type DraftStage,
  excludingEmergency,
  freshGroup,
  freshPolicy,
  partOf,
  type Subject,
  type Template,
} from './scaffold.ts'

function exchangeStages(value: Mapping): readonly DraftStage[] {
  const workloads = partOf(value, 'workloads')
  if (workloads['exchange-online'] === undefined) return []
  const online = partOf(workloads, 'exchange-online')
  const smtp: DraftStage = {
    says: 'SMTP AUTH with a password goes off for all mailboxes; scanners and applications must have another way to send.',
    source: 'exo-smtp-auth-2026-schedule',
    name: 'SMTP AUTH is off',
    changes: { workloads: { 'exchange-online': { SmtpClientAuthenticationDisabled: true } } },
    watch: ['mail that devices and applications could not deliver'],
  }
  const ews: DraftStage = {
    says: 'Exchange web services go off before the vendor turns them off.',
    source: 'exo-ews-retirement',
    name: 'Exchange web services are off',
    changes: { workloads: { 'exchange-online': { EwsEnabled: false } } },
    watch: ['remaining requests to Exchange web services'],
  }
  return [
    ...(online['SmtpClientAuthenticationDisabled'] === true ? [] : [smtp]),
    ...(online['EwsEnabled'] === false ? [] : [ews]),
  ]
}

const source = 'ca-block-legacy'

function reported(subject: Subject, policy: string, group: string): DraftStage {
  return {
    says: 'A policy in report-only mode shows who still uses basic authentication; the group lists who needs more time.',
    source,
    name: 'Legacy authentication is reported',
    adds: {
      groups: [{ name: group, members: [] }],
      conditionalAccess: {
        policies: [
          {
            displayName: policy,
            state: 'enabledForReportingButNotEnforced',
            conditions: {
              users: { includeUsers: ['All'], excludeGroups: [group], ...excludingEmergency(subject) },
              applications: { includeApplications: ['All'] },
              clientAppTypes: ['exchangeActiveSync', 'other'],
            },
            grantControls: { operator: 'OR', builtInControls: ['block'] },
          },
        ],
      },
    },
    watch: ['sign-ins that the policy would have blocked'],
  }
}

/** Retiring basic authentication: a policy against it in report-only mode, then enforced, then the switches of Exchange. */
export const retireBasic: Template = (subject) => {
  const { tenant, value } = subject
  if (tenant.securityDefaults === true)
    return {
      because: 'security defaults are on, which block basic authentication already',
      help: 'turn them off in the tenant file where the plan uses Conditional Access instead',
    }
  const policy = freshPolicy(subject, 'Block legacy authentication')
  const group = freshGroup(subject, 'Still on basic authentication')
  return {
    plan: `${tenant.name}: retiring basic authentication`,
    cohorts: [],
    stages: [
      reported(subject, policy, group),
      {
        says: 'Everyone outside the group is blocked with clients that use basic authentication.',
        source,
        name: 'Legacy authentication is blocked',
        changes: { conditionalAccess: { policies: [{ displayName: policy, state: 'enabled' }] } },
        watch: ['sign-ins that the policy blocked'],
      },
      ...exchangeStages(value),
      {
        says: 'The exclusion ends, so that the policy is for everyone.',
        source,
        name: 'Nobody is left out',
        changes: {
          conditionalAccess: { policies: [{ displayName: policy, conditions: { users: { excludeGroups: [] } } }] },
        },
      },
    ],
  }
}
