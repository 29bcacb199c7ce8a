/** The fields of a sign-in record that the reduction reads, independent of the log format. */
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
