import { clientOf } from '../../../catalog/clients.ts'
import type { Check } from '../check.ts'

/** Exchange Online PowerShell signs in federated users only where their provider is reachable. */
export const unreachableProviderAndPowershell: Check = (file) => {
  const hidden = file.list('identityProviders').find(({ value }) => value.reachableFromInternet === false)
  if (hidden === undefined) return []
  return file.list('clients').flatMap(({ path, value }) => {
    const name = typeof value === 'string' ? value : value.name
    const product = clientOf((typeof value === 'string' ? value : (value.client ?? value.name)).toLowerCase())
    if (
      product === undefined ||
      product.appOnly !== undefined ||
      !product.id.startsWith('exchange-online-powershell')
    ) {
      return []
    }
    const related = [
      { at: file.document.rangeOf([...hidden.path, 'reachableFromInternet']), note: 'because-of' },
    ] as const
    const args = { provider: hidden.value.name, client: name }
    return [{ code: 'CON-28' as const, args, at: file.document.rangeOf(path), related }]
  })
}
