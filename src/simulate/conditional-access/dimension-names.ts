/** The conditions that policies are turned round by, in the order of their rows; target and principal come before them. */
export const dimensionNames = [
  'platforms',
  'locations',
  'clientApps',
  'signInRisk',
  'userRisk',
  'servicePrincipalRisk',
  'insiderRisk',
  'transferMethods',
  'devices',
] as const

/** How many rows come before those of the dimensions. */
export const rowsBefore = 2
