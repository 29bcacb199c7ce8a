import { list } from '../schema/parts.ts'
import { type Authored, choice, setting } from './setting.ts'

const graphObjects = (title: string, resource: string, notTried: string) =>
  setting<readonly unknown[]>(
    (_, about) =>
      list(title, about, {
        type: ['string', 'object'],
        title: resource,
        description: `One \`${resource}\`, or a file pattern.`,
      }),
    {
      title,
      about: `Objects of Graph's \`${resource}\`, or patterns of JSON files that hold them.`,
      readBy: 'policies',
      notTried,
    },
  )

const named = 'the policies that name it are tried'

/** Policies and the objects they name, as Graph objects or in files. */
export const conditionalAccessSettings = {
  policies: graphObjects(
    'policies',
    'conditionalAccessPolicy',
    'the state of each policy is tried, and excluding the user from it',
  ),
  namedLocations: graphObjects('named locations', 'namedLocation', named),
  authenticationStrengths: graphObjects('authentication strengths', 'authenticationStrengthPolicy', named),
  authenticationContexts: graphObjects('authentication contexts', 'authenticationContextClassReference', named),
  activeSyncWithOAuthCountsAs: choice(['exchangeActiveSync', 'mobileAppsAndDesktopClients'], {
    title: 'client app type',
    about:
      'The client app type that policies see for Exchange ActiveSync with OAuth, on which the documentation disagrees.',
    readBy: 'policies',
    notTried: 'it selects an interpretation of the documentation, which is not a design decision',
  }),
}

/** Conditional Access as authored: Graph's own objects, or patterns of files that hold them. */
export type ConditionalAccessFile = Authored<typeof conditionalAccessSettings>

/** The states of a policy, in Graph's terms. */
export const policyStates = ['enabled', 'enabledForReportingButNotEnforced', 'disabled'] as const
