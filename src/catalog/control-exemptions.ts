import type { GrantControl } from '../vocabulary/policies.ts'
import { applicationOf } from './applications.ts'
import type { Row } from './row.ts'

/** A control that the vendor does not enforce where an application is the resource, since nobody could get started otherwise. */
export interface ControlExemption extends Row {
  readonly control: GrantControl
  /** Ids in the table of applications. */
  readonly applications: readonly string[]
  /** First day (ISO), where the vendor names one. */
  readonly from?: string
  readonly statement: string
}

/** Every documented exemption, by id. */
export const controlExemptions: readonly ControlExemption[] = [
  {
    id: 'compliant-device-of-enrolment',
    control: 'compliantDevice',
    applications: ['intune-enrollment', 'intune-company-portal'],
    statement: 'The requirement for a compliant device does not block enrollment or the web company portal.',
    citation: { source: 'ca-device-compliance', section: 'Create a Conditional Access policy' },
  },
]

/** Whether a control is not enforced where all these app ids are the resources, at an instant. */
export function isExemptFrom(control: string, appIds: readonly string[], at: number): boolean {
  const among = (ids: readonly string[]): boolean =>
    appIds.every((appId) => ids.includes(applicationOf(appId)?.id ?? appId))
  return (
    appIds.length > 0 &&
    controlExemptions.some((row) => row.control === control && among(row.applications) && begun(row.from, at))
  )
}

const begun = (from: string | undefined, at: number): boolean =>
  from === undefined || Date.parse(`${from}T00:00:00Z`) <= at
