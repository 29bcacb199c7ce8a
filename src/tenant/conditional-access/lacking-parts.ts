import { type GraphField, type GraphReading, isEmpty, lacksPart, unclearIn } from './graph-reader.ts'

const isAbsent = (field: GraphField | undefined): boolean => field === undefined || field.value === null

/** The parts that Graph requires and that are absent: whom and what such a policy concerns nobody can tell. */
export function lackingIn(
  reading: GraphReading,
  { whole, field }: { readonly whole: GraphField; readonly field: GraphField | undefined },
  parts: { readonly [Name in 'users' | 'clientApplications' | 'applications']?: GraphField },
): { readonly users: readonly string[]; readonly applications: readonly string[] } {
  if (field === undefined || isEmpty(field.value)) {
    const { unclear } = unclearIn(reading, () =>
      lacksPart(reading, whole.path, 'conditions', [...whole.path, 'conditions']),
    )
    return { users: unclear, applications: unclear }
  }
  const users = unclearIn(reading, () => {
    if (isAbsent(parts.users) && isEmpty(parts.clientApplications?.value))
      lacksPart(reading, field.path, 'users', [...field.path, 'users'])
  })
  const applications = unclearIn(reading, () => {
    if (isAbsent(parts.applications)) lacksPart(reading, field.path, 'applications', [...field.path, 'applications'])
  })
  return { users: users.unclear, applications: applications.unclear }
}
