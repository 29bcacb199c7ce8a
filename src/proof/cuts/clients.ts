import { type Candidate, everywhere } from './candidate.ts'

const legacy = { legacy: true, interactive: false }
const modern = { legacy: false, interactive: true }

/** Every client app type of Graph; neither of the two legacy types can be prompted. */
export const clients = (sides: number): readonly Candidate[] => [
  everywhere('browsers', { clientAppType: 'browser', ...modern }, sides),
  everywhere('mobile apps and desktop clients', { clientAppType: 'mobileAppsAndDesktopClients', ...modern }, sides),
  everywhere('Exchange ActiveSync clients', { clientAppType: 'exchangeActiveSync', ...legacy }, sides),
  everywhere('other clients', { clientAppType: 'other', ...legacy }, sides),
]

/** A workload identity signs in as itself, without a user's device. */
export const programs = (sides: number): readonly Candidate[] => [
  everywhere('programs', { clientAppType: 'mobileAppsAndDesktopClients', legacy: false, interactive: false }, sides),
]

const platformWords: readonly (readonly [string, string])[] = [
  ['android', 'Android'],
  ['iOS', 'iOS'],
  ['windows', 'Windows'],
  ['windowsPhone', 'Windows Phone'],
  ['macOS', 'macOS'],
  ['linux', 'Linux'],
  ['unknown', 'any other platform'],
]

/** Every platform of Graph, and an unknown one. */
export const platforms = (sides: number): readonly Candidate[] =>
  platformWords.map(([devicePlatform, word]) => everywhere(word, { devicePlatform }, sides))

/** The ways in which a session can be transferred from another device. */
export const flows = (sides: number): readonly Candidate[] => [
  everywhere('an ordinary sign-in', { authenticationFlow: 'none' }, sides),
  everywhere('device code flow', { authenticationFlow: 'deviceCodeFlow' }, sides),
  everywhere('authentication transfer', { authenticationFlow: 'authenticationTransfer' }, sides),
]
