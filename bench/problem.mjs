// The problem that every engine solves: N policies like those of Conditional Access over 200 groups, and eight
// first-match rules for the credential. A request ends as `block`, or with a credential and perhaps a second factor.
const groups = 200
const applications = 20
const locations = 10
const clientTypes = ['browser', 'mobileAppsAndDesktopClients', 'exchangeActiveSync', 'other']

/** Numbers that are the same in every run. */
export function choices(seed) {
  let state = (seed + 1) * 2654435761
  return (limit) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 12345) | 0
    return (state >>> 8) % limit
  }
}

export const groupName = (index) => `group-${index}`
export const applicationId = (index) => `00000000-0000-0000-0000-${String(index).padStart(12, '0')}`
export const locationName = (index) => `location-${index}`
export const addressOf = (index) => `198.51.100.${index * 16}/28`

/** Policies by index: null stands for all, or for none excluded. */
export function policies(count) {
  const choose = choices(count)
  return Array.from({ length: count }, (_, index) => ({
    name: `policy-${index}`,
    include: choose(4) === 0 ? null : [groupName(choose(groups)), groupName(choose(groups))],
    exclude: choose(3) === 0 ? null : groupName(choose(groups)),
    application: choose(3) === 0 ? null : applicationId(choose(applications)),
    types: choose(3) === 0 ? clientTypes : clientTypes.filter((_type, type) => type === 0 || choose(2) === 0),
    location: choose(2) === 0 ? null : locationName(choose(locations)),
    notFrom: choose(2) === 0 ? null : locationName(choose(locations)),
    grant: choose(3) === 0 ? 'block' : 'mfa',
  }))
}

/** Distinct requests. */
export function requests(count) {
  const choose = choices(7)
  const seen = new Set()
  const made = []
  while (made.length < count) {
    const type = clientTypes[choose(4)]
    const legacy = type === 'exchangeActiveSync' || type === 'other'
    const request = {
      groups: [...new Set(Array.from({ length: 5 }, () => groupName(choose(groups))))],
      application: applicationId(choose(applications)),
      type,
      legacy,
      location: locationName(choose(locations)),
      hosting: choose(8) === 0 ? 'on-premises' : 'online',
      enforced: choose(3) === 0,
      appPassword: choose(2) === 0,
      administers: choose(6) === 0,
      application_only: !legacy && choose(16) === 0,
      joined: choose(4) === 0,
    }
    const key = JSON.stringify(request)
    if (seen.has(key)) continue
    seen.add(key)
    made.push(request)
  }
  return made
}

/** The eight rules, first match first; `mfa` is what policies or the user's own state demand. */
export const credentialRules = [
  { credential: 'app-only', when: (r) => r.application_only },
  { credential: 'windows-integrated', when: (r) => r.hosting === 'on-premises' && r.joined && !r.legacy },
  { credential: 'account-password', when: (r) => r.hosting === 'on-premises' },
  { credential: 'interactive', when: (r) => !r.legacy },
  { credential: 'nothing', when: (r, mfa) => mfa && r.administers },
  { credential: 'app-password', when: (r, mfa) => mfa && r.appPassword },
  { credential: 'nothing', when: (_r, mfa) => mfa },
  { credential: 'account-password', when: () => true },
]

/** How an answer is written, so that all engines can be compared with one another. */
export const answerOf = (credential, mfa) => (mfa ? `${credential}+mfa` : credential)

/** Whether policies are asked at all: on-premises servers do not know them, and neither do programs without a user. */
export const asksPolicies = (request) => request.hosting === 'online' && !request.application_only
