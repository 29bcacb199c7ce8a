import type { Source } from './source.ts'

/** Pages about Conditional Access. */
export const conditionalAccessSources = {
  'ca-registration': {
    title: 'Protect security info registration with Conditional Access policy',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/policy-all-users-security-info-registration',
    read: '2026-11-23',
  },
  'ca-baseline-scopes': {
    title: 'Enforcement for baseline scopes in Conditional Access',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/concept-enforcement-resource-exclusions',
    read: '2026-11-23',
  },
  'ca-conditions': {
    title: 'Conditional Access: Conditions',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-conditions',
    read: '2026-11-22',
  },
  'ca-policies': {
    title: 'Building a Conditional Access policy',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-policies',
    read: '2026-11-22',
  },
  'ca-custom-controls': {
    title: 'Custom controls (preview)',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/controls',
    read: '2026-11-28',
  },
  'ca-approved-client-app-migration': {
    title: 'Migrate approved client app to application protection policy in Conditional Access',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/migrate-approved-client-app',
    read: '2026-11-29',
  },
  'ca-grant': {
    title: 'Conditional Access: Grant',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant',
    read: '2026-11-22',
  },
  'ca-users-groups': {
    title: 'Conditional Access: Users, groups, agents, and workload identities',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-users-groups',
    read: '2026-11-22',
  },
  'ca-cloud-apps': {
    title: 'Conditional Access: Target resources',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-cloud-apps',
    read: '2026-11-22',
  },
  'ca-office365-suite': {
    title: 'Apps included in the Conditional Access Office 365 app suite',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/reference-office-365-application-contents',
    read: '2026-11-22',
  },
  'ca-network': {
    title: 'Conditional Access: Network assignment',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/concept-assignment-network',
    read: '2026-11-22',
  },
  'ca-device-compliance': {
    title: 'Require device compliance with Conditional Access',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/policy-all-users-device-compliance',
    read: '2026-11-28',
  },
  'ca-workload-identity': {
    title: 'Conditional Access for workload identities',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/workload-identity',
    read: '2026-11-28',
  },
  'ca-session': {
    title: 'Conditional Access: Session',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-session',
    read: '2026-11-28',
  },
  'ca-token-protection': {
    title: 'How Token Protection Enhances Conditional Access Policies',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/concept-token-protection',
    read: '2026-11-28',
  },
  'ca-token-protection-windows': {
    title: 'Token Protection Deployment Guide - Windows',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/deployment-guide-token-protection-windows',
    read: '2026-11-28',
  },
  'ca-block-legacy': {
    title: 'Block legacy authentication with Conditional Access',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/policy-block-legacy-authentication',
    read: '2026-11-22',
  },
  'ca-block-legacy-archive': {
    title: 'How to: Block legacy authentication access to Azure AD with Conditional Access',
    url: 'https://learn.microsoft.com/azure/active-directory/conditional-access/block-legacy-authentication',
    read: '2026-11-22',
  },
  'ca-report-only': {
    title: 'Analyze Conditional Access Policy Impact: report-only mode',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-report-only',
    read: '2026-11-22',
  },
  'ca-service-dependencies': {
    title: 'What are service dependencies in Microsoft Entra Conditional Access?',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/service-dependencies',
    read: '2026-11-22',
  },
  'ca-what-if': {
    title: 'The Conditional Access What If tool',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/what-if-tool',
    read: '2026-11-22',
  },
  'ca-troubleshoot': {
    title: 'Troubleshooting sign-in problems with Conditional Access',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/troubleshoot-conditional-access',
    read: '2026-11-22',
  },
  'ca-managed-policies': {
    title: 'Microsoft-managed Conditional Access policies',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/managed-policies',
    read: '2026-11-22',
  },
  'ca-custom-controls-migration': {
    title: 'Migrate from custom controls to external multifactor authentication',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/how-to-migrate-custom-controls-external-mfa',
    read: '2026-11-28',
  },
  'avd-mfa': {
    title: 'Enforce Microsoft Entra multifactor authentication for Azure Virtual Desktop using Conditional Access',
    url: 'https://learn.microsoft.com/azure/virtual-desktop/set-up-mfa',
    read: '2026-11-29',
  },
  'avd-single-sign-on': {
    title: 'Configure single sign-on for Azure Virtual Desktop using Microsoft Entra ID',
    url: 'https://learn.microsoft.com/azure/virtual-desktop/configure-single-sign-on',
    read: '2026-11-30',
  },
  'avd-authentication': {
    title: 'Supported identities and authentication methods for Azure Virtual Desktop',
    url: 'https://learn.microsoft.com/azure/virtual-desktop/authentication',
    read: '2026-11-29',
  },
  'windows-365-conditional-access': {
    title: 'Set Conditional Access policies for Windows 365',
    url: 'https://learn.microsoft.com/windows-365/enterprise/set-conditional-access-policies',
    read: '2026-11-29',
  },
  'ca-copilot': {
    title: 'Conditional Access protections for generative AI',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/policy-all-users-copilot-ai-security',
    read: '2026-11-29',
  },
  'ca-token-protection-apple': {
    title: 'Token Protection Deployment Guide - Apple Platforms (Preview)',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/deployment-guide-token-protection-apple',
    read: '2026-11-29',
  },
  'ca-continuous-access-evaluation': {
    title: 'Continuous access evaluation in Microsoft Entra',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/concept-continuous-access-evaluation',
    read: '2026-11-29',
  },
  'entra-protected-actions': {
    title: 'What are protected actions in Microsoft Entra ID?',
    url: 'https://learn.microsoft.com/entra/identity/role-based-access-control/protected-actions-overview',
    read: '2026-11-29',
  },
  'continuous-access-evaluation-message': {
    title: 'MC273937, continuous access evaluation on by default in premium tenants, as copied',
    url: 'https://pupuweb.com/mc273937-continuous-access-evaluation-cae-on-default-premium-azure-active-directory-tenants/',
    read: '2026-11-29',
    tier: 'vendor-mirror',
  },
} as const satisfies Record<string, Source>
