/** What of one recorded sign-in the reduction reads, in one vocabulary for every format of log. */
export const recordFields = [
  'id',
  'time',
  'userId',
  'userName',
  'userType',
  'programId',
  'applicationId',
  'application',
  'resourceId',
  'resource',
  'client',
  'protocol',
  'transfer',
  'operatingSystem',
  'userAgent',
  'address',
  'country',
  'deviceId',
  'compliant',
  'trustType',
  'signInRisk',
  'userRisk',
  'requirement',
  'errorCode',
  'mfaDetail',
  'policies',
  'issuer',
] as const

/** One field of a recorded sign-in. */
export type RecordField = (typeof recordFields)[number]
