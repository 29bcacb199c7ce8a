import type { PolicySignIn } from '../simulate/conditional-access/sign-in.ts'
import { signInsAt } from './box-parts.ts'
import { exists, type Grid } from './grid.ts'

type Ranked = 'clientAppType' | 'devicePlatform' | 'authenticationFlow' | 'signInRiskLevel' | 'userRiskLevel'

/** What most sign-ins have comes first. */
const usual: Readonly<Record<Ranked, readonly string[]>> = {
  clientAppType: ['browser', 'mobileAppsAndDesktopClients', 'exchangeActiveSync'],
  devicePlatform: ['windows', 'macOS', 'iOS', 'android', 'linux'],
  authenticationFlow: ['none'],
  signInRiskLevel: ['none', 'low'],
  userRiskLevel: ['none', 'low'],
}

/** How far a value is from the usual one. */
export function rankOf(signIn: Partial<PolicySignIn>): number {
  const ranks = Object.entries(usual).map(([name, values]) => {
    // The keys of the literal are exactly these.
    const value = signIn[name as Ranked]
    const at = value === undefined ? 0 : values.indexOf(value)
    return at < 0 ? values.length : at
  })
  const device = signIn.device === undefined || signIn.device === 'unregistered' ? 0 : 1
  return ranks.reduce((sum, rank) => sum + rank, device)
}

/**
 * The sign-in of a box that is nearest to a usual one, as with a browser on Windows: values that do not matter should not
 * look as if they did. Of several that are equally near, the one that was found.
 */
export function mostOrdinaryIn(
  grid: Grid,
  chosen: readonly ReadonlySet<number>[],
  found: readonly number[],
): readonly number[] {
  const plain = found.map((place, at) => {
    const rank = (one: number): number => rankOf(grid.factors[at]?.places[one]?.contributions[0] ?? {})
    return [...(chosen[at] ?? [])].reduce((best, one) => (rank(one) < rank(best) ? one : best), place)
  })
  return signInsAt(grid, plain).every(exists) ? plain : found
}
