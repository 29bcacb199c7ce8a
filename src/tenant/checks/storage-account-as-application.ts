import type { Check } from './check.ts'

const shares = /\.file\.core\.windows\.net$/i

/** An application that is named like a storage account with file shares is the workload for them. */
export const storageAccountAsApplication: Check = (file) => {
  const known = file.parts.workloads?.['azure-files']?.['appId']
  return file.list('applications').flatMap(({ path, value: { displayName, appId } }) => {
    if (displayName === undefined || !shares.test(displayName) || (known !== undefined && known === appId)) return []
    return [
      {
        code: 'TEN-36' as const,
        args: { application: displayName },
        at: file.document.rangeOf([...path, 'displayName']),
      },
    ]
  })
}
