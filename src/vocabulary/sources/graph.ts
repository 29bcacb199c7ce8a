import type { Source } from './source.ts'

/** Pages of the Microsoft Graph reference, and of its modules. */
export const graphSources = {
  'graph-powershell-release': {
    title: 'Microsoft Graph PowerShell SDK: 0.2.0 Release',
    url: 'https://github.com/microsoftgraph/msgraph-sdk-powershell/pull/131',
    read: '2026-11-28',
  },
  'graph-authorization-policy': {
    title: 'authorizationPolicy resource type',
    url: 'https://learn.microsoft.com/graph/api/resources/authorizationpolicy',
    read: '2026-11-29',
  },
  'graph-user-registration': {
    title: 'userRegistrationDetails resource type',
    url: 'https://learn.microsoft.com/graph/api/resources/userregistrationdetails',
    read: '2026-11-28',
  },
  'graph-session-controls': {
    title: 'conditionalAccessSessionControls resource type',
    url: 'https://learn.microsoft.com/graph/api/resources/conditionalaccesssessioncontrols',
    read: '2026-11-28',
  },
  'graph-evaluate': {
    title: 'conditionalAccessRoot: evaluate',
    url: 'https://learn.microsoft.com/graph/api/conditionalaccessroot-evaluate',
    read: '2026-11-22',
  },
  'graph-what-if-result': {
    title: 'whatIfAnalysisResult resource type',
    url: 'https://learn.microsoft.com/graph/api/resources/whatifanalysisresult',
    read: '2026-11-22',
  },
  'graph-sign-in-conditions': {
    title: 'signInConditions resource type',
    url: 'https://learn.microsoft.com/graph/api/resources/signinconditions',
    read: '2026-11-22',
  },
  'graph-condition-set': {
    title: 'conditionalAccessConditionSet resource type',
    url: 'https://learn.microsoft.com/graph/api/resources/conditionalaccessconditionset',
    read: '2026-11-22',
  },
  'graph-applications': {
    title: 'conditionalAccessApplications resource type',
    url: 'https://learn.microsoft.com/graph/api/resources/conditionalaccessapplications',
    read: '2026-11-22',
  },
  'graph-users': {
    title: 'conditionalAccessUsers resource type',
    url: 'https://learn.microsoft.com/graph/api/resources/conditionalaccessusers',
    read: '2026-11-22',
  },
  'graph-grant-controls': {
    title: 'conditionalAccessGrantControls resource type',
    url: 'https://learn.microsoft.com/graph/api/resources/conditionalaccessgrantcontrols',
    read: '2026-11-22',
  },
  'graph-post-policies': {
    title: 'Create conditionalAccessPolicy',
    url: 'https://learn.microsoft.com/graph/api/conditionalaccessroot-post-policies',
    read: '2026-11-22',
  },
  'graph-domain-federation': {
    title: 'internalDomainFederation resource type',
    url: 'https://learn.microsoft.com/graph/api/resources/internaldomainfederation',
    read: '2026-11-22',
  },
  'graph-applied-policies': {
    title: 'appliedConditionalAccessPolicy resource type',
    url: 'https://learn.microsoft.com/graph/api/resources/appliedconditionalaccesspolicy',
    read: '2026-11-22',
  },
  'graph-sign-in': {
    title: 'signIn resource type (beta)',
    url: 'https://learn.microsoft.com/graph/api/resources/signin?view=graph-rest-beta',
    read: '2026-11-28',
  },
  'graph-device-detail': {
    title: 'deviceDetail resource type',
    url: 'https://learn.microsoft.com/graph/api/resources/devicedetail',
    read: '2026-11-28',
  },
  'graph-authentication-detail': {
    title: 'authenticationDetail resource type (beta)',
    url: 'https://learn.microsoft.com/graph/api/resources/authenticationdetail?view=graph-rest-beta',
    read: '2026-11-28',
  },
} as const satisfies Record<string, Source>
